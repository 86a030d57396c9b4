import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitSolver

@Suite("The same bytes", .timeLimit(.minutes(5)))
struct DeterminismTests {
    private func bytes(_ problem: Problem, seed: UInt64 = 7, threads: Int = 1) -> String {
        PlanDocument.json(Solver.solve(problem, seed: seed, iterations: 300, threads: threads), of: problem).text()
    }

    /// Six prisons that share nothing, of different sizes, and one world of everything.
    private func problem() throws -> Problem {
        var world = World(days: 56, catchUp: 28)
        for prison in 0..<6 {
            let index = world.prison("P\(prison)", on: stride(from: 2 + prison, to: 56, by: 5).map { $0 }, tables: 2)
            for number in 0..<(4 + 3 * prison) {
                let prisoner = world.prisoner(in: index, visits: 1 + number % 2, minGap: 7)
                world.request(of: prisoner, party: 2 + number % 4, children: 1 + number % 3, lastVisit: -3 * number)
            }
        }
        return try world.problem()
    }

    @Test("whatever the number of threads")
    func threads() throws {
        let problem = try problem()
        let single = bytes(problem)
        for threads in [2, 3, 8] { #expect(bytes(problem, threads: threads) == single) }
    }

    @Test("also where several threads work on one part", arguments: [RandomWorld.Features(), .gaps, .all])
    func onePart(features: RandomWorld.Features) throws {
        let problem = try RandomWorld.make(seed: 5, requests: 160, sessions: 24, features: features).problem()
        let solutions = [1, 2, 3].map { Solver.solve(problem, seed: 3, iterations: 120, threads: $0) }
        #expect(solutions.allSatisfy { $0.statistics.components < 40 })
        #expect(solutions.allSatisfy { $0.visits == solutions[0].visits })
        #expect(solutions.allSatisfy { $0.certificate == solutions[0].certificate })
        #expect(solutions.allSatisfy { $0.bottlenecks == solutions[0].bottlenecks })
    }

    @Test("in another process: the golden was written by one")
    func processes() throws {
        let problem = try RandomWorld.make(seed: 11, requests: 14, sessions: 8, features: .all).problem()
        try Golden.compare(bytes(problem), with: "everything.plan.json")
    }

    @Test("another seed may give another plan, of a score within the bound", arguments: 0..<5)
    func seeds(seed: Int) throws {
        let problem = try problem()
        let solution = Solver.solve(problem, seed: UInt64(seed), iterations: 100)
        #expect(solution.verdict.violations.isEmpty)
        #expect(solution.certificate.score <= solution.certificate.bound)
    }
}
