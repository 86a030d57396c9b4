import VisitModel

extension Refusal.Code {
    /// The reason in a few words, for headings and counts.
    var title: BilingualText {
        switch self {
        case .contactOnHold: BilingualText(en: "contact is still being decided", zh: "能否会见尚待决定")
        case .declinedByChild: BilingualText(en: "the child does not want a visit now", zh: "孩子目前不愿会见")
        case .contactForbidden: BilingualText(en: "contact is forbidden", zh: "禁止接触")
        case .prisonerDeclines: BilingualText(en: "the prisoner does not want visits", zh: "服刑人员不愿会见")
        case .released: BilingualText(en: "released", zh: "已经获释")
        case .ineligible: BilingualText(en: "not eligible under the rules", zh: "按规定不符合会见条件")
        case .suspended: BilingualText(en: "visits are suspended", zh: "会见被暂停")
        case .deferred: BilingualText(en: "visits are deferred", zh: "会见被推迟")
        case .undetermined: BilingualText(en: "law, a fact or a figure is missing", zh: "缺少规定、事实或数值")
        case .coResident: BilingualText(en: "the child lives with the prisoner", zh: "孩子与服刑人员同住")
        case .outOfPrison: BilingualText(en: "the prisoner is not in prison", zh: "服刑人员目前不在监狱")
        case .papersMissing: BilingualText(en: "papers are missing", zh: "证件不齐")
        case .noSession: BilingualText(en: "no visiting session", zh: "没有会见场次")
        case .noCompanion: BilingualText(en: "nobody to go along", zh: "无人陪同")
        case .noJourney: BilingualText(en: "no possible journey", zh: "行程不可行")
        case .noEscort: BilingualText(en: "no escort is free", zh: "没有可用的陪同人员")
        case .noBudget: BilingualText(en: "no money left for the journey", zh: "路费预算不足")
        case .quotaUsed: BilingualText(en: "the allowed visits are used up", zh: "会见次数已用完")
        case .sessionsFull: BilingualText(en: "the sessions are full", zh: "会见场次已满")
        case .tooSoon: BilingualText(en: "too soon after the last visit", zh: "距上次会见太近")
        case .doesNotHold: BilingualText(en: "the date that was found does not hold", zh: "找到的日期经核对不可行")
        case .outweighed: BilingualText(en: "worth less than its journey costs", zh: "路途负担超过会见价值，未予安排")
        }
    }
}

extension Refusal {
    /// The figures behind the reason that its sentence does not tell already, each with what it is.
    func figures(_ language: Language) -> [String] {
        // The sentence of a flag tells all of its figures.
        guard code != .doesNotHold else { return [] }
        return facts.map { Phrases(language).labelled($0.label[language].onOneLine, $0.value.onOneLine) }
    }
}

extension Refusal.Fact {
    /// What the figure is about.
    fileprivate var label: BilingualText { Self.labels[name] ?? BilingualText(name) }

    private static let labels: [String: BilingualText] = [
        "release": .init(en: "released on", zh: "释放日期"), "until": .init(en: "until", zh: "截止"),
        "rule": .init(en: "rule", zh: "规则"), "parameter": .init(en: "parameter", zh: "参数"),
        "prison": .init(en: "prison", zh: "监狱"), "horizon": .init(en: "days looked at", zh: "查找范围"),
        "limit": .init(en: "limit", zh: "限制"), "from": .init(en: "from", zh: "出发地"),
        "to": .init(en: "to", zh: "目的地"), "km": .init(en: "kilometres", zh: "公里"),
        "youngest": .init(en: "age of the youngest", zh: "最小孩子的年龄"),
        "journeyDays": .init(en: "days of the journey", zh: "行程日期"),
        "travelSickness": .init(en: "travel sickness", zh: "晕车"),
        "neededMinutes": .init(en: "minutes needed", zh: "需要的分钟数"),
        "allowedMinutes": .init(en: "minutes allowed", zh: "允许的分钟数"),
        "excessMinutes": .init(en: "minutes too long", zh: "超出的分钟数"), "needed": .init(en: "needed", zh: "需要"),
        "allowed": .init(en: "allowed", zh: "允许"), "leavesAfter": .init(en: "may leave from", zh: "最早离家"),
        "returnsBefore": .init(en: "must be home by", zh: "最晚到家"), "sessions": .init(en: "sessions", zh: "场次"),
        "escorts": .init(en: "escorts", zh: "陪同人员"), "options": .init(en: "possible dates", zh: "可选的日期数"),
        "months": .init(en: "months", zh: "月份"), "quota": .init(en: "visits allowed", zh: "允许的会见次数"),
        "prisoner": .init(en: "prisoner", zh: "服刑人员"),
        "saturated": .init(en: "sessions that others fill", zh: "已排满的场次"),
        "minGap": .init(en: "days that must lie between", zh: "至少间隔天数"),
        "open": .init(en: "dates left open", zh: "未被排除的日期数"),
        "tooSoon": .init(en: "dates too soon", zh: "间隔太近的日期数"),
        "home": .init(en: "home of the escorts", zh: "陪同人员所在机构"),
    ]
}
