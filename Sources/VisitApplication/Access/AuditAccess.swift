import VisitModel
import VisitStore

extension Desk {
    /// Notes looks at people's records in the audit log.
    ///
    /// - Parameter sights: who looked at whose record, in what way, and when.
    public func note(_ sights: [Sight]) throws {
        try writing().store.note(sights)
    }

    /// The audit log about one thing (`child C17`), or about all, the newest line first.
    public func auditEntries(about subject: String?, limit: Int) throws -> [AuditEntry] {
        try reading().auditEntries(about: subject, limit: limit)
    }
}
