import Testing
import VisitModel

@testable import VisitSolver

@Suite("The move by budgets")
struct BudgetMoveTests {
    @Test("changes the score as the judge counts it", arguments: 0..<20)
    func deltas(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: .all)
        let move = BudgetMove(trial.component)
        guard move.isPossible else { return }
        for size in 2...6 {
            let units = move.units(size, trial.plan, &trial.random)
            trial.expectTrueDeltas(units)
        }
    }

    @Test("picks only units whose visits one month's money pays for, or could", arguments: 0..<20)
    func sameBudget(seed: Int) throws {
        var trial = try MoveTrial(seed: seed, features: .all)
        let move = BudgetMove(trial.component)
        guard move.isPossible else { return }
        for size in 2...8 {
            let units = move.units(size, trial.plan, &trial.random)
            let budgets = units.map { unit in
                Set(trial.component.units[unit].options.map { trial.component.optionBudget[$0] }).subtracting([-1])
            }
            #expect(!(budgets.dropFirst().reduce(budgets[0]) { $0.intersection($1) }).isEmpty)
            #expect(units.count <= size && Set(units).count == units.count)
        }
    }
}
