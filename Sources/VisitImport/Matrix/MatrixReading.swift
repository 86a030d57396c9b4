import VisitModel

/// Reads one matrix of places: a first row and a first column of places' identifiers, and between them lengths or times
/// from the row's place to the column's.
struct MatrixReading {
    /// One number, and where it was written.
    struct Entry {
        var from: Identifier<Place>
        var to: Identifier<Place>
        /// Whole metres or minutes.
        var value: Int
        var line: Int
        var column: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var unit: MatrixUnit
    private(set) var faults: FaultLog
    private(set) var rows = 0
    private var columns: [Identifier<Place>?] = []
    private var seenRows: Set<String> = []
    private let heading: HeadingRow

    /// Reads `heading` and the rows below it. Places must be known to `draft`.
    init(_ heading: HeadingRow, named unit: MatrixUnit, file: String, draft: Draft) {
        self.heading = heading
        self.unit = unit
        faults = FaultLog(file: file)
        if let fault = heading.fault { faults.add(fault) }
        guard heading.cells.count > 1 else {
            faults.add(
                .error, .emptyFile, line: heading.line,
                BilingualText(
                    en: "The file holds no matrix; expected a first row of places' identifiers.",
                    zh: "文件不是矩阵；首行应为地点编号。"),
                advice: BilingualText(
                    en: "Perhaps see the guide on the formats of the import.", zh: "可参阅导入格式说明。"))
            return
        }
        readCorner()
        readHeading(draft)
        readRows(draft)
    }

    private mutating func readCorner() {
        guard let word = heading.cells[0], !word.isEmpty else { return }
        if let known = MatrixUnit(word: word) {
            unit = known
            return
        }
        let units = MatrixUnit.allCases.map(\.name)
        faults.add(
            .error, .unknownWord, line: heading.line, column: 1,
            BilingualText(
                en: "The first cell is \(Quoted.en(word)); expected the unit: "
                    + "\(units.map(\.english).joined(separator: ", ")).",
                zh: "首格为\(Quoted.zh(word))；应为单位：\(units.map(\.chinese).joined(separator: "、"))。"),
            advice: BilingualText(
                en: "Perhaps leave it empty for \(unit.name.english).", zh: "也许可留空（按\(unit.name.chinese)）。"))
    }

    private mutating func readHeading(_ draft: Draft) {
        var seen: Set<String> = []
        for (index, cell) in heading.cells.enumerated().dropFirst() {
            let id = place(cell, line: heading.line, column: index + 1, draft)
            columns.append(id)
            guard let id, !seen.insert(id.text).inserted else { continue }
            reportRepeated(id, line: heading.line, column: index + 1)
        }
    }

    /// The most numbers of one matrix: between a thousand places.
    private static let mostEntries = 1_000_000

    private mutating func readRows(_ draft: Draft) {
        var scanner = heading.scanner
        var cells: [ByteScanner.Cell] = []
        while true {
            if faults.isFull { return faults.giveUp() }
            guard entries.count <= Self.mostEntries else {
                return faults.add(
                    .error, .outOfRange, line: scanner.line,
                    BilingualText(
                        en: "The matrix has more than \(Self.mostEntries) numbers; expected at most that many.",
                        zh: "矩阵超过 \(Self.mostEntries) 个数值；最多 \(Self.mostEntries) 个。"),
                    advice: BilingualText(
                        en: "Perhaps the rows can be divided between two files, imported one after the other.",
                        zh: "也许可把各行分成两个文件，先后导入。"))
            }
            switch scanner.nextRow(into: &cells) {
            case .end: return
            case .faulty(let fault): faults.add(fault)
            case .cells:
                guard !cells.allSatisfy(\.isEmpty) else { continue }
                rows += 1
                readRow(cells, scanner.bytes, draft)
            }
        }
    }

