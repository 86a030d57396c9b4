import VisitModel
import VisitStore

/// Why a store of real people does not take a day for today without a word from somebody.
///
/// A day in the future, or long past, does harm that is hard to undo: accounts are computed up to it, proposals are
/// called off, families are told.
public enum DayRefusal: Hashable, Sendable {
    /// The published plan was made for a later day.
    case beforeLastPlan(Day, plan: Day)
    /// The machine's clock says a day that is far from it.
    case farFromClock(Day, clock: Day)
    /// The store was last written on a day that is far from it.
    case farFromLastWrite(Day, lastWrite: Day)

    /// How many days a day may be from that of the machine's clock.
    static let mostFromClock = 7
    /// How many days a day may be from that of the last write.
    static let mostFromLastWrite = 35

    /// Why a store so kept refuses `day`; nil where it takes it.
    ///
    /// - Parameters:
    ///   - isGiven: whether somebody gave the day. A store whose first write is on a given day is a simulated one.
    ///   - clock: the day of the machine's clock.
    init?(_ day: Day, isGiven: Bool, by upkeep: Upkeep, clock: Day) {
        guard upkeep.isSimulated ?? isGiven == false else { return nil }
        if let plan = upkeep.lastPlan, day < plan {
            self = .beforeLastPlan(day, plan: plan)
        } else if abs(day - clock) > Self.mostFromClock {
            self = .farFromClock(day, clock: clock)
        } else if let last = upkeep.lastWrite, abs(day - last) > Self.mostFromLastWrite {
            self = .farFromLastWrite(day, lastWrite: last)
        } else {
            return nil
        }
    }

    /// A stable word for it.
    var code: String {
        switch self {
        case .beforeLastPlan: "day-before-last-plan"
        case .farFromClock: "day-far-from-clock"
        case .farFromLastWrite: "day-far-from-last-write"
        }
    }

    /// What was found, and what was expected.
    var sentence: BilingualText {
        switch self {
        case .beforeLastPlan(let day, let plan):
            BilingualText(
                en:
                    "Today would be \(day), and the published plan was made on \(plan); "
                    + "expected that day or a later one.",
                zh: "今天的日期为 \(day)，而已发布的计划制定于 \(plan)；日期不应早于该日。")
        case .farFromClock(let day, let clock):
            BilingualText(
                en:
                    "Today would be \(day), and the machine's clock says \(clock); expected at most "
                    + "\(Self.mostFromClock) days between them.",
                zh: "今天的日期为 \(day)，而本机时钟显示 \(clock)；两者相差不应超过 \(Self.mostFromClock) 天。")
        case .farFromLastWrite(let day, let lastWrite):
            BilingualText(
                en: "Today would be \(day), and the store was last written on \(lastWrite); expected at most "
                    + "\(Self.mostFromLastWrite) days between them.",
                zh: "今天的日期为 \(day)，而数据库上次写入于 \(lastWrite)；两者相差不应超过 \(Self.mostFromLastWrite) 天。")
        }
    }

    /// What to do about it.
    var advice: BilingualText {
        switch self {
        case .beforeLastPlan:
            BilingualText(
                en: "Perhaps the clock was wrong when that plan was made: visitctl ledger revert --to-day DAY takes it "
                    + "back. If this day is right, confirm it with --allow-day.",
                zh: "可能制定该计划时时钟有误：可用 visitctl ledger revert --to-day 日期 撤回。若此日期无误，请用 --allow-day 确认。")
        case .farFromClock:
            BilingualText(
                en:
                    "Perhaps a digit of --today is wrong, or the clock is. If this day is right, confirm "
                    + "it with --allow-day.",
                zh: "可能 --today 输错了一位，或时钟有误。若此日期无误，请用 --allow-day 确认。")
        case .farFromLastWrite:
            BilingualText(
                en:
                    "Perhaps the clock is wrong, or the machine was off for long. If this day is right, confirm it "
                    + "with --allow-day.",
                zh: "可能时钟有误，或机器长期停用。若此日期无误，请用 --allow-day 确认。")
        }
    }
}

extension Desk {
    /// What whoever acts sees of the store, opened for writing on `today`: the one place where a day is admitted.
    ///
    /// - Throws: `DeskError.dayRefused` for a day that a store of real people does not take, unless somebody confirmed
    ///   it; what they confirm is noted in the audit log.
    func writing(on today: Day) throws -> StoreView {
        let view = try writing()
        try admit(today, by: view.store.upkeep(), view.store)
        return view.store.written(on: WritingDay(today, isGiven: isDayGiven())).view(for: view.reach)
    }

    /// Refuses a day that a store so kept does not take, or notes that somebody has confirmed it.
    func admit(_ day: Day, by upkeep: Upkeep, _ store: VisitStore) throws {
        guard let refusal = dayRefusal(day, by: upkeep) else { return }
        guard allowsDay else { throw DeskError.dayRefused(refusal, isGiven: isDayGiven()) }
        try store.noteAllowedDay(day, reason: refusal.code)
    }

    /// Why a store so kept would refuse `day`; nil where it takes it.
    func dayRefusal(_ day: Day, by upkeep: Upkeep) -> DayRefusal? {
        DayRefusal(day, isGiven: isDayGiven(), by: upkeep, clock: SystemClock.day(of: now()))
    }
}
