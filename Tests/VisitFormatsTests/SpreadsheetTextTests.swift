import Foundation
import Testing
import VisitFormats
import VisitTestSupport

@Suite("Text for spreadsheets")
struct SpreadsheetTextTests {
    @Test(
        "is guarded wherever a cell may begin with a formula, under any separator",
        arguments: [
            ("=1+1", "'=1+1"), ("x;=1+1", "x;'=1+1"), ("x,+1 a", "x,'+1 a"), ("x\t@SUM(A1)", "x\t'@SUM(A1)"),
            ("x\n-A1", "x\n'-A1"), ("x; =1", "x; '=1"), ("x;\"=1\"", "x;\"'=1\""), ("  =1", "  '=1"), ("＝1", "'＝1"),
            ("=\u{301}1", "'=\u{301}1"), ("'=1", "''=1"), ("a=1", "a=1"), ("o'-b", "o'-b"), ("", ""), ("-5", "'-5"),
            ("a;b;c", "a;b;c"), ("=1;=2", "'=1;'=2"),
        ])
    func guarded(text: String, expected: String) {
        #expect(SpreadsheetText.guarded(text) == expected)
        #expect(SpreadsheetText.unguarded(expected) == text)
    }

    @Test(
        "leaves signed numbers, where they are to be read as numbers",
        arguments: [
            ("-5", "-5"), ("+8613800000000", "+8613800000000"), ("-73.5;x", "-73.5;x"), ("-5+A1", "'-5+A1"),
            ("-", "'-"), ("-.5", "'-.5"), ("+86 138", "'+86 138"), ("'-5", "''-5"),
        ])
    func numbers(text: String, expected: String) {
        #expect(SpreadsheetText.guarded(text, sparesNumbers: true) == expected)
        #expect(SpreadsheetText.unguarded(expected) == text)
    }

    /// Texts of signs that matter to spreadsheets, in any order.
    private static func texts(_ count: Int, seed: UInt64) -> [String] {
        var random = SeededSequence(state: seed)
        let alphabet = ["a", "王", ",", ";", "\t", "\"", "\n", "'", " ", "=", "-", "+", "@", "＝", "1", "\u{301}"]
        return (0..<count).map { _ in
            (0..<Int(random.next() % 7)).map { _ in alphabet[Int(random.next() % 16)] }.joined()
        }
    }

    @Test("is as it was when the guard is taken off, over seeds", arguments: [true, false])
    func roundTrip(sparesNumbers: Bool) {
        for text in Self.texts(20_000, seed: 20_261_130) {
            let guarded = SpreadsheetText.guarded(text, sparesNumbers: sparesNumbers)
            #expect(SpreadsheetText.unguarded(guarded) == text)
        }
    }

    static let office = OutsideTool("soffice")

    /// How many formulas LibreOffice finds in a table where that separator, by its code, is taken.
    private static func formulas(in table: String, separator: Int, _ folder: TemporaryFolder) throws -> Int {
        let file = try folder.write("\u{FEFF}" + table, to: "table-\(separator).csv")
        let filter = "CSV:\(separator),34,76,1,,1033,false,true,false,false,false,-1,true"
        _ = try office.run([
            "--headless", "-env:UserInstallation=file://\(folder.path("profile"))", "--infilter=\(filter)",
            "--convert-to", "fods:OpenDocument Spreadsheet Flat XML", "--outdir", folder.path("read"), file,
        ])
        let sheet = String(decoding: try folder.read("read/table-\(separator).fods"), as: UTF8.self)
        return sheet.ranges(of: "table:formula=").count
    }

    @Test("is no formula to LibreOffice under any separator", .enabled(if: office.isPresent, "\(office.missing)"))
    func libreOffice() throws {
        let texts = ["=1+1", "x;=1+1", "x,=1+1", "x\t=1+1", "x\n=1+1", "x;\"=1+1\"", "-A1", "@SUM(A1)", "'=1+1"]
        try TemporaryFolder.use { (folder) throws in
            // The text stands behind another cell: a quote in the middle of a line is no quote to a spreadsheet that takes
            // another separator.
            let bare = texts.map { "1,\(SpreadsheetText.quoted($0))\r\n" }.joined()
            let guarded = texts.map { "1,\(SpreadsheetText.quoted(SpreadsheetText.guarded($0)))\r\n" }.joined()
            for separator in [",", ";", "\t"].compactMap({ $0.utf8.first }) {
                #expect(try Self.formulas(in: bare, separator: Int(separator), folder) > 0, "\(separator)")
                #expect(try Self.formulas(in: guarded, separator: Int(separator), folder) == 0, "\(separator)")
            }
        }
    }
}

/// Numbers in an order that is the same every time (Knuth's MMIX generator).
private struct SeededSequence {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