    private mutating func readRow(_ cells: [ByteScanner.Cell], _ bytes: [UInt8], _ draft: Draft) {
        let line = cells[0].line
        guard cells.count == columns.count + 1 else {
            faults.add(
                .error, cells.count > columns.count ? .tooManyCells : .tooFewCells, line: line,
                column: min(cells.count, columns.count + 2),
                BilingualText(
                    en: "The row has \(cells.count) cells; expected \(columns.count + 1), one for each place.",
                    zh: "该行有\(cells.count)格；应为\(columns.count + 1)格，与地点一一对应。"),
                advice: BilingualText(en: "Perhaps a separator is missing or misplaced.", zh: "也许缺少或多了分隔符。"))
            return
        }
        let text = heading.decoder.decode(cells[0], in: bytes)?.text
        guard let from = place(text, line: line, column: 1, draft) else { return }
        guard seenRows.insert(from.text).inserted else {
            reportRepeated(from, line: line, column: 1)
            return
        }
        for (index, cell) in cells.enumerated().dropFirst() {
            guard let to = columns[index - 1], to != from else { continue }
            let text = heading.decoder.decode(cell, in: bytes)?.text
            guard let value = number(text, line: cell.line, column: index + 1) else { continue }
            entries.append(Entry(from: from, to: to, value: value, line: cell.line, column: index + 1))
        }
    }

    /// The place that a cell names; nil with a finding where there is none of that identifier.
    private mutating func place(_ cell: String?, line: Int, column: Int, _ draft: Draft) -> Identifier<Place>? {
        guard let cell else {
            faults.add(
                .error, .invalidBytes, line: line, column: column,
                BilingualText(
                    en: "The cell holds bytes that are not valid \(heading.encoding.name).",
                    zh: "该格含有在 \(heading.encoding.name) 中无效的字节。"), advice: Advice.encoding)
            return nil
        }
        guard !draft.references.mayHold(cell, in: .places) || cell.isEmpty else { return Identifier(cell) }
        faults.add(
            .error, cell.isEmpty ? .missingValue : .unknownReference, line: line, column: column,
            BilingualText(
                en: "The cell is \(cell.isEmpty ? "empty" : Quoted.en(cell)); expected the identifier of a place.",
                zh: "该格\(cell.isEmpty ? "为空" : "为" + Quoted.zh(cell))；应为地点编号。"),
            advice: BilingualText(en: "Perhaps the place is missing in places.csv.", zh: "也许 places.csv 中缺少该地点。"))
        return nil
    }

    /// The number of a cell in metres or minutes; nil where it is empty, where a routing service found no way (`null`,
    /// `NaN`), or with a finding where it is something else.
    private mutating func number(_ cell: String?, line: Int, column: Int) -> Int? {
        let text = PlainText.halfWidth(cell ?? "?")
        guard !text.isEmpty, !["null", "nan", "none", "-"].contains(text.lowercased()) else { return nil }
        let most = unit.isTime ? 20_000 : 40_000_000
        guard let thousandths = Number.decimal(text, places: 3) else {
            faults.add(
                .error, .invalidNumber, line: line, column: column,
                BilingualText(
                    en: "The cell is \(text.containsDigit ? Quoted.en(text) : "no number"); expected a number of "
                        + "\(unit.name.english), or nothing where there is no way.",
                    zh: "该格\(text.containsDigit ? "为" + Quoted.zh(text) : "不是数字")；应为\(unit.name.chinese)数，无路可通则留空。"),
                advice: Number.advice)
            return nil
        }
        let value = unit.value(ofThousandths: thousandths)
        guard (1...most).contains(value) else {
            faults.add(
                .error, .outOfRange, line: line, column: column,
                BilingualText(
                    en: "The cell is \(Quoted.en(text)) \(unit.name.english); expected more than nothing and at most "
                        + "\(unit.isTime ? "20,000 minutes" : "40,000 km").",
                    zh: "该格为\(Quoted.zh(text))\(unit.name.chinese)；应大于零且不超过\(unit.isTime ? "20000分钟" : "40000公里")。"),
                advice: BilingualText(en: "Perhaps the unit is another one.", zh: "也许单位有误。"))
            return nil
        }
        return value
    }

    private mutating func reportRepeated(_ id: Identifier<Place>, line: Int, column: Int) {
        faults.add(
            .error, .repeatedID, line: line, column: column,
            BilingualText(
                en: "The place \(Quoted.en(id.text)) stands here a second time; expected it once.",
                zh: "地点\(Quoted.zh(id.text))在此重复出现；只应出现一次。"),
            advice: BilingualText(en: "Perhaps one of the two is to be removed.", zh: "也许应删去其一。"))
    }
}
