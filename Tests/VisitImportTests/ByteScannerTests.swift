import Foundation
import Testing
import VisitModel

@testable import VisitImport

@Suite("The splitting of bytes into rows and cells")
struct ByteScannerTests {
    /// The rows of `text`: cells joined by `|`, faults by their name.
    private func rows(_ text: String, delimiter: Character = ",") -> [String] {
        var scanner = ByteScanner(Array(text.utf8), delimiter: delimiter.asciiValue ?? 0)
        var cells: [ByteScanner.Cell] = []
        var rows: [String] = []
        while true {
            switch scanner.nextRow(into: &cells) {
            case .end: return rows
            case .faulty(let fault): rows.append("\(fault)")
            case .cells:
                let decoder = CellDecoder(isKnownValid: true)
                rows.append(cells.map { decoder.decode($0, in: scanner.bytes)?.text ?? "?" }.joined(separator: "|"))
            }
        }
    }

    @Test("lines end in CRLF, LF or CR, mixed as they may be", arguments: ["\r\n", "\n", "\r"])
    func lineEnds(end: String) {
        #expect(rows("a,b\(end)c,d\(end)") == ["a|b", "c|d"])
        #expect(rows("a,b\(end)c,d") == ["a|b", "c|d"])
        #expect(rows("a\(end)\(end)b") == ["a", "", "b"])
    }

    @Test("empty cells are kept, also a quoted one at the end of the file")
    func emptyCells() {
        #expect(rows("a,,\n,,") == ["a||", "||"])
        #expect(rows("a,\"\"") == ["a|"])
        #expect(rows("a,\"\"\n") == ["a|"])
    }

    @Test("a quoted cell holds delimiters, line ends and doubled quotes")
    func quoted() {
        #expect(rows("\"a,b\",\"c\"\"d\",\"e\nf\"\ng") == ["a,b|c\"d|e\nf", "g"])
        #expect(rows("\"\"\"\",x") == ["\"|x"])
    }

    @Test("a quote inside an unquoted cell is a quote")
    func looseQuote() {
        #expect(rows("5\" tall,x") == ["5\" tall|x"])
    }

    @Test("each cell knows the line on which it begins")
    func linesOfCells() {
        var scanner = ByteScanner(Array("a\r\n\"b\r\nc\",d\r\ne".utf8), delimiter: UInt8(ascii: ","))
        var cells: [ByteScanner.Cell] = []
        var lines: [[Int]] = []
        while scanner.nextRow(into: &cells) == .cells { lines.append(cells.map(\.line)) }
        #expect(lines == [[1], [2, 3], [4]])
    }

    @Test("a quote that never closes is told with its line, and the lines after it are still read")
    func unterminated() {
        #expect(rows("a,b\nc,\"d\ne,f\ng,h\n") == ["a|b", "unterminatedQuote(line: 2, cell: 2)", "e|f", "g|h"])
        #expect(rows("\"") == ["unterminatedQuote(line: 1, cell: 1)"])
    }

    @Test("text after a closing quote is told with both lines, and the lines after are still read")
    func textAfterQuote() {
        #expect(
            rows("\"a\"b,c\nd,\"e\nf,\"g\"\nh,i\n") == [
                "textAfterQuote(line: 1, cell: 1, opened: 1)", "textAfterQuote(line: 3, cell: 2, opened: 2)", "f|g",
                "h|i",
            ])
    }

    @Test("a file of nothing but faulty quotes is read in time proportional to its length")
    func faultyQuotesAreLinear() {
        let short = processorTime(ofFaultyLines: 5_000)
        let long = processorTime(ofFaultyLines: 50_000)
        #expect(long < short * 30, "Ten times the lines took \(long / short) times as long.")
    }

    /// The processor time of this thread, which others cannot stretch: the least of three readings.
    private func processorTime(ofFaultyLines count: Int) -> Double {
        let text = String(repeating: "x,\"y\n", count: count)
        return (0..<3).map { _ in
            let begin = threadSeconds()
            #expect(rows(text).count == count)
            return threadSeconds() - begin
        }.min() ?? 0
    }

    private func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test(
        "the delimiter is the most frequent of the heading line, outside quotes",
        arguments: [
            ("a,b;c,d\n", ","), ("a;b;c\nx,y,z,w,v\n", ";"), ("a\tb\n", "\t"), ("\"a;b;c\",d\n", ","), ("id\n", ","),
            ("\n\na;b", ";"),
        ])
    func delimiter(text: String, expected: Character) {
        #expect(ByteScanner.delimiter(of: Array(text.utf8), from: 0) == expected.asciiValue)
    }

    @Test("written cells read back as they were, over seeds, delimiters and line ends", arguments: 0..<40)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let alphabet: [Character] = ["a", "Z", "7", ",", ";", "\t", "\"", "\n", "\r", "中", "文", "𠀀", "é", " ", "；"]
        let delimiter = try #require([",", ";", "\t"].randomElement(using: &random)) as Character
        let end = try #require(["\r\n", "\n", "\r"].randomElement(using: &random))
        let width = Int.random(in: 2...6, using: &random)
        let table = (0..<30).map { _ in
            (0..<width).map { _ in
                String(
                    (0..<Int.random(in: 0...8, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "x"
                    })
            }
        }
        let writer = CellWriter(delimiter: delimiter, lineEnd: end)
        let text = table.map(writer.row).joined()
        for encoding in TextEncoding.allCases {
            let bytes = try encoded(text, encoding)
            let heading = try HeadingRow(of: bytes, encoding: encoding)
            var scanner = ByteScanner(heading.scanner.bytes, delimiter: delimiter.asciiValue ?? 0)
            var cells: [ByteScanner.Cell] = []
            for row in table {
                #expect(scanner.nextRow(into: &cells) == .cells)
                let read = cells.map { heading.decoder.decode($0, in: scanner.bytes)?.text }
                #expect(read == row.map { $0.trimmed })
            }
            #expect(scanner.nextRow(into: &cells) == .end)
        }
    }

    @Test("cells that a raw export guards against spreadsheets read back as they were, over seeds", arguments: 0..<20)
    func guardedRoundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let alphabet: [Character] = ["a", "7", ",", ";", "\t", "\"", "\n", "'", "=", "-", "+", "@", "＝", "中", " "]
        let table = (0..<60).map { _ in
            (0..<3).map { _ in
                String(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "x"
                    })
            }
        }
        let heading = try HeadingRow(of: Array(table.map(CellWriter().guardedRow).joined().utf8), encoding: .utf8)
        var scanner = ByteScanner(heading.scanner.bytes, delimiter: UInt8(ascii: ","))
        var cells: [ByteScanner.Cell] = []
        for row in table {
            #expect(scanner.nextRow(into: &cells) == .cells)
            #expect(cells.map { heading.decoder.decode($0, in: scanner.bytes)?.text } == row.map { $0.trimmed })
        }
    }

    /// `text` in `encoding`; for GB18030 by the few forms that the alphabet above needs.
    private func encoded(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .utf16le: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16be: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .gb18030:
            let forms: [Unicode.Scalar: [UInt8]] = [
                "中": [0xD6, 0xD0], "文": [0xCE, 0xC4], "𠀀": [0x95, 0x32, 0x82, 0x36], "é": [0xA8, 0xA6],
                "；": [0xA3, 0xBB],
            ]
            return text.unicodeScalars.flatMap { forms[$0] ?? [UInt8(ascii: $0)] }
        }
    }
}
