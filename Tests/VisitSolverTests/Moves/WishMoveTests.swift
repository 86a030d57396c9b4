import Testing
import VisitModel

@testable import VisitSolver

@Suite("The move by wishes")
struct WishMoveTests {
    @Test("changes the score as the judge counts it", arguments: 0..<20)
    func deltas(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: .all)
        for size in 2...6 {
            let units = WishMove(component: trial.component).units(size, trial.plan, &trial.random)
            trial.expectTrueDeltas(units)
        }
    }

    @Test("picks beside the one that wishes only units with a visit", arguments: 0..<20)
    func visitors(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: .all)
        for size in 2...8 {
            let units = WishMove(component: trial.component).units(size, trial.plan, &trial.random)
            #expect(units.dropFirst().allSatisfy { !trial.plan.visits[$0].isEmpty })
            #expect(units.count <= size)
        }
    }
}
