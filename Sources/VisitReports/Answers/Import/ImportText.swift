import VisitModel

/// What an import read and what storing it did, for a person.
public struct ImportText: Sendable {
    /// How each file was read.
    public var sources: [ImportBatch.Source]
    /// The files that were found beside them and not read.
    public var unread: [String]
    /// What storing did, or would do.
    public var summary: ImportSummary
    /// Warnings and notes.
    public var findings: [Finding]
    /// Whether nothing was stored because that was asked for.
    public var isDryRun: Bool
    /// The language.
    public var language: Language

    /// A text of an import.
    public init(
        sources: [ImportBatch.Source], unread: [String] = [], summary: ImportSummary, findings: [Finding],
        isDryRun: Bool, language: Language
    ) {
        self.sources = sources
        self.unread = unread
        self.summary = summary
        self.findings = findings
        self.isDryRun = isDryRun
        self.language = language
    }

    /// How many changed things of one table are named; of more there is a count.
    private static let shownChanges = 10
    private var phrases: Phrases { Phrases(language) }

    /// The text: files, tables, changed facts, findings, and what became of it all.
    public var text: String {
        let parts = [files, tables, changes, lifted, visits, findingsText, outcome]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var files: String {
        guard !sources.isEmpty else { return "" }
        let table = TextTable(
            [
                .init(phrases.choose("File", "文件")), .init(phrases.choose("Read as", "识别为")),
                .init(phrases.choose("Encoding", "编码")), .init(phrases.choose("Rows", "行数"), .right),
            ],
            rows: sources.map { [$0.file, $0.table, $0.encoding, String($0.rows)] })
        return table.text
    }

    private var tables: String {
        guard !summary.tables.isEmpty else { return "" }
        let table = TextTable(
            [
                .init(phrases.choose("Table", "表")), .init(phrases.choose("New", "新增"), .right),
                .init(phrases.choose("Changed", "更改"), .right), .init(phrases.choose("Same", "不变"), .right),
            ],
            rows: summary.tables.map {
                [$0.name, String($0.added.count), String($0.changed.count), String($0.unchanged)]
            })
        return table.text + removals
    }

    /// What is gone, which is rare and worth a line of its own.
    private var removals: String {
        summary.tables.filter { !$0.removed.isEmpty }.map { table in
            phrases.choose(
                "  \(table.name): \(table.removed.count) are in the calendar no more and were taken out.\n",
                "  \(table.name)：有 \(table.removed.count) 项已不在日历中，已删除。\n")
        }.joined()
    }

    private var changes: String {
        summary.tables.filter { !$0.changed.isEmpty }.map { table in
            let shown = table.changed.prefix(Self.shownChanges).map { change in
                "  \(table.name) \(change.id.onOneLine): \(phrases.list(change.fields))\n"
            }
            let rest = table.changed.count - shown.count
            guard rest > 0 else { return shown.joined() }
            return shown.joined()
                + phrases.choose("  … and \(rest) more of \(table.name)\n", "  …… \(table.name)另有\(rest)处更改\n")
        }.joined()
    }

    /// The decisions that are taken back, all of them: nobody loses a protection without a word.
    private var lifted: String {
        section(
            phrases.choose("Decisions that are lifted", "解除的决定"),
            summary.lifted.map { lifting in
                let change = "\(lifting.before[language]) → \(lifting.after[language])"
                let which = "\(lifting.cell.tableName[language]) \(lifting.id.onOneLine)"
                return "  \(phrases.labelled(which, "\(lifting.cell.columnName[language]) \(change)"))\n"
            })
    }

    private var visits: String { ReviewText(summary.review, language: language).text }

    private func section(_ heading: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : "\(heading)\(phrases.bracketed(String(lines.count)))\n" + lines.joined()
    }

    private var findingsText: String {
        findings.isEmpty ? "" : FindingsText(findings, language: language).text
    }

    private var outcome: String {
        let sentence =
            if summary.isEmpty {
                phrases.choose("Nothing is new: the store is as it was.", "没有新内容，数据库保持不变。")
            } else if isDryRun {
                phrases.choose("This was a dry run: nothing was stored.", "这是试运行，没有写入任何内容。")
            } else if !unread.isEmpty {
                phrases.choose("What was read was stored.", "已读取的内容已写入。")
            } else {
                phrases.choose("Everything was stored.", "已全部写入。")
            }
        guard unread.isEmpty else { return sentence + notRead + "\n" }
        return sentence + "\n"
    }

    private var notRead: String {
        let names = unread.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        return phrases.choose(
            " Not read: \(names.joined(separator: ", ")).", "未读取：\(names.joined(separator: "、"))。")
    }
}
