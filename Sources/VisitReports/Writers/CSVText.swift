import VisitFormats

/// A table as a spreadsheet reads it: UTF-8 with a byte order mark, so that Excel takes it for UTF-8; CRLF and quotes as
/// RFC 4180 has them.
///
/// Cells hold what others wrote. Every text is quoted, and guarded where a spreadsheet would take it for a formula, whatever
/// separator it takes (`SpreadsheetText`).
struct CSVText {
    var heading: [String]
    var rows: [[ReportCell]]

    /// A table of these rows.
    init(heading: [String], rows: [[ReportCell]]) {
        self.heading = heading
        self.rows = rows
    }

    /// A report's table.
    init(_ table: ReportTable) {
        self.init(heading: table.columns.map(\.title), rows: table.rows)
    }

    /// The table.
    var text: String {
        let lines = [heading.map(Self.cell)] + rows.map { $0.map(Self.cell) }
        return "\u{FEFF}" + lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    /// One cell. Only what people have written is guarded: a number below zero is no formula.
    static func cell(_ cell: ReportCell) -> String {
        if case .text(let text) = cell { Self.cell(text) } else { cell.written }
    }

    /// One text: guarded, and quoted.
    static func cell(_ text: String) -> String { SpreadsheetText.quoted(SpreadsheetText.guarded(text)) }
}
