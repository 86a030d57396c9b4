import VisitModel

extension RowReader {
    /// The years in which a date can lie; others are slips of the hand.
    static var years: ClosedRange<Int> { 1900...2199 }

    /// The day in the cell: `2016-05-20`, `2016/5/20`, `2016.5.20` or `2016年5月20日`.
    mutating func day(_ column: Column) -> Day? {
        guard let text = text(column) else { return nil }
        if let day = DateText.iso(text), Self.years.contains(day.civil.year) { return day }
        switch DateText(text) {
        case .day(let day) where Self.years.contains(day.civil.year): return day
        case .day:
            fault(
                column, .outOfRange, found: text,
                expected: BilingualText(
                    en: "a year from \(Self.years.lowerBound) to \(Self.years.upperBound)",
                    zh: "\(Self.years.lowerBound)至\(Self.years.upperBound)年之间的日期"),
                advice: BilingualText(en: "Perhaps a digit of the year is wrong.", zh: "也许年份有一位写错。"))
        case .noSuchDay(let isExchanged):
            fault(
                column, .noSuchDay, found: text,
                expected: BilingualText(en: "a day that exists, such as 2016-05-20", zh: "实际存在的日期，如 2016-05-20"),
                advice: isExchanged
                    ? BilingualText(en: "Perhaps month and day are exchanged.", zh: "也许月和日颠倒了。")
                    : BilingualText(en: "Perhaps another day or year was meant.", zh: "也许应为另一日或另一年。"))
        case .none(let advice):
            fault(
                column, .invalidDate, found: text.containsDigit ? text : nil,
                expected: BilingualText(en: "a date such as 2016-05-20", zh: "日期，如 2016-05-20"), advice: advice)
        }
        return nil
    }

    /// The run of days between two cells, both included, laid over the `stored` one; an empty `to` stands for `from`.
    mutating func days(_ from: Column, _ to: Column, stored: DayRange? = nil) -> DayRange? {
        let first = day(from)
        return days(from: first, from, to, stored: stored)
    }

    /// The run of days from `first`, which was read from its cell, to the day in the other.
    mutating func days(from first: Day?, _ from: Column, _ to: Column, stored: DayRange?) -> DayRange? {
        let isSingle = stored.map { $0.first == $0.last } ?? true
        // Where a single day moves, or the days begin elsewhere, an empty cell is about the new day.
        let kept = isSingle || (has(to) && stored?.first != first) ? nil : stored?.last
        let last = resolved(to, kept) { $0.day(to) }
        guard let first, isOrdered(from, first, to, last) else { return nil }
        return DayRange(first, last ?? first)
    }

    /// Whether two days that have an order are in it; reports the later cell where they are not.
    @discardableResult
    mutating func isOrdered(_ from: Column, _ first: Day?, _ to: Column, _ last: Day?) -> Bool {
        guard let first, let last, last < first else { return true }
        let begin = heading(of: from)
        fault(
            to, .wrongOrder, found: "\(last)",
            expected: BilingualText(
                en: "a day not before \(begin), which is \(first)", zh: "不早于“\(begin)”（\(first)）的日期"),
            advice: BilingualText(en: "Perhaps the two dates are exchanged.", zh: "也许两个日期颠倒了。"))
        return false
    }

    /// The month in the cell: `2026-09`, `2026/9` or `2026年9月`.
    mutating func month(_ column: Column) -> Month? {
        guard let text = text(column) else { return nil }
        if case .day(let day) = DateText(text + "-1"), Self.years.contains(day.civil.year) { return day.month }
        let plain = PlainText.halfWidth(text)
        if plain.hasSuffix("月"), case .day(let day) = DateText(plain + "1日"), Self.years.contains(day.civil.year) {
            return day.month
        }
        fault(
            column, .invalidMonth, found: text,
            expected: BilingualText(en: "a month such as 2026-09", zh: "月份，如 2026-09"),
            advice: BilingualText(en: "Perhaps the year is to be written first.", zh: "也许应先写年份。"))
        return nil
    }

    /// The time of day in the cell: `09:30`, `9：30`, `9:30:00`, `9点30分` or `9时`.
    mutating func clock(_ column: Column) -> ClockTime? {
        guard let text = text(column) else { return nil }
        if let clock = ClockTime(text) ?? ClockText.read(text) { return clock }
        fault(
            column, .invalidTime, found: text.containsDigit ? text : nil,
            expected: BilingualText(en: "a time from 00:00 to 24:00, such as 09:30", zh: "00:00至24:00之间的时间，如 09:30"),
            advice: BilingualText(
                en: "Perhaps the hours are to be counted from 0 to 24.", zh: "也许应采用24小时制。"))
        return nil
    }
}
