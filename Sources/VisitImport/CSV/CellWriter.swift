import VisitFormats

/// Writes rows of cells as a table that the scanner, and any spreadsheet, reads back as they were (RFC 4180).
struct CellWriter {
    /// The text between cells.
    var delimiter: Character = ","
    /// The text after each row.
    var lineEnd = "\r\n"

    /// The row of these cells. A cell is quoted where it must be: for the delimiter, a quote, a line end, or white
    /// space at its edge.
    func row(_ cells: [String]) -> String {
        cells.map(quotedIfNeeded).joined(separator: String(delimiter)) + lineEnd
    }

    /// The row of these cells, for people who open it in a spreadsheet: each quoted, and guarded where a spreadsheet would
    /// take it for a formula. The reading of cells takes the guard off again.
    func guardedRow(_ cells: [String]) -> String {
        cells.map { SpreadsheetText.quoted(SpreadsheetText.guarded($0, sparesNumbers: true)) }
            .joined(separator: String(delimiter)) + lineEnd
    }

    private func quotedIfNeeded(_ cell: String) -> String {
        let mustQuote = cell.unicodeScalars.contains { scalar in
            scalar == "\"" || scalar == "\n" || scalar == "\r" || Character(scalar) == delimiter
        }
        guard mustQuote || cell.first?.isWhitespace == true || cell.last?.isWhitespace == true else { return cell }
        return SpreadsheetText.quoted(cell)
    }
}
