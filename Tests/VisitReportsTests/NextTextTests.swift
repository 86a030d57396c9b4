import Testing
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("The answer to a guardian")
struct NextTextTests {
    @Test("tells of children together, in both languages", arguments: Language.allCases)
    func golden(language: Language) throws {
        let text = NextText(Beijing.outlooks + [Michigan.outlook], today: Worlds.today, language: language).text
        try Golden.compare(text, with: "next.\(language.rawValue).txt")
    }
}
