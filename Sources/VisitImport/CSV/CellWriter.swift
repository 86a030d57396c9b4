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

    private func quotedIfNeeded(_ cell: String) -> String {
        let mustQuote = cell.unicodeScalars.contains { scalar in
            scalar == "\"" || scalar == "\n" || scalar == "\r" || Character(scalar) == delimiter
        }
        guard mustQuote || cell.first?.isWhitespace == true || cell.last?.isWhitespace == true else { return cell }
        var out = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { out.unicodeScalars.append(scalar) }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }
}
