/// A table as a spreadsheet reads it: UTF-8 with a byte order mark, so that Excel takes it for UTF-8; CRLF and quotes as
/// RFC 4180 has them.
///
/// Cells hold what others wrote. A text that a spreadsheet would take for a formula gets an apostrophe in front, which
/// spreadsheets take for "this is text".
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

    /// One cell. Only what people have written is guarded: a number below nought is no formula.
    static func cell(_ cell: ReportCell) -> String {
        if case .text(let text) = cell { Self.cell(text) } else { cell.written }
    }

    /// One text: guarded, then quoted where it must be.
    static func cell(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let guarded = scalars.first.map(startsFormula) == true ? "'" + text : text
        guard scalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }) else { return guarded }
        var quoted = "\""
        for scalar in guarded.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Whether a spreadsheet may take a cell that begins so for a formula; fullwidth signs count in East Asian versions.
    private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }
}
