import Testing
import VisitModel

@testable import VisitSolver

@Suite("The move by escort days")
struct EscortDayMoveTests {
    @Test("changes the score as the judge counts it", arguments: 0..<20)
    func deltas(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: .all)
        guard EscortDayMove(trial.component).isPossible else { return }
        for size in 2...6 {
            let units = EscortDayMove(trial.component).units(size, &trial.random)
            trial.expectTrueDeltas(units)
        }
    }

    @Test("picks only units that need an escort, and says where nobody does", arguments: 0..<20)
    func escorted(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: [.escorts, .shared])
        let move = EscortDayMove(trial.component)
        #expect(move.isPossible == trial.component.optionPair.contains { $0 >= 0 })
        guard move.isPossible else { return }
        for unit in move.units(6, &trial.random) {
            #expect(trial.component.units[unit].options.contains { trial.component.optionPair[$0] >= 0 })
        }
    }
}
