import VisitTestSupport

@testable import VisitReports

extension Golden {
    /// Compares a page with a golden that leaves out the style sheet: all pages share it, and a change of it would change
    /// every golden.
    static func compare(page: String, with name: String, beside test: String = #filePath) throws {
        try compare(page.replacing(PageStyle.css, with: "The style sheet."), with: name, beside: test)
    }
}
