import Testing
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("The household's itinerary")
struct HouseholdItineraryTests {
    static func beijing(_ language: Language) -> HouseholdItinerary {
        HouseholdItinerary(
            household: Beijing.family, visits: [Beijing.detail], outlooks: Beijing.outlooks, today: Worlds.today,
            language: language)
    }

    @Test("is a page and a text of steps in both languages", arguments: Language.allCases)
    func golden(language: Language) throws {
        let itinerary = Self.beijing(language)
        try Golden.compare(itinerary.text, with: "itinerary.\(language.rawValue).txt")
        try Golden.compare(itinerary.html, with: "itinerary.\(language.rawValue).html")
    }

    @Test("escapes what people are called, and tells of a night away")
    func michigan() throws {
        let itinerary = HouseholdItinerary(
            household: Michigan.household, visits: [Michigan.detail], outlooks: [Michigan.outlook],
            today: Worlds.today, currency: "USD")
        try Golden.compare(itinerary.text, with: "itinerary.michigan.txt")
        try Golden.compare(itinerary.html, with: "itinerary.michigan.html")
    }
}
