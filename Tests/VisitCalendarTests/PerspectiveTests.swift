import Testing
import VisitCalendar
import VisitModel
import VisitTestSupport

@Suite("Calendars for everybody who needs one")
struct PerspectiveTests {
    private func deadlines(of world: World) throws -> [Reminder] {
        let source = Reminder.Source(
            sentence: BilingualText(en: "Ask two weeks ahead.", zh: "须提前两周申请。"),
            citation: BilingualText(en: "Rule One, article 2 (law)", zh: "规定一第二条（法律法规）"))
        let day = world.visit.date - 14
        return [
            Reminder(.booking, of: world.visit, on: day, at: world.prison.name, sources: [source]),
            Reminder(.papers, of: world.visit, on: day, at: world.prison.name, sources: [source, source]),
            Reminder(
                callOn: try #require(Day("2026-10-05")), from: "H1", to: "P1", at: world.prison.name,
                sources: [source]),
        ]
    }

    private func calendar(
        _ perspective: CalendarOptions.Perspective, language: Language = .english, showsNames: Bool = false
    ) throws -> [UInt8] {
        let world = try World().travelling().with {
            $0.visit.status = .proposed
            $0.visit.companion = .escort("E1")
            $0.prisonPlace.precision = .site
            $0.prison.name = BilingualText(en: #"Women's "One"; Prison"#, zh: "第一“女子”监狱；甲")
        }
        let options = CalendarOptions(
            name: BilingualText(en: "Visits", zh: "会见"), language: language, showsNames: showsNames,
            perspective: perspective, today: try #require(Day("2026-10-01")))
        return try CalendarWriter(options).calendar(of: [world.detail], reminders: try deadlines(of: world))
    }

    @Test("a home's calendar says whose visit it is, and has deadlines and a day for a call")
    func home() throws {
        try Golden.compare(calendar(.home), with: "home.en.ics")
    }

    @Test("an escort's calendar in Chinese, with names")
    func escort() throws {
        try Golden.compare(calendar(.escort, language: .chinese, showsNames: true), with: "escort-names.zh.ics")
    }

    @Test("a prisoner's calendar tells who comes, and nothing of home, journey, papers or telephone numbers")
    func prisoner() throws {
        let bytes = try calendar(.prisoner, showsNames: true)
        try Golden.compare(bytes, with: "prisoner-names.en.ics")
        let text = String(decoding: bytes, as: UTF8.self)
        for secret in ["Mianyang", "139-0000", "identity card", "geo:104", "TRIGGER:-P1D"] {
            #expect(!text.contains(secret), "\(secret)")
        }
    }

    @Test("a deadline is a whole day that takes no time, rings the day before, and names the visit and the rule")
    func deadline() throws {
        let read = try MiniReader.read(calendar(.household))
        let events = read.parts("VEVENT")
        #expect(
            events.map { $0["UID"]?.text } == [
                "v-7f3a@visitd", "v-7f3a@out.visitd", "v-7f3a@home.visitd", "v-7f3a@booking.visitd",
                "v-7f3a@papers.visitd", "H1-P1-2026-10@call.visitd",
            ])
        let booking = events[3]
        #expect((booking["DTSTART"]?.value, booking["DTSTART"]?.parameters) == ("20260919", "VALUE=DATE"))
        #expect(booking["DTEND"] == nil)
        #expect(booking["TRANSP"]?.value == "TRANSPARENT")
        #expect(booking["RELATED-TO"]?.text == "v-7f3a@visitd")
        #expect(booking["DESCRIPTION"]?.text.contains("Rule One, article 2") == true)
        #expect(booking.parts("VALARM").first?["TRIGGER"]?.value == "-PT15H")
        #expect(events[5]["RELATED-TO"] == nil)
    }

    @Test("the structured place has the prison's name in quotes that no name can end")
    func structuredPlace() throws {
        let text = String(decoding: try calendar(.household), as: UTF8.self).replacing("\r\n ", with: "")
        #expect(
            text.contains(
                "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=100;X-TITLE=\"Women's ^'One^'; Prison\""
                    + ":geo:30.657420,104.065840\r\n"))
    }
}
