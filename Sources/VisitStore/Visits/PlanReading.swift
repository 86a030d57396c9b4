import GRDB
import VisitModel

/// Reads the published plan.
enum PlanReading {
    /// What is true of a plan that was not withdrawn.
    static let isInForce = "number NOT IN (SELECT plan FROM withdrawnPlan)"

    /// The last published plan with its visits, refusals and changes, if there is one.
    static func current(_ db: Database) throws -> Plan? {
        guard let number = try Int.fetchOne(db, sql: "SELECT max(number) FROM plan WHERE \(isInForce)"),
            var plan = try PlanRecord.find(String(number), db)
        else { return nil }
        // What was agreed when the plan was published and was moved since is one of its visits again.
        plan.visits = try VisitReading.visits(
            where: """
                id IN (SELECT visit FROM planVisit UNION SELECT id FROM visit WHERE \(isPlannedAndOpen) AND date >= ?)
                """, [plan.today.number], db)
        plan.refusals = try RefusalRecord.all(db)
        plan.changes = try PlanChangeRecord.all(db).map(\.change)
        plan.prices = try PlanPriceRecord.all(db).map(\.price)
        plan.certificate.levels = try PlanLevelRecord.all(db).map(\.level)
        plan.certificate.prisons = try PlanPrisonRecord.all(db).map(\.part)
        return plan
    }

    /// Whether the planner may still move the visit, or let it go.
    private static let isPlannedAndOpen = "origin = 'planned' AND \(StatusCondition.isOne(where: \.isOpen))"

    /// Planned visits that are open, and neither listed by the plan nor on its days.
    static func unlisted(besides plan: Plan?, _ db: Database) throws -> [Visit] {
        try VisitReading.visits(
            where: "\(isPlannedAndOpen) AND date < ? AND id NOT IN (SELECT visit FROM planVisit)",
            [plan?.today.number ?? .max], db)
    }
}
