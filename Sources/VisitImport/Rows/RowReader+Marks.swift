import VisitModel

// What spreadsheets leave in cells beside values.
extension RowReader {
    /// The most signs of a name. No list or letter has room for more.
    private static var longestName: Int { 200 }

    /// The name in the cell, which is never quoted.
    mutating func name(_ column: Column) -> String? {
        guard let name = text(column) else { return nil }
        if reportNoValue(name, column) { return nil }
        let plain = BilingualText(en: "a name, which holds no number", zh: "不含号码的名称")
        if reportMisplacedNumber(in: name, column, expected: plain) { return nil }
        guard name.count <= Self.longestName else {
            fault(
                column, .outOfRange, found: nil,
                expected: BilingualText(
                    en: "a name of at most \(Self.longestName) signs; it has \(name.count)",
                    zh: "不超过\(Self.longestName)字的名称；现有\(name.count)字"),
                advice: BilingualText(en: "Perhaps a note stands in the cell.", zh: "也许误填了备注。"))
            return nil
        }
        return name
    }

    /// Looks at marks that are no part of an identifier: formulas and errors of spreadsheets, and quotes around it.
    mutating func checkMarks(of id: String, _ column: Column) {
        if reportNoValue(id, column) { return }
        guard let first = id.first, "'‘’“”\"「『".contains(first) else { return }
        fault(
            column, .unlikely, severity: .warning, found: id,
            expected: BilingualText(en: "an identifier without quotes around it", zh: "不带引号的编号"),
            advice: BilingualText(
                en: "Perhaps a spreadsheet's mark for text, or quotes, are to be taken out.", zh: "也许应去掉引号或电子表格的文本标记。"))
    }

    /// Whether the text is a formula or an error of a spreadsheet, which is reported.
    private mutating func reportNoValue(_ text: String, _ column: Column) -> Bool {
        let isError = text.hasPrefix("#") && Words.spreadsheetErrors.contains(text)
        guard text.hasPrefix("=") || isError else { return false }
        fault(
            column, .notAValue,
            BilingualText(
                en: isError
                    ? "holds a spreadsheet's word for an error; expected a value"
                    : "holds a formula; expected its value",
                zh: isError ? "为电子表格的错误值；应填内容" : "为公式；应填其结果"),
            advice: isError
                ? BilingualText(en: "Perhaps a look-up in the spreadsheet found nothing.", zh: "也许电子表格中的查找没有结果。")
                : BilingualText(
                    en: "Perhaps copy the column and paste it as values before saving.", zh: "也许应先将该列复制并粘贴为数值再保存。"))
        return true
    }
}
