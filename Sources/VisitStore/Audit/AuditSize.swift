import GRDB
import VisitModel

/// How large the audit log is, and how fast it grows.
public struct AuditSize: Hashable, Sendable {
    /// How many lines it has.
    public var lines: Int
    /// How many bytes its lines take.
    public var bytes: Int
    /// How many lines were added in the last day.
    public var linesOfLastDay: Int
    /// Who has caused most of those, as the log names them; nil where there are none.
    public var busiest: String?
    /// How many of them.
    public var linesOfBusiest: Int

    init(of db: Database, at moment: Instant) throws {
        let whole = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*), ifnull(sum(length(actor) + length(act) + length(subject) + length(facts) + 48), 0)
                FROM auditEntry
                """)
        (lines, bytes) = (whole?[0] ?? 0, whole?[1] ?? 0)
        let actors = try Row.fetchAll(
            db,
            sql: "SELECT actor, count(*) FROM auditEntry WHERE moment > ? GROUP BY actor ORDER BY 2 DESC, 1",
            arguments: [moment.seconds - 86_400])
        linesOfLastDay = actors.reduce(0) { $0 + ($1[1] as Int) }
        busiest = actors.first?[0]
        linesOfBusiest = actors.first?[1] ?? 0
    }
}
