import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Calendars as files")
struct CalendarFileTests {
    /// A calendar of these events.
    private static func calendar(_ events: String...) -> String {
        (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//invented//EN"]
            + events.map { "BEGIN:VEVENT\nUID:\($0.count)@invented.example\n" + $0 + "\nEND:VEVENT" } + [
                "END:VCALENDAR", "",
            ])
            .joined(separator: "\n").replacing("\n", with: "\r\n")
    }

    private static let term = "DTSTART;VALUE=DATE:20260901\nDTEND;VALUE=DATE:20270123\nSUMMARY:Autumn term"

    private func school(_ events: String..., named name: String = "school_calendars-SC9.ics") throws -> Reading {
        try World.read([
            name:
                (["BEGIN:VCALENDAR"] + events.map { "BEGIN:VEVENT\nUID:u\n" + $0 + "\nEND:VEVENT" } + ["END:VCALENDAR"])
                .joined(separator: "\n")
        ])
    }

    private func closures(_ events: String..., horizon: DayRange? = nil) throws -> Reading {
        try TemporaryFolder.use { folder in
            for (name, content) in World.sound { try folder.write(content, to: name) }
            try folder.write(
                (["BEGIN:VCALENDAR"] + events.map { "BEGIN:VEVENT\n" + $0 + "\nEND:VEVENT" } + ["END:VCALENDAR"])
                    .joined(separator: "\n"), to: "closures-PR1.ics")
            return try FileReader(known: Register(), horizon: horizon).read([folder.path])
        }
    }

    private func days(_ reading: Reading) -> [String] {
        reading.batch?.register.closures.map(\.days.description).sorted() ?? []
    }

