import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Repeating events")
struct RecurrenceTests {
    static let python = OutsideTool.python("dateutil")

    private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    /// A made-up rule of the kinds that calendars of schools and offices use, with the day on which it begins.
    private static func anyRule(_ random: inout SeededRandom) -> (start: Day, rule: String) {
        let start = Day(number: 19_723 + Int.random(in: 0..<900, using: &random))
        let frequency = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].randomElement(using: &random) ?? "DAILY"
        var parts = ["FREQ=\(frequency)"]
        func sometimes() -> Bool { Int.random(in: 0..<3, using: &random) == 0 }
        if sometimes() { parts.append("INTERVAL=\(Int.random(in: 1...5, using: &random))") }
        if sometimes() { parts.append("WKST=\(weekdays.randomElement(using: &random) ?? "MO")") }
        if sometimes() {
            let months = Set(
                (0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 1...12, using: &random) })
            parts.append("BYMONTH=" + months.sorted().map(String.init).joined(separator: ","))
        }
        if frequency != "WEEKLY", sometimes() {
            let days = Set([1, 5, 13, 29, 30, 31, -1, -2, -31].shuffled(using: &random).prefix(3))
            parts.append("BYMONTHDAY=" + days.sorted().map(String.init).joined(separator: ","))
        }
        if sometimes() {
            // Numbers before some days and not before others are read in two ways by programs: all or none here.
            let isNumbered = (frequency == "MONTHLY" || frequency == "YEARLY") && sometimes()
            let days = weekdays.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)).map { day in
                (isNumbered ? String([1, 2, 4, 5, -1, -2].randomElement(using: &random) ?? 1) : "") + day
            }
            parts.append("BYDAY=" + days.joined(separator: ","))
        }
        if sometimes() {
            parts.append("COUNT=\(Int.random(in: 1...40, using: &random))")
        } else if sometimes() {
            parts.append("UNTIL=\(Self.compact(start + Int.random(in: 0..<1500, using: &random)))")
        }
        return (start, parts.joined(separator: ";"))
    }

    private static func compact(_ day: Day) -> String { day.description.replacing("-", with: "") }

    @Test(
        "fall on the days on which python-dateutil has them", .enabled(if: python.isPresent, "\(python.missing)"),
        arguments: [1, 2, 3, 4] as [UInt64])
    func oracle(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let rules = (0..<750).map { _ in Self.anyRule(&random) }
        let last = try #require(Day("2030-12-31"))
        let answers = try Self.python.run(
            [
                "-c",
                """
                import sys, datetime, itertools
                from dateutil.rrule import rrulestr
                end = datetime.datetime(2030, 12, 31)
                for line in sys.stdin:
                    start, rule = line.split()
                    begin = datetime.datetime.strptime(start, "%Y-%m-%d")
                    days = itertools.takewhile(lambda day: day <= end, rrulestr(rule, dtstart=begin))
                    print(" ".join(day.strftime("%Y-%m-%d") for day in days))
                """,
            ], input: rules.map { "\($0.start) \($0.rule)\n" }.joined()
        ).split(separator: "\n", omittingEmptySubsequences: false)
        var occurrences = 0
        for ((start, text), answer) in zip(rules, answers) {
            let rule = try RecurrenceRule(text)
            let days = rule.days(from: start, until: rule.until?.day, notAfter: last)
            #expect(days.map(\.description).joined(separator: " ") == answer, "\(start) \(text)")
            occurrences += days.count
        }
        #expect(answers.count > rules.count && occurrences > 10_000)
    }

    @Test(
        "in forms that are not read are faults",
        arguments: [
            "FREQ=HOURLY", "INTERVAL=2", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=3;UNTIL=20260101",
            "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=FR", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=WEEKLY;BYDAY=2MO",
            "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=DAILY;UNTIL=soon", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=DAILY;FREQ=DAILY",
            "FREQ=WEEKLY;BYDAY=", "FREQ", "FREQ=YEARLY;BYMONTH=13", "FREQ=MONTHLY;BYDAY=99MO",
        ])
    func faults(text: String) {
        #expect(throws: RecurrenceRule.Fault.self) { try RecurrenceRule(text) }
    }

    @Test("a rule that never comes true ends all the same")
    func never() throws {
        let rule = try RecurrenceRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5")
        let start = try #require(Day("2026-01-01"))
        #expect(rule.days(from: start, until: nil, notAfter: start + 1_000_000).isEmpty)
    }
}
