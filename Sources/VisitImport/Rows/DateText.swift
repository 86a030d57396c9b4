import VisitModel

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
