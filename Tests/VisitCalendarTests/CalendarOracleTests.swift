import Testing
import VisitCalendar
import VisitModel
import VisitTestSupport

/// Calendars, read by a library that other people wrote.
@Suite("Calendars, judged by Python's icalendar")
struct CalendarOracleTests {
    static let python = OutsideTool.python("icalendar", "zoneinfo")

    /// Prints every event: begin and end on the wall clock and in UTC, status, summary.
    private static let script = """
        import sys
        from datetime import datetime, timezone
        from icalendar import Calendar
        calendar = Calendar.from_ical(sys.stdin.buffer.read())
        for event in calendar.walk("VEVENT"):
            assert not event.errors, event.errors
            for name in ("DTSTART", "DTEND"):
                t = event.decoded(name)
                print(t.strftime("%Y-%m-%dT%H:%M"), int(t.timestamp()), end=" ")
            print(event["STATUS"], event["SUMMARY"].replace("\\n", "|"))
        """

    /// Prints, for every event, its wall-clock begin as the calendar's own VTIMEZONE has it in UTC.
    private static let ownZone = """
        import sys
        from icalendar import Calendar
        calendar = Calendar.from_ical(sys.stdin.buffer.read())
        zones = {z["TZID"]: z.to_tz() for z in calendar.walk("VTIMEZONE")}
        for event in calendar.walk("VEVENT"):
            start = event["DTSTART"]
            local = start.dt.replace(tzinfo=zones[start.params["TZID"]])
            print(int(local.timestamp()))
        """

    /// Visits of two years at two times of day, among them every night on which the clocks change.
    private func worlds(zone: String) throws -> [World] {
        let first = try #require(Day("2026-01-01"))
        let nights = ["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01", "2027-03-14", "2027-11-07"]
        let days = stride(from: 0, to: 730, by: 9).map { "\(first + $0)" } + nights
        return try days.flatMap { day in
            try ["00:30", "13:45"].map { start in
                try World(Identifier("\(day)-\(start)"), on: day, at: start).travelling(there: 130, back: 330).with {
                    $0.prison.zone = zone
                }
            }
        }
    }

    @Test(
        "it reads the same times and texts", .enabled(if: python.isPresent, "\(python.missing)"),
        arguments: ["Asia/Shanghai", "America/Detroit", "Europe/London"])
    func times(name: String) throws {
        let zone = try Zone(named: name)
        let worlds = try worlds(zone: name)
        var expected: [String] = []
        for world in worlds {
            let visit = world.visit
            let trip = try #require(visit.trip)
            let spans = [
                (try #require(visit.begins), try #require(visit.ends), "会见：第一女子监狱"),
                (trip.outbound.departs, trip.outbound.arrives, "前往第一女子监狱"),
                (trip.homeward.departs, trip.homeward.arrives, "返回绵阳市"),
            ]
            expected += spans.map { begins, ends, summary in
                "\(begins) \(zone.instant(begins).seconds) \(ends) \(zone.instant(ends).seconds) CONFIRMED \(summary)"
            }
        }
        let bytes = try calendar(of: worlds, language: .chinese)
        let output = try Self.python.run(["-c", Self.script], input: bytes)
        #expect(String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init) == expected)
    }

    @Test(
        "the calendar's own zones say the same as the system's",
        .enabled(if: python.isPresent, "\(python.missing)"),
        arguments: ["Asia/Shanghai", "America/Detroit", "Europe/London", "Australia/Lord_Howe"])
    func ownZone(name: String) throws {
        let zone = try Zone(named: name)
        let worlds = try worlds(zone: name).filter { world in
            // In the hour that clocks skip or show twice, libraries differ in what they make of a zone's own parts.
            guard let begins = world.visit.begins, case .once = zone.resolve(begins) else { return false }
            return true
        }
        let bytes = try calendar(of: worlds, perspective: .prison)
        let output = try Self.python.run(["-c", Self.ownZone], input: bytes)
        let expected = try worlds.map { "\(zone.instant(try #require($0.visit.begins)).seconds)" }
        #expect(String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init) == expected)
    }
}
