import VisitModel

/// The rows of one table, one at a time, with typed access to their cells. A cell that is wrong is reported and reads
/// as nil.
struct RowReader<Column: ColumnSet> {
    /// The rows read so far, whether faulty or not.
    private(set) var rows = 0
    var faults: FaultLog
    /// Whether the row's cells do not match the headings; nothing can be said about its columns then.
    private(set) var isBroken = false
    /// Whether the file's headings are Chinese.
    let isChinese: Bool
    /// The file's number in the order of reading.
    let fileNumber: Int

    private let table: Table
    private let positions: [Int]
    private let definitions: [ColumnDefinition]
    private let required: [Bool]
    private let emptyCells: [EmptyCell]
    private var scanner: ByteScanner
    private var cells: [ByteScanner.Cell] = []
    private var headless: Set<Int> = []
    /// The identifiers of digits alone, in which a zero may have been lost.
    var numbered = NumberedIdentifiers()
    /// The identifiers of merged records that were reported.
    var toldAliases: Set<String> = []

    init(_ table: Table, fileNumber: Int) {
        self.table = table
        self.fileNumber = fileNumber
        isChinese = table.isChinese
        faults = table.faults
        scanner = table.scanner
        definitions = Column.definitions
        required = definitions.map(\.isRequired)
        emptyCells = definitions.map(\.empty)
        positions = table.positions.map { $0 ?? -1 }
    }

    /// Moves to the next row that is not empty. False at the end of the file.
    mutating func advance() -> Bool {
        while true {
            switch scanner.nextRow(into: &cells) {
            case .end: return false
            case .faulty(let fault):
                faults.add(fault)
                isBroken = true
                rows += 1
                return true
            case .cells:
                if cells.allSatisfy({ isBlank($0) }) { continue }
                rows += 1
                isBroken = false
                checkCellCount()
                return true
            }
        }
    }

