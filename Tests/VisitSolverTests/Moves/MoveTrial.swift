import Testing
import VisitModel

@testable import VisitSolver

/// Tries a move many times: what it picks is taken out and put back, and every change of the score is compared with the
/// judge's score after minus before.
struct MoveTrial {
    let problem: Problem
    let component: Component
    let plan: WorkingPlan
    var random: SeededRandom
    private let planner: UnitPlanner

    init(seed: Int, features: RandomWorld.Features) throws {
        problem = try RandomWorld.make(seed: UInt64(seed), requests: 9, sessions: 5, features: features).problem()
        component = WorkingPlanTests.component(problem)
        plan = WorkingPlan(component)
        planner = UnitPlanner(component, penalties: PenaltyTables(component))
        random = SeededRandom(seed: UInt64(seed))
        for unit in component.units.indices {
            planner.replan(unit, in: plan, prices: nil, scale: 0, random: &random)
        }
    }

    /// Makes the move with these units.
    mutating func expectTrueDeltas(_ units: [Int]) {
        #expect(Set(units).count == units.count)
        for unit in units { expectTrueDelta { plan, planner, _ in planner.clear(unit, in: plan) } }
        for unit in units {
            expectTrueDelta { plan, planner, random in
                planner.replan(unit, in: plan, prices: nil, scale: 0, random: &random)
            }
        }
    }

    private mutating func expectTrueDelta(_ change: (WorkingPlan, UnitPlanner, inout SeededRandom) -> Void) {
        let before = (plan.score, WorkingPlanTests.judged(plan, problem).score)
        change(plan, planner, &random)
        let verdict = WorkingPlanTests.judged(plan, problem)
        #expect(plan.score - before.0 == verdict.score - before.1)
        #expect(verdict.violations.isEmpty)
    }
}
