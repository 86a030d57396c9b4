import VisitFormats
import VisitModel

/// Lines of the audit log, for programs: `visitd-audit/1`.
public struct AuditDocument: Sendable {
    /// The lines, in display order.
    public var entries: [AuditEntry]

    /// A document of these lines.
    public init(_ entries: [AuditEntry]) {
        self.entries = entries
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<AuditDocument>(format: "visitd-audit/1") { document in
        document.has("entries", listOf: entry) { $0.entries }
    }

    private static let entry = AnswerObject<AuditEntry> { entry in
        entry.has("position", .whole) { .int($0.position) }
        entry.has("at", .text) { JSON($0.moment) }
        entry.has("actor", .text) { .string($0.actor) }
        entry.has("act", .text) { .string($0.act) }
        entry.has("subject", .text) { .string($0.subject) }
        entry.has("facts", .list(.text)) { .strings($0.facts) }
    }
}
