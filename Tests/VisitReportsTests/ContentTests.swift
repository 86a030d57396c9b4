import Foundation
import Testing
import VisitFormats
import VisitModel

@testable import VisitReports

@Suite("Reports as values")
struct ContentTests {
    @Test("give every row a cell for every column, and every column a name of its own", arguments: Language.allCases)
    func shape(language: Language) {
        for (name, report) in ReportTests.reports(language) {
            let content = report.content
            let shown = content.sections.flatMap { ReportContent.tables(in: $0.parts) }
            for table in shown + content.tables {
                #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(name) \(table.id)")
                #expect(Set(table.columns.map(\.key)).count == table.columns.count, "\(name) \(table.id)")
            }
            #expect(!content.tables.isEmpty, "\(name)")
        }
    }

    @Test("are for programs the same members in both languages")
    func members() throws {
        for (english, chinese) in zip(ReportTests.reports(.english), ReportTests.reports(.chinese)) {
            let keys = [english, chinese].map { $0.report.content.tables.map { [$0.id] + $0.columns.map(\.key) } }
            #expect(keys[0] == keys[1], "\(english.name)")
            let json = english.report.document.text(pretty: false)
            #expect(json.hasPrefix(#"{"format":"visitd-report/1","report":"\#(english.name.rawValue)""#))
            #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
        }
    }

    @Test("write money for people with its decimals, for programs in hundredths")
    func money() {
        let cell = ReportCell.money(-123_405)
        #expect(cell.shown(Phrases(.english)) == "−1,234.05")
        #expect(cell.written == "-1234.05")
        #expect(cell.json == .int(-123_405))
        #expect(CSVText.cell(cell) == "-1234.05")
        #expect(CSVText.cell(ReportCell.text("-5")) == "\"'-5\"")
    }

    @Test("tell a table that is too wide for a line row by row")
    func wide() {
        let long = String(repeating: "x", count: TextWriter.mostColumns)
        let table = ReportTable(
            id: "t", title: "T", columns: ["a", "b", "c", "d", "e"].map { .init($0, $0) },
            rows: [["1", "2", "3", .text(long), .none]])
        let content = ReportContent(
            name: .refusals, language: .english, title: "T", subtitle: "", sections: [.init(parts: [.table(table)])])
        #expect(TextWriter(content).text == "T\n\n  1 · 2 · 3\n    d: \(long)\n")
    }
}
