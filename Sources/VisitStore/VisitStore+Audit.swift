import GRDB
import VisitModel

extension VisitStore {
    /// This store, whose writing acts are noted in its audit log as `author`'s, each in the transaction of the act.
    public func noting(_ author: Author) -> VisitStore {
        VisitStore(connection: connection, author: author, reviewer: reviewer)
    }

    /// Notes looks at people's records, in their order, a line for each look.
    public func note(_ accesses: [AccessLogEntry]) throws(StoreError) {
        guard !accesses.isEmpty else { return }
        try connection.write { db in
            try AuditLog(db).append(
                accesses.filter { !$0.subjects.isEmpty }.map { sight in
                    AuditLog.Note(
                        actor: sight.actor, moment: sight.moment, act: sight.act,
                        subject: sight.subjects.count == 1 ? sight.subjects[0] : AuditEntry.listSubject,
                        facts: AuditEntry.facts(ofLookAt: sight.subjects))
                })
        }
    }

    /// The first line of the audit log that was changed, taken out or put in by somebody else than this program; nil
    /// where every line fits the one before it.
    public func brokenAuditEntry() throws(StoreError) -> Int? {
        try connection.read { try AuditLog($0).firstBreak() }
    }

    /// What in the store is otherwise than the audit log says, steps, visits and plans; empty where nothing is.
    public func differencesFromAudit() throws(StoreError) -> [Finding] {
        try connection.read { try AuditComparison.findings($0) }
    }

    /// Whether the audit log has a line at that position with that digest, as it was noted elsewhere.
    public func auditHolds(_ end: StoreCopy.ChainEnd) throws(StoreError) -> Bool {
        try connection.read { try AuditLog($0).holds(end) }
    }

    /// The lines of the audit log that tell of restores, the newest first.
    public func restores() throws(StoreError) -> [AuditEntry] {
        try connection.read { db in
            try AuditLog(db).entries(about: ["store"], limit: .max).filter { $0.act == "store.restore" }
        }
    }

    /// How large the audit log is, and how fast it grows.
    ///
    /// - Parameter moment: up to when the last day is counted.
    public func auditSize(at moment: Instant) throws(StoreError) -> AuditSize {
        try connection.read { try AuditSize(of: $0, at: moment) }
    }

    /// Notes a writing act within its transaction, where the store has an author. A line about a visit or a plan seals
    /// it as it is.
    func note(_ act: String, _ subject: String, _ facts: [String], _ db: Database) throws {
        guard let author else { return }
        var facts = facts
        if subject.hasPrefix("visit ") {
            facts += try VisitSeal(of: String(subject.dropFirst("visit ".count)), db).facts
        } else if act == "plan.publish", let number = Int(subject.dropFirst("plan ".count)) {
            facts += try PlanSeal.fact(of: number, db)
        }
        try AuditLog(db).append([
            AuditLog.Note(actor: author.name, moment: author.now(), act: act, subject: subject, facts: facts)
        ])
    }

    /// Notes visits that were called off, or changed, without a step of their own, where they had one before: of
    /// proposals the plan tells.
    func note(_ act: String, _ visits: some Sequence<Identifier<Visit>>, _ facts: [String], _ db: Database) throws {
        guard author != nil else { return }
        let stepped = try String.fetchAll(
            db,
            sql: "SELECT DISTINCT visit FROM visitAct WHERE visit IN (SELECT value FROM json_each(?)) ORDER BY visit",
            arguments: [NestedText.list(visits.map(\.text))])
        for visit in stepped { try note(act, "visit \(visit)", facts, db) }
    }
}
