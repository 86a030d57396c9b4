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
        case .undetermined: BilingualText(en: "a rule needs a figure from the operator", zh: "规则缺少须由管理者设定的数值")
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
