import VisitModel

extension Phrases {
    /// A day in full: "Saturday 5 December 2026", "2026年12月5日（星期六）".
    public func date(_ day: Day) -> String {
        choose(
            "\(day.weekday.name.english) \(shortDate(day))",
            "\(shortDate(day))（\(day.weekday.name.chinese)）")
    }

    /// A day without its day of the week: "5 December 2026", "2026年12月5日".
    public func shortDate(_ day: Day) -> String {
        let civil = day.civil
        return choose(
            "\(civil.day) \(Self.months[civil.month - 1]) \(civil.year)",
            "\(civil.year)年\(civil.month)月\(civil.day)日")
    }

    /// A day for tables, always as wide: "2026-12-05 Sat", "2026-12-05 周六".
    public func tableDate(_ day: Day) -> String {
        let name = day.weekday.name
        return "\(day) " + choose(String(name.english.prefix(3)), "周\(name.chinese.suffix(1))")
    }

    /// A month: "December 2026", "2026年12月".
    func month(_ month: Month) -> String {
        choose("\(Self.months[month.month - 1]) \(month.year)", "\(month.year)年\(month.month)月")
    }

    /// A day of the week for narrow columns: "Sat", "周六".
    func shortName(_ weekday: Weekday) -> String {
        choose(String(weekday.name.english.prefix(3)), "周\(weekday.name.chinese.suffix(1))")
    }

    /// The days from one to another: "5 to 12 December 2026" is said in full, so that nobody has to guess.
    public func days(_ range: DayRange) -> String {
        range.first == range.last
            ? date(range.first)
            : choose(
                "\(shortDate(range.first)) to \(shortDate(range.last))",
                "\(shortDate(range.first))至\(shortDate(range.last))")
    }

    /// Two times of one meeting: "14:00–14:30".
    public func span(_ start: ClockTime, _ minutes: Minutes) -> String {
        let end = CivilTime(Day(number: 0), start) + minutes
        return "\(start)–\(end.clock)"
    }

    /// A time of day, with the day before it where that is not `day`: "09:10", "on Friday 4 December 2026 at 15:00".
    func moment(_ time: CivilTime, seenFrom day: Day) -> String {
        guard time.day != day else { return choose("at \(time.clock)", "\(time.clock)") }
        return choose("on \(date(time.day)) at \(time.clock)", "\(date(time.day))\(time.clock)")
    }

    /// A span of time: "4 h 35 min", "4小时35分钟".
    public func duration(_ minutes: Minutes) -> String {
        let (hours, rest) = (minutes.count / 60, minutes.count % 60)
        let parts = [
            hours == 0 ? nil : choose("\(hours) h", "\(hours)小时"),
            rest == 0 && hours != 0 ? nil : choose("\(rest) min", "\(rest)分钟"),
        ]
        return parts.compactMap { $0 }.joined(separator: choose(" ", ""))
    }

    /// How long ago something was: "today", "1 day ago", "距今12天".
    func ago(_ count: Int) -> String {
        count == 0 ? choose("today", "今天") : choose("\(days(count)) ago", "距今\(days(count))")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
