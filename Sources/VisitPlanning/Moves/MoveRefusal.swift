import VisitModel

/// Why a visit cannot be put into another session.
public enum MoveRefusal: Failure, Hashable {
    /// The day is over.
    case past(Day, today: Day)
    /// The session falls out.
    case closed(Identifier<Prison>, Day, closure: Identifier<Closure>)
    /// The prison wants to know earlier.
    case tooLate(Identifier<Session>, ahead: Int, least: Int)
    /// The prison takes no bookings for that day yet.
    case tooEarly(Identifier<Session>, ahead: Int, most: Int)
    /// A rule asks for more notice.
    case shortNotice(Identifier<Session>, ahead: Int, days: Int, rule: String?)
    /// One of the children may not meet the prisoner then: by a decision, or by a rule.
    case notEntitled(Refusal.Code, sentence: BilingualText)
    /// One of the children has said no to that day.
    case declined(Day)
    /// The rules do not let so many come at once on that day.
    case tooMany(Identifier<Session>, children: Int)
    /// No form of meeting that the session offers is one that the rules allow.
    case noForm(Identifier<Session>, offered: [Mode])
    /// The visits that the rules allow the prisoner in that time are used by so many others, the household's own by name.
    case quotaUsed(Identifier<Prisoner>, days: DayRange, allowed: Int, visits: Int, own: [Identifier<Visit>])
    /// The minutes that the rules allow the prisoner in that time are used by others.
    case minutesUsed(Identifier<Prisoner>, days: DayRange, allowed: Minutes, used: Minutes)
    /// The prisoner has no visit order left by then.
    case ordersUsed(Identifier<Prisoner>, Day)
    /// One of the children is on another visit at that time; nil where whoever asks does not see that one.
    case elsewhere(Identifier<Visit>?)
    /// Nobody who could go along is free.
    case noCompanion(Day)
    /// There is no journey to it.
    case noJourney(sentence: BilingualText)

    /// It makes sense, but not as things stand.
    public var kind: FailureKind { .conflict }

    /// A stable word for it, in kebab case.
    public var code: String {
        switch self {
        case .past: "day-is-past"
        case .closed: "session-closed"
        case .tooLate: "booking-too-late"
        case .tooEarly: "booking-too-early"
        case .shortNotice: "notice-too-short"
        case .notEntitled(let code, _): code.rawValue
        case .declined: "day-declined-by-child"
        case .tooMany: "too-many-visitors"
        case .noForm: "no-form-of-meeting"
        case .quotaUsed, .minutesUsed: Refusal.Code.quotaUsed.rawValue
        case .ordersUsed: "orders-used"
        case .elsewhere: "child-elsewhere"
        case .noCompanion: Refusal.Code.noCompanion.rawValue
        case .noJourney: Refusal.Code.noJourney.rawValue
        }
    }

    /// Why not.
    public var sentence: BilingualText {
        switch self {
        case .past, .closed, .tooLate, .tooEarly, .shortNotice: aboutBooking
        case .notEntitled(_, let sentence), .noJourney(let sentence): sentence
        case .tooMany, .noForm, .quotaUsed, .minutesUsed, .ordersUsed: aboutRules
        case .elsewhere(let visit?):
            BilingualText(
                en: "One of the children is on the visit \(visit) at that time.", zh: "其中一名儿童当时有另一次会见 \(visit)。")
        case .elsewhere(nil):
            BilingualText(en: "One of the children is elsewhere at that time.", zh: "其中一名儿童当时另有安排。")
        case .declined(let day):
            BilingualText(
                en: "One of the children has said no to \(day).", zh: "其中一名儿童已表示 \(day) 不去会见。")
        case .noCompanion(let day):
            BilingualText(
                en: "Nobody who could go along with the children is free on \(day).",
                zh: "\(day) 没有可以陪同的人有空。")
        }
    }

