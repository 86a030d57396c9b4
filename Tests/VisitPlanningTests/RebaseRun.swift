import Testing
import VisitModel

@testable import VisitPlanning

/// Three families with a mother each, and the register, the plan in force and the new plan: everybody has a visit on
/// 5 December and is to have it on 12 December instead.
struct RebaseRun {
    var before: PlanningSnapshot
    var now: PlanningSnapshot
    var plan: Plan

    var rebased: Plan? { PlanRebase(from: before, onto: now).rebased(plan) }

    /// The visits of a family in what comes out.
    func visits(of household: Identifier<Household>) throws -> [Visit] {
        try #require(rebased).visits.filter { $0.household == household }
    }

    /// The families whose visits are those of the new plan.
    var renewed: [String] {
        guard let rebased else { return [] }
        return plan.visits.filter(rebased.visits.contains).map(\.household.text)
    }

    /// The families whose visits are as they are now.
    var left: [String] {
        guard let rebased else { return [] }
        return (now.plan?.visits ?? []).filter(rebased.visits.contains).map(\.household.text)
    }

    static let world: PlanningWorld = {
        var world = PlanningWorld(tables: 3, seats: 12)
        for number in 1...3 {
            world.addMother("M\(number)")
            world.addFamily("H\(number)")
            world.addChild("C\(number)", in: "H\(number)", of: "M\(number)")
        }
        return world
    }()

    static func visit(_ number: Int, on date: String, _ status: Visit.Status = .proposed) -> Visit {
        world.visit(
            "visit-\(number)", on: date, status, children: ["C\(number)"], household: "H\(number)",
            prisoner: "M\(number)")
    }

    static func refusal(_ number: Int, _ code: Refusal.Code) -> Refusal {
        Refusal(
            child: "C\(number)", prisoner: "M\(number)", household: "H\(number)", code: code,
            sentence: BilingualText(en: code.rawValue, zh: code.rawValue))
    }

    init() {
        var before = Self.world.plan(of: (1...3).map { Self.visit($0, on: "2026-12-05") })
        before.today = Self.world.today
        before.refusals = (1...3).map { Self.refusal($0, .quotaUsed) }
        var plan = before
        plan.visits = (1...3).map { Self.visit($0, on: "2026-12-12") }
        plan.refusals = (1...3).map { Self.refusal($0, .tooSoon) }
        plan.changes = plan.visits.map {
            Plan.Change(visit: $0.id, kind: .moved, reason: BilingualText(en: "Better.", zh: "更好。"))
        }
        let snapshot = PlanningSnapshot(revision: 1, dataRevision: 1, register: Self.world.register, plan: before)
        self.before = snapshot
        now = snapshot
        self.plan = plan
    }

    /// A visit of somebody else that was agreed meanwhile, with so many children.
    static func other(_ children: Int, on date: String = "2026-12-12") -> Visit {
        world.visit(
            "other", on: date, .confirmed, children: (1...children).map { "D\($0)" }, household: "H9", prisoner: "M9")
    }
}
