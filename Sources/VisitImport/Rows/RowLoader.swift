/// Reads one file of the format into the draft, row by row. One conforming type per file.
protocol RowLoader {
    associatedtype Column: ColumnSet
    /// The column that names what a row describes; nil where no single column does.
    static var key: Column? { get }
    /// Reads one row. Everything that is wrong with it goes into the reader's faults; all cells are read before
    /// anything is given up, so that all faults of a row are reported together.
    static func load(_ row: inout RowReader<Column>, into draft: inout Draft)
}
