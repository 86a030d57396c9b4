import VisitModel

/// What a bond may have on a date, with the reasoning step by step, for a person. It holds no names.
public struct EntitlementText: Sendable {
    /// The entitlement.
    public var entitlement: Entitlement
    /// The language.
    public var language: Language

    /// A text of this entitlement.
    public init(_ entitlement: Entitlement, language: Language) {
        self.entitlement = entitlement
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// The text.
    public var text: String {
        [brief, answer, steps, unquantified, conflicts, remarks].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Where the reasoning is long, three lines before it for the family: whether, why or how often, and what to do. The
    /// steps are for the file.
    private var brief: String {
        guard entitlement.trace.count > Self.shortTrace else { return "" }
        let told = EntitlementSentences(entitlement: entitlement, phrases: phrases)
        let lines = [told.decision, told.reason, told.whatToDo].map { "  \($0)\n" }
        return phrases.choose("In three lines, for the family", "给家属的三句话") + "\n" + lines.joined()
    }

    /// So many steps are read at a glance.
    private static let shortTrace = 8

    private var answer: String {
        let told = EntitlementSentences(entitlement: entitlement, phrases: phrases)
        return told.decision + "\n" + told.grants.map { "  · \($0)\n" }.joined()
    }

    private var steps: String {
        guard !entitlement.trace.isEmpty else {
            return phrases.choose("No rule speaks of this case.\n", "没有适用于此情形的规则。\n")
        }
        let title = phrases.choose("How this comes about", "依据与推导")
        let steps = entitlement.trace.filter(\.bearsOnAnswer)
        return title + "\n" + steps.enumerated().map { step($0.element, number: $0.offset + 1) }.joined()
    }

    /// What the rules say besides, a line each.
    private var remarks: String {
        let lines = entitlement.trace.filter { !$0.bearsOnAnswer }.map { step in
            "  · " + phrases.paragraph([phrases.sentence(step.sentence[language]), "[\(step.rule.onOneLine)]"]) + "\n"
        }
        guard !lines.isEmpty else { return "" }
        return phrases.choose("What the rules say besides", "规则还提到") + "\n" + lines.joined()
    }

    private func step(_ step: TraceStep, number: Int) -> String {
        let digits = String(entitlement.trace.count).count
        let label = String(repeating: " ", count: digits - String(number).count) + "\(number). "
        let margin = String(repeating: " ", count: digits + 2)
        let source = [step.citation[language].onOneLine, step.force.name[language], step.confidence.name[language]]
        var lines = [
            label + phrases.sentence(step.sentence[language]),
            margin + "[\(step.rule.onOneLine)] " + source.joined(separator: phrases.choose("; ", "；")),
        ]
        if let winner = step.overriddenBy {
            lines.append(
                margin
                    + phrases.choose(
                        "Not followed here: \(winner.onOneLine) goes before it.", "此处未采用：\(winner.onOneLine)优先。"))
        }
        return lines.map { "  \($0)\n" }.joined()
    }

    /// Which parameter settles what the source leaves open, and how it is set.
    private func setting(_ right: Entitlement.Unquantified) -> String {
        let name = right.parameter.onOneLine
        if right.isUnset {
            return phrases.choose(
                "The operator’s parameter \(name) settles it; it is not set yet.", "由管理者参数 \(name) 决定，尚未设定。")
        }
        switch right.value {
        case "yes": return phrases.choose("The operator’s parameter \(name) says yes.", "管理者参数 \(name) 设为“是”。")
        case "no": return phrases.choose("The operator’s parameter \(name) says no.", "管理者参数 \(name) 设为“否”。")
        default:
            return phrases.choose(
                "The operator’s parameter \(name) stands for the number; it is \(right.value.onOneLine).",
                "具体数值由管理者参数 \(name) 设定，现为 \(right.value.onOneLine)。")
        }
    }

    private var unquantified: String {
        let lines = entitlement.unquantified.map { right in
            let sentence = phrases.sentence(right.sentence[language])
            return "  · [\(right.rule.onOneLine)] " + phrases.paragraph([sentence, setting(right)]) + "\n"
        }
        guard !lines.isEmpty else { return "" }
        return phrases.choose("Rights to which the source gives no number", "原文没有给出数值的权利") + "\n" + lines.joined()
    }

    private var conflicts: String {
        let lines = entitlement.conflicts.map { conflict in
            "  · [\(conflict.rules.joined(separator: ", "))] \(phrases.sentence(conflict.sentence[language]))\n"
        }
        guard !lines.isEmpty else { return "" }
        return phrases.choose("Rules that disagree", "相互冲突的规则") + "\n" + lines.joined()
    }
}
