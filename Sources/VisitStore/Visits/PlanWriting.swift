import GRDB
import VisitModel

/// Publishes a plan within a transaction.
struct PlanWriting {
    private let db: Database
    private let path: String
    private let writing: VisitWriting

    init(_ db: Database, path: String) throws {
        self.db = db
        self.path = path
        writing = try VisitWriting(db, path: path)
    }

    /// Puts `plan`, whose visits are staged, in the place of the published one.
    ///
    /// - Returns: the plan with its number, the numbers of its visits and the visits that it cancels, refusals by child and
    ///   prisoner.
    func publish(_ plan: Plan, staged: PlanStaging) throws -> Plan {
        var plan = plan
        plan.number = (try Int.fetchOne(db, sql: "SELECT max(number) FROM plan") ?? 0) + 1
        let numbers = try staged.commit(writing, db)
        for index in plan.visits.indices { plan.visits[index].number = numbers[plan.visits[index].id] }
        try list(plan.visits)
        let cancelled = try cancelAbandoned(by: plan)
        plan.visits = (plan.visits + cancelled).sorted { a, b in
            (a.date, a.start?.minutes ?? -1, a.id) < (b.date, b.start?.minutes ?? -1, b.id)
        }
        plan.refusals.sort { ($0.child, $0.prisoner) < ($1.child, $1.prisoner) }
        try replace(RefusalRecord.self, by: plan.refusals)
        try replace(
            PlanChangeRecord.self,
            by: plan.changes.enumerated().map { PlanChangeRecord.Listed(position: $0 + 1, change: $1) })
        try replace(
            PlanPriceRecord.self,
            by: plan.prices.enumerated().map { PlanPriceRecord.Listed(position: $0 + 1, price: $1) })
        try replace(
            PlanLevelRecord.self,
            by: plan.certificate.levels.enumerated().map { PlanLevelRecord.Listed(position: $0 + 1, level: $1) })
        try replace(
            PlanPrisonRecord.self,
            by: plan.certificate.prisons.enumerated().map { PlanPrisonRecord.Listed(position: $0 + 1, part: $1) })
        try insert(PlanRecord.self, [plan])
        return plan
    }

    /// Makes these visits those of the published plan.
    private func list(_ visits: [Visit]) throws {
        try db.execute(sql: "DELETE FROM planVisit")
        try addToList(visits)
    }

    private func addToList(_ visits: [Visit]) throws {
        try db.execute(
            sql: "INSERT INTO planVisit (visit) SELECT value FROM json_each(?)",
            arguments: [NestedText.list(visits.map(\.id.text))])
    }

    /// Cancels the visits of earlier plans that are still ahead, not agreed, and not in this plan; they stay listed
    /// with it, so that calendars can take them out.
    private func cancelAbandoned(by plan: Plan) throws -> [Visit] {
        let condition = """
            origin = 'planned' AND \(StatusCondition.isOne(where: \.isOpen)) AND date >= ? \
            AND id NOT IN (SELECT visit FROM planVisit)
            """
        let abandoned = try cancel(where: condition, [plan.today.number], at: plan.published)
        try addToList(abandoned)
        return abandoned
    }

    /// Withdraws plans. Where the published one is among them, the proposals that they brought are cancelled, and what
    /// the plans before proposed is the published plan's again.
    ///
    /// - Parameters:
    ///   - numbers: those of the plans.
    ///   - isPublished: whether the published plan is among them.
    ///   - day: what was proposed for days before it stays as it is.
    /// - Returns: the visits that are cancelled by it.
    func withdraw(_ numbers: [Int], isPublished: Bool, backTo day: Day, at moment: Instant) throws -> [Visit] {
        let list = NestedText.list(numbers)
        try db.execute(
            sql: "INSERT INTO withdrawnPlan (plan, moment) SELECT value, ? FROM json_each(?)",
            arguments: [moment.seconds, list])
        guard isPublished else { return [] }
        // A proposal that they left as it was is one of the plans before.
        let brought = """
            origin = 'planned' AND status = 'proposed' AND date >= ? AND id IN (SELECT visit FROM planVisit)
            AND changed >= (SELECT min(published) FROM plan WHERE number IN (SELECT value FROM json_each(?)))
            """
        let cancelled = try cancel(where: brought, [day.number, list], at: moment)
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO planVisit (visit) SELECT id FROM visit
                WHERE origin = 'planned' AND \(StatusCondition.isOne(where: \.isOpen)) AND date >= ?
                """, arguments: [day.number])
        // They tell of the plan that is gone; the next run tells of its own.
        for table in [
            RefusalRecord.table, PlanChangeRecord.table, PlanPriceRecord.table, PlanLevelRecord.table,
            PlanPrisonRecord.table,
        ] { try db.execute(sql: "DELETE FROM \(table.name)") }
        // Those of the plan before are gone too, so that it must not count as made from what is there.
        try db.execute(
            sql: """
                UPDATE plan SET fingerprint = ''
                WHERE number = (SELECT max(number) FROM plan WHERE \(PlanReading.isInForce))
                """)
        return cancelled
    }

    private func cancel(where condition: String, _ arguments: StatementArguments, at moment: Instant) throws -> [Visit]
    {
        var abandoned = try VisitReading.visits(where: condition, arguments, db)
        for index in abandoned.indices {
            let before = abandoned[index]
            abandoned[index].status = .cancelled
            abandoned[index] = abandoned[index].following(before, at: moment)
            let stored = VisitRecord.Stored(origin: .planned, visit: abandoned[index])
            try writing.replace(VisitRecord.cells(of: stored))
        }
        return abandoned
    }

    private func replace<Record: StoreRecord>(_ record: Record.Type, by values: [Record.Value]) throws {
        try db.execute(sql: "DELETE FROM \(Record.table.name)")
        try insert(record, values)
    }

    private func insert<Record: StoreRecord>(_ record: Record.Type, _ values: [Record.Value]) throws {
        let insertion = try RowWriting(Record.table.insert, of: Record.table, db, path: path)
        for value in values { try insertion.write(Record.cells(of: value)) }
    }
}
