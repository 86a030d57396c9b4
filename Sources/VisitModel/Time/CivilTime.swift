/// A day and a time of day as a wall clock shows them, without a zone.
public struct CivilTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Minutes on the wall clock since 1970-01-01 00:00, as if every day had 24 hours.
    public let minuteNumber: Int

    /// That time on that day. 24:00 is 00:00 of the next day.
    public init(_ day: Day, _ clock: ClockTime) {
        minuteNumber = day.number * 1440 + clock.minutes
    }

    /// The time that many wall-clock minutes after 1970-01-01 00:00.
    public init(minuteNumber: Int) {
        self.minuteNumber = minuteNumber
    }

    /// The day.
    public var day: Day { Day(number: (minuteNumber - (minuteNumber < 0 ? 1439 : 0)) / 1440) }

    /// The time of day, 00:00 … 23:59.
    public var clock: ClockTime {
        guard let clock = ClockTime(minutes: minuteNumber - day.number * 1440) else {
            preconditionFailure("A wall clock shows 0 to 1439 minutes of a day.")
        }
        return clock
    }

    /// The time on the wall clock that many minutes later.
    public static func + (a: CivilTime, b: Minutes) -> CivilTime { CivilTime(minuteNumber: a.minuteNumber + b.count) }
    /// The time on the wall clock that many minutes earlier.
    public static func - (a: CivilTime, b: Minutes) -> CivilTime { CivilTime(minuteNumber: a.minuteNumber - b.count) }
    /// The minutes on the wall clock from `b` to `a`.
    public static func - (a: CivilTime, b: CivilTime) -> Minutes { Minutes(a.minuteNumber - b.minuteNumber) }

    /// Orders times as a wall clock shows them.
    public static func < (a: CivilTime, b: CivilTime) -> Bool { a.minuteNumber < b.minuteNumber }

    /// `YYYY-MM-DDTHH:MM` (ISO 8601).
    public var description: String { "\(day)T\(clock)" }
}
