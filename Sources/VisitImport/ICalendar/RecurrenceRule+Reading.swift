import VisitModel

extension RecurrenceRule {
    /// What in a rule is not understood.
    struct Fault: Error, Equatable {
        var part: String
        var expected: BilingualText
    }

    /// The rule that `text` writes, such as `FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1`.
    init(_ text: String) throws(Fault) {
        guard text.utf8.count <= Self.longest else {
            throw Fault(
                part: text,
                expected: BilingualText(
                    en: "a rule of at most \(Self.longest) bytes", zh: "不超过 \(Self.longest) 字节的规则"))
        }
        var seen: Set<String> = []
        for part in text.split(separator: ";", omittingEmptySubsequences: true) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, seen.insert(sides[0].uppercased()).inserted else {
                throw Fault(
                    part: String(part),
                    expected: BilingualText(en: "each part once, as NAME=VALUE", zh: "各部分写作 NAME=VALUE，且不重复"))
            }
            try read(sides[0].uppercased(), sides[1].uppercased(), part: String(part))
        }
        guard seen.contains("FREQ") else {
            throw Fault(part: text, expected: BilingualText(en: "a part FREQ", zh: "须有 FREQ"))
        }
        if count != nil, until != nil {
            throw Fault(part: text, expected: BilingualText(en: "COUNT or UNTIL, not both", zh: "COUNT 与 UNTIL 只能有一个"))
        }
        try checkTogether(text)
    }

    /// Far longer than a rule that names every month, day of the month and day of the week.
    private static let longest = 2000

    private mutating func read(_ name: String, _ value: String, part: String) throws(Fault) {
        switch name {
        case "FREQ":
            guard let known = Frequency(rawValue: value) else {
                throw Fault(
                    part: part,
                    expected: BilingualText(en: "DAILY, WEEKLY, MONTHLY or YEARLY", zh: "DAILY、WEEKLY、MONTHLY 或 YEARLY")
                )
            }
            frequency = known
        case "INTERVAL": interval = try number(value, 1...1000, part)
        case "COUNT": count = try number(value, 1...100_000, part)
        case "UNTIL":
            guard let moment = Moment(value) else {
                throw Fault(part: part, expected: BilingualText(en: "a date such as 20261231", zh: "日期，如 20261231"))
            }
            until = moment
        case "WKST": weekStart = try weekday(value[...], part).weekday
        case "BYMONTH": months = try numbers(value, 1...12, part)
        case "BYMONTHDAY":
            monthDays = try numbers(value, -31...31, part)
            if monthDays.contains(0) {
                throw Fault(
                    part: part, expected: BilingualText(en: "days of the month from 1, or from -1", zh: "1 起或 -1 起的日数"))
            }
        case "BYDAY":
            for item in value.split(separator: ",", omittingEmptySubsequences: false) {
                weekdays.append(try weekday(item, part))
            }
        default:
            throw Fault(
                part: part,
                expected: BilingualText(
                    en: "FREQ, INTERVAL, COUNT, UNTIL, WKST, BYMONTH, BYMONTHDAY or BYDAY",
                    zh: "FREQ、INTERVAL、COUNT、UNTIL、WKST、BYMONTH、BYMONTHDAY 或 BYDAY"))
        }
    }

    /// What the standard does not allow together (the table of section 3.3.10).
    private func checkTogether(_ text: String) throws(Fault) {
        let hasOrdinals = weekdays.contains { $0.ordinal != nil }
        if hasOrdinals, frequency == .daily || frequency == .weekly {
            throw Fault(
                part: text,
                expected: BilingualText(
                    en: "days of the week without numbers in a daily or weekly rule", zh: "按日、按周重复时星期前不带序号"))
        }
        if frequency == .weekly, !monthDays.isEmpty {
            throw Fault(
                part: text, expected: BilingualText(en: "no BYMONTHDAY in a weekly rule", zh: "按周重复时不用 BYMONTHDAY"))
        }
    }

    private func number(_ text: String, _ range: ClosedRange<Int>, _ part: String) throws(Fault) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw Fault(
                part: part,
                expected: BilingualText(
                    en: "whole numbers from \(range.lowerBound) to \(range.upperBound)",
                    zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的整数"))
        }
        return number
    }

    private func numbers(_ text: String, _ range: ClosedRange<Int>, _ part: String) throws(Fault) -> [Int] {
        var numbers: [Int] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            numbers.append(try number(String(item), range, part))
        }
        return numbers
    }

    private static let names: [String: Weekday] = [
        "MO": .monday, "TU": .tuesday, "WE": .wednesday, "TH": .thursday, "FR": .friday, "SA": .saturday, "SU": .sunday,
    ]

    private func weekday(_ text: Substring, _ part: String) throws(Fault) -> WeekdayRule {
        let ordinal = text.dropLast(2)
        guard let weekday = Self.names[String(text.suffix(2))],
            ordinal.isEmpty || Int(ordinal).map({ $0 != 0 && (-53...53).contains($0) }) == true
        else {
            throw Fault(
                part: part, expected: BilingualText(en: "days of the week such as MO or -1FR", zh: "星期，如 MO 或 -1FR"))
        }
        return WeekdayRule(weekday: weekday, ordinal: Int(ordinal))
    }
}
