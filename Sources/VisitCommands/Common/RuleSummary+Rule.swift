import VisitModel
import VisitReports
import VisitRules

extension RuleSummary {
    /// What people are told of a rule.
    init(_ rule: Rule) {
        self.init(
            id: rule.id, title: rule.title, citation: rule.citation, force: rule.force, confidence: rule.confidence,
            validFrom: rule.validFrom, validTo: rule.validTo, effects: rule.provisions.map(\.sentence.source),
            notes: rule.notes)
    }
}

extension PackSummary {
    /// What people are told of a pack of rules.
    init(_ pack: RulePack) {
        self.init(
            id: pack.id, title: pack.title, instrument: pack.instrument, rules: pack.rules.map { RuleSummary($0) })
    }
}
