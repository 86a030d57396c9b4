import VisitModel

/// What is wrong with the user's data, for a person: the worst first, what is in one file together.
public struct FindingsText: Sendable {
    /// What was found.
    public var findings: [Finding]
    /// The language.
    public var language: Language

    /// A text of these findings.
    public init(_ findings: [Finding], language: Language) {
        self.findings = findings
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// The text: `file:line:column: error: sentence`, the advice under it, and the counts at the end.
    public var text: String {
        sorted.map(paragraph).joined() + summary + "\n"
    }

    /// The counts: "2 errors, 1 warning".
    public var summary: String {
        guard !findings.isEmpty else { return phrases.choose("Nothing to object to.", "没有发现问题。") }
        let counts = Finding.Severity.allCases.compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            guard count > 0 else { return nil }
            let name = severity.name
            return phrases.choose("\(count) \(name.english)\(count == 1 ? "" : "s")", "\(count)个\(name.chinese)")
        }
        return phrases.sentence(counts.joined(separator: phrases.choose(", ", "，")))
    }

    /// By severity, then as they were given, which for a file is from its top to its end.
    private var sorted: [Finding] {
        Finding.Severity.allCases.flatMap { severity in findings.filter { $0.severity == severity } }
    }

    private func paragraph(_ finding: Finding) -> String {
        let place = (finding.location?.description ?? SubjectName.text(finding.subject)[language]).onOneLine
        let sentence = phrases.sentence(finding.sentence[language])
        let code = finding.check.map { " \($0.inBrackets)" } ?? ""
        let line = "\(place): \(finding.severity.name[language]): \(sentence)\(code)\n"
        guard let advice = finding.advice else { return line }
        return line + "    \(phrases.sentence(advice[language]))\n"
    }
}
