import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("The own calendars of escorts and guardians")
struct BusyCalendarTests {
    /// Reads the sound tables and this calendar.
    private func read(
        _ lines: String..., named name: String = "busy-E1.ics", tables: [String: String] = [:], horizon: DayRange? = nil
    ) throws -> Reading {
        try TemporaryFolder.use { folder in
            for (name, content) in World.sound.merging(tables, uniquingKeysWith: { _, new in new }) {
                try folder.write(content, to: name)
            }
            try folder.write((["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR"]).joined(separator: "\n"), to: name)
            return try FileReader(known: Register(), horizon: horizon).read([folder.path])
        }
    }

    /// What the calendars say: who, the days, and the hours where they are not whole.
    private func absences(_ reading: Reading) -> [String] {
        reading.batch?.register.absences.map { absence in
            "\(absence.person.kind) \(absence.person.id) \(absence.days)"
                + (absence.hours.map { " \($0.lowerBound)-\($0.upperBound)" } ?? "")
        }.sorted() ?? []
    }

    @Test("days are whole, times keep their hours on the clock of their zone, and nothing tells what with")
    func events() throws {
        let reading = try read(
            "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261203\nSUMMARY:Surgery\nEND:VEVENT",
            "BEGIN:VEVENT\nUID:b\nDTSTART:20261203T230000Z\nDURATION:PT1H\nSUMMARY:Surgery\nEND:VEVENT",
            "BEGIN:VEVENT\nUID:c\nDTSTART;VALUE=DATE:20261210\nTRANSP:TRANSPARENT\nSUMMARY:Birthday\nEND:VEVENT",
            "BEGIN:VEVENT\nUID:d\nDTSTART;VALUE=DATE:20261211\nSTATUS:CANCELLED\nEND:VEVENT",
            "BEGIN:VEVENT\nUID:e\nDTSTART;TZID=Europe/London:20261215T093000\nDTEND;TZID=Europe/London:20261215T110000\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT"
        )
        #expect(
            absences(reading) == [
                "escort E1 2026-12-01…2026-12-02", "escort E1 2026-12-04 07:00-08:00",
                "escort E1 2026-12-15 09:30-11:00", "escort E1 2026-12-22 09:30-11:00",
            ])
        #expect(!"\(String(describing: reading.batch))".contains("Surgery"))
        #expect(reading.batch?.register.absences.allSatisfy { $0.source == "calendar" && $0.reason.isEmpty } == true)
        #expect(reading.sources.last { $0.file.hasSuffix("busy-E1.ics") }?.table == "absences")
    }

    @Test(
        "a night is the end of one day and the beginning of the next; what does not say how long it takes takes the day"
    )
    func nights() throws {
        let reading = try read(
            "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Asia/Shanghai:20261201T220000\nDURATION:PT34H\nEND:VEVENT",
            "BEGIN:VEVENT\nUID:b\nDTSTART;TZID=Asia/Shanghai:20261208T220000\nDURATION:PT2H\nEND:VEVENT",
            "BEGIN:VEVENT\nUID:c\nDTSTART;TZID=Asia/Shanghai:20261210T090000\nEND:VEVENT")
        #expect(
            absences(reading) == [
                "escort E1 2026-12-01 22:00-24:00", "escort E1 2026-12-02", "escort E1 2026-12-03 00:00-08:00",
                "escort E1 2026-12-08 22:00-24:00", "escort E1 2026-12-10",
            ])
    }

    @Test("periods of a free-busy answer count, those that are free do not")
    func freeBusy() throws {
        let reading = try read(
            "X-WR-TIMEZONE:America/Detroit", "BEGIN:VFREEBUSY",
            "FREEBUSY:20261201T030000Z/PT1H,20261205T150000Z/20261206T150000Z",
            "FREEBUSY;FBTYPE=FREE:20261220T150000Z/PT1H", "END:VFREEBUSY")
        #expect(
            absences(reading) == [
                "escort E1 2026-11-30 22:00-23:00", "escort E1 2026-12-05 10:00-24:00",
                "escort E1 2026-12-06 00:00-10:00",
            ])
        let faulty = try read("BEGIN:VFREEBUSY", "FREEBUSY:20261201T030000Z", "END:VFREEBUSY")
        #expect(faulty.batch == nil && faulty.findings.contains { $0.location?.line == 3 })
    }

    @Test("the same time said twice is one absence, and reading again gives the same")
    func twice() throws {
        let event = "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261201\nEND:VEVENT"
        let once = try read(event)
        #expect(absences(try read(event, event)) == absences(once))
        #expect(try read(event).batch?.register.absences == once.batch?.register.absences)
        #expect(once.batch?.register.absences.map(\.id) == ["ics-E1-2026-12-01"])
    }

    @Test("a calendar says whose whole it is, a guardian's too, also where it is empty")
    func whole() throws {
        #expect(try read().batch?.absenceCalendars == [.init(.escort("E1"), source: "calendar")])
        let guardian = try read(
            "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261201\nEND:VEVENT", named: "忙碌-G1.ics")
        #expect(absences(guardian) == ["guardian G1 2026-12-01"])
        #expect(guardian.batch?.absenceCalendars == [.init(.guardian("G1"), source: "calendar")])
    }

    @Test("a calendar of nobody is a fault")
    func nobodysCalendar() throws {
        let stray = try read(named: "busy-E77.ics")
        #expect(stray.batch == nil)
        let finding = try #require(stray.findings.first { $0.code == "unknown-reference" })
        #expect(finding.sentence.english.contains("escort or guardian \"E77\""))
        #expect(finding.sentence.chinese.contains("陪同人员或监护人“E77”"))
    }

    @Test("an identifier that a guardian and an escort share is a fault that says so")
    func sharedIdentifier() throws {
        let reading = try read(
            named: "busy-G1.ics",
            tables: ["escorts.csv": "id,name,home,from,to,max_children\nG1,F (invented),H2,2026-09-01,2027-08-31,1\n"])
        #expect(reading.batch == nil)
        let finding = try #require(reading.findings.first { $0.severity == .error })
        #expect(finding.code == "contradiction")
        #expect(finding.sentence.english.contains("\"G1\", which is a guardian and an escort"))
        #expect(finding.sentence.chinese.contains("“G1”既是监护人又是陪同人员"))
        #expect(finding.advice != nil)
    }

    @Test("what repeats without end is written out for the days ahead")
    func endless() throws {
        let event = "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20201201\nRRULE:FREQ=YEARLY\nEND:VEVENT"
        let from = try #require(Day("2026-01-01"))
        #expect(
            absences(try read(event, horizon: DayRange(from, from + 700)))
                == ["escort E1 2026-12-01", "escort E1 2027-12-01"])
        #expect(try read(event).batch == nil)
    }
}
