/// A file opened as a table: its encoding and delimiter known, its headings recognised, its rows still to be read.
struct Table {
    /// What was detected or given.
    let encoding: TextEncoding
    /// The headings as the file writes them; empty where a cell of the first row is empty.
    let headings: [String]
    /// Where each column of the table stands: its cell's index by the column's number, or nil where it is absent.
    let positions: [Int?]
    /// Stands before the first row after the heading.
    let scanner: ByteScanner
    let decoder: CellDecoder
    /// What is wrong so far.
    var faults: FaultLog

    /// Whether the headings are mostly Chinese.
    var isChinese: Bool {
        let chinese = headings.count { $0.unicodeScalars.contains { $0.properties.isIdeographic } }
        return chinese * 2 > headings.count
    }
}
