import VisitModel

/// That the audit log has the line which was its end once, for a person.
public struct AuditEndText: Sendable {
    /// What is told.
    public var document: AuditEndDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: AuditEndDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        BilingualText(
            en: "The audit log has that line: \(document.end)", zh: "审计日志中有该行：\(document.end)")[language]
    }

    /// Where the log ends, for whoever keeps it elsewhere: the journal.
    public static func ends(at end: String) -> BilingualText {
        BilingualText(en: "The audit log ends at \(end)", zh: "审计日志末尾：\(end)")
    }
}
