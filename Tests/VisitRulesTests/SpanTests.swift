import Testing
import VisitModel

@testable import VisitRules

@Suite("months and years")
struct SpanTests {
    private let values = ParameterValues(of: [], declared: [:])

    @Test(
        "a span that begins on a day ends before the same day of its last month, or with that month",
        arguments: [
            ("2026-01-28", 1, "2026-02-27"), ("2026-01-29", 1, "2026-02-28"), ("2026-01-30", 1, "2026-02-28"),
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-28"), ("2023-02-28", 12, "2024-02-27"), ("2026-08-31", 6, "2027-02-28"),
            ("2002-11-01", 24, "2004-10-31"),
        ])
    func months(from: String, count: Int, last: String) {
        #expect(values.lastDay(of: .months(.fixed(count)), from: day(from)) == day(last))
    }

    @Test(
        "by the Civil Code the day itself is not counted",
        arguments: [
            ("2026-10-10", 1, "2026-11-10"), ("2026-10-31", 1, "2026-11-30"), ("2026-01-31", 1, "2026-02-28"),
            ("2026-02-28", 1, "2026-03-28"), ("2024-02-29", 12, "2025-02-28"), ("2026-11-30", 3, "2027-02-28"),
        ])
    func civilMonths(from: String, count: Int, last: String) {
        #expect(values.lastDay(of: .civilMonths(.fixed(count)), from: day(from)) == day(last))
    }

    @Test("nobody is younger than an age and of that age on one day, whatever the birthday")
    func ages() {
        for offset in 0..<1461 {
            let birth = day("2023-03-01") + offset
            for years in [1, 2, 3, 4] {
                let last = values.lastDay(of: .months(.fixed(12 * years)), from: birth)
                #expect(last.map { birth.years(until: $0) } == years - 1, "\(birth)")
                #expect(last.map { birth.years(until: $0 + 1) } == years, "\(birth)")
            }
        }
    }

    @Test("a window that looks back and a span that looks forward agree on every day")
    func backAndForth() {
        for offset in 0..<1461 {
            let today = day("2023-03-01") + offset
            for count in [1, 6, 22] {
                let opening = today.adding(months: -count) + 1
                let span = Span.months(.fixed(count))
                #expect(values.lastDay(of: span, from: opening).map { today <= $0 } == true, "\(today)")
                #expect(values.lastDay(of: span, from: opening - 1).map { today <= $0 } == false, "\(today)")
            }
        }
    }

    @Test(
        "whole months are counted on the calendar",
        arguments: [
            ("2025-03-16", "2026-04-20", 13), ("2025-03-16", "2026-04-16", 13), ("2025-03-16", "2026-04-15", 12),
            ("2025-01-31", "2025-02-28", 0), ("2025-01-31", "2025-03-01", 1), ("2025-05-01", "2025-04-01", 0),
        ])
    func wholeMonths(from: String, to: String, count: Int) {
        #expect(day(from).months(until: day(to)) == count)
    }
}
