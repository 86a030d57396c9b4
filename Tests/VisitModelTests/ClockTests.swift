import Testing
import VisitModel

@Suite("Clock times, wall-clock times and moments")
struct ClockTests {
    @Test(
        "a time of day is read and written",
        arguments: [("00:00", 0), ("9:05", 545), ("09:05", 545), ("23:59", 1439), ("24:00", 1440)])
    func clock(text: String, minutes: Int) throws {
        let clock = try #require(ClockTime(text))
        #expect(clock.minutes == minutes)
        #expect(clock.description == (text.count == 4 ? "0" + text : text))
    }

    @Test(
        "what no clock shows is not read",
        arguments: [
            "", "9", "9:5", "24:01", "25:00", "12:60", "-1:00", "+9:00", "009:00", "09:00:00", "09：00", "09:0a", ":30",
        ])
    func badClock(text: String) {
        #expect(ClockTime(text) == nil)
    }

    @Test("the end of the day is later than every other time")
    func endOfDay() throws {
        #expect(ClockTime.midnight < .endOfDay)
        #expect(try #require(ClockTime(hour: 23, minute: 59)) < .endOfDay)
        #expect(ClockTime(minutes: 1441) == nil)
        #expect(ClockTime(minutes: -1) == nil)
    }

    @Test("24:00 is 00:00 of the next day on the wall clock")
    func midnight() throws {
        let day = try #require(Day("2026-12-31"))
        #expect(CivilTime(day, .endOfDay) == CivilTime(day + 1, .midnight))
        #expect(CivilTime(day, .endOfDay).description == "2027-01-01T00:00")
    }

    @Test("wall-clock times before 1970 have the right day and hour")
    func negative() {
        #expect(CivilTime(minuteNumber: -1).description == "1969-12-31T23:59")
        #expect(CivilTime(minuteNumber: -1440).description == "1969-12-31T00:00")
        #expect(CivilTime(minuteNumber: -1441).description == "1969-12-30T23:59")
        #expect(CivilTime(minuteNumber: 0).description == "1970-01-01T00:00")
    }

    @Test(
        "wall-clock times are added to and subtracted across midnight", arguments: [-3000, -1440, -1, 0, 1, 1440, 3000])
    func arithmetic(minutes: Int) throws {
        let begin = CivilTime(try #require(Day("1970-01-01")), .midnight)
        let end = begin + Minutes(minutes)
        #expect(end - begin == Minutes(minutes))
        #expect(end - Minutes(minutes) == begin)
        #expect(CivilTime(end.day, end.clock) == end)
        #expect((begin < end) == (minutes > 0))
    }

    @Test("moments are written in UTC to the second, also before 1970")
    func instants() {
        #expect(Instant(seconds: 0).description == "1970-01-01T00:00:00Z")
        #expect(Instant(seconds: -1).description == "1969-12-31T23:59:59Z")
        #expect(Instant(seconds: 1_790_000_000).description == "2026-09-21T14:13:20Z")
        #expect(Instant(seconds: -1).utcDay == Day("1969-12-31"))
        #expect(Instant(seconds: -86_400).utcDay == Day("1969-12-31"))
        #expect(Instant(seconds: 86_399).utcDay == Day("1970-01-01"))
        #expect((Instant(seconds: 5) + 7) - Instant(seconds: 2) == 10)
    }
}
