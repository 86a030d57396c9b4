import Testing
import VisitFormats
import VisitModel

@testable import VisitReports

@Suite("The gate's list of a prison that asks for citizen numbers")
struct CitizenNumberListTests {
    private static let number = "119999201703010025"

    private static func list(asking: Bool, _ language: Language) -> PrisonDailyList {
        var (prison, detail) = (Beijing.prison, Beijing.detail)
        prison.listsCitizenNumbers = asking
        detail.prison = prison
        detail.children[0].citizenNumber = try? CitizenNumber.read(number).get()
        detail.adults[0].citizenNumber = try? CitizenNumber.read("119999195601010026").get()
        return PrisonDailyList(
            prison: prison, day: Worlds.day("2026-12-05"), visits: [detail], sessions: [Beijing.session],
            language: language)
    }

    @Test("names them whole, and who has none", arguments: Language.allCases)
    func asked(language: Language) {
        let list = Self.list(asking: true, language)
        for text in [list.text, list.html, list.csv] { #expect(text.contains(Self.number)) }
        #expect(list.text.contains("119999195601010026"))
        #expect(list.text.contains(language == .chinese ? "未登记身份证号" : "no citizen number"))
        #expect(list.csv.contains("\(Self.number); \",\"119999195601010026\""))
    }

    @Test("does not where the prison does not ask", arguments: Language.allCases)
    func notAsked(language: Language) {
        let list = Self.list(asking: false, language)
        for text in [list.text, list.html, list.csv, list.document.text(pretty: false)] {
            #expect(!text.contains("20170301") && !text.contains("19560101") && !text.contains("11****"))
        }
    }

    @Test("a family's and an escort's pages do not, even of such a prison")
    func others() {
        var detail = Self.list(asking: true, .chinese).visits[0]
        detail.adults[0].wechat = "guiying_56"
        let escort = Escort(
            id: "E1", name: "E (invented)", home: "H2",
            available: DayRange(Worlds.day("2026-01-01"), Worlds.day("2027-12-31")), maxChildren: 4)
        detail.visit.adults = [.escort("E1")]
        for language in Language.allCases {
            let phrases = Phrases(language)
            let month = EscortMonth(escort, month: detail.visit.date.month, visits: [detail], language: language)
            let table = VisitTable(details: [detail], language: language).table
            let texts = [month.text, month.html, month.csv, "\(table)"]
            for text in texts { #expect(!text.contains(Self.number) && !text.contains("11****")) }
            let companion = VisitSentences(detail: detail, phrases: phrases, currency: "CNY").companion
            #expect(companion.contains("138 0000 0001") && companion.contains("guiying_56"))
            #expect(!companion.contains("19560101"))
        }
    }
}
