/// Splits the bytes of a table into rows of cells (RFC 4180), without decoding them.
///
/// Splitting comes before decoding because the bytes `,` `"` `;` TAB LF CR stand for themselves in UTF-8 and in
/// GB18030 alike: none of them is ever part of a longer form. A cell that cannot be decoded then spoils itself and
/// nothing else. UTF-16 is turned into UTF-8 before it comes here.
///
/// Lines end in CRLF, LF or CR, mixed as they may be. After a fault the scanner goes on with the line after the one
/// where the fault began, so that one stray quote does not hide the rest of the file.
struct ByteScanner {
    /// Where a cell's bytes are, without its quotes.
    struct Cell: Hashable {
        var start: Int
        var end: Int
        /// The line on which the cell begins, from 1.
        var line: Int
        var isQuoted = false
        /// Whether the bytes hold quotes written twice that stand for one.
        var hasDoubledQuotes = false

        var isEmpty: Bool { start == end }
    }

    /// What is wrong with a row's quotes.
    enum Fault: Hashable {
        /// A quote that opened on `line` in cell number `cell` is never closed.
        case unterminatedQuote(line: Int, cell: Int)
        /// After the closing quote of cell number `cell`, which opened on `opened`, text follows on `line`.
        case textAfterQuote(line: Int, cell: Int, opened: Int)
        /// The row that begins on `line` has more cells than any table has columns.
        case tooWide(line: Int)
    }

    /// The most cells of a row: as many as the widest spreadsheet has columns.
    static let mostCells = 16_384

    /// What the next row turned out to be.
    enum Row: Hashable {
        case cells
        case faulty(Fault)
        case end
    }

    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    let bytes: [UInt8]
    /// The byte between cells.
    var delimiter: UInt8
    /// The next byte to read.
    private(set) var position: Int
    /// The line of the next byte, from 1.
    private(set) var line = 1

    /// A scanner over `bytes`, beginning at `start`.
    init(_ bytes: [UInt8], from start: Int = 0, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
        position = start
    }

    /// Reads the next row into `cells`, whose former content is dropped. A blank line is a row of one empty cell.
    mutating func nextRow(into cells: inout [Cell]) -> Row {
        cells.removeAll(keepingCapacity: true)
        guard position < bytes.count else { return .end }
        let first = line
        while true {
            if cells.count == Self.mostCells {
                cells.removeLast(Self.mostCells - 1)
                skipLine()
                return .faulty(.tooWide(line: first))
            }
            if position < bytes.count, bytes[position] == Self.quote {
                if let fault = quotedCell(into: &cells) { return .faulty(fault) }
            } else {
                plainCell(into: &cells)
            }
            guard position < bytes.count, bytes[position] == delimiter else { break }
            position += 1
        }
        endLine()
        return .cells
    }

    private mutating func plainCell(into cells: inout [Cell]) {
        let start = position
        var at = position
        while at < bytes.count {
            let byte = bytes[at]
            if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            at += 1
        }
        position = at
        cells.append(Cell(start: start, end: at, line: line))
    }

    private mutating func quotedCell(into cells: inout [Cell]) -> Fault? {
        let (start, opened) = (position + 1, line)
        var hasDoubledQuotes = false
        var at = start
        var lineNow = line
        while at < bytes.count {
            let byte = bytes[at]
            if byte == Self.quote {
                guard at + 1 < bytes.count, bytes[at + 1] == Self.quote else { break }
                hasDoubledQuotes = true
                at += 1
            } else if byte == Self.lineFeed
                || (byte == Self.carriageReturn && !(at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed))
            {
                lineNow += 1
            }
            at += 1
        }
        guard at < bytes.count else {
            skipLine()
            return .unterminatedQuote(line: opened, cell: cells.count + 1)
        }
        if at + 1 < bytes.count, bytes[at + 1] != delimiter, !Self.endsLine(bytes[at + 1]) {
            skipLine()
            return .textAfterQuote(line: lineNow, cell: cells.count + 1, opened: opened)
        }
        cells.append(
            Cell(start: start, end: at, line: opened, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes))
        position = at + 1
        line = lineNow
        return nil
    }

    /// Moves to the beginning of the next line, from where a fault began.
    private mutating func skipLine() {
        while position < bytes.count, !Self.endsLine(bytes[position]) { position += 1 }
        endLine()
    }

    /// Steps over the line end at the position, if there is one.
    private mutating func endLine() {
        guard position < bytes.count else { return }
        if bytes[position] == Self.carriageReturn, position + 1 < bytes.count, bytes[position + 1] == Self.lineFeed {
            position += 1
        }
        position += 1
        line += 1
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

    private static let longestHeading = 1 << 20

    /// The byte that separates the cells of the first line: the most frequent of comma, semicolon and tab outside
    /// quotes; a comma where there is none.
    static func delimiter(of bytes: [UInt8], from start: Int) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        var at = start
        while at < bytes.count, endsLine(bytes[at]) { at += 1 }
        // No heading is longer: what a quote that stays open holds decides nothing.
        let end = min(bytes.count, at + longestHeading)
        while at < end {
            let byte = bytes[at]
            at += 1
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if endsLine(byte) { break }
            if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }
}
