import VisitModel

/// One rule, for a person: what it says, on whose word, how sure we are.
public struct RuleText: Sendable {
    /// The rule.
    public var rule: RuleSummary
    /// The language.
    public var language: Language

    /// A text of a rule.
    public init(_ rule: RuleSummary, language: Language) {
        self.rule = rule
        self.language = language
    }

    /// The rule in lines.
    public var text: String {
        var lines = [
            "\(rule.id)  \(rule.title[language])",
            line(en: "Source", zh: "来源", rule.citation[language]),
            line(en: "Force", zh: "效力", rule.force.name[language]),
            line(en: "Confidence", zh: "可信度", rule.confidence.rawValue),
            line(en: "Valid", zh: "有效期", rule.validity),
        ]
        lines += rule.effects.map { "  · \($0[language])" }
        if let notes = rule.notes { lines.append(line(en: "Note", zh: "说明", notes[language])) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(en: String, zh: String, _ value: String) -> String {
        "  \(BilingualText(en: en, zh: zh)[language]): \(value)"
    }
}
