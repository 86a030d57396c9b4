import Testing
import VisitModel

@Suite("Ranges of days and periods")
struct PeriodTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func range(_ first: String, _ last: String) throws -> DayRange { DayRange(try day(first), try day(last)) }

    @Test("a range has both its ends, and gives its days in order")
    func range() throws {
        let range = try range("2026-02-27", "2026-03-02")
        #expect(range.count == 4)
        #expect(range.map(\.description) == ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"])
        #expect(range.contains(range.first) && range.contains(range.last))
        #expect(!range.contains(range.first - 1) && !range.contains(range.last + 1))
        #expect(DayRange(from: range.first, days: 4) == range)
        #expect("\(range)" == "2026-02-27…2026-03-02")
        #expect("\(DayRange(range.first, range.first))" == "2026-02-27")
    }

    @Test("ranges that touch in one day overlap; neighbours do not")
    func overlap() throws {
        let (a, b) = (try range("2026-01-01", "2026-01-10"), try range("2026-01-10", "2026-01-20"))
        #expect(a.overlaps(b) && b.overlaps(a))
        let c = DayRange(from: a.last + 1, days: 3)
        #expect(!a.overlaps(c) && !c.overlaps(a))
    }

    @Test("a calendar month and a calendar year end with their last day")
    func calendarPeriods() throws {
        let day = try day("2028-02-10")
        #expect(Period.calendarMonth.days(around: day) == (try range("2028-02-01", "2028-02-29")))
        #expect(Period.calendarYear.days(around: day) == (try range("2028-01-01", "2028-12-31")))
    }

    @Test(
        "periods of 28 days follow one another from the anchor, also before it",
        arguments: [
            ("2026-01-05", "2026-01-05"), ("2026-02-01", "2026-01-05"), ("2026-02-02", "2026-02-02"),
            ("2026-01-04", "2025-12-08"), ("2025-12-08", "2025-12-08"), ("2025-12-07", "2025-11-10"),
        ])
    func dayPeriods(of day: String, begin: String) throws {
        let period = Period.days(28, anchor: try self.day("2026-01-05"))
        #expect(period.days(around: try self.day(day)) == DayRange(from: try self.day(begin), days: 28))
    }

    @Test("every day lies in its own period, and neighbours in the same or the next", arguments: [1, 7, 14, 28, 365])
    func tiling(length: Int) throws {
        let anchor = try day("2026-03-01")
        let period = Period.days(length, anchor: anchor)
        for offset in -800...800 {
            let (days, next) = (period.days(around: anchor + offset), period.days(around: anchor + (offset + 1)))
            #expect(days.contains(anchor + offset))
            #expect(next == days || next.first == days.last + 1)
        }
    }

    @Test("a trailing period ends with the day itself")
    func trailing() throws {
        #expect(
            Period.trailing(days: 30).days(around: try day("2026-03-01")) == (try range("2026-01-31", "2026-03-01")))
    }
}
