import Testing
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("The household's itinerary")
struct HouseholdItineraryTests {
    static func beijing(_ language: Language) -> HouseholdItinerary {
        HouseholdItinerary(
            household: Beijing.family, visits: [Beijing.detail], outlooks: Beijing.outlooks + [Beijing.fatherOutlook],
            today: Worlds.today,
            language: language)
    }

    @Test("is a page and a text of steps in both languages", arguments: Language.allCases)
    func golden(language: Language) throws {
        let itinerary = Self.beijing(language)
        try Golden.compare(itinerary.text, with: "itinerary.\(language.rawValue).txt")
        try Golden.compare(page: itinerary.html, with: "itinerary.\(language.rawValue).html")
    }

    @Test("escapes what people are called, and tells of a night away")
    func michigan() throws {
        let itinerary = HouseholdItinerary(
            household: Michigan.household, visits: [Michigan.detail], outlooks: [Michigan.outlook],
            today: Worlds.today, currency: "USD")
        try Golden.compare(itinerary.text, with: "itinerary.michigan.txt")
        try Golden.compare(page: itinerary.html, with: "itinerary.michigan.html")
    }

    @Test("leaves out what is over and warns of what is cancelled")
    func past() {
        var held = Beijing.detail
        held.visit.status = .held
        held.visit.date = Worlds.today
        var over = Beijing.detail
        over.visit.date = Worlds.today - 1
        var cancelled = Beijing.detail
        cancelled.visit.status = .cancelled
        let itinerary = HouseholdItinerary(
            household: Beijing.family, visits: [held, over, cancelled], today: Worlds.today, language: .english)
        #expect(itinerary.text.contains("There is no visit ahead."))
        #expect(
            itinerary.text.contains(
                "Cancelled: do not travel\nOn Saturday 5 December 2026, 14:00–14:30, at Beijing"))
        #expect(itinerary.csv.split(separator: "\r\n").count == 1)
    }

    @Test("says whose timetable its times are from, and nothing where they are estimates")
    func timetables() {
        var itinerary = Self.beijing(.english)
        #expect(!itinerary.text.contains("timetable of"))
        itinerary.timetablesOf = ["Invented Bus", "Invented\nRailway"]
        #expect(itinerary.text.contains("Times of trains and buses: timetable of Invented Bus and Invented Railway."))
        #expect(itinerary.html.contains("Invented Railway"))
        itinerary.language = .chinese
        #expect(itinerary.text.contains("车次时刻来源：Invented Bus"))
    }

    @Test("shows nothing of other households")
    func otherHouseholds() {
        let itinerary = HouseholdItinerary(
            household: Beijing.family, visits: [Beijing.homeDetail], outlooks: [Beijing.outlooks[2]],
            today: Worlds.today)
        #expect(!itinerary.html.contains("李乐乐"))
        #expect(!itinerary.text.contains("李乐乐"))
        #expect(!itinerary.csv.contains("李乐乐"))
    }

    @Test("speaks the household's language unless it is told another")
    func language() {
        let itinerary = HouseholdItinerary(household: Beijing.family, visits: [], today: Worlds.today)
        #expect(itinerary.language == .chinese)
        #expect(itinerary.html.contains("<html lang=\"zh-CN\">"))
    }

    @Test("is sorted by date and start, whatever the order of the visits")
    func order() {
        var early = Beijing.detail
        early.visit.id = "V0"
        early.visit.start = Worlds.clock("09:00")
        let forwards = HouseholdItinerary(
            household: Beijing.family, visits: [early, Beijing.detail], today: Worlds.today)
        let backwards = HouseholdItinerary(
            household: Beijing.family, visits: [Beijing.detail, early], today: Worlds.today)
        #expect(forwards.html == backwards.html)
        #expect(forwards.csv == backwards.csv)
    }

    @Test("tells how to ask for a visit, or when to call, by how far it has come")
    func tasks() {
        var detail = Beijing.homeDetail
        let proposed = HouseholdItinerary(
            household: Beijing.home, visits: [detail], today: Worlds.today, language: .english)
        #expect(proposed.text.contains("☐ Ask the prison for this visit by Thursday 3 December 2026."))
        #expect(proposed.text.contains("13:30 ○ Be at the prison gate"))
        detail.visit.status = .requested
        detail.adults = []
        let requested = HouseholdItinerary(
            household: Beijing.home, visits: [detail], today: Worlds.today, language: .english)
        #expect(requested.text.contains("☐ If there is no answer by Thursday 3 December 2026, call the prison."))
        #expect(requested.text.contains("☐ Find an adult who goes along."))
    }

    @Test("sends nobody to the gate for a visit by video")
    func video() {
        var detail = Beijing.homeDetail
        detail.visit.mode = .video
        let itinerary = HouseholdItinerary(
            household: Beijing.home, visits: [detail], today: Worlds.today, language: .english)
        #expect(!itinerary.text.contains("gate"))
        let outlook = Outlook(
            child: Beijing.lele, prisoner: Beijing.mother, household: Beijing.home, relation: .mother, next: detail)
        let next = NextText([outlook], today: Worlds.today, language: .english).text
        #expect(next.contains("arranged by Beijing Women’s Prison (by video)"))
        #expect(!next.contains("gate"))
    }
}
