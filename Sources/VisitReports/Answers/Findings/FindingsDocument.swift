import VisitFormats
import VisitModel

/// What a check of the data found, for programs: `visitd-findings/1`.
public struct FindingsDocument: Sendable {
    /// What was found, in the order given.
    public var findings: [Finding]
    /// The language of the sentences.
    public var language: Language

    /// A document of these findings.
    public init(_ findings: [Finding], language: Language) {
        self.findings = findings
        self.language = language
    }

    /// The document, which begins with how many findings there are of each severity.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<FindingsDocument>(format: "visitd-findings/1") { document in
        document.has("errors", .whole) { $0.count(.error) }
        document.has("warnings", .whole) { $0.count(.warning) }
        document.has("notes", .whole) { $0.count(.note) }
        document.has("findings", listOf: Finding.answer) { document in
            document.findings.map { (finding: $0, language: document.language) }
        }
    }

    private func count(_ severity: Finding.Severity) -> JSON { .int(findings.count { $0.severity == severity }) }
}
