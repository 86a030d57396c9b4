import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitSolver

@Suite(
    "Against HiGHS", .enabled(if: SolverTools.highs.isPresent, "\(SolverTools.highs.missing)"),
    .timeLimit(.minutes(10)))
struct ExactSolverTests {
    static let seeds = 200

    /// Loads of 0.7, 1.1 and 1.5, months and periods of 28 days, with and without gaps that cost, the last quarter with
    /// escorts, budgets and published visits.
    private static func arguments(_ seed: Int) -> [String] {
        let load = ["0.7", "1.1", "1.5"][seed % 3]
        var arguments = ["--families", "9", "--weeks", "6", "--seed", "\(seed)", "--load", load]
        if seed % 5 == 0 { arguments += ["--period", "28"] }
        if seed % 2 == 1 { arguments.append("--spacing") }
        if seed >= seeds * 3 / 4 { arguments += ["--layer", "full", "--nights", "--published"] }
        return arguments
    }

    @Test("on 200 small instances our bound is not below the optimum, and our plans are legal and not above it")
    func boundsAndPlans() throws {
        try TemporaryFolder.use { folder in
            var problems: [String] = []
            var solutions: [Solution] = []
            var pairs: [String] = []
            for seed in 0..<Self.seeds {
                let bytes = try SolverTools.generate(Self.arguments(seed))
                problems.append(try folder.write(bytes, to: "\(seed).json"))
                let problem = try ProblemDocument.read(bytes)
                let solution = Solver.solve(problem, iterations: 60)
                solutions.append(solution)
                let plan = try folder.write(PlanDocument.json(solution, of: problem).text(), to: "\(seed).plan")
                pairs += [problems[seed], plan]
            }
            let judged = try SolverTools.judge(pairs)
            let exact = try SolverTools.exact(problems, seconds: 5)
            #expect(judged.count == Self.seeds)
            #expect(exact.count == Self.seeds)
            for (seed, solution) in solutions.enumerated() {
                #expect(judged[seed].feasible, "seed \(seed)")
                #expect(judged[seed].objective.score == solution.certificate.score, "seed \(seed)")
                #expect(exact[seed].feasible, "seed \(seed)")
                #expect(exact[seed].score <= solution.certificate.bound, "seed \(seed)")
                // HiGHS states its bound to one millionth.
                let slack = 2e-6 * abs(exact[seed].bound) + 1
                #expect(Double(solution.certificate.score) <= exact[seed].bound + slack, "seed \(seed)")
            }
            #expect(exact.count { $0.optimal } > Self.seeds * 9 / 10)
        }
    }
}
