import GRDB
import VisitModel

extension VisitStore {
    /// This store, whose writing acts are noted in its audit log as `author`'s, each in the transaction of the act.
    public func noting(_ author: Author) -> VisitStore {
        VisitStore(connection: connection, author: author, reviewer: reviewer)
    }

    /// Notes looks at people's records, in their order.
    public func note(_ accesses: [AccessLogEntry]) throws(StoreError) {
        guard !accesses.isEmpty else { return }
        try connection.write { db in
            try AuditLog(db).append(
                accesses.map {
                    AuditLog.Note(actor: $0.actor, moment: $0.moment, act: $0.act, subject: $0.subject)
                })
        }
    }

    /// The first line of the audit log that was changed, taken out or put in by somebody else than this program; nil
    /// where every line fits the one before it.
    public func brokenAuditEntry() throws(StoreError) -> Int? {
        try connection.read { try AuditLog($0).firstBreak() }
    }

    /// Notes a writing act within its transaction, where the store has an author.
    func note(_ act: String, _ subject: String, _ facts: [String], _ db: Database) throws {
        guard let author else { return }
        try AuditLog(db).append([
            AuditLog.Note(actor: author.name, moment: author.now(), act: act, subject: subject, facts: facts)
        ])
    }
}
