import VisitFormats

/// That the audit log has the line which was its end once, for programs: `visitd-audit-end/1`.
public struct AuditEndDocument: Sendable {
    /// The end, as position and digest.
    public var end: String

    /// A document of an end that was found.
    public init(end: String) {
        self.end = end
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<AuditEndDocument>(format: "visitd-audit-end/1") { document in
        document.has("end", .text) { .string($0.end) }
    }
}
