import GRDB
import VisitModel

extension StoreView {
    /// The lines of the audit log about `subject` (`child C17`), or all, the newest first. They are for those who see
    /// everything.
    public func auditEntries(about subject: String? = nil, limit: Int) throws(StoreError) -> [AuditEntry] {
        if let subject { return try auditEntries(about: [subject], limit: limit) }
        guard reach == .everything else { return [] }
        return try connection.read { try AuditLog($0).entries(limit: limit) }
    }

    /// The lines about one of `subjects`, the newest first. Of a look at several records only those asked for are told.
    public func auditEntries(about subjects: [String], limit: Int) throws(StoreError) -> [AuditEntry] {
        guard reach == .everything else { return [] }
        return try connection.read { db in
            try AuditLog(db).entries(about: subjects, limit: limit).map { $0.telling(of: subjects) }
        }
    }

    /// What lines of the audit log that concern a child are about: the child, under every identifier that it had, its
    /// household, and its visits.
    public func auditSubjects(of child: Identifier<Child>) throws(StoreError) -> [String] {
        try connection.read { db in
            let former = try String.fetchAll(
                db, sql: "SELECT id FROM alias WHERE kind = 'child' AND current = ? ORDER BY id",
                arguments: [child.text])
            let household = try String.fetchAll(
                db, sql: "SELECT household FROM child WHERE id = ?", arguments: [child.text])
            let visits = try String.fetchAll(
                db, sql: "SELECT visit FROM visitChild WHERE child = ? ORDER BY visit", arguments: [child.text])
            return ([child.text] + former).map { "child \($0)" } + household.map { "household \($0)" }
                + visits.map { "visit \($0)" }
        }
    }
}
