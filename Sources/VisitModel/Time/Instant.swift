/// A moment, the same everywhere: seconds since 1970-01-01 00:00 UTC, leap seconds not counted (POSIX time).
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01 00:00:00 UTC.
    public let seconds: Int

    /// The moment that many seconds after 1970-01-01 00:00:00 UTC.
    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// The moment at which a clock in UTC shows `civil`.
    public init(utc civil: CivilTime) {
        seconds = civil.minuteNumber * 60
    }

    /// The day that a clock in UTC shows.
    public var utcDay: Day { Day(number: (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400) }

    /// The moment that many seconds later.
    public static func + (a: Instant, seconds: Int) -> Instant { Instant(seconds: a.seconds + seconds) }
    /// Seconds from `b` to `a`.
    public static func - (a: Instant, b: Instant) -> Int { a.seconds - b.seconds }

    /// Orders moments by time.
    public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

    /// `YYYY-MM-DDTHH:MM:SSZ` (RFC 3339).
    public var description: String {
        let minute = (seconds - (seconds < 0 ? 59 : 0)) / 60
        let rest = seconds - minute * 60
        return "\(CivilTime(minuteNumber: minute)):\(rest < 10 ? "0" : "")\(rest)Z"
    }
}
