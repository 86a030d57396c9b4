import VisitFormats
import VisitModel

/// Reads values out of a tape and remembers every one that is not what was expected, with its JSON path.
///
/// Every reading gives some value, so that the reader goes on and finds the other faults too.
struct DocumentFaults {
    let tape: JSONTape
    private(set) var findings: [Finding] = []

    init(_ tape: JSONTape) {
        self.tape = tape
    }

    mutating func report(_ code: String, _ path: String, _ english: String, _ chinese: String) {
        findings.append(
            Finding(.error, code: code, subject: path, sentence: BilingualText(en: english, zh: chinese)))
    }

    mutating func warn(_ code: String, _ path: String, _ english: String, _ chinese: String) {
        findings.append(
            Finding(.warning, code: code, subject: path, sentence: BilingualText(en: english, zh: chinese)))
    }

    /// The member `name`, present and not null; otherwise a fault.
    mutating func required(_ name: StaticString, of node: Int, _ path: @autoclosure () -> String) -> Int? {
        if let value = present(name, of: node) { return value }
        report("missing-field", "\(path()).\(name)", "The field is missing.", "缺少此字段。")
        return nil
    }

    /// The member `name`, or nil where it is missing or null.
    func present(_ name: StaticString, of node: Int) -> Int? {
        guard let value = tape.member(name, of: node), tape.kind(value) != .null else { return nil }
        return value
    }

    mutating func integer(_ name: StaticString, of node: Int, _ path: @autoclosure () -> String) -> Int? {
        guard let value = required(name, of: node, path()) else { return nil }
        return integer(value, "\(path()).\(name)")
    }

    mutating func integer(
        _ name: StaticString, of node: Int, default fallback: Int, _ path: @autoclosure () -> String
    ) -> Int {
        guard let value = present(name, of: node) else { return fallback }
        return integer(value, "\(path()).\(name)") ?? fallback
    }

    mutating func integer(_ node: Int, _ path: @autoclosure () -> String) -> Int? {
        if let value = tape.integer(node) { return value }
        expected("a whole number", "整数", node, path())
        return nil
    }

    mutating func text(_ name: StaticString, of node: Int, _ path: @autoclosure () -> String) -> String? {
        guard let value = required(name, of: node, path()) else { return nil }
        if let text = tape.text(value), !text.isEmpty { return text }
        expected("a text", "文本", value, "\(path()).\(name)")
        return nil
    }

    mutating func day(_ name: StaticString, of node: Int, _ path: @autoclosure () -> String) -> Day? {
        guard let value = required(name, of: node, path()) else { return nil }
        return day(value, "\(path()).\(name)")
    }

    mutating func day(_ node: Int, _ path: @autoclosure () -> String) -> Day? {
        if let text = tape.text(node), let day = Day(text) { return day }
        expected("a date as YYYY-MM-DD", "日期，格式为 YYYY-MM-DD", node, path())
        return nil
    }

    mutating func clock(
        _ name: StaticString, of node: Int, default fallback: Int, _ path: @autoclosure () -> String
    ) -> Int {
        guard let value = present(name, of: node) else { return fallback }
        if let text = tape.text(value), let clock = ClockTime(text) { return clock.minutes }
        expected("a time as HH:MM", "时间，格式为 HH:MM", value, "\(path()).\(name)")
        return fallback
    }

    /// The member `name` as a list; empty where it is missing, a fault where it is something else.
    mutating func list(_ name: StaticString, of node: Int, _ path: @autoclosure () -> String) -> [Int] {
        guard let value = present(name, of: node) else { return [] }
        return list(value, "\(path()).\(name)")
    }

    mutating func list(_ node: Int, _ path: @autoclosure () -> String) -> [Int] {
        guard tape.kind(node) == .array else {
            expected("a list", "列表", node, path())
            return []
        }
        return Array(tape.elements(of: node))
    }

    /// Pairs of days `[[from, to], …]`, both included.
    mutating func ranges(_ name: StaticString, of node: Int, _ path: @autoclosure () -> String) -> [DayRange] {
        var ranges: [DayRange] = []
        for (i, pair) in list(name, of: node, path()).enumerated() {
            let own = "\(path()).\(name)[\(i)]"
            let ends = list(pair, own)
            guard ends.count == 2 else {
                expected("two dates", "两个日期", pair, own)
                continue
            }
            guard let from = day(ends[0], "\(own)[0]"), let to = day(ends[1], "\(own)[1]") else { continue }
            guard from <= to else {
                report(
                    "range-ends-before-it-begins", own, "The range ends on \(to), before it begins on \(from).",
                    "区间结束日 \(to) 早于开始日 \(from)。")
                continue
            }
            ranges.append(DayRange(from, to))
        }
        return ranges
    }

    /// Days of the week, 0 = Monday … 6 = Sunday; all where the member is missing.
    mutating func weekdays(of node: Int, _ path: @autoclosure () -> String) -> Set<Weekday> {
        guard present("weekdays", of: node) != nil else { return Set(Weekday.allCases) }
        var days: Set<Weekday> = []
        for (i, value) in list("weekdays", of: node, path()).enumerated() {
            guard let number = tape.integer(value), let day = Weekday(rawValue: number + 1) else {
                expected("a day of the week, 0 (Monday) to 6", "星期，0（星期一）至 6", value, "\(path()).weekdays[\(i)]")
                continue
            }
            days.insert(day)
        }
        return days
    }

    mutating func expected(_ english: String, _ chinese: String, _ node: Int, _ path: String) {
        report(
            "unexpected-value", path, "Found \(tape.excerpt(node)); expected \(english).",
            "读到 \(tape.excerpt(node))，应为\(chinese)。")
    }
}
