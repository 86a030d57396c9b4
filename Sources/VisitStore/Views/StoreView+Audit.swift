import GRDB
import VisitModel

extension StoreView {
    /// The lines of the audit log about `subject` (`child C17`), or all, the newest first. They are for those who see
    /// everything.
    public func auditEntries(about subject: String? = nil, limit: Int) throws(StoreError) -> [AuditEntry] {
        guard reach == .everything else { return [] }
        return try connection.read { try AuditLog($0).entries(about: subject, limit: limit) }
    }
}
