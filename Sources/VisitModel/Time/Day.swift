/// A day of the proleptic Gregorian calendar, without a time or a zone.
///
/// Stored as the number of days since 1970-01-01, so that distances between days are subtractions. The years 1 … 9999
/// can be written and read (ISO 8601, `YYYY-MM-DD`).
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before it.
    public let number: Int

    /// The day that many days after 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// The day of that year, month (1 … 12) and day of the month, or nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Month(year: year, month: month).lengthInDays
        else { return nil }
        self.init(number: Self.number(year: year, month: month, day: day))
    }

    /// The day written `YYYY-MM-DD`, or nil where the text is not that, or there is no such day.
    public init?(_ text: some StringProtocol) {
        var fields = (0, 0, 0)
        var position = 0
        for byte in text.utf8 {
            defer { position += 1 }
            if position == 4 || position == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            let digit = Int(byte - UInt8(ascii: "0"))
            switch position {
            case 0..<4: fields.0 = fields.0 * 10 + digit
            case 5..<7: fields.1 = fields.1 * 10 + digit
            case 8..<10: fields.2 = fields.2 * 10 + digit
            default: return nil
            }
        }
        guard position == 10 else { return nil }
        self.init(year: fields.0, month: fields.1, day: fields.2)
    }

    /// Year, month and day of the month.
    public var civil: (year: Int, month: Int, day: Int) {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": eras of 400 years beginning on 1 March.
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day of the week.
    public var weekday: Weekday {
        let index = (number % 7 + 10) % 7  // 1970-01-01 was a Thursday.
        return Weekday.allCases[index]
    }

    /// The month that the day lies in.
    public var month: Month {
        let civil = civil
        return Month(year: civil.year, month: civil.month)
    }

    /// The Monday of the day's week.
    public var monday: Day { self - (weekday.rawValue - 1) }

    /// Whole years from this day to `other`: the age on `other` of a person born on this day. A person born on
    /// 29 February has the birthday of common years on 1 March.
    public func years(until other: Day) -> Int {
        let (a, b) = (civil, other.civil)
        return b.year - a.year - ((b.month, b.day) < (a.month, a.day) ? 1 : 0)
    }

    /// `YYYY-MM-DD` (ISO 8601).
    public var description: String {
        let (year, month, day) = civil
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Orders days by time.
    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    /// The day that many days later.
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    /// The day that many days earlier.
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    /// The number of days from `b` to `a`.
    public static func - (a: Day, b: Day) -> Int { a.number - b.number }
}
