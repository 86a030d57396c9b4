import Foundation
import GRDB
import VisitFormats
import VisitModel

/// The audit log within a transaction. It is a hash chain: each line has a digest of itself and of the digest before
/// it. So a line that is changed, removed or inserted later breaks the chain.
///
/// A chain shows what was done to the lines that are there. That the newest lines are there at all it cannot show: so
/// its end is kept elsewhere too, in every backup and in the journal.
struct AuditLog {
    /// What a line is about, before it has a place in the log.
    struct Note {
        var actor: String
        var moment: Instant
        var act: String
        var subject: String
        var facts: [String] = []
    }

    /// The digest before the first line.
    private static let origin = Data(count: SHA256Digest.size)

    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Adds lines at the end.
    func append(_ notes: [Note]) throws {
        guard !notes.isEmpty else { return }
        let last = try Row.fetchOne(db, sql: "SELECT position, digest FROM auditEntry ORDER BY position DESC LIMIT 1")
        var (position, digest): (Int, Data) = (last?[0] ?? 0, last?[1] ?? Self.origin)
        let statement = try db.cachedStatement(sql: "INSERT INTO auditEntry VALUES (?, ?, ?, ?, ?, ?, ?)")
        for note in notes {
            position += 1
            let entry = AuditEntry(
                position: position, moment: note.moment, actor: note.actor, act: note.act, subject: note.subject,
                facts: note.facts)
            digest = Self.digest(of: entry, after: digest)
            try statement.execute(arguments: [
                position, note.moment.seconds, note.actor, note.act, note.subject, NestedText.list(note.facts), digest,
            ])
        }
    }

    /// All lines, the newest first.
    func entries(limit: Int) throws -> [AuditEntry] {
        try entries(where: "TRUE ORDER BY position DESC LIMIT \(limit)", [:])
    }

    /// The lines about one of `subjects`, those of looks at several records among them, the newest first.
    func entries(about subjects: [String], limit: Int) throws -> [AuditEntry] {
        let named = NestedText.list(subjects)
        let sought = NestedText.list(subjects.map { JSON.string(AuditEntry.fact(of: $0)).text(pretty: false) })
        return try entries(
            where: """
                subject IN (SELECT value FROM json_each(:named)) OR subject = :list AND EXISTS (
                  SELECT 1 FROM json_each(:sought) AS sought WHERE instr(facts, sought.value) > 0)
                ORDER BY position DESC LIMIT \(limit)
                """, ["named": named, "sought": sought, "list": AuditEntry.listSubject])
    }

    /// The lines whose subjects are from `first` up to and without `end`, in the order of the log.
    func entries(from first: String, to end: String) throws -> [AuditEntry] {
        try entries(where: "subject >= :first AND subject < :end ORDER BY position", ["first": first, "end": end])
    }

    private func entries(where condition: String, _ arguments: StatementArguments) throws -> [AuditEntry] {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM auditEntry WHERE \(condition)", arguments: arguments)
        var entries: [AuditEntry] = []
        while let row = try rows.next() { entries.append(try Self.entry(row)) }
        return entries
    }

    /// Whether the line at a position is there, with that digest.
    func holds(_ end: StoreCopy.ChainEnd) throws -> Bool {
        guard end.position > 0 else { return true }
        let digest = try Data.fetchOne(
            db, sql: "SELECT digest FROM auditEntry WHERE position = ?", arguments: [end.position])
        return digest.map { SHA256Digest.text(of: $0) } == end.digest
    }

    /// The first position whose line does not fit what is before it; nil where the whole chain holds.
    func firstBreak() throws -> Int? {
        var (expected, digest) = (1, Self.origin)
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM auditEntry ORDER BY position")
        while let row = try rows.next() {
            let entry = try Self.entry(row)
            digest = Self.digest(of: entry, after: digest)
            let written: Data = row["digest"]
            guard entry.position == expected, digest == written else { return expected }
            expected += 1
        }
        return nil
    }

    private static func entry(_ row: Row) throws -> AuditEntry {
        let facts = NestedText.part(of: row["facts"]) { (reader) throws(NestedReader.Malformed) in
            try reader.list { (fact) throws(NestedReader.Malformed) in try fact.text() }
        }
        let position: Int = row["position"]
        guard let facts else {
            throw StoreError.damagedRow(table: "auditEntry", key: String(position), column: "facts")
        }
        return AuditEntry(
            position: position, moment: Instant(seconds: row["moment"]), actor: row["actor"], act: row["act"],
            subject: row["subject"], facts: facts)
    }

    /// The digest of a line: over the digest before it and the line as a JSON list, which no two lines share.
    private static func digest(of entry: AuditEntry, after previous: Data) -> Data {
        let line = JSON.array([
            .int(entry.position), .int(entry.moment.seconds), .string(entry.actor), .string(entry.act),
            .string(entry.subject), .array(entry.facts.map { .string($0) }),
        ])
        return Data(SHA256Digest.bytes(of: previous + line.bytes(pretty: false)))
    }
}
