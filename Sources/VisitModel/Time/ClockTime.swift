/// A time of day to the minute, 00:00 … 24:00. The end of the day is a time of its own, later than every other.
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Minutes since midnight, 0 … 1440.
    public let minutes: Int

    /// The time that many minutes after midnight, or nil outside 0 … 1440.
    public init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// The time `hour`:`minute`, or nil where a clock does not show it.
    public init?(hour: Int, minute: Int) {
        guard (0...24).contains(hour), (0...59).contains(minute) else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    /// The time written `HH:MM` or `H:MM`, or nil where the text is not that.
    public init?(_ text: some StringProtocol) {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2, (1...2).contains(fields[0].utf8.count), fields[1].utf8.count == 2,
            fields.allSatisfy({ $0.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }),
            let hour = Int(fields[0]), let minute = Int(fields[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// The beginning of the day.
    public static let midnight = ClockTime(checked: 0)
    /// The end of the day.
    public static let endOfDay = ClockTime(checked: 1440)

    private init(checked minutes: Int) {
        self.minutes = minutes
    }

    /// Orders times from the beginning of the day to its end.
    public static func < (a: ClockTime, b: ClockTime) -> Bool { a.minutes < b.minutes }

    /// `HH:MM`.
    public var description: String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
