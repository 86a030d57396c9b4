import VisitModel

/// What the store holds and how its last plan stands, for a person.
public struct StatusText: Sendable {
    /// The state.
    public var status: StoreStatus
    /// The language.
    public var language: Language

    /// A text of that state.
    public init(_ status: StoreStatus, language: Language) {
        self.status = status
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// The text: the counts, then the plan.
    public var text: String {
        let table = TextTable(
            [.init(phrases.choose("Holds", "内容")), .init(phrases.choose("Number", "数量"), .right)],
            rows: status.counts.map { [$0.name, String($0.count)] })
        return table.text + "\n" + plan
    }

    private var plan: String {
        guard let plan = status.plan else {
            return phrases.choose(
                "There is no plan yet. Perhaps run `visitctl plan`.\n", "还没有会见计划。可以运行 `visitctl plan` 生成。\n")
        }
        let ahead = plan.visitsAhead.count { $0.date >= status.today }
        return phrases.choose(
            "Plan \(plan.number), published \(plan.published), covers \(phrases.days(plan.horizon)): "
                + "\(phrases.count(ahead, "visit", "visits", "")) ahead, \(plan.refusals.count) refused.\n",
            "第\(plan.number)号计划（发布于\(plan.published)），覆盖\(phrases.days(plan.horizon))："
                + "今后有\(ahead)次会见，\(plan.refusals.count)项未能安排。\n")
    }
}
