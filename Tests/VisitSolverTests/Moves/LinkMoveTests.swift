import Testing
import VisitModel

@testable import VisitSolver

@Suite("The move by links")
struct LinkMoveTests {
    @Test("changes the score as the judge counts it", arguments: 0..<20)
    func deltas(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: .all)
        for size in 2...6 {
            let units = LinkMove(component: trial.component).units(size, trial.plan, &trial.random)
            trial.expectTrueDeltas(units)
        }
    }

    @Test("picks the units of a link first", arguments: 0..<20)
    func linked(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: [.links, .shared])
        let move = LinkMove(component: trial.component)
        try #require(move.isPossible)
        let units = move.units(6, trial.plan, &trial.random)
        let link = trial.component.links[0]
        #expect(units.first == trial.component.requests[link.first].unit)
        #expect(units.contains(trial.component.requests[link.second].unit))
    }
}
