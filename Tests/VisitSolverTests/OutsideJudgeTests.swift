import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitSolver

@Suite(
    "The outside judge", .enabled(if: SolverTools.python.isPresent, "\(SolverTools.python.missing)"),
    .timeLimit(.minutes(5)))
struct OutsideJudgeTests {
    static let worlds: [[String]] = [
        ["--families", "40", "--weeks", "8", "--seed", "1"],
        ["--families", "40", "--weeks", "8", "--seed", "2", "--period", "28", "--published"],
        ["--families", "60", "--weeks", "13", "--seed", "3", "--prisons", "2", "--layer", "full", "--nights"],
        ["--families", "60", "--weeks", "13", "--seed", "4", "--prisons", "3", "--layer", "full", "--spacing"],
        ["--families", "40", "--weeks", "8", "--seed", "5", "--explicit", "--load", "1.5"],
        ["--families", "40", "--weeks", "8", "--seed", "6", "--load", "0.7", "--spacing", "--published"],
    ]

    private func generate(_ number: Int) throws -> (bytes: [UInt8], problem: Problem) {
        let bytes = try SolverTools.generate(Self.worlds[number])
        return (bytes, try ProblemDocument.read(bytes))
    }

    private func expectSame(_ ours: Verdict, _ theirs: SolverTools.Verdict) {
        let objective = ours.objective
        #expect(Set(ours.violations.map(\.kind.rawValue)) == Set(theirs.rules))
        #expect(ours.violations.isEmpty == theirs.feasible)
        #expect(ours.violations.count == theirs.violations)
        #expect(ours.score == theirs.objective.score)
        #expect(objective.covered == theirs.objective.covered)
        #expect(objective.dueChildren == theirs.objective.dueChildren)
        #expect(objective.childrenSeen == theirs.objective.childrenSeen)
        #expect(objective.maxGapDays == theirs.objective.maxGapDays)
        #expect(objective.neglect == theirs.objective.neglect)
        #expect(objective.visits == theirs.objective.visits)
        #expect(objective.minutes == theirs.objective.minutes)
        #expect(objective.spacing == theirs.objective.spacing)
        #expect(objective.changes == theirs.objective.changes)
        #expect(objective.cost == theirs.objective.cost)
    }

    @Test("passes its self-test, and so do the generator and the exact solver")
    func selfTest() throws {
        _ = try SolverTools.python.run(["-B", "-m", "unittest"], input: [], in: SolverTools.folder)
    }

    @Test("finds our plans legal, and counts as our judge does", arguments: worlds.indices)
    func agreesOnPlans(number: Int) throws {
        let (bytes, problem) = try generate(number)
        let solution = Solver.solve(problem, iterations: 100)
        #expect(solution.verdict.violations.isEmpty)
        let theirs = try SolverTools.judge(bytes, PlanDocument.json(solution, of: problem).text())
        expectSame(solution.verdict, theirs)
        #expect(theirs.feasible)
    }

    @Test("agrees with our judge on plans thrown together, rule by rule", arguments: worlds.indices, 0..<4)
    func agreesOnChaos(number: Int, seed: Int) throws {
        let (bytes, problem) = try generate(number)
        var random = SeededRandom(seed: UInt64(seed))
        var visits: [Assignment] = []
        for request in problem.requests.indices {
            for option in problem.options(of: RequestIndex(request)) where Int.random(in: 0..<25, using: &random) == 0 {
                visits.append(Assignment(request: RequestIndex(request), session: option.session))
            }
        }
        // A visit that stands twice, and one that is no option.
        visits.append(try #require(visits.randomElement(using: &random)))
        visits.append(Assignment(request: RequestIndex(seed), session: SessionIndex(0)))
        let rows = visits.map { visit in
            "{\"request\":\"\(problem.requests[visit.request.position].id)\","
                + "\"session\":\"\(problem.sessions[visit.session.position].id)\"}"
        }
        let plan = "{\"format\":\"visitd-plan/1\",\"visits\":[\(rows.joined(separator: ","))]}"
        expectSame(Judge.check(problem, visits), try SolverTools.judge(bytes, plan))
    }

    @Test(
        "an exact solver's plan is within our bound, and ours within its bound",
        .enabled(if: SolverTools.highs.isPresent, "\(SolverTools.highs.missing)"), arguments: 0..<6)
    func exactSolver(seed: Int) throws {
        let features = seed % 2 == 0 ? ["--published"] : ["--layer", "full", "--nights"]
        let bytes = try SolverTools.generate(
            ["--families", "24", "--weeks", "6", "--seed", "\(seed)", "--prisons", "2"] + features)
        let problem = try ProblemDocument.read(bytes)
        let solution = Solver.solve(problem, iterations: 400)
        let exact = try TemporaryFolder.use { folder in
            try SolverTools.exact([try folder.write(bytes, to: "problem.json")], seconds: 20)[0]
        }
        #expect(exact.feasible)
        #expect(exact.score <= solution.certificate.bound)
        #expect(Double(solution.certificate.score) <= exact.bound + 1e-5 * abs(exact.bound))
    }
}
