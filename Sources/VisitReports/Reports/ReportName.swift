import VisitModel

/// The reports that there are.
public enum ReportName: String, Sendable, CaseIterable {
    /// One household's visits ahead, step by step.
    case itinerary
    /// The same for a child, in plain words with pictures.
    case child
    /// One household's visits of a month, for the wall.
    case month
    /// One escort's journeys of a month.
    case escort
    /// The gate's list of a prison's visits on one day.
    case day
    /// A prison's visits of one week, for its approval.
    case requests
    /// How long which child has not seen its parent.
    case coverage
    /// Which bonds have no visit, and why.
    case refusals
    /// The shadow prices: what one more table, escort trip or unit of money would add.
    case bottlenecks
    /// What the last plan changed, and why.
    case changes
    /// What may be spent on journeys, and what the plan spends.
    case budget
    /// What the rules give, what is planned and what took place.
    case compliance
    /// The contact of one prisoner with the children, for a parole file.
    case record
    /// What may be published about imprisoned parents and their children.
    case statistics

    /// What a report is about, and so what it must be asked with.
    public enum Subject: String, Sendable, CaseIterable {
        case household, child, escort, prison, prisoner, everything
    }

    /// What the report is about.
    public var subject: Subject {
        switch self {
        case .itinerary, .month: .household
        case .child: .child
        case .escort: .escort
        case .day, .requests: .prison
        case .record: .prisoner
        case .coverage, .refusals, .bottlenecks, .changes, .budget, .compliance, .statistics: .everything
        }
    }

    /// The report's title.
    public var title: BilingualText {
        switch self {
        case .itinerary: BilingualText(en: "Our visits", zh: "会见行程单")
        case .child: BilingualText(en: "My visit", zh: "我要去见面啦")
        case .month: BilingualText(en: "Visits of the month", zh: "本月会见")
        case .escort: BilingualText(en: "An escort’s month", zh: "陪同人员月程")
        case .day: BilingualText(en: "Visits of the day", zh: "当日会见名单")
        case .requests: BilingualText(en: "Visits for approval", zh: "会见申请汇总")
        case .coverage: BilingualText(en: "Time since last visit", zh: "会见情况一览")
        case .refusals: BilingualText(en: "Children without a visit", zh: "未能安排会见的孩子")
        case .bottlenecks: BilingualText(en: "What would help most", zh: "最需要增加什么")
        case .changes: BilingualText(en: "What the last plan changed", zh: "最近一次计划的改动")
        case .budget: BilingualText(en: "Budget against plan", zh: "路费预算与计划对照")
        case .compliance: BilingualText(en: "What the rules give, and what takes place", zh: "规定的会见与实际会见对照")
        case .record: BilingualText(en: "Record of contact", zh: "亲子会见记录")
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
        case .child:
            BilingualText(
                en: "For a child: its next visits in plain words with pictures.", zh: "给孩子看的：用图画和简单的话说明接下来的会见。")
        case .month:
            BilingualText(
                en: "For the wall: one household’s visits of a month as a calendar.", zh: "可挂墙：一个家庭当月会见的月历。")
        case .escort:
            BilingualText(
                en: "One escort’s journeys of a month: when, with whom, where to, telephone numbers.",
                zh: "一名陪同人员当月的出行：时间、孩子、目的地和电话。")
        case .day:
            BilingualText(
                en: "For the gate: a prison’s visits of one day with persons, ages and papers, by session.",
                zh: "供监狱门口使用：某监狱一天内各场次的会见、人员、年龄和证件。")
        case .requests:
            BilingualText(
                en: "For the prison: the visits of one week, to be approved or declined.", zh: "供监狱审批：某一周的会见，逐项批准或不批准。")
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
                en:
                    "What one more table, escort trip or visit, or 100 more of the currency, would add, and where.",
                zh: "多一张会见桌、一次陪同、一次会见额度或100个货币单位的经费在何处最有用，作用最大的在前。")
        case .changes:
            BilingualText(
                en: "Visits that the last plan cancelled, moved or added, each with its reason.",
                zh: "最近一次计划取消、改期或新增的会见及其原因。")
        case .budget:
            BilingualText(
                en: "Month by month what may be spent on journeys, what they cost, and what is left.",
                zh: "逐月列出路费预算、行程费用和余额。")
        case .compliance:
            BilingualText(
                en: "Rule by rule: entitled, planned and held visits; mothers after separation; rules in conflict.",
                zh: "逐条规定列出应有、已安排和已进行的会见，母子分离后的会见，以及规则冲突。")
        case .record:
            BilingualText(
                en: "For a parole file: one prisoner’s visits with the children, held, missed, cancelled by whom.",
                zh: "供假释材料使用：某服刑人员与子女的会见，包括已进行、未成行及由谁取消。")
        case .statistics:
            BilingualText(
                en: "For the public (UN Bangkok Rules 68, 69): ages, distances, contact; small numbers are withheld.",
                zh: "可公开发布（联合国《曼谷规则》第68、69条）：年龄、距离、会见情况；小数字不予公布。")
        }
    }
}
