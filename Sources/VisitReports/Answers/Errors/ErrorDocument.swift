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
    /// What became of the act.
    public var outcome: FailureOutcome
    /// The language of the sentences.
    public var language: Language

    /// A document of that word, sentence and findings.
    public init(
        code: String, sentence: BilingualText, advice: BilingualText? = nil, findings: [Finding] = [],
        outcome: FailureOutcome = .notDone, language: Language
    ) {
        self.code = code
        self.sentence = sentence
        self.advice = advice
        self.findings = findings
        self.outcome = outcome
        self.language = language
    }

    /// A document of a failure with the findings that it carries.
    public init(_ failure: any Failure, language: Language) {
        self.init(
            code: failure.code, sentence: failure.sentence, advice: failure.advice, findings: failure.findings,
            outcome: failure.outcome, language: language)
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<ErrorDocument>(format: "visitd-error/1") { document in
        document.has("code", .text) { .string($0.code) }
        document.has("sentence", .text) { .string($0.sentence[$0.language]) }
        document.mayHave("advice", .text) { document in document.advice.map { .string($0[document.language]) } }
        document.has("outcome", .words(of: FailureOutcome.self)) { .string($0.outcome.rawValue) }
        document.has("findings", listOf: Finding.answer) { document in
            document.findings.map { (finding: $0, language: document.language) }
        }
    }
}