    private var aboutBooking: BilingualText {
        switch self {
        case .past(let day, let today):
            BilingualText(
                en: "\(day) is past; expected a day from \(today) on.", zh: "\(day) 已过；应为 \(today) 或之后的日期。")
        case .closed(let prison, let day, let closure):
            BilingualText(
                en: "The prison \(prison) is closed on \(day) (closure \(closure)).",
                zh: "监狱 \(prison) 在 \(day) 停止会见（停访 \(closure)）。")
        case .tooLate(let session, let ahead, let least):
            BilingualText(
                en: "The session \(session) is \(Self.days(ahead)) ahead; the prison wants visits booked "
                    + "\(Self.days(least)) ahead at least.",
                zh: "场次 \(session) 距今 \(ahead) 天；监狱要求至少提前 \(least) 天预约。")
        case .tooEarly(let session, let ahead, let most):
            BilingualText(
                en: "The session \(session) is \(Self.days(ahead)) ahead; the prison takes bookings "
                    + "\(Self.days(most)) ahead at most.",
                zh: "场次 \(session) 距今 \(ahead) 天；监狱最多提前 \(most) 天接受预约。")
        case .shortNotice(let session, let ahead, let days, let rule):
            BilingualText(
                en: "The session \(session) is \(Self.days(ahead)) ahead; \(rule.map { "the rule \($0)" } ?? "a rule") "
                    + "asks for a notice of \(Self.days(days)).",
                zh: "场次 \(session) 距今 \(ahead) 天；\(rule.map { "规则 \($0) " } ?? "规则")要求提前 \(days) 天提出申请。")
        default: preconditionFailure("Only refusals about booking are worded here; found \(code).")
        }
    }

    private var aboutRules: BilingualText {
        switch self {
        case .tooMany(let session, let children):
            BilingualText(
                en: "The rules do not let \(children) children come to the session \(session) at once.",
                zh: "规则不允许 \(children) 名儿童同时参加场次 \(session)。")
        case .noForm(let session, let offered):
            BilingualText(
                en: "The session \(session) is \(offered.map(\.name.english).joined(separator: ", ")); the rules do "
                    + "not allow the children to meet the prisoner so.",
                zh: "场次 \(session) 的形式为\(offered.map(\.name.chinese).joined(separator: "、"))；规则不允许以此形式会见。")
        case .quotaUsed(let prisoner, let days, let allowed, let visits, let own):
            BilingualText(
                en: "The rules allow the prisoner \(prisoner) \(allowed == 1 ? "1 visit" : "\(allowed) visits") in "
                    + "\(days); other visits then: \(visits)\(own.isEmpty ? "" : ", of this household \(Self.list(own))").",
                zh: "规则允许服刑人员 \(prisoner) 在 \(days) 期间会见 \(allowed) 次；其间已有其他会见 \(visits) 次"
                    + "\(own.isEmpty ? "" : "，其中本家庭的为 \(Self.list(own))")。")
        case .minutesUsed(let prisoner, let days, let allowed, let used):
            BilingualText(
                en: "The rules allow the prisoner \(prisoner) \(allowed.count) minutes of visits in \(days), of which "
                    + "other visits take \(used.count).",
                zh: "规则允许服刑人员 \(prisoner) 在 \(days) 期间会见共 \(allowed.count) 分钟，其他会见已占 \(used.count) 分钟。")
        case .ordersUsed(let prisoner, let day):
            BilingualText(
                en: "The prisoner \(prisoner) has no visit order left on \(day).",
                zh: "服刑人员 \(prisoner) 到 \(day) 已没有可用的会见额度。")
        default: preconditionFailure("Only refusals about rules are worded here; found \(code).")
        }
    }

    /// What to do about it, where there is something.
    public var advice: BilingualText? {
        switch self {
        case .quotaUsed, .minutesUsed:
            BilingualText(
                en: "Perhaps cancel or move one of those first.", zh: "可先取消其中一次或将其改期。")
        case .past, .closed, .tooLate, .shortNotice, .tooEarly, .noForm, .noCompanion, .elsewhere, .declined:
            BilingualText(en: "Perhaps another session of that prison.", zh: "或许可选该监狱的其他场次。")
        case .notEntitled, .tooMany, .ordersUsed, .noJourney: nil
        }
    }

    private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

    private static func list(_ visits: [Identifier<Visit>]) -> String {
        visits.map(\.text).joined(separator: ", ")
    }
}
