import VisitFormats
import VisitModel

/// Writes a report for programs: `visitd-report/1`, its tables with a member for every column.
struct JSONWriter {
    private let content: ReportContent

    init(_ content: ReportContent) {
        self.content = content
    }

    /// The report.
    var json: JSON {
        .members([
            "format": "visitd-report/1", "report": .string(content.name.rawValue),
            "language": .string(content.language.rawValue), "title": .string(content.title),
            "subtitle": .string(content.subtitle), "tables": .array(content.tables.map(Self.table)),
            "notes": .strings(content.notes), "sources": .array(content.sources.map(source)),
        ])
    }

    private static func table(_ table: ReportTable) -> JSON {
        .members([
            "name": .string(table.id), "title": .string(table.title),
            "columns": .array(
                table.columns.map { .members(["name": .string($0.key), "title": .string($0.title)]) }),
            "rows": .array(
                table.rows.map { row in
                    .object(zip(table.columns, row).map { JSON.Member($0.key, $1.json) })
                }),
        ])
    }

    private func source(_ source: ReportSource) -> JSON {
        .members([
            "rule": .string(source.rule), "citation": .string(source.citation),
            "force": .string(source.force.rawValue), "confidence": .string(source.confidence.rawValue),
        ])
    }
}
