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
    public var json: JSON {
        func count(_ severity: Finding.Severity) -> JSON { .int(findings.count { $0.severity == severity }) }
        return .members([
            "format": "visitd-findings/1",
            "errors": count(.error),
            "warnings": count(.warning),
            "notes": count(.note),
            "findings": list,
        ])
    }

    /// The findings alone, for documents that have more to say.
    public var list: JSON { .array(findings.map { $0.json(language) }) }
}
