import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Closures against sessions")
struct ClosureCheckTests {
    /// The findings on these closures, with the sound tables and `more` beside them, on 23 November 2026.
    private func findings(
        closures: String = "", sessions: String = "", known: Register = Register(), more: [String: String] = [:]
    ) throws -> [String] {
        var files = World.sound
        if !closures.isEmpty { files["closures.csv"] = "id,prison,session,from,to\n" + closures }
        if !sessions.isEmpty {
            files["sessions-2.csv"] = "id,prison,weekday,date,start,minutes,tables\n" + sessions
        }
        return try TemporaryFolder.use { folder in
            for (name, content) in files.merging(more, uniquingKeysWith: { $1 }) { try folder.write(content, to: name) }
            let reading = try FileReader(known: known, today: Day("2026-11-23")).read([folder.path])
            #expect(reading.batch != nil)
            return reading.findings.map {
                "\($0.severity.rawValue) \($0.code) \($0.location?.description.replacing(folder.path + "/", with: "") ?? "") "
                    + $0.sentence.english
            }
        }
    }

    @Test("a session that is not held on the days is told of, with the day on which it is")
    func otherWeekday() throws {
        #expect(
            try findings(closures: "X,PR1,S1,2026-12-11,\nY,PR1,S1,2026-12-11,2026-12-12\n") == [
                "warning contradiction closures.csv:2 The session S1 is not held on 2026-12-11; it is next on 2026-12-12."
            ])
    }

    @Test("days on which the prison holds nothing, days that are over, and the same said twice")
    func idle() throws {
        #expect(
            try findings(
                closures:
                    "A,PR1,,2026-12-11,\nB,PR1,,2026-11-07,\nC,PR1,,2026-12-19,2026-12-20\nD,PR1,,2026-12-19,2026-12-20\n"
            ) == [
                "note unlikely closures.csv:2 PR1 holds no session on 2026-12-11; nothing falls out.",
                "warning unlikely closures.csv:3 The days 2026-11-07 are over; expected days to come.",
                "warning repeated-id closures.csv:5 The closure C says the same of 2026-12-19…2026-12-20 already.",
            ])
    }

    @Test("an extra session on a closed day is told of, whichever of the two comes later")
    func extraSession() throws {
        let told = "The extra session SNY on 2027-01-02 is not held: the closure X takes it away."
        let both = try findings(
            closures: "X,PR1,,2027-01-01,2027-01-03\n", sessions: "SNY,PR1,,2027-01-02,09:00,60,6\n")
        #expect(both == ["warning contradiction sessions-2.csv:2 \(told)"])
        var known = Register()
        known.closures = [
            Closure(id: "X", prison: "PR1", days: DayRange(from: try #require(Day("2027-01-01")), days: 3))
        ]
        #expect(
            try findings(sessions: "SNY,PR1,,2027-01-02,09:00,60,6\n", known: known)
                == ["warning contradiction sessions-2.csv:2 \(told)"])
        // Said when it came; not again with every import.
        known.templates = [
            SessionTemplate(
                id: "SNY", prison: "PR1", recurrence: .once(try #require(Day("2027-01-02"))),
                start: try #require(ClockTime("09:00")), minutes: 60, tables: 6)
        ]
        #expect(try findings(sessions: "SNY,PR1,,2027-01-02,09:00,60,6\n", known: known) == [])
        #expect(try findings(closures: "X,PR1,SNY,2027-01-02,\n", known: known) == [])
    }

    @Test("a calendar of public holidays is told once of all days on which nothing is held")
    func calendarOfHolidays() throws {
        let events = ["20261130", "20261201", "20261212"].map {
            "BEGIN:VEVENT\nUID:\($0)\nDTSTART;VALUE=DATE:\($0)\nEND:VEVENT\n"
        }
        let file = "BEGIN:VCALENDAR\n\(events.joined())END:VCALENDAR\n"
        #expect(
            try findings(more: ["closures-PR1.ics": file]) == [
                "note unlikely closures-PR1.ics Closures on whose days the prison holds no session anyway: 2, "
                    + "first that of PR1 on 2026-11-30."
            ])
    }
}
