import VisitFormats
import VisitModel

extension PublicStatistics {
    /// The tables for programs: `visitd-statistics/1`. A number that is withheld is null; the last row of a table, and the
    /// last of several columns, are totals.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<PublicStatistics>(format: "visitd-statistics/1") { document in
        document.has("today", .day) { JSON($0.today) }
        document.has("smallest", .whole) { .int($0.smallest) }
        document.has("tables", listOf: table) { document in document.entries.map { (document, $0) } }
    }

    private static let table = AnswerObject<(statistics: PublicStatistics, entry: Entry)> { table in
        table.has("title", .text) { .string($0.entry.table.title[$0.statistics.language]) }
        table.has("columns", .list(.text)) { .strings(Array($0.statistics.columns(of: $0.entry).dropFirst())) }
        table.has("rows", listOf: row) { $0.statistics.rows(of: $0.entry) }
    }

    /// A row, whose first cell is its name.
    private static let row = AnswerObject<[ReportCell]> { row in
        row.has("name", .text) { $0[0].json }
        row.has("counts", .list(.whole.orNull)) { .array($0.dropFirst().map(\.json)) }
    }
}
