import VisitModel

/// A kind of file that is no text, by its first bytes.
enum BinaryKind: Hashable {
    case workbook, oldWorkbook, portableDocument, image

    /// What `bytes` are; nil where they may be text.
    init?(of bytes: [UInt8]) {
        let signatures: [(BinaryKind, [UInt8])] = [
            (.workbook, [0x50, 0x4B, 0x03, 0x04]), (.oldWorkbook, [0xD0, 0xCF, 0x11, 0xE0]),
            (.portableDocument, Array("%PDF".utf8)), (.image, [0x89, 0x50, 0x4E, 0x47]), (.image, [0xFF, 0xD8, 0xFF]),
        ]
        guard let found = signatures.first(where: { bytes.starts(with: $0.1) }) else { return nil }
        self = found.0
    }

    var name: BilingualText {
        switch self {
        case .workbook: BilingualText(en: "a workbook or an archive", zh: "工作簿或压缩包")
        case .oldWorkbook: BilingualText(en: "an old workbook", zh: "旧版工作簿")
        case .portableDocument: BilingualText(en: "a PDF document", zh: "PDF 文档")
        case .image: BilingualText(en: "an image", zh: "图片")
        }
    }
}

extension FaultLog {
    /// Adds that the file is no text.
    mutating func add(_ kind: BinaryKind) {
        add(
            .error, .notText,
            BilingualText(
                en: "The file is \(kind.name.english); expected a table as text (CSV).",
                zh: "文件是\(kind.name.chinese)；应为文本表格（CSV）。"),
            advice: BilingualText(
                en: "Perhaps save the sheet as CSV UTF-8.", zh: "也许应把工作表另存为“CSV UTF-8”。"))
    }

    /// Adds that nobody knows what the file is.
    mutating func addUnknownFile(named name: String) {
        let stem = name.split(separator: ".").first.map(String.init) ?? name
        let names = TableName.allCases.flatMap { [$0.english] + $0.chinese }
        let near = names.map { ($0, NearestName.edits(from: ColumnNames.key(of: stem), to: ColumnNames.key(of: $0))) }
            .min { $0.1 < $1.1 }
        let english = TableName.allCases.map { $0.fileName(.english) }.joined(separator: ", ")
        let chinese = TableName.allCases.map { $0.fileName(.chinese) }.joined(separator: "、")
        let isNear = near.map { $0.1 * 3 <= stem.count } ?? false
        add(
            .error, .unknownFile,
            BilingualText(
                en: "Neither the file's name nor its headings are those of a table; expected one of \(english).",
                zh: "文件名和表头都不属于已知表格；应为\(chinese)之一。"),
            advice: near.flatMap { near in
                isNear ? BilingualText(en: "Perhaps \(near.0).csv was meant.", zh: "也许应为“\(near.0).csv”。") : nil
            }
                ?? BilingualText(
                    en: "Perhaps the file belongs elsewhere, or its headings are missing.", zh: "也许该文件不应放在这里，或缺少表头。"))
    }
}

extension TableName {
    /// The table that has all the required columns of these headings, and the most of the others; nil where none or
    /// more than one does.
    init?(headings: [String?]) {
        let given = headings.compactMap { $0 }.filter { !$0.isEmpty }
        let fitting = Self.allCases.compactMap { table -> (table: TableName, hits: Int)? in
            let definitions = table.columns
            let names = ColumnNames(of: definitions)
            let found = Set(given.compactMap { names.column($0) })
            let isWhole = definitions.enumerated().allSatisfy { index, column in
                !column.isRequired || found.contains(index)
            }
            return isWhole ? (table, found.count) : nil
        }
        guard let best = fitting.map(\.hits).max() else { return nil }
        let winners = fitting.filter { $0.hits == best }
        guard winners.count == 1 else { return nil }
        self = winners[0].table
    }
}
