import VisitModel

/// Why a bond may have what it may have, told as a person would tell it, and why its visit is when it is.
public struct ExplainText: Sendable {
    /// The explanation.
    public var explanation: Explanation
    /// The ISO 4217 code of the currency of fares.
    public var currency: String
    /// The language.
    public var language: Language

    /// A text of this explanation.
    public init(_ explanation: Explanation, currency: String = "CNY", language: Language) {
        self.explanation = explanation
        self.currency = currency
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// The text: the answer, what is granted, each step of the reasoning, what has no number, what disagrees, and the
    /// choice of date.
    public var text: String {
        let told = EntitlementText(explanation.entitlement, language: language)
        return heading + "\n" + obstacles + told.text + "\n" + account + companions + choice
    }

    private var heading: String {
        let relation = explanation.relation.familiarName[language]
        let child =
            explanation.child.name.onOneLine
            + phrases.bracketed(phrases.age(explanation.child.age(on: explanation.date)))
        let prisoner = explanation.prisoner.name.onOneLine
        let date = phrases.date(explanation.date)
        return phrases.choose(
            "\(child) and \(relation) \(prisoner), on \(date)\n", "\(child)与\(relation)\(prisoner)，\(date)\n")
    }

    /// What the judge says, before what the rules say by themselves: they know nothing of a release or a closure.
    private var obstacles: String {
        guard !explanation.obstacles.isEmpty else { return "" }
        let names = explanation.flagNames
        let lines = explanation.obstacles.map { "· " + $0.sentence(naming: names)[language].onOneLine }
        let title =
            explanation.obstacles.allSatisfy { !$0.code.isObstacle }
            ? phrases.choose("To be verified before they can meet", "会见前须先核实")
            : phrases.choose("As things stand they cannot meet on that day", "按目前的情况，当天不能会见")
        return section(title, lines) + "\n" + phrases.choose("What the rules alone say", "仅就规定而言") + "\n"
    }

    private var account: String {
        guard let statement = explanation.account else { return "" }
        return section(
            phrases.choose("The account", "关于余额"), AccountText(statement, language: language).summary) + "\n"
    }

    private var companions: String {
        guard !explanation.companions.isEmpty else { return "" }
        let lines = explanation.companions.map { adult in
            let relation = adult.relation?.name[language] ?? phrases.choose("escort", "陪同人员")
            let who = "· " + adult.name.onOneLine + phrases.bracketed(relation)
            let state =
                if let obstacle = adult.obstacle {
                    obstacle[language]
                } else if adult.goesAlong {
                    phrases.choose("goes along.", "陪同前往。")
                } else {
                    phrases.choose("could go along.", "可以陪同。")
                }
            return phrases.labelled(who, state)
        }
        return section(phrases.choose("Who can go along", "谁能陪同"), lines) + "\n"
    }

    private var choice: String {
        let lines =
            if let detail = explanation.visit {
                visit(detail)
            } else if let refusal = explanation.refusal {
                refused(refusal)
            } else {
                [phrases.choose("No visit has been planned for this bond yet.", "还没有为这对亲子安排会见。")]
            }
        return section(phrases.choose("The date", "关于日期"), calledOff + lines)
    }

    private var calledOff: [String] {
        guard let calledOff = explanation.calledOff else { return [] }
        let which = calledOff.visit.label.onOneLine + phrases.bracketed("\(calledOff.visit.date)")
        let off = phrases.choose("The visit \(which) was called off.", "会见 \(which)已取消。")
        return [phrases.paragraph([off, phrases.sentence(calledOff.why(naming: explanation.flagNames)[language])])]
    }

    private func visit(_ detail: VisitDetail) -> [String] {
        let told = VisitSentences(detail: detail, phrases: phrases, currency: currency)
        let sentence = phrases.choose(
            "The visit is \(told.when), \(told.place).", "会见安排：\(told.when)，\(told.place)。")
        return [FlagSentences(detail, phrases).warning, sentence, told.reason, told.firmness].compactMap { $0 }
    }

    private func refused(_ refusal: Refusal) -> [String] {
        let sentence = phrases.sentence(refusal.sentence[language])
        let reason = phrases.choose("There is no visit: ", "没有安排会见：") + sentence
        let facts = refusal.figures(language).map { "· " + $0 }
        guard !refusal.wouldHelp.isEmpty else { return [reason] + facts }
        let help = refusal.wouldHelp.map { "· " + phrases.sentence($0[language]) }
        return [reason] + facts + [phrases.choose("What would help:", "怎样才能成行：")] + help
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        title + "\n" + lines.map { "  \($0)\n" }.joined()
    }
}
