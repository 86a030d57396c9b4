import VisitFormats
import VisitModel

/// Writes a report for programs: `visitd-report/1`, its tables with a member for every column.
struct JSONWriter {
    private let content: ReportContent

    init(_ content: ReportContent) {
        self.content = content
    }

    /// The report.
    var json: JSON { Self.answer.json(content) }

    /// What the report looks like.
    static let schema = answer.document

    private static let answer = AnswerObject<ReportContent>(format: "visitd-report/1") { report in
        report.has("report", .words(of: ReportName.self)) { .string($0.name.rawValue) }
        report.has("language", .words(of: Language.self)) { .string($0.language.rawValue) }
        report.has("title", .text) { .string($0.title) }
        report.has("subtitle", .text) { .string($0.subtitle) }
        report.has("tables", listOf: table) { $0.tables }
        report.has("notes", .list(.text)) { .strings($0.notes) }
        report.has("sources", listOf: source) { $0.sources }
    }

    /// A table; its rows have a member for every column.
    private static let table = AnswerObject<ReportTable> { table in
        table.has("name", .text) { .string($0.id) }
        table.has("title", .text) { .string($0.title) }
        table.has("columns", listOf: column) { $0.columns }
        table.has("rows", .list(.anyObject)) { table in
            .array(table.rows.map { row in .object(zip(table.columns, row).map { .init($0.key, $1.json) }) })
        }
    }

    private static let column = AnswerObject<ReportTable.Column> { column in
        column.has("name", .text) { .string($0.key) }
        column.has("title", .text) { .string($0.title) }
    }

    private static let source = AnswerObject<ReportSource> { source in
        source.has("rule", .text) { .string($0.rule) }
        source.has("citation", .text) { .string($0.citation) }
        source.has("force", .words(of: TraceStep.Force.self)) { .string($0.force.rawValue) }
        source.has("confidence", .words(of: TraceStep.Confidence.self)) { .string($0.confidence.rawValue) }
    }
}
