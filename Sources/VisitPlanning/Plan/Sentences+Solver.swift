import VisitModel
import VisitSolver

/// The reasons that the solver finds in the finished plan.
extension Sentences {
    /// The reason that the solver found.
    static func reason(_ refused: RefusedRequest) -> Reason {
        let facts = refused.facts.map { Refusal.Fact($0.name, $0.value.text) }
        let besides = refused.facts.first { $0.name == RefusalFact.besides }.map(\.value.items) ?? []
        let others = besides.compactMap { Refusal.Code(rawValue: $0) }.map(reason)
        var reason = reason(refused.code)
        if !others.isEmpty { reason = reason.together(with: others) }
        reason.facts = facts
        return reason
    }

    private static func reason(_ code: Refusal.Code) -> Reason {
        switch code {
        case .sessionsFull: sessionsFull
        case .quotaUsed: quotaUsed
        case .noEscort: noEscort
        case .noCompanion: noCompanionDay
        case .noBudget: noBudget
        case .tooSoon: tooSoon
        case .doesNotHold: elsewhere
        default: outweighed
        }
    }

    static let sessionsFull = Reason(
        code: .sessionsFull,
        sentence: BilingualText(en: "All sessions that would suit are full.", zh: "适合的会见场次均已约满。"),
        wouldHelp: [
            BilingualText(en: "One more table in one of those sessions.", zh: "在其中一个场次增加一张会见桌。")
        ])

    static let quotaUsed = Reason(
        code: .quotaUsed,
        sentence: BilingualText(
            en: "The visits that the rules allow this prisoner in that time are used up.",
            zh: "规则允许该服刑人员在此期间的会见次数已用完。"),
        wouldHelp: [
            BilingualText(
                en: "An extra visit, which the warden may grant on request.", zh: "向监狱长申请增加一次会见。")
        ])

    static let noEscort = Reason(
        code: .noEscort,
        sentence: BilingualText(
            en: "The escorts are taken on all days that would suit.", zh: "适合的日子里，陪同人员都已有安排。"),
        wouldHelp: [BilingualText(en: "One more escort day.", zh: "增加一个陪同日。")])

    static let noBudget = Reason(
        code: .noBudget,
        sentence: BilingualText(
            en: "The month's travel money does not suffice for the journey beside the others.",
            zh: "当月路费预算扣除其他行程后，不足以支付此次行程。"),
        wouldHelp: [BilingualText(en: "More travel money in that month.", zh: "增加当月的路费预算。")])

    static let tooSoon = Reason(
        code: .tooSoon,
        sentence: BilingualText(
            en: "The least time between two visits has not passed before the plan ends.",
            zh: "在本次计划期内，距上次会见的最短间隔尚未满。"))

    /// Dates were found, and those who would have had to be there could not.
    static let elsewhere = Reason(
        code: .doesNotHold,
        sentence: BilingualText(
            en:
                "On every date that was found somebody who would have to be there is elsewhere, or two prisoners who must "
                + "be kept apart would meet.",
            zh: "所有可选日期都行不通：必须到场的人另有安排，或须分开的两名服刑人员会同场。"))

    static let outweighed = Reason(
        code: .outweighed,
        sentence: BilingualText(
            en:
                "There is a date that would be possible; by the plan's weights it is worth less than its journey costs.",
            zh: "有可行的日期，但按计划的权重衡量，其价值低于路途负担，未予安排。"))
}

extension Sentences.Reason {
    /// This reason and others that hold at the same time: lifting one of them alone would not help.
    fileprivate func together(with others: [Self]) -> Self {
        let all = [self] + others
        let sentence = all.map(\.sentence)
        let helps = all.compactMap(\.wouldHelp.first)
        let help = BilingualText(
            en: "Only together: \(helps.map(\.english).joined(separator: " "))",
            zh: "须同时满足：\(helps.map(\.chinese).joined())")
        return Self(
            code: code,
            sentence: BilingualText(
                en: "Several things are missing at once. \(sentence.map(\.english).joined(separator: " "))",
                zh: "同时缺少几项条件。\(sentence.map(\.chinese).joined())"),
            wouldHelp: helps.count == all.count ? [help] : [])
    }
}

extension RefusalFact.Value {
    /// The value in one line.
    fileprivate var text: String {
        switch self {
        case .count(let count): String(count)
        case .list(let items): items.joined(separator: " ")
        case .text(let text): text
        }
    }

    fileprivate var items: [String] { if case .list(let items) = self { items } else { [] } }
}
