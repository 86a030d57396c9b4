import VisitModel

/// The identifiers of one file that are digits alone: spreadsheets take them for numbers and cut the zeros before them.
struct NumberedIdentifiers {
    /// One without a zero at its beginning, and where it was written.
    private struct Suspect {
        var id: String
        var location: SourceLocation
    }

    private var suspects: [Suspect] = []
    /// The lengths of those that begin with a zero, in the file.
    private var lengths: Set<Int> = []

    /// Notes an identifier of the file.
    mutating func note(_ id: String, at location: SourceLocation) {
        guard let first = id.utf8.first, id.utf8.allSatisfy(\.isDigit) else { return }
        if first == UInt8(ascii: "0") {
            lengths.insert(id.utf8.count)
        } else {
            suspects.append(Suspect(id: id, location: location))
        }
    }

    /// What is to be asked about: identifiers that have another one's length once a zero is put before them.
    ///
    /// - Parameter known: the identifiers of the same table in the store.
    func findings(of table: TableName, known: some Sequence<String>) -> [Finding] {
        guard !suspects.isEmpty else { return [] }
        let zeroed = known.filter { $0.utf8.first == UInt8(ascii: "0") && $0.utf8.allSatisfy(\.isDigit) }
        let all = lengths.union(zeroed.map(\.utf8.count))
        let exact = Set(zeroed)
        return suspects.compactMap { suspect in
            let count = suspect.id.utf8.count
            let lost = all.sorted().filter { $0 > count }.map { String(repeating: "0", count: $0 - count) + suspect.id }
            // The store may show that it was two zeros or three; otherwise it was one.
            guard let meant = lost.first(where: exact.contains) ?? lost.first(where: { $0.utf8.count == count + 1 })
            else { return nil }
            return Finding(
                .warning, code: FaultCode.unlikely.rawValue, subject: "\(table.rowName) \(suspect.id)",
                at: suspect.location,
                sentence: BilingualText(
                    en:
                        "The identifier is \(Quoted.en(suspect.id)), shorter than others that begin with a zero; expected "
                        + "all of them in one form.",
                    zh: "编号为\(Quoted.zh(suspect.id))，比以 0 开头的其他编号短；编号应采用同一格式。"),
                advice: BilingualText(
                    en: "Perhaps a spreadsheet has cut the zero, and \(meant) was meant; format the column as text.",
                    zh: "也许电子表格去掉了开头的 0，应为“\(meant)”；请把该列设为文本格式。"))
        }
    }
}

extension RowReader {
    /// Looks at the form of what names the row: numbers are what spreadsheets spoil.
    mutating func checkForm(of id: String, _ column: Column) {
        checkMarks(of: id, column)
        guard let first = id.utf8.first, first.isDigit else { return }
        let location = location(of: column)
        numbered.note(id, at: location)
        guard PlainText.isScientific(id) else { return }
        fault(
            column, .unlikely, severity: .warning, found: id,
            expected: BilingualText(en: "an identifier with all its digits", zh: "完整的编号，各位数字齐全"),
            advice: BilingualText(
                en: "Perhaps a spreadsheet has cut a long number; format the column as text and write it again.",
                zh: "也许电子表格截断了长数字；请把该列设为文本格式后重新填写。"))
    }
}
