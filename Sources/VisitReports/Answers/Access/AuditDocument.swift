import VisitFormats
import VisitModel

/// Lines of the audit log, for programs: `visitd-audit/1`.
public struct AuditDocument: Sendable {
    /// The lines, in the order in which they are to stand.
    public var entries: [AuditEntry]

    /// A document of these lines.
    public init(_ entries: [AuditEntry]) {
        self.entries = entries
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-audit/1",
            "entries": .array(
                entries.map { entry in
                    .members([
                        "position": .int(entry.position), "at": JSON(entry.moment), "actor": .string(entry.actor),
                        "act": .string(entry.act), "subject": .string(entry.subject),
                        "facts": .strings(entry.facts),
                    ])
                }),
        ])
    }
}
