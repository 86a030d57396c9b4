import Testing
import VisitModel

@testable import VisitSolver

@Suite("The plan in the making")
struct WorkingPlanTests {
    /// The judge's score of a working plan.
    static func judged(_ plan: WorkingPlan, _ problem: Problem) -> Verdict {
        let component = plan.component
        return Judge.check(
            problem,
            plan.visits.joined().map { option in
                Assignment(
                    request: component.requests[Int(component.optionRequest[Int(option)])].index,
                    session: component.sessions[Int(component.optionSession[Int(option)])].index)
            })
    }

    /// The whole problem as one component, whatever it falls into.
    static func component(_ problem: Problem) -> Component {
        var builder = ComponentBuilder(problem)
        return builder.component(of: problem.requests.indices.map { RequestIndex($0) })
    }

    @Test("every change of score is the judge's score after minus before", arguments: 0..<60)
    func increments(seed: Int) throws {
        let problem = try RandomWorld.make(seed: UInt64(seed), requests: 6, sessions: 5, features: .all).problem()
        let component = Self.component(problem)
        let plan = WorkingPlan(component)
        let planner = UnitPlanner(component, penalties: PenaltyTables(component))
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<20 {
            let before = (plan.score, Self.judged(plan, problem).score)
            let unit = Int.random(in: component.units.indices, using: &random)
            if Bool.random(using: &random) {
                planner.clear(unit, in: plan)
            } else {
                planner.replan(unit, in: plan, prices: nil, scale: 0, random: &random)
            }
            let verdict = Self.judged(plan, problem)
            #expect(plan.score - before.0 == verdict.score - before.1)
            #expect(plan.covered == verdict.objective.covered)
            #expect(verdict.violations.isEmpty, "\(verdict.violations)")
        }
    }

    @Test("what is taken is given back", arguments: 0..<20)
    func restores(seed: Int) throws {
        let problem = try RandomWorld.make(seed: UInt64(seed), requests: 6, sessions: 5, features: .all).problem()
        let component = Self.component(problem)
        let plan = WorkingPlan(component)
        let planner = UnitPlanner(component, penalties: PenaltyTables(component))
        let (tables, seats, money, trips) = (plan.tablesLeft, plan.seatsLeft, plan.moneyLeft, plan.tripsLeft)
        let score = plan.score
        var random = SeededRandom(seed: 1)
        for unit in component.units.indices {
            planner.replan(unit, in: plan, prices: nil, scale: 0, random: &random)
        }
        for unit in component.units.indices { plan.place([], for: unit) }
        #expect(plan.tablesLeft == tables && plan.seatsLeft == seats && plan.moneyLeft == money)
        #expect(plan.tripsLeft == trips)
        #expect(plan.score == score && plan.covered == 0)
    }
}
