import VisitModel

/// The reports that there are.
public enum ReportName: String, Sendable, CaseIterable {
    /// One household's visits ahead, step by step.
    case itinerary
    /// The gate's list of a prison's visits on one day.
    case day
    /// How long which child has not seen its parent.
    case coverage
    /// Which bonds have no visit, and why.
    case refusals
    /// What one more table, escort trip or unit of money would be worth.
    case bottlenecks
    /// What the last plan changed, and why.
    case changes
    /// What may be published about imprisoned parents and their children.
    case statistics

    /// The report's title.
    public var title: BilingualText {
        switch self {
        case .itinerary: BilingualText(en: "Our visits", zh: "会见行程单")
        case .day: BilingualText(en: "Visits of the day", zh: "当日会见名单")
        case .coverage: BilingualText(en: "Who has not been seen for how long", zh: "会见情况一览")
        case .refusals: BilingualText(en: "Children without a visit", zh: "未能安排会见的孩子")
        case .bottlenecks: BilingualText(en: "What would help most", zh: "最需要增加什么")
        case .changes: BilingualText(en: "What the last plan changed", zh: "最近一次计划的改动")
        case .statistics:
            BilingualText(en: "Children of imprisoned parents in figures", zh: "服刑人员子女统计")
        }
    }

    /// What the report is for, in a sentence.
    public var summary: BilingualText {
        switch self {
        case .itinerary:
            BilingualText(
                en: "One household’s visits ahead, step by step: journey, papers, companion, telephone numbers.",
                zh: "一个家庭今后的会见，逐步列出路程、证件、陪同人和电话。")
        case .day:
            BilingualText(
                en: "For the gate: a prison’s visits of one day with persons, ages and papers, by session.",
                zh: "供监狱门口使用：某监狱一天内各场次的会见、人员、年龄和证件。")
        case .coverage:
            BilingualText(
                en:
                    "Every child and parent: days since they last met, the next visit or why there is none; longest first.",
                zh: "每名孩子与父母：距上次见面的天数、下次会见或未安排的原因；间隔最长的在前。")
        case .refusals:
            BilingualText(
                en: "Every child without a visit, by reason, with what would help.", zh: "按原因列出没有会见安排的孩子，并说明怎样才能成行。")
        case .bottlenecks:
            BilingualText(
                en: "What one more table, escort trip, visit or 10,000 cents would be worth, and where; most first.",
                zh: "多一张会见桌、一次陪同、一次会见额度或一万分经费在何处最有用，作用最大的在前。")
        case .changes:
            BilingualText(
                en: "Visits that the last plan cancelled, moved or added, each with its reason.",
                zh: "最近一次计划取消、改期或新增的会见及其原因。")
        case .statistics:
            BilingualText(
                en: "For the public (UN Bangkok Rules 68, 69): ages, distances, contact; small numbers are withheld.",
                zh: "可公开发布（联合国《曼谷规则》第68、69条）：年龄、距离、会见情况；小数字不予公布。")
        }
    }

    /// What the report is about: one household, a prison's day, or everything.
    public var subject: Subject {
        switch self {
        case .itinerary: .household
        case .day: .prisonDay
        case .coverage, .refusals, .bottlenecks, .changes, .statistics: .everything
        }
    }

    /// What a report is about, and so what it must be asked with.
    public enum Subject: Sendable {
        /// A household.
        case household
        /// A prison and a day.
        case prisonDay
        /// All bonds.
        case everything
    }
}
