import Foundation
import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitSolver

@Suite(
    "Against HiGHS", .enabled(if: SolverTools.arePresent, "\(SolverTools.missing)"),
    .enabled(if: SolverTools.solvers.isPresent, "\(SolverTools.solvers.missing)"), .timeLimit(.minutes(10)))
struct ExactSolverTests {
    static let seeds = 200

    /// What HiGHS found for one instance.
    private struct Exact: Decodable {
        var score: Int
        var bound: Double
        var isOptimal: Bool
    }

    /// What the outside judge said of one of our plans.
    private struct Judged: Decodable {
        var feasible: Bool
        var score: Int
    }

    /// Makes every instance and solves it: loads of 0.7, 1.1 and 1.5, months and periods of 28 days, with and without
    /// gaps that cost, the last quarter with escorts and budgets.
    private static let reference = """
        \(SolverTools.answering)
        tools, folder, seeds = sys.argv[1], sys.argv[2], int(sys.argv[3]); sys.path.insert(0, tools)
        answers = []
        for s in range(seeds):
            path = f"{folder}/{s}.json"; spacing = ["--spacing"] if s % 2 else []
            layer = ["--layer", "full"] if s >= seeds * 3 // 4 else []
            text = run(f"{tools}/gen.py", "--families", 9, "--weeks", 6, "--seed", s, "--load", [0.7, 1.1, 1.5][s % 3],
                       "--period", 28 if s % 5 == 0 else 0, *spacing, *layer)
            open(path, "w").write(text)
            r = json.loads(run(f"{tools}/reference.py", path, "--method", "highs-mip", "--time", 5,
                               *(["--arcs"] if spacing else [])))
            answers.append({"score": r["objective"]["score"], "bound": r["bound"], "isOptimal": set(r["status"]) == {"Optimal"}})
        print(json.dumps(answers), file=answer, flush=True)
        """

    private static let judge = """
        import json, sys
        sys.path.insert(0, sys.argv[1]); import model, check
        folder, answers = sys.argv[2], []
        for s in range(int(sys.argv[3])):
            bad, o = check.evaluate(model.load(f"{folder}/{s}.json"), json.load(open(f"{folder}/{s}.plan")))
            answers.append({"feasible": not bad, "score": o["score"]})
        print(json.dumps(answers))
        """

    private func run<Answer: Decodable>(_ program: String, in folder: String) throws -> [Answer] {
        let arguments = ["-B", "-c", program, SolverTools.folder, folder, "\(Self.seeds)"]
        return try JSONDecoder().decode([Answer].self, from: Data(SolverTools.solvers.run(arguments, input: [])))
    }

    @Test("on 200 small instances our bound is not below the optimum, and our plans are legal and not above it")
    func boundsAndPlans() throws {
        try TemporaryFolder.use { folder in
            let exact: [Exact] = try run(Self.reference, in: folder.path)
            #expect(exact.count == Self.seeds)
            var solutions: [Solution] = []
            for seed in 0..<Self.seeds {
                let problem = try ProblemDocument.read(try folder.read("\(seed).json"))
                let solution = Solver.solve(problem, iterations: 60)
                _ = try folder.write(PlanDocument.json(solution, of: problem).text(), to: "\(seed).plan")
                solutions.append(solution)
            }
            let judged: [Judged] = try run(Self.judge, in: folder.path)
            for (seed, solution) in solutions.enumerated() {
                #expect(judged[seed].feasible, "seed \(seed)")
                #expect(judged[seed].score == solution.certificate.score, "seed \(seed)")
                #expect(exact[seed].score <= solution.certificate.bound, "seed \(seed)")
                // HiGHS states its bound to one millionth.
                let slack = 2e-6 * abs(exact[seed].bound) + 1
                #expect(Double(solution.certificate.score) <= exact[seed].bound + slack, "seed \(seed)")
            }
            #expect(exact.count { $0.isOptimal } > Self.seeds * 9 / 10)
        }
    }
}
