import VisitModel

/// A two-way table of counts, with a total for every row and column: what a statistic publishes.
struct CountTable {
    /// What the rows tell apart.
    var title: BilingualText
    var rows: [BilingualText]
    var columns: [BilingualText]
    /// The counts, by row and column, without totals.
    var counts: [[Int]]

    /// The count of a cell; `rows.count` and `columns.count` stand for the totals.
    func count(_ row: Int, _ column: Int) -> Int {
        let rows = row < counts.count ? [counts[row]] : counts
        return rows.reduce(0) { sum, row in sum + (column < columns.count ? row[column] : row.reduce(0, +)) }
    }

    /// The same table with all columns in one.
    func joined(as name: BilingualText) -> CountTable {
        var table = self
        table.columns = [name]
        table.counts = counts.map { [$0.reduce(0, +)] }
        return table
    }
}
