import Testing
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("Columns of a terminal")
struct DisplayWidthTests {
    static let python = OutsideTool.python("unicodedata")

    @Test(
        "a text takes the columns that a terminal gives it",
        arguments: [
            ("", 0), ("Wang", 4), ("王芳", 4), ("会见（桌边）", 12), ("e\u{301}", 1), ("한글", 4), ("ｶﾅ", 2), ("😀", 2),
            ("❤\u{FE0F}", 2), ("🇨🇳", 2), ("👩‍👧", 2), ("a\u{200B}b", 2), ("𠮷", 2), ("“”…–·", 5),
        ])
    func columns(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    @Test(
        "every assigned character is as wide as the Unicode database says",
        .enabled(if: python.isPresent, "\(python.missing)"))
    func unicodeDatabase() throws {
        let program = """
            import unicodedata as u
            for c in range(0x300, 0x110000):
                s = chr(c)
                if u.category(s) not in ("Cn", "Cs", "Co", "Mn", "Me", "Cf"):
                    print(c, 1 if u.east_asian_width(s) in "WF" else 0)
            """
        let lines = try Self.python.run(["-c", program]).split(separator: "\n")
        #expect(lines.count > 100_000)
        let different = lines.filter { line in
            let fields = line.split(separator: " ").compactMap { UInt32($0) }
            return DisplayWidth.isWide(fields[0]) != (fields[1] == 1)
        }
        #expect(different == [])
    }

    @Test("a table's columns stand under each other, whatever the language of its cells")
    func table() {
        let table = TextTable(
            [.init("Name"), .init("数量", .right), .init("Note")],
            rows: [["王小雨", "7", "ok"], ["Jo", "1,250", "很长的备注"], ["😀", "3"], ["x", "1", "y", "past the end"]])
        let expected = """
            Name     数量  Note
            ──────  ─────  ──────────
            王小雨      7  ok
            Jo      1,250  很长的备注
            😀          3
            x           1  y

            """
        #expect(table.text == expected)
    }

    @Test("a cell can neither break its line nor speak to the terminal")
    func control() {
        let hostile = "a\nb\r\n\u{1B}[31mc\u{9B}d\u{202E}e\u{2028}f"
        let table = TextTable([.init("T")], rows: [[hostile]])
        #expect(table.text.split(separator: "\n").count == 3)
        #expect(hostile.onOneLine == "a b   [31mc de f")
        #expect("王芳".onOneLine == "王芳")
        #expect("a\u{202E}b\u{1B}[31m\nc\td\u{9B}\u{2067}".withoutControlCharacters == "ab[31m\nc\td")
        #expect(ScalarEscaping().escapeText("<\u{202E}exe.fdp\u{7}") == "&lt;exe.fdp")
    }
}
