import Foundation
import Testing

@Suite("Docs/guides/find-your-way.md")
struct SearchTermTests {
    /// A row of the guide: a term, and the file in which a reader finds it.
    private struct Row {
        var term: String
        var path: String

        /// Nil for a line that is no row with a term.
        init?(_ line: Substring) {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, cells[0].hasPrefix("`"), cells[2].hasPrefix("`") else { return nil }
            term = cells[0].trimmingCharacters(in: ["`"])
            path = cells[2].trimmingCharacters(in: ["`"])
        }
    }

    private static var rows: [Row] {
        get throws {
            try String(contentsOf: FloorPlanTests.root.appending(path: "Docs/guides/find-your-way.md"), encoding: .utf8)
                .split(separator: "\n").compactMap(Row.init)
        }
    }

    @Test("every term stands in one line of its file, where grep finds it")
    func grepFindsTerms() throws {
        let rows = try Self.rows
        #expect(rows.count >= 10)
        for row in rows {
            let text = try String(contentsOf: FloorPlanTests.root.appending(path: row.path), encoding: .utf8)
            let isInOneLine = text.split(separator: "\n").contains { $0.localizedCaseInsensitiveContains(row.term) }
            #expect(isInOneLine, "\(row.term) is divided between two lines of \(row.path).")
        }
    }

    /// Words that this project once had for things that have a standard term.
    private static let retired = [
        "reckon", "nought", "JointQuestion", "Patience", "BondFacts", "DoneBut", "StandingRules", "is no field of",
    ]

    @Test("no source brings a retired word back", arguments: retired)
    func retiredWords(word: String) throws {
        for file in try FloorPlanTests.swiftFiles(under: "Sources") {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!text.contains(word), "\(file.lastPathComponent) says \(word).")
        }
    }
}
