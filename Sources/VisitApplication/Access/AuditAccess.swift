import VisitModel
import VisitStore

extension Desk {
    /// Notes looks at people's records in the audit log.
    ///
    /// - Parameter accesses: who looked at whose record, in what way, and when.
    public func note(_ accesses: [AccessLogEntry]) throws {
        try writing().store.note(accesses)
    }

    /// The audit log about one thing (`child C17`), or about all, the newest line first.
    public func auditEntries(about subject: String?, limit: Int) throws -> [AuditEntry] {
        try reading().auditEntries(about: subject, limit: limit)
    }
}
