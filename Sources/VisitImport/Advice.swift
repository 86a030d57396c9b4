import VisitModel

/// What several findings advise.
enum Advice {
    static let template = BilingualText(
        en: "Perhaps compare the file with a template: visitctl import --templates DIR.",
        zh: "也许可与模板对照：visitctl import --templates 目录。")
    static let encoding = BilingualText(
        en: "Perhaps the file is in another encoding; --encoding names it.", zh: "也许文件是另一种编码；可用 --encoding 指定。")
    static let quote = BilingualText(
        en: "Perhaps a quote inside the cell is to be written twice.", zh: "也许单元格内的引号应写两个。")
    static let renameAdult = BilingualText(
        en: "Perhaps give one of the two another identifier.", zh: "也许应为其中一人改用另一编号。")

    /// What is expected of an identifier that a guardian and an escort share.
    static let oneAdult = BilingualText(
        en: "the id of one adult; both a guardian and an escort have it", zh: "只属于一人的编号；监护人和陪同人员都用了此编号")
}

/// Text from a file as a sentence quotes it: short, and without control characters.
enum Quoted {
    static func en(_ text: String) -> String { "\"\(shortened(text))\"" }
    static func zh(_ text: String) -> String { "“\(shortened(text))”" }

    private static func shortened(_ text: String) -> String {
        let limit = 40
        let beginning = text.prefix(limit)
        let visible = String(
            beginning.map { $0.isNewline || $0.asciiValue.map { $0 < 0x20 } == true ? "·" : $0 })
        return beginning.endIndex < text.endIndex ? visible + "…" : visible
    }
}

extension FaultLog {
    /// Adds what is wrong with the quotes of a row.
    mutating func add(_ fault: ByteScanner.Fault) {
        switch fault {
        case .unterminatedQuote(let line, let cell):
            add(
                .error, .unterminatedQuote, line: line, column: cell,
                BilingualText(
                    en: "A quote opens here and is never closed; expected a closing quote before the end of the file.",
                    zh: "此处的引号一直没有闭合；应在文件结束前有右引号。"),
                advice: Advice.quote)
        case .textAfterQuote(let line, let cell, let opened):
            add(
                .error, .textAfterQuote, line: line, column: cell,
                BilingualText(
                    en: "Text follows the closing quote of a cell that opened on line \(opened); expected the next "
                        + "cell or the end of the line.",
                    zh: "第\(opened)行开始的带引号单元格，其右引号后还有文字；应为下一格或行末。"),
                advice: Advice.quote)
        case .tooWide(let line):
            add(
                .error, .tooManyCells, line: line,
                BilingualText(
                    en: "The row has more than \(ByteScanner.mostCells) cells; expected at most that many.",
                    zh: "该行超过 \(ByteScanner.mostCells) 格；最多 \(ByteScanner.mostCells) 格。"),
                advice: BilingualText(
                    en: "Perhaps the file is damaged, or holds something other than a table.", zh: "也许文件已损坏，或不是表格。"))
        }
    }
}
