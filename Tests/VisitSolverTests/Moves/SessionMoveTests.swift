import Testing
import VisitModel

@testable import VisitSolver

@Suite("The move by sessions")
struct SessionMoveTests {
    @Test("changes the score as the judge counts it", arguments: 0..<20)
    func deltas(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: .all)
        for size in 2...6 {
            let units = SessionMove(component: trial.component).units(size, trial.plan, &trial.random)
            trial.expectTrueDeltas(units)
        }
    }

    @Test("picks only units that visit one session, or could", arguments: 0..<20)
    func sameSession(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: .all)
        for size in 2...8 {
            let units = SessionMove(component: trial.component).units(size, trial.plan, &trial.random)
            let sessions = units.map { unit in
                Set(trial.component.units[unit].options.map { trial.component.optionSession[$0] })
            }
            #expect(!(sessions.dropFirst().reduce(sessions[0]) { $0.intersection($1) }).isEmpty)
            #expect(units.count <= size)
        }
    }
}
