import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitSolver

@Suite("The outside judge", .enabled(if: SolverTools.arePresent, "\(SolverTools.missing)"), .timeLimit(.minutes(5)))
struct OutsideJudgeTests {
    static let worlds: [[String]] = [
        ["--families", "40", "--weeks", "8", "--seed", "1"],
        ["--families", "40", "--weeks", "8", "--seed", "2", "--period", "28"],
        ["--families", "60", "--weeks", "13", "--seed", "3", "--prisons", "2", "--layer", "full"],
        ["--families", "60", "--weeks", "13", "--seed", "4", "--prisons", "3", "--layer", "full", "--spacing"],
        ["--families", "40", "--weeks", "8", "--seed", "5", "--explicit", "--load", "1.5"],
        ["--families", "40", "--weeks", "8", "--seed", "6", "--load", "0.7", "--spacing"],
    ]

    private func generate(_ number: Int) throws -> (bytes: [UInt8], problem: Problem) {
        let bytes = try SolverTools.python.run(["-B", "\(SolverTools.folder)/gen.py"] + Self.worlds[number], input: [])
        return (bytes, try ProblemDocument.read(bytes))
    }

    private func expectSame(_ ours: Verdict, _ theirs: SolverTools.Verdict) {
        let objective = ours.objective
        #expect(ours.violations.isEmpty == theirs.feasible)
        #expect(ours.score == theirs.objective.score)
        #expect(objective.covered == theirs.objective.covered)
        #expect(objective.dueChildren == theirs.objective.dueChildren)
        #expect(objective.childrenSeen == theirs.objective.childrenSeen)
        #expect(objective.maxGapDays == theirs.objective.maxGapDays)
        #expect(objective.neglect == theirs.objective.neglect)
        #expect(objective.visits == theirs.objective.visits)
        #expect(objective.minutes == theirs.objective.minutes)
        #expect(objective.spacing == theirs.objective.spacing)
        #expect(objective.cost == theirs.objective.cost)
    }

    @Test("finds our plans legal, and counts as our judge does", arguments: worlds.indices)
    func agreesOnPlans(number: Int) throws {
        let (bytes, problem) = try generate(number)
        let solution = Solver.solve(problem, iterations: 100)
        #expect(solution.verdict.violations.isEmpty)
        let theirs = try SolverTools.check(bytes, PlanDocument.json(solution, of: problem).text())
        expectSame(solution.verdict, theirs)
        #expect(theirs.feasible)
    }

    @Test("agrees with our judge on plans thrown together", arguments: worlds.indices, 0..<3)
    func agreesOnChaos(number: Int, seed: Int) throws {
        let (bytes, problem) = try generate(number)
        var random = SeededRandom(seed: UInt64(seed))
        var visits: [Assignment] = []
        for request in problem.requests.indices {
            for option in problem.options(of: RequestIndex(request)) where Int.random(in: 0..<25, using: &random) == 0 {
                visits.append(Assignment(request: RequestIndex(request), session: option.session))
            }
        }
        let rows = visits.map { visit in
            "{\"request\":\"\(problem.requests[visit.request.position].id)\","
                + "\"session\":\"\(problem.sessions[visit.session.position].id)\"}"
        }
        let plan = "{\"format\":\"visitd-plan/1\",\"visits\":[\(rows.joined(separator: ","))]}"
        expectSame(Judge.check(problem, visits), try SolverTools.check(bytes, plan))
    }

    @Test(
        "an exact solver's plan is within our bound, and ours within its bound",
        .enabled(if: SolverTools.solvers.isPresent, "\(SolverTools.solvers.missing)"), arguments: 0..<6)
    func exactSolver(seed: Int) throws {
        let layer = seed % 2 == 0 ? "core" : "full"
        let bytes = try SolverTools.generate(
            "--families", "24", "--weeks", "6", "--seed", "\(seed)", "--layer", layer, "--prisons", "2")
        let problem = try ProblemDocument.read(bytes)
        let solution = Solver.solve(problem, iterations: 400)
        let exact = try SolverTools.reference(bytes, method: "highs-mip", seconds: 20)
        let savings = problem.links.reduce(0) { $0 + $1.saving * problem.days }
        #expect(exact.feasible)
        #expect(exact.objective.score <= solution.certificate.bound)
        #expect(Double(solution.certificate.score) <= exact.bound + Double(savings) + 1e-3 * abs(exact.bound))
    }
}
