/// A month of a year.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year.
    public let year: Int
    /// The month, 1 … 12.
    public let month: Int

    /// That month of that year. `month` must be 1 … 12.
    public init(year: Int, month: Int) {
        precondition((1...12).contains(month), "A year has the months 1 to 12, not \(month).")
        self.year = year
        self.month = month
    }

    /// The month written `YYYY-MM`, or nil where the text is not that.
    public init?(_ text: some StringProtocol) {
        guard let day = Day("\(text)-01") else { return nil }
        self = day.month
    }

    /// The number of days in the month.
    public var lengthInDays: Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The first day of the month.
    public var firstDay: Day {
        guard let day = Day(year: year, month: month, day: 1) else {
            preconditionFailure("Every month of the years 1 to 9999 has a first day; found \(self).")
        }
        return day
    }

    /// All days of the month.
    public var days: DayRange { DayRange(firstDay, firstDay + (lengthInDays - 1)) }

    /// The month after this one.
    public var next: Month { month == 12 ? Month(year: year + 1, month: 1) : Month(year: year, month: month + 1) }

    /// Orders months by time.
    public static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }

    /// `YYYY-MM` (ISO 8601).
    public var description: String {
        let digits = String(year)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
        return "\(zeros)\(digits)-\(month < 10 ? "0" : "")\(month)"
    }
}
