import VisitModel
import VisitRules

/// Looks for prisons about which no law on visits is on file: every answer for them is undetermined, and no visit is
/// planned.
struct LawCheck {
    /// A warning for each such prison.
    let findings: [Finding]

    /// - Parameter book: the rules in force; where there are none, nothing is said.
    init(_ prisons: [Prison], book: RuleBook?, today: Day) {
        findings = prisons.compactMap { prison in
            guard let book, !book.hasLaw(in: prison.jurisdiction, on: today) else { return nil }
            return Finding(
                .warning, code: "law-missing", subject: "prison \(prison.id)",
                sentence: BilingualText(
                    en:
                        "No law on visits in \(prison.jurisdiction) is on file for \(today): found no rule pack that speaks of "
                        + "it; expected one. Until then no visit to this prison can be answered or planned.",
                    zh: "未收录 \(prison.jurisdiction) 在 \(today) 适用的会见规定：没有相应的规则包。补充之前，对该监狱的会见"
                        + "无法作出结论，也无法安排。"),
                advice: BilingualText(
                    en:
                        "Perhaps the jurisdiction is misspelt (CN, CN-SC, US-MI, US-BOP, GB-EAW); otherwise write a rule pack, "
                        + "as the guide on adding a rule says, and have it signed off.",
                    zh: "请检查法域代码是否有误（CN、CN-SC、US-MI、US-BOP、GB-EAW）；否则请按“添加规则”指南编写规则包并经审核。"))
        }
    }
}