    private func isBlank(_ cell: ByteScanner.Cell) -> Bool {
        cell.isEmpty || scanner.bytes[cell.start..<cell.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private mutating func checkCellCount() {
        let expected = table.headings.count
        guard cells.count != expected else {
            reportHeadlessCells()
            return
        }
        let isTooLong = cells.count > expected
        let extraIsEmpty = isTooLong && cells[expected...].allSatisfy { isBlank($0) }
        isBroken = !extraIsEmpty
        faults.add(
            extraIsEmpty ? .warning : .error, isTooLong ? .tooManyCells : .tooFewCells, subject: subject,
            line: cells[0].line, column: min(cells.count, expected + 1),
            BilingualText(
                en: "The row has \(cells.count) cells; expected \(expected), one for each heading.",
                zh: "该行有\(cells.count)格；应为\(expected)格，与列名一一对应。"),
            advice: isTooLong
                ? BilingualText(
                    en: "Perhaps a cell with a separator in it needs quotes around it.", zh: "也许含分隔符的单元格需要加引号。")
                : BilingualText(
                    en: "Perhaps a line break or a separator is missing or misplaced.", zh: "也许缺少分隔符，或多了换行。"))
    }

    /// A value below an empty heading is lost; that is said once per column.
    private mutating func reportHeadlessCells() {
        for (index, heading) in table.headings.enumerated()
        where heading.isEmpty && !headless.contains(index) && !isBlank(cells[index]) {
            headless.insert(index)
            faults.add(
                .warning, .cellWithoutHeading, subject: subject, line: cells[index].line, column: index + 1,
                BilingualText(
                    en: "The cell stands below an empty heading and is not read; expected a heading above it.",
                    zh: "该格上方没有列名，未读取；应有列名。"),
                advice: BilingualText(en: "Perhaps the column can be removed.", zh: "也许可以删去该列。"))
        }
    }
}

// MARK: - Cells

extension RowReader {
    /// What the row is about: `child C17`, or `child` where its identifier cannot be read or is a citizen number.
    var subject: String {
        let key = Column.allCases.first.flatMap { plainText(of: $0) } ?? ""
        return key.isEmpty || CitizenNumber.isWritten(in: key) ? Column.table.rowName : "\(Column.table.rowName) \(key)"
    }

    /// The line on which the row begins.
    var line: Int { cells.first?.line ?? scanner.line }

    /// The identifier of a row whose other cells cannot be relied on.
    func plainText(of column: Column) -> String? {
        let position = positions[column.rawValue]
        guard position >= 0, position < cells.count else { return nil }
        return table.decoder.decode(cells[position], in: scanner.bytes).map { PlainText.identifier($0.text) }
    }

    /// About how many rows the file has: its line feeds.
    var lineEstimate: Int { scanner.bytes.count { $0 == ByteScanner.lineFeed } }

    /// Whether the file has the column.
    func has(_ column: Column) -> Bool { positions[column.rawValue] >= 0 }

    /// Whether the file has the column and nothing is written in the cell.
    func isEmpty(_ column: Column) -> Bool {
        guard has(column) else { return false }
        let cell = cells[positions[column.rawValue]]
        if isBlank(cell) { return true }
        // Other white space than that of ASCII is rare enough to be decoded for.
        return scanner.bytes[cell.start] >= 0x80 && plainText(of: column) == ""
    }

    /// Whether something is written in the cell.
    func isFilled(_ column: Column) -> Bool { has(column) && !isEmpty(column) }

    /// What the column is.
    func definition(of column: Column) -> ColumnDefinition { definitions[column.rawValue] }

    /// What an empty cell of the column means for what the store knows.
    func emptyCell(of column: Column) -> EmptyCell { emptyCells[column.rawValue] }

    /// Where the cell is.
    func location(of column: Column) -> SourceLocation {
        let position = positions[column.rawValue]
        guard position >= 0, position < cells.count else { return SourceLocation(file: faults.file, line: line) }
        return SourceLocation(file: faults.file, line: cells[position].line, column: position + 1)
    }

    /// The heading of the column as the file writes it.
    func heading(of column: Column) -> String {
        let position = positions[column.rawValue]
        return position >= 0 ? table.headings[position] : column.definition.heading(isChinese ? .chinese : .english)
    }

    /// The text of the cell; nil where it is empty or wrong. One line only, unless `allowsLines`.
    mutating func text(_ column: Column, allowsLines: Bool = false) -> String? {
        decoded(column, allowsLines: allowsLines)?.text
    }

    /// The text of the cell with what was seen while it was decoded.
    mutating func decoded(_ column: Column, allowsLines: Bool = false) -> CellDecoder.Decoded? {
        let position = positions[column.rawValue]
        guard position >= 0 else { return nil }
        guard let decoded = table.decoder.decode(cells[position], in: scanner.bytes) else {
            fault(
                column, .invalidBytes,
                BilingualText(
                    en: "holds bytes that are not valid \(table.encoding.name); expected text in that encoding",
                    zh: "含有在 \(table.encoding.name) 中无效的字节；应为该编码的文字"),
                advice: Advice.encoding)
            return nil
        }
        guard !decoded.text.isEmpty else {
            if required[column.rawValue] { reportMissing(column) }
            return nil
        }
        guard decoded.hasControls else { return decoded }
        return reportControls(in: decoded.text, column, allowsLines: allowsLines) ? nil : decoded
    }

    /// Whether the control characters of `text` are at fault, which is reported.
    private mutating func reportControls(in text: String, _ column: Column, allowsLines: Bool) -> Bool {
        if text.utf8.contains(0) {
            fault(
                column, .zeroByte,
                BilingualText(en: "holds a zero byte; expected text", zh: "含有空字节；应为文字"),
                advice: BilingualText(en: "Perhaps the file was damaged on its way.", zh: "也许文件在传输中损坏。"))
            return true
        }
        if !allowsLines {
            fault(
                column, .lineBreak,
                BilingualText(
                    en: "holds a line break or another control character; expected one line of text",
                    zh: "含有换行或其他控制字符；应为单行文字"),
                advice: BilingualText(en: "Perhaps the line break is to be removed.", zh: "也许应删去换行。"))
        }
        return !allowsLines
    }

    private mutating func reportMissing(_ column: Column) {
        let meaning = definitions[column.rawValue].meaning
        fault(
            column, .missingValue,
            BilingualText(en: "is empty; expected \(meaning.english)", zh: "为空；应填：\(meaning.chinese)"),
            advice: BilingualText(en: "Perhaps the row is to be filled in or removed.", zh: "也许应补填或删去该行。"))
    }
}

// MARK: - Faults

extension RowReader {
    /// Reports the cell of `column`: `predicate` continues a sentence that begins with its heading.
    mutating func fault(
        _ column: Column, _ code: FaultCode, severity: Finding.Severity = .error, _ predicate: BilingualText,
        advice: BilingualText
    ) {
        let heading = heading(of: column)
        let location = location(of: column)
        faults.add(
            severity, code, subject: subject, line: location.line, column: location.column,
            BilingualText(en: "\(heading) \(predicate.english).", zh: "“\(heading)”\(predicate.chinese)。"),
            advice: advice)
    }

    /// Reports that the cell of `column` holds `found` and something else was expected. What is personal, or
    /// may be (`found` is nil then), is not quoted, nor is a citizen number in whatever column.
    mutating func fault(
        _ column: Column, _ code: FaultCode, severity: Finding.Severity = .error, found: String?,
        expected: BilingualText, advice: BilingualText
    ) {
        let isSecret = definitions[column.rawValue].isPersonal || found.map(CitizenNumber.isWritten(in:)) == true
        fault(
            column, code, severity: severity,
            (isSecret ? nil : found).map {
                BilingualText(
                    en: "is \(Quoted.en($0)); expected \(expected.english)",
                    zh: "为\(Quoted.zh($0))；应为\(expected.chinese)")
            }
                ?? BilingualText(
                    en: "does not hold what was expected: \(expected.english)", zh: "内容不符；应为\(expected.chinese)"),
            advice: advice)
    }
}
