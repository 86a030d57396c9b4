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
        let concerns = status.concerns.isEmpty ? "" : "\n" + FindingsText(status.concerns, language: language).text
        return table.text + "\n" + plan + upkeep + concerns
    }

    private var upkeep: String {
        let upkeep = status.upkeep
        var lines: [String] = []
        if let plan = upkeep.lastPlan {
            let age = status.today - plan
            lines.append(
                phrases.choose(
                    "The plan was made on \(plan), \(age == 1 ? "1 day" : "\(age) days") ago.",
                    "该计划制定于\(plan)，距今\(age)天。"))
        }
        if let night = upkeep.night {
            lines.append(
                night.fault.map {
                    phrases.choose(
                        "The last night, of \(night.day), failed: \($0).", "最近一次夜间运行（\(night.day)）失败：\($0)。")
                } ?? phrases.choose("The last night, of \(night.day), went well.", "最近一次夜间运行（\(night.day)）正常完成。"))
        }
        lines.append(
            upkeep.waitingSince.map {
                phrases.choose(
                    "\(phrases.count(upkeep.waitingMessages, "message waits", "messages wait", "")), "
                        + "the oldest since \($0).",
                    "待发消息\(upkeep.waitingMessages)条，最早的自\($0)起等待。")
            } ?? phrases.choose("No message waits.", "没有待发消息。"))
        lines.append(
            upkeep.backedUp.map {
                phrases.choose("The last verified backup is of \($0).", "最近一次经核验的备份作于\($0)。")
            } ?? phrases.choose("No verified backup is known.", "没有已知的经核验的备份。"))
        if let free = upkeep.freeBytes {
            lines.append(phrases.choose("The disk has \(free / 1_000_000) MB left.", "磁盘剩余\(free / 1_000_000) MB。"))
        }
        if upkeep.isSimulated == true {
            lines.append(
                phrases.choose(
                    "This is a simulated store: it takes any day for today.", "这是模拟数据库：任何日期都可作为今天。"))
        }
        return lines.map { $0 + "\n" }.joined()
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