    @Test("a school's terms, holidays and make-up days are told by category or summary, in both languages")
    func schools() throws {
        let reading = try school(
            Self.term, "DTSTART;VALUE=DATE:20261001\nDTEND;VALUE=DATE:20261008\nSUMMARY:国庆节放假",
            "DTSTART;VALUE=DATE:20261010\nSUMMARY:x\nCATEGORIES:make-up",
            "DTSTART;VALUE=DATE:20261224\nDURATION:P1W\nSUMMARY:Winter break",
            "DTSTART;VALUE=DATE:20261111\nSUMMARY:Sports day",
            "DTSTART:20261112T180000\nDTEND:20261112T200000\nSUMMARY:Holiday concert",
            "DTSTART;VALUE=DATE:20270101\nSUMMARY:Holiday\nSTATUS:CANCELLED")
        let calendar = try #require(reading.batch?.register.schoolCalendars.first { $0.id == "SC9" })
        #expect(
            calendar.stretches.map { "\($0.kind.rawValue) \($0.days)" } == [
                "term 2026-09-01…2027-01-22", "holiday 2026-10-01…2026-10-07", "make-up 2026-10-10",
                "holiday 2026-12-24…2026-12-30",
            ])
        #expect(calendar.teaches(on: try #require(Day("2026-10-10"))))
        let leftOut = reading.findings.filter { $0.code == "not-understood" }
        #expect(leftOut.map(\.severity) == [.warning, .warning])
        #expect(leftOut.allSatisfy { !$0.sentence.english.contains("day\"") && $0.location?.line != nil })
    }

    @Test("days that are written from midnight to midnight are whole ones")
    func midnight() throws {
        let reading = try school(
            Self.term, "DTSTART:20261001T000000\nDTEND:20261008T000000\nSUMMARY:Autumn holiday")
        let calendar = try #require(reading.batch?.register.schoolCalendars.first { $0.id == "SC9" })
        #expect(calendar.stretches.map(\.days.description) == ["2026-09-01…2027-01-22", "2026-10-01…2026-10-07"])
        #expect(!reading.findings.contains { $0.code == "not-understood" })
    }

    @Test("a calendar that calls everything off holds nothing")
    func calledOff() throws {
        let reading = try World.read([
            "closures-PR1.ics":
                "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261205\nEND:VEVENT\nEND:VCALENDAR\n"
        ])
        #expect(reading.batch?.register.closures == [] && reading.batch?.closureCalendars == ["PR1"])
    }

    @Test("a closure repeats, with days left out, added and put elsewhere")
    func repeating() throws {
        let reading = try closures(
            """
            UID:a
            DTSTART;TZID=Asia/Shanghai:20261005T090000
            DTEND;TZID=Asia/Shanghai:20261005T120000
            RRULE:FREQ=WEEKLY;UNTIL=20261102T010000Z
            EXDATE;TZID=Asia/Shanghai:20261012T090000
            RDATE;TZID=Asia/Shanghai:20261203T090000
            SUMMARY:Stock-
             taking\\, as every autumn
            """,
            "UID:a\nRECURRENCE-ID;TZID=Asia/Shanghai:20261019T090000\nDTSTART;TZID=Asia/Shanghai:20261020T090000\nSUMMARY:moved"
        )
        #expect(
            days(reading) == ["2026-10-05", "2026-10-20", "2026-10-26", "2026-11-02", "2026-12-03"])
        #expect(reading.batch?.register.closures.first?.reason == "Stock-taking, as every autumn")
        #expect(reading.findings.filter { $0.severity == .warning }.count == 2)
    }

    @Test("moments in universal time fall on the prison's day")
    func universal() throws {
        let reading = try closures("UID:a\nDTSTART:20261005T230000Z\nDTEND:20261006T010000Z\nSUMMARY:x")
        #expect(days(reading) == ["2026-10-06"])
    }

    @Test("what repeats without end is written out for the days ahead, and is a fault where none are named")
    func endless() throws {
        let event =
            "UID:a\nDTSTART;VALUE=DATE:20101001\nDTEND;VALUE=DATE:20101004\nRRULE:FREQ=YEARLY\nSUMMARY:National Day"
        let from = try #require(Day("2026-01-01"))
        let reading = try closures(event, horizon: DayRange(from, from + 800))
        #expect(days(reading) == ["2026-10-01…2026-10-03", "2027-10-01…2027-10-03"])
        let faulty = try closures(event)
        #expect(faulty.batch == nil && faulty.findings.contains { $0.location?.line == 2 })
    }

    @Test("reading a calendar twice gives the same closures")
    func again() throws {
        let event = "UID:a@b\nDTSTART;VALUE=DATE:20261001\nSUMMARY:x"
        #expect(try closures(event).batch?.register == closures(event).batch?.register)
        #expect(try closures(event, event).batch?.register.closures.count == 1)
    }

    @Test("a calendar of closures says that it is the whole")
    func wholeCalendar() throws {
        #expect(try closures("UID:a\nDTSTART;VALUE=DATE:20261001\nSUMMARY:x").batch?.closureCalendars == ["PR1"])
    }

    @Test("what is wrong is told with its line, all of it, and nothing is imported")
    func faults() throws {
        let reading = try closures(
            "DTSTART;VALUE=DATE:20260230", "SUMMARY:no start", "DTSTART:20261005\nDTEND:20261004",
            "DTSTART:20261005\nRRULE:FREQ=SECONDLY", "DTSTART:20261005\nDURATION:soon", "nonsense",
            "DTSTART:20261005\nEXDATE:20261305")
        #expect(reading.batch == nil)
        let places = reading.findings.filter { $0.severity == .error }.map { "\($0.location?.line ?? 0) \($0.code)" }
        #expect(
            places == [
                "3 invalid-date", "5 missing-value", "10 wrong-order", "14 not-understood", "18 invalid-number",
                "20 missing-value", "21 bad-calendar", "25 invalid-date",
            ])
    }

    @Test(
        "a file that is no calendar, or does not say of what, is a fault",
        arguments: [
            ("closures-PR1.ics", "hello"), ("closures-PR1.ics", ""), ("closures.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR"),
            ("holidays.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR"), ("closures-PR9.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR"),
            ("closures-PR1.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR"),
            ("closures-PR1.ics", "BEGIN:VCALENDAR"),
            ("school_calendars-SC2.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR"),
        ])
    func noCalendar(name: String, content: String) throws {
        let reading = try World.read([name: content])
        #expect(reading.batch == nil)
        #expect(reading.findings.contains { $0.severity == .error && $0.location?.file == name })
        #expect(reading.findings.allSatisfy { $0.advice != nil })
    }

    @Test("damaged calendars never stop the program", arguments: 0..<60 as Range<UInt64>)
    func damaged(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var bytes = Array(
            Self.calendar(
                Self.term, "DTSTART;TZID=\"Asia/Shanghai\":20261005T090000\nRRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO,TU"
            ).utf8)
        for _ in 0..<Int.random(in: 1...12, using: &random) where bytes.count > 1 {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            default: bytes = Array(bytes.prefix(place + 1))
            }
        }
        let reading = try World.readAlone(bytes: ["school_calendars-SC1.ics": bytes])
        #expect((reading.batch == nil) == reading.findings.contains { $0.severity == .error })
    }

    @Test("a line whose name no property can have is passed over, told once, and quoted only where it is no person's")
    func strangeNames() throws {
        let reading = try closures(
            "UID:a\nDTSTART;VALUE=DATE:20261205\nCATEGORY_COLOR:1\nCATEGORY_COLOR:2\n张三:电话\nBob_Smith:telephone")
        let notes = reading.findings.filter { $0.code == "not-understood" }
        #expect(reading.batch != nil && notes.map { $0.location?.line } == [5, 7])
        #expect(notes.first?.sentence.english.contains("CATEGORY_COLOR") == true)
        #expect(!"\(reading.findings)".contains("张三") && !"\(reading.findings)".uppercased().contains("BOB"))
        // What a slip has made of a property that matters is no unknown one.
        #expect(try closures("UID:a\nDTSTART;VALUE=DATE:20261205\nEX_DATE:20261205").batch == nil)
    }

    @Test("what browsers and file managers add to a name is known, and nothing else is taken away")
    func copies() {
        let copies = [
            "CN-BJ (1)", "CN-BJ(12)", "CN-BJ（2）", "CN-BJ - Copy", "CN-BJ - Copy (2)", "CN-BJ copy 3", "CN-BJ - 副本",
            "CN-BJ副本 (2)",
            "CN-BJ的副本",
        ]
        for copy in copies { #expect(CalendarLoader.original(of: copy) == "CN-BJ", "\(copy)") }
        for name in ["CN-BJ", "CN-BJ-1", "SC-photocopy", "第一小学", "(1)", "SC1 2026"] {
            #expect(CalendarLoader.original(of: name) == nil, "\(name)")
        }
    }

    @Test("a calendar is named for what it is of, in English and Chinese")
    func names() {
        #expect(CalendarLoader.subject(ofFile: "closures-PR1.ics", of: .closures) == "PR1")
        #expect(CalendarLoader.subject(ofFile: "停止会见 PR-1.ics", of: .closures) == "PR-1")
        #expect(CalendarLoader.subject(ofFile: "校历_第一小学.ics", of: .schoolCalendars) == "第一小学")
        #expect(CalendarLoader.subject(ofFile: "closures.ics", of: .closures) == nil)
        #expect(CalendarLoader.subject(ofFile: "busy-E1.ics", of: .absences) == "E1")
        #expect(TableName(calendarNamed: "忙碌-E1.ics") == .absences)
        #expect(TableName(calendarNamed: "busy-E1.csv") == nil)
    }
}
