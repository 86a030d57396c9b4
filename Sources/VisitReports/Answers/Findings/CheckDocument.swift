import VisitFormats
import VisitModel

/// What a check of the store found, data and visits, for programs: `visitd-check/1`.
public struct CheckDocument: Sendable {
    /// What was found, in the order given.
    public var findings: [Finding]
    /// The day for which it was looked.
    public var today: Day
    /// The language of the sentences.
    public var language: Language

    /// A document of these findings.
    public init(_ findings: [Finding], today: Day, language: Language) {
        self.findings = findings
        self.today = today
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<CheckDocument>(format: "visitd-check/1") { document in
        document.has("today", .day) { JSON($0.today) }
        document.has("findings", listOf: Finding.answer) { document in
            document.findings.map { (finding: $0, language: document.language) }
        }
    }
}
