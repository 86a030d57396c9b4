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

    /// The audit log about a child, under every identifier that it had, its household and its visits, the newest line
    /// first.
    public func auditEntries(ofChild child: Identifier<Child>, limit: Int) throws -> [AuditEntry] {
        let view = try reading()
        return try view.auditEntries(about: view.auditSubjects(of: child), limit: limit)
    }

    /// The end of the audit log, to be kept elsewhere: `412:9f0c…`.
    public func auditEnd() throws -> String { try reading().store.description().chainEnd.text }

    /// Requires the audit log to have the line that was its end once, as it was noted elsewhere.
    ///
    /// - Throws: `audit-end-missing` where it has not.
    public func requireAudit(toHold end: StoreCopy.ChainEnd) throws {
        guard try reading().store.auditHolds(end) else { throw AuditError.endMissing(end) }
    }
}
