import VisitFormats
import VisitModel

/// One rule, for programs: `visitd-rule/1`.
public struct RuleDocument: Sendable {
    /// The rule.
    public var rule: RuleSummary
    /// The language.
    public var language: Language

    /// A document of a rule.
    public init(_ rule: RuleSummary, language: Language) {
        self.rule = rule
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<RuleDocument>(format: "visitd-rule/1") { document in
        document.has(membersOf: RuleSummary.answer) { ($0.rule, $0.language) }
    }
}

extension RuleSummary {
    /// A rule, told in a language.
    typealias Told = (rule: RuleSummary, language: Language)

    /// What every document says about a rule.
    static let answer = AnswerObject<Told> { rule in
        rule.has("id", .text) { .string($0.rule.id) }
        rule.has("title", .text) { .string($0.rule.title[$0.language]) }
        rule.has("citation", .text) { .string($0.rule.citation[$0.language]) }
        rule.has("force", .words(of: TraceStep.Force.self)) { .string($0.rule.force.rawValue) }
        rule.has("confidence", .words(of: TraceStep.Confidence.self)) { .string($0.rule.confidence.rawValue) }
        rule.has("validFrom", .day) { JSON($0.rule.validFrom) }
        rule.mayHave("validTo", .day) { $0.rule.validTo.map { JSON($0) } }
        rule.has("effects", .list(.text)) { .sentences($0.rule.effects, $0.language) }
        rule.mayHave("notes", .text) { told in told.rule.notes.map { .string($0[told.language]) } }
    }
}
