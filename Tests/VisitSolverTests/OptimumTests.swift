import Testing
import VisitModel

@testable import VisitSolver

@Suite("Against enumeration", .timeLimit(.minutes(5)))
struct OptimumTests {
    private static let mixes: [RandomWorld.Features] = [
        [], .shared, [.shared, .gaps], .escorts, [.escorts, .budgets], .links, [.published, .shared],
        [.minutes, .seats], [.shared, .sameDay], [.shared, .sameDay, .gaps, .minutes], .all,
    ]

    @Test("score ≤ optimum ≤ bound, and the judge finds nothing", arguments: mixes.indices)
    func scoreOptimumBound(mix: Int) throws {
        var missed = 0
        for seed in 0..<24 {
            let world = RandomWorld.make(
                seed: UInt64(1000 * mix + seed), requests: 4, sessions: 3, features: Self.mixes[mix])
            let problem = try world.problem()
            let exact = Enumeration(problem)
            let solution = Solver.solve(problem, iterations: 150)
            #expect(solution.verdict.violations.isEmpty, "mix \(mix), seed \(seed)")
            #expect(solution.certificate.score <= exact.best, "mix \(mix), seed \(seed)")
            #expect(exact.best <= solution.certificate.bound, "mix \(mix), seed \(seed)")
            if solution.certificate.score < exact.best { missed += 1 }
        }
        #expect(missed <= 3, "mix \(mix) missed the optimum \(missed) times of 24")
    }

    @Test("no plan covers more children than the certificate says", arguments: 0..<40)
    func coverageBound(seed: Int) throws {
        var world = RandomWorld.make(seed: UInt64(seed), requests: 5, sessions: 2, features: .shared)
        world.draft.weights = Problem.Weights(covered: 1, visit: 0, cost: 0)
        let problem = try world.problem()
        let exact = Enumeration(problem)
        let solution = Solver.solve(problem, iterations: 50)
        let bound = try #require(solution.certificate.covered.bound)
        #expect(solution.certificate.covered.value <= exact.best)
        #expect(exact.best <= bound)
    }

    @Test("no plan has more visits than the certificate says", arguments: 0..<20)
    func visitsBound(seed: Int) throws {
        var world = RandomWorld.make(seed: UInt64(seed), requests: 4, sessions: 3, features: [.shared, .sameDay])
        world.draft.weights = Problem.Weights(covered: 0, visit: 1, cost: 0)
        let problem = try world.problem()
        let exact = Enumeration(problem)
        let bound = try #require(Solver.solve(problem, iterations: 20).certificate.visits.bound)
        #expect(exact.best <= bound)
    }
}
