import VisitModel

extension Table {
    /// The table `name` in `file`, whose first row was read. Nil where no row can be read after such a heading; the
    /// reasons are in `faults` then.
    static func open(_ heading: HeadingRow, as name: TableName, faults: inout FaultLog) -> Table? {
        if let fault = heading.fault {
            faults.add(fault)
            return nil
        }
        guard !heading.cells.isEmpty else {
            faults.add(
                .error, .emptyFile,
                BilingualText(
                    en: "The file holds no heading; expected the headings of \(name.english).",
                    zh: "文件没有表头；应有“\(name.chinese[0])”表的列名。"),
                advice: Advice.template)
            return nil
        }
        let definitions = name.columns
        let names = ColumnNames(of: definitions)
        var recognition = Recognition(definitions: definitions, line: heading.line)
        for (index, cell) in heading.cells.enumerated() {
            recognition.take(cell, at: index, names: names, faults: &faults)
        }
        guard recognition.positions.contains(where: { $0 != nil }) else {
            faults.add(
                .error, .noHeading, line: heading.line,
                BilingualText(
                    en: "The first row holds none of the headings of \(name.english); expected "
                        + "\(definitions.map(\.name).joined(separator: ", ")).",
                    zh: "首行没有“\(name.chinese[0])”表的任何列名；应为\(definitions.map { $0.chinese[0] }.joined(separator: "、"))。"),
                advice: Advice.template)
            return nil
        }
        recognition.reportUnknown(names: names, faults: &faults)
        recognition.reportMissing(faults: &faults)
        return Table(
            encoding: heading.encoding, headings: heading.cells.map { $0 ?? "" }, positions: recognition.positions,
            scanner: heading.scanner, decoder: heading.decoder, faults: faults)
    }
}

/// What was made of the headings so far.
private struct Recognition {
    let definitions: [ColumnDefinition]
    let line: Int
    private(set) var positions: [Int?]
    private var unknown: [(index: Int, heading: String)] = []

    init(definitions: [ColumnDefinition], line: Int) {
        self.definitions = definitions
        self.line = line
        positions = Array(repeating: nil, count: definitions.count)
    }

    mutating func take(_ heading: String?, at index: Int, names: ColumnNames, faults: inout FaultLog) {
        guard let heading else {
            faults.add(
                .error, .invalidBytes, line: line, column: index + 1,
                BilingualText(
                    en: "A heading holds bytes that are not valid in the file's encoding.", zh: "列名含有在该编码中无效的字节。"),
                advice: Advice.encoding)
            return
        }
        guard !heading.isEmpty else { return }
        guard let column = names.column(heading) else {
            unknown.append((index, heading))
            return
        }
        guard let first = positions[column] else {
            positions[column] = index
            return
        }
        faults.add(
            .error, .repeatedHeading, line: line, column: index + 1,
            BilingualText(
                en: "The heading \(Quoted.en(heading)) names what column \(first + 1) names already; "
                    + "expected \(definitions[column].name) once.",
                zh: "列名\(Quoted.zh(heading))与第\(first + 1)列重复；“\(definitions[column].chinese[0])”只应有一列。"),
            advice: BilingualText(en: "Perhaps one of the two is to be removed.", zh: "也许应删去其中一列。"))
    }

    /// A heading that is nearly that of a column which is absent stops the import: its values would be lost silently.
    func reportUnknown(names: ColumnNames, faults: inout FaultLog) {
        for (index, heading) in unknown {
            let nearest = names.nearest(to: heading)
            let isSlip = nearest.map { near in
                positions[near.column] == nil && near.distance <= (heading.count < 6 ? 1 : 2)
            }
            let known = definitions.map(\.name).joined(separator: ", ")
            let knownChinese = definitions.map { $0.chinese[0] }.joined(separator: "、")
            faults.add(
                isSlip == true ? .error : .warning, .unknownHeading, line: line, column: index + 1,
                BilingualText(
                    en: "The heading \(Quoted.en(heading)) is not known; expected one of \(known). "
                        + "Its column is not read.",
                    zh: "不认识列名\(Quoted.zh(heading))；应为\(knownChinese)之一。该列未读取。"),
                advice: nearest.map {
                    BilingualText(en: "Perhaps \($0.name) was meant.", zh: "也许应为“\($0.name)”。")
                } ?? BilingualText(en: "Perhaps the column can be removed.", zh: "也许可以删去该列。"))
        }
    }

    func reportMissing(faults: inout FaultLog) {
        for (index, column) in definitions.enumerated() where positions[index] == nil {
            switch column.need {
            case .optional: continue
            case .either(let other):
                let partner = definitions.firstIndex { $0.name == other }
                // The pair is reported once, by its first column.
                if let partner, positions[partner] != nil || partner < index { continue }
            case .required: break
            }
            faults.add(
                .error, .missingHeading, line: line,
                BilingualText(
                    en: "The column \(column.name) is missing; expected a column for \(column.meaning.english).",
                    zh: "缺少“\(column.chinese[0])”列；该列应填：\(column.meaning.chinese)。"),
                advice: Advice.template)
        }
    }
}
