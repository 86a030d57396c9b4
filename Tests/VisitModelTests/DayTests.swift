import Testing
import VisitModel
import VisitTestSupport

@Suite("Days")
struct DayTests {
    static let python = OutsideTool.python("datetime")

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(
        "days of the years 1 to 9999 have Python's number, weekday and month length",
        .enabled(if: python.isPresent, "\(python.missing)"))
    func oracle() throws {
        let script = """
            from datetime import date
            from calendar import monthrange
            epoch = date(1970, 1, 1).toordinal()
            for ordinal in range(1, date.max.toordinal() + 1, 97):
                d = date.fromordinal(ordinal)
                print(ordinal - epoch, d.isoformat(), d.isoweekday(), monthrange(d.year, d.month)[1])
            """
        let theirs = try Self.python.run(["-c", script]).split(separator: "\n").map(String.init)
        #expect(theirs.count > 30_000)
        let first = try day("0001-01-01").number
        let ours = theirs.indices.map { position in
            let day = Day(number: first + position * 97)
            return "\(day.number) \(day) \(day.weekday.rawValue) \(day.month.lengthInDays)"
        }
        let differing = zip(ours, theirs).filter { $0 != $1 }
        #expect(differing.isEmpty, "\(differing.prefix(3))")
    }

    @Test("a day is written and read the same", arguments: ["0001-01-01", "1969-12-31", "2000-02-29", "9999-12-31"])
    func roundTrip(text: String) throws {
        #expect(try day(text).description == text)
        let civil = try day(text).civil
        #expect(Day(year: civil.year, month: civil.month, day: civil.day) == Day(text))
    }

    @Test(
        "what is not a day is not read",
        arguments: [
            "", "2026", "2026-1-1", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "0000-01-01",
            "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01T00:00", "+026-01-01", "-001-01-01", "20260101",
            "２０２６-01-01", "2026–01–01", "10000-01-01",
        ])
    func badText(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("1900 had no 29 February, 2000 had one")
    func leapYears() {
        #expect(Day(year: 1900, month: 2, day: 29) == nil)
        #expect(Day(year: 2000, month: 2, day: 29) != nil)
        #expect(Day(year: 2026, month: 4, day: 31) == nil)
    }

    @Test("a child born on 29 February is a year older on 1 March of common years")
    func bornOnLeapDay() throws {
        let birth = try day("2016-02-29")
        #expect(birth.years(until: try day("2022-02-28")) == 5)
        #expect(birth.years(until: try day("2022-03-01")) == 6)
        #expect(birth.years(until: try day("2024-02-28")) == 7)
        #expect(birth.years(until: try day("2024-02-29")) == 8)
    }

    @Test("a child is a year older on the birthday itself, and not yet born before the first")
    func age() throws {
        let child = Child(id: "C1", name: "", birthDate: try day("2019-11-20"), household: "H1")
        #expect(child.age(on: try day("2026-11-19")) == 6)
        #expect(child.age(on: try day("2026-11-20")) == 7)
        #expect(child.age(on: try day("2019-11-20")) == 0)
        #expect(child.age(on: try day("2019-11-19")) == -1)
    }

    @Test("a week begins on Monday")
    func monday() throws {
        #expect(try day("2026-10-04").monday == day("2026-09-28"))
        #expect(try day("2026-09-28").monday == day("2026-09-28"))
        #expect(try day("2026-10-04").weekday == .sunday)
        #expect(Weekday.allCases.map(\.shortName) == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
    }

    @Test("months are read, written, ordered and counted on")
    func months() throws {
        let month = try #require(Month("2026-12"))
        #expect(month.next == Month(year: 2027, month: 1))
        #expect(month < month.next)
        #expect(month.days.count == 31)
        #expect("\(month)" == "2026-12")
        #expect("\(Month(year: 99, month: 3))" == "0099-03")
        for text in ["2026-13", "2026-1", "2026", "2026-00", "2026-01-01"] { #expect(Month(text) == nil) }
    }
}
