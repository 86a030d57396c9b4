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

    /// The run of days between two cells, both included; an empty `to` stands for `from`.
    mutating func days(_ from: Column, _ to: Column) -> DayRange? {
        let first = day(from)
        let last = day(to)
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

/// A date as people write it.
enum DateText: Hashable {
    case day(Day)
    /// No day has that number in that month; perhaps it is the month.
    case noSuchDay(isExchanged: Bool)
    case none(advice: BilingualText)

    /// The day written `YYYY-MM-DD`, as nearly every one is; nil for all else.
    static func iso(_ text: String) -> Day? {
        text.utf8.withContiguousStorageIfAvailable { bytes -> Day? in
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
            func number(_ range: Range<Int>) -> Int? {
                range.reduce(0) { sum, at in
                    bytes[at].isDigit ? sum.map { $0 * 10 + Int(bytes[at] - UInt8(ascii: "0")) } : nil
                }
            }
            guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
            return Day(year: year, month: month, day: day)
        } ?? nil
    }

    /// Reads `text`: year, month, day in this order, with `-`, `/`, `.` or 年月日 between. A time of midnight after it,
    /// which spreadsheets add, is passed over.
    init(_ text: String) {
        var plain = PlainText.halfWidth(text).trimmed
        for midnight in [" 00:00:00", " 0:00:00", " 00:00", " 0:00"] where plain.hasSuffix(midnight) {
            plain = String(plain.dropLast(midnight.count))
            break
        }
        if let last = plain.last, last == "日" || last == "号" { plain.removeLast() }
        let fields = plain.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
        let numbers = fields.compactMap { Number.whole($0.trimmed) }
        guard fields.count == 3, numbers.count == 3, fields[0].trimmed.count == 4 else {
            self = .none(advice: Self.advice(for: plain, fields: numbers.count))
            return
        }
        let isExchanged = numbers[1] > 12 && numbers[2] <= 12
        self =
            Day(year: numbers[0], month: numbers[1], day: numbers[2]).map(DateText.day)
            ?? .noSuchDay(isExchanged: isExchanged)
    }

    private static func advice(for text: String, fields: Int) -> BilingualText {
        if text.count == 5, Number.whole(text) != nil {
            return BilingualText(
                en: "Perhaps the spreadsheet shows the date as a number; format the column as a date first.",
                zh: "也许电子表格把日期显示成了数字；请先把该列设为日期格式。")
        }
        return fields == 3
            ? BilingualText(en: "Perhaps the year is to be written first, with four digits.", zh: "也许应先写四位年份。")
            : BilingualText(en: "Perhaps the cell belongs into another column.", zh: "也许该格内容应在另一列。")
    }
}

/// A time of day as people write it.
enum ClockText {
    /// The time that `text` names in another form than `HH:MM`; nil where it is none.
    static func read(_ text: String) -> ClockTime? {
        let plain = PlainText.halfWidth(text).trimmed
        let fields = plain.split(omittingEmptySubsequences: false) { ":点时分".contains($0) }
            .map { String($0).trimmed }
        guard (2...3).contains(fields.count), let hour = Number.whole(fields[0]), hour < 25 else { return nil }
        let isChinese = !plain.contains(":")
        // "9点" and "9点30分" end in an empty field; so does no time with colons.
        let minute = isChinese && fields[1].isEmpty && fields.count == 2 ? 0 : Number.whole(fields[1])
        let rest = fields.count == 3 ? fields[2] : ""
        guard let minute, rest.isEmpty || (!isChinese && rest == "00"), isChinese || !plain.hasSuffix(":") else {
            return nil
        }
        return ClockTime(hour: hour, minute: minute)
    }
}
