import VisitModel

/// A text table whose columns are aligned on a terminal, also with Chinese characters.
public struct TextTable: Sendable {
    /// On which side of its column a cell stands.
    public enum Alignment: Sendable {
        /// On the left, as words do.
        case left
        /// On the right, as numbers do.
        case right
    }

    /// A column.
    public struct Column: Sendable {
        /// Its heading.
        public var title: String
        /// Where its cells stand.
        public var alignment: Alignment

        /// A column with that heading.
        public init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// The columns.
    public var columns: [Column]
    /// The rows. A row that is shorter than the heading ends in empty cells; cells past the last column are not shown.
    public var rows: [[String]]

    /// A table.
    public init(_ columns: [Column], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// The table: heading, rule, rows; every line ends in a line feed, none in a space. Control characters become
    /// spaces, so that no cell can break its line.
    public var text: String { lines.map { $0 + "\n" }.joined() }

    /// The lines of the table, without their line feeds.
    var lines: [String] {
        let heading = columns.map(\.title.onOneLine)
        let body = rows.map { row in columns.indices.map { $0 < row.count ? row[$0].onOneLine : "" } }
        let widths = columns.indices.map { column in
            ([heading] + body).map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "─", count: $0) }
        return ([heading, rule] + body).map { line($0, widths) }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell))
            line += column == 0 ? "" : "  "
            line += columns[column].alignment == .left ? cell + padding : padding + cell
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
