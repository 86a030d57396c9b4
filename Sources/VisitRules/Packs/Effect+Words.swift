import VisitModel

/// Effects in a few words, for lists of rules.
extension Effect {
    /// What the effect does, with its numbers: `cap: visits, 1 per calendar month, soft`.
    public var summary: BilingualText {
        let detail = detail
        return BilingualText(
            en: detail.english.isEmpty ? word.rawValue : "\(word.rawValue): \(detail.english)",
            zh: detail.chinese.isEmpty ? word.name : "\(word.name)：\(detail.chinese)")
    }

    private var detail: BilingualText {
        switch self {
        case .floor(let measure, let amount, let per): Self.counting(measure, amount, per, "≥ ")
        case .cap(let measure, let amount, let per, let isSoft):
            Self.counting(measure, amount, per, isSoft ? "~ " : "≤ ")
        case .bonus(let measure, .adding(let amount), let per): Self.counting(measure, amount, per, "+ ")
        case .bonus(let measure, .raisingTo(let amount), let per): Self.counting(measure, amount, per, "→ ")
        case .bonus(let measure, .multiplying(let times), let per):
            Self.counting(measure, .fixed(times), per, "× ")
        case .override(let permissions): BilingualText(permissions.map(\.rawValue).joined(separator: ", "))
        case .escort(let demand):
            BilingualText(en: "escort < \(demand.belowAge.text)", zh: "陪同 < \(demand.belowAge.text) 岁")
        case .documents(let papers):
            BilingualText(
                en: papers.map(\.name.english).joined(separator: ", "),
                zh: papers.map(\.name.chinese).joined(separator: "、"))
        case .notice(let days): BilingualText(en: "\(days.text) days ahead", zh: "提前 \(days.text) 天")
        case .consent: BilingualText(en: "consent", zh: "本人同意")
        case .contactForm(let mode): mode.name
        case .setting(let setting): BilingualText(setting.rawValue)
        case .modes(let modes), .limitModes(let modes): Self.forms(modes)
        case .eligibility(let admission):
            BilingualText(
                en: (admission.relations.map(\.name.english) + (admission.isOpen ? ["others"] : []))
                    .joined(separator: ", "),
                zh: admission.relations.map(\.name.chinese).joined(separator: "、") + (admission.isOpen ? "等" : ""))
        case .exclusion: BilingualText(en: "none", zh: "不得会见")
        case .notCounted(let age): BilingualText(en: "children < \(age.text)", zh: "不满 \(age.text) 岁的儿童")
        case .immunity(let immunity): Self.forms(immunity.restrictedMeans)
        case .suspend(let suspension): BilingualText("\(suspension.target.rawValue), \(suspension.reach.rawValue)")
        case .defer(let most, _):
            most.map { BilingualText(en: "≤ \($0.text) days", zh: "≤ \($0.text) 天") } ?? BilingualText("")
        case .extendedStay(let stay):
            BilingualText(
                en: "\(stay.days.text) × \(stay.hours.text) h", zh: "\(stay.days.text) 天 × \(stay.hours.text) 小时")
        case .coResidence(let age), .suspendCustody(let age):
            BilingualText(en: "< \(age.words.english)", zh: "< \(age.words.chinese)")
        case .homeLeave(let least, let most): BilingualText(en: "\(least)–\(most) days", zh: "\(least)–\(most) 天")
        case .video(let video):
            BilingualText(
                [video.minutes?.text, video.countsToQuota].compactMap { $0 }.joined(separator: ", "))
        case .visitOrders(let terms), .privilegeOrders(let terms):
            BilingualText(
                en: "\(terms.amount.text) every \(terms.every) days", zh: "每 \(terms.every) 天 \(terms.amount.text) 张")
        case .clock(let clock): clock.threshold.words
        case .flag(let flag): BilingualText(flag.parameter ?? "")
        case .ask, .placement, .data, .publish: BilingualText("")
        }
    }

    private static func counting(_ measure: Measure, _ amount: Amount, _ per: CountingPeriod, _ sign: String)
        -> BilingualText
    {
        BilingualText(
            en: "\(measure.name.english) \(sign)\(amount.text) / \(per.words.english)",
            zh: "\(measure.name.chinese) \(sign)\(amount.text) / \(per.words.chinese)")
    }

    private static func forms(_ modes: [Mode]) -> BilingualText {
        BilingualText(
            en: modes.map(\.name.english).joined(separator: ", "), zh: modes.map(\.name.chinese).joined(separator: "、"))
    }
}

extension Amount {
    /// The number, or the name of the parameter that gives it.
    var text: String {
        switch self {
        case .fixed(let number): String(number)
        case .parameter(let name): name
        }
    }
}

extension Span {
    var words: BilingualText {
        switch self {
        case .days(let amount): BilingualText(en: "\(amount.text) days", zh: "\(amount.text) 天")
        case .workingDays(let amount):
            BilingualText(en: "\(amount.text) working days", zh: "\(amount.text) 个工作日")
        case .months(let amount), .civilMonths(let amount):
            BilingualText(en: "\(amount.text) months", zh: "\(amount.text) 个月")
        }
    }
}

extension CountingPeriod {
    var words: BilingualText {
        switch self {
        case .visit: BilingualText(en: "visit", zh: "每次会见")
        case .calendarMonth: BilingualText(en: "calendar month", zh: "自然月")
        case .calendarYear: BilingualText(en: "calendar year", zh: "自然年")
        case .days(let count): BilingualText(en: "\(count) days", zh: "\(count) 天")
        case .trailing(let days): BilingualText(en: "last \(days) days", zh: "最近 \(days) 天")
        }
    }
}

extension Measure {
    var name: BilingualText {
        switch self {
        case .visits: BilingualText(en: "visits", zh: "次数")
        case .minutes: BilingualText(en: "minutes", zh: "分钟")
        case .visitors: BilingualText(en: "visitors", zh: "人数")
        case .adults: BilingualText(en: "adults", zh: "成年人")
        case .children: BilingualText(en: "children", zh: "儿童")
        }
    }
}

extension Effect.Word {
    /// The word in Chinese.
    var name: String {
        switch self {
        case .floor: "最低保障"
        case .cap: "上限"
        case .bonus: "增加"
        case .override: "个案批准"
        case .require: "要求"
        case .modes: "会见方式"
        case .eligibility: "会见资格"
        case .notCounted: "不计入"
        case .immunity: "不受处分影响"
        case .ask: "待确认"
        case .suspend: "暂停"
        case .defer: "推迟"
        case .extendedStay: "团聚"
        case .coResidence: "随同居住"
        case .suspendCustody: "暂予监外执行"
        case .homeLeave: "离监探亲"
        case .video: "视频会见"
        case .visitOrders: "探访令"
        case .privilegeOrders: "优待探访令"
        case .clock: "期限"
        case .flag: "提示"
        case .placement: "关押地点"
        case .data: "登记"
        case .publish: "公布"
        }
    }
}
