import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("Tables for spreadsheets")
struct CSVTextTests {
    static let python = OutsideTool.python("csv", "json")

    @Test("begin with the byte order mark and end each row with CR LF")
    func frame() {
        let bytes = Array(CSVText(heading: ["a", "b"], rows: [["1", "2"]]).text.utf8)
        #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("\"a\",\"b\"\r\n\"1\",\"2\"\r\n".utf8))
    }

    @Test(
        "quote every text, and guard what a spreadsheet would run as a formula under any separator",
        arguments: [
            ("=1+1", "\"'=1+1\""), ("x;=1+1", "\"x;'=1+1\""), ("-5", "\"'-5\""), ("a=1", "\"a=1\""), ("", "\"\""),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""), ("a\r\nb", "\"a\r\nb\""),
            ("a\"\u{301}b", "\"a\"\"\u{301}b\""), ("a,\u{301}b", "\"a,\u{301}b\""),
        ])
    func texts(cell: String, written: String) {
        #expect(CSVText.cell(cell) == written)
    }

    @Test("are read back cell for cell by another program", .enabled(if: python.isPresent, "\(python.missing)"))
    func readBack() throws {
        let alphabet = ["a", "王", ",", "\"", "\r\n", "\n", "'", " ", "=", ";", "\u{301}"]
        var random = SeededRandom(seed: 20_261_121)
        let rows = (0..<200).map { _ in
            (0..<4).map { _ in
                (0..<Int.random(in: 0...6, using: &random)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                }.joined()
            }
        }
        let program = """
            import csv, io, json, sys
            text = sys.stdin.buffer.read().decode("utf-8-sig")
            print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True)), ensure_ascii=False))
            """
        let read = try Self.python.run(
            ["-c", program],
            input: CSVText(heading: ["1", "2", "3", "4"], rows: rows.map { $0.map(ReportCell.text) }).text)
        let guarded = rows.map { row in row.map { SpreadsheetText.guarded($0) } }
        let expected = JSON.array(([["1", "2", "3", "4"]] + guarded).map { .array($0.map { .string($0) }) })
        let again = try Self.python.run(
            ["-c", "import json,sys; print(json.dumps(json.load(sys.stdin), ensure_ascii=False))"],
            input: expected.text())
        #expect(read == again)
    }
}
