import Testing
import VisitCalendar
import VisitModel
import VisitTestSupport

/// The calendar of some visits, as it is on 2026-10-01.
func calendar(
    of worlds: [World], language: Language = .english, showsNames: Bool = false,
    perspective: CalendarOptions.Perspective = .household, today: String = "2026-10-01"
) throws -> [UInt8] {
    let options = CalendarOptions(
        name: BilingualText(en: "Visits; family One, all", zh: "会见；第一家"), language: language,
        showsNames: showsNames, perspective: perspective, today: try #require(Day(today)))
    return try CalendarWriter(options).calendar(of: worlds.map(\.detail))
}

@Suite("Calendars, read by a person")
struct CalendarGoldenTests {
    @Test("a household's calendar has the visit, the ways there and back, and alarms")
    func household() throws {
        try Golden.compare(calendar(of: [World().travelling()]), with: "household.en.ics")
    }

    @Test("a household's calendar in Chinese, with names")
    func householdChinese() throws {
        let world = try World().travelling().with { $0.visit.status = .proposed }
        try Golden.compare(calendar(of: [world], language: .chinese, showsNames: true), with: "household-names.zh.ics")
    }

    @Test("a prison's calendar has who comes to whom and the papers, by identifier")
    func prison() throws {
        try Golden.compare(calendar(of: [World().travelling()], perspective: .prison), with: "prison.en.ics")
    }

    @Test("a night on which the clocks are put back, and a way home over it")
    func clocksPutBack() throws {
        let world = try World(on: "2026-10-31", at: "20:00").travelling(back: 420, nights: 1).with {
            $0.prison.zone = "America/Detroit"
            $0.prisonPlace.precision = .site
        }
        try Golden.compare(calendar(of: [world]), with: "clocks-put-back.en.ics")
    }

    @Test("a calendar without visits is still a calendar")
    func empty() throws {
        try Golden.compare(calendar(of: []), with: "empty.en.ics")
    }
}
