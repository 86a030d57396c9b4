/// What speaks against a closure: that it takes away nothing, or something that nobody may have thought of.
public enum ClosureDoubt: Hashable, Sendable {
    /// The session is not held on any of the days; it is next on `next`, if at all.
    case notHeld(Identifier<SessionTemplate>, days: DayRange, next: Day?)
    /// The session is another prison's.
    case ofOtherPrison(Identifier<SessionTemplate>, Identifier<Prison>)
    /// There is no such session.
    case noSuchSession(Identifier<SessionTemplate>)
    /// The prison holds no session on any of the days.
    case nothingHeld(Identifier<Prison>, days: DayRange)
    /// The days are over.
    case over(days: DayRange)
    /// Another closure says the same.
    case said(by: Identifier<Closure>, days: DayRange)
    /// A session that is held on one date only falls out.
    case extraSession(Identifier<SessionTemplate>, on: Day, by: Identifier<Closure>)

    /// Whether the closure can do nothing at all, so that somebody must have meant another one.
    public var isIdle: Bool {
        switch self {
        case .notHeld, .ofOtherPrison, .noSuchSession, .over, .said: true
        case .nothingHeld, .extraSession: false
        }
    }

    /// What it is, with what was expected.
    public var sentence: BilingualText {
        switch self {
        case .notHeld(let session, let days, let next):
            BilingualText(
                en: "The session \(session) is not held on \(days)\(next.map { "; it is next on \($0)" } ?? "").",
                zh: "会见时段 \(session) 在 \(days) 并不开放\(next.map { "；下一次为 \($0)" } ?? "")。")
        case .ofOtherPrison(let session, let prison):
            BilingualText(
                en: "The session \(session) is one of \(prison); expected one of the prison that is closed.",
                zh: "会见时段 \(session) 属于 \(prison)；应为停止会见的监狱的时段。")
        case .noSuchSession(let session):
            BilingualText(
                en: "There is no session \(session); expected one of the prison.", zh: "没有会见时段 \(session)；应为该监狱的时段。")
        case .nothingHeld(let prison, let days):
            BilingualText(
                en: "\(prison) holds no session on \(days); nothing falls out.",
                zh: "\(prison) 在 \(days) 本无会见时段；没有任何时段受影响。")
        case .over(let days):
            BilingualText(en: "The days \(days) are over; expected days to come.", zh: "\(days) 已经过去；应为今后的日期。")
        case .said(let other, let days):
            BilingualText(
                en: "The closure \(other) says the same of \(days) already.", zh: "停止会见 \(other) 已包含同样内容（\(days)）。")
        case .extraSession(let session, let day, let closure):
            BilingualText(
                en: "The extra session \(session) on \(day) is not held: the closure \(closure) takes it away.",
                zh: "加开的会见时段 \(session)（\(day)）不会举行：停止会见 \(closure) 涵盖该日。")
        }
    }

    /// What to do about it.
    public var advice: BilingualText {
        switch self {
        case .notHeld: BilingualText(en: "Perhaps another day was meant.", zh: "也许应为另一天。")
        case .ofOtherPrison, .noSuchSession:
            BilingualText(en: "Perhaps another session was meant.", zh: "也许应为另一个时段。")
        case .nothingHeld: BilingualText(en: "Perhaps other days were meant.", zh: "也许应为其他日期。")
        case .over: BilingualText(en: "Perhaps the year is wrong.", zh: "也许年份有误。")
        case .said: BilingualText(en: "Perhaps nothing is to be done.", zh: "也许无须处理。")
        case .extraSession:
            BilingualText(
                en: "Perhaps close the other sessions one by one, or move the extra one.",
                zh: "也许应逐个停止其他时段，或将加开的时段改期。")
        }
    }
}

extension SessionTemplate {
    /// The first day not before `day` on which it is held; nil where there is none.
    public func firstDay(from day: Day) -> Day? {
        switch recurrence {
        case .once(let date): return date >= day && isHeld(on: date) ? date : nil
        case .weekly(_, let every, _):
            let first = max(day, validFrom ?? day)
            return DayRange(from: first, days: 7 * max(1, every)).first(where: isHeld)
        }
    }

    /// Whether it is held on any of `days`.
    public func isHeld(within days: DayRange) -> Bool { firstDay(from: days.first).map { $0 <= days.last } ?? false }
}
