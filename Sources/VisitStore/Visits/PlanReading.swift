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
        plan.visits = try VisitReading.visits(where: "id IN (SELECT visit FROM planVisit)", [], db)
        plan.refusals = try RefusalRecord.all(db)
        plan.changes = try PlanChangeRecord.all(db).map(\.change)
        plan.prices = try PlanPriceRecord.all(db).map(\.price)
        plan.certificate.levels = try PlanLevelRecord.all(db).map(\.level)
        plan.certificate.prisons = try PlanPrisonRecord.all(db).map(\.part)
        return plan
    }

    /// Planned visits that are open and in no plan: publishing one cancels those that are ahead, so the day of these has
    /// passed.
    static func unlisted(_ db: Database) throws -> [Visit] {
        try VisitReading.visits(
            where: "NOT (\(VisitReading.isOfRegister)) AND \(StatusCondition.isOne(where: \.isOpen))"
                + " AND id NOT IN (SELECT visit FROM planVisit)", [], db)
    }
}
