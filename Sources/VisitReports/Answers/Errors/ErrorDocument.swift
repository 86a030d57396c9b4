import VisitFormats
import VisitModel

/// Why something could not be done, for programs: `visitd-error/1`.
public struct ErrorDocument: Sendable {
    /// A stable word for what went wrong.
    public var code: String
    /// What could not be done and why.
    public var sentence: BilingualText
    /// What to do about it, if there is something.
    public var advice: BilingualText?
    /// The faults behind it.
    public var findings: [Finding]
    /// The language of the sentences.
    public var language: Language

    /// A document of that word, sentence and findings.
    public init(
        code: String, sentence: BilingualText, advice: BilingualText? = nil, findings: [Finding] = [],
        language: Language
    ) {
        self.code = code
        self.sentence = sentence
        self.advice = advice
        self.findings = findings
        self.language = language
    }

    /// A document of a failure with the findings that it carries.
    public init(_ failure: any Failure, language: Language) {
        self.init(
            code: failure.code, sentence: failure.sentence, advice: failure.advice, findings: failure.findings,
            language: language)
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-error/1",
            "code": .string(code),
            "sentence": .string(sentence[language]),
            "advice": advice.map { .string($0[language]) },
            "findings": .array(findings.map { $0.json(language) }),
        ])
    }
}
