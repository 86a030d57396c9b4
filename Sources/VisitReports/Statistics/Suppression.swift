import VisitModel

/// Which cells of a table are withheld, so that nobody can be recognised in it (statistical disclosure control).
///
/// Numbers from 1 up to one below `smallest` are withheld (primary suppression), and so are as many others as needed,
/// so that each withheld number still has at least `smallest` possible values (complementary suppression). The totals
/// of columns and the grand total stay, since they are the same in every table; those of rows can be withheld.
///
/// A table with totals is a network: a cell is an edge between its row and its column, counts with one sign and totals
/// with the other, and what enters a node leaves it. Raising a cell by `smallest` needs a way back from its row to its
/// column over cells that can give or take as much: the cheapest such way is withheld too. See L. H. Cox,
/// “Suppression methodology and statistical disclosure control”, JASA 75 (1980), and J. Castro, “Network flows
/// heuristics for complementary cell suppression”, ECML workshop (2002).
struct Suppression {
    /// A cell, totals included.
    struct Cell: Hashable {
        var row: Int
        var column: Int
    }

    private let table: CountTable
    private let smallest: Int
    /// The cells that are not shown.
    private(set) var withheld: Set<Cell> = []

    /// The cells of `table` to withhold; nil where no choice protects it, so that it must not be published at all.
    init?(_ table: CountTable, smallest: Int) {
        self.table = table
        self.smallest = smallest
        let sensitive = cells.filter { (1..<smallest).contains(count($0)) }
        guard sensitive.allSatisfy({ $0.row < table.rows.count }) else { return nil }
        withheld = Set(sensitive)
        for cell in sensitive.sorted(by: { (count($1), $0.row, $0.column) < (count($0), $1.row, $1.column) }) {
            guard let way = cheapestWay(around: cell) else { return nil }
            withheld.formUnion(way)
        }
    }

    /// All cells, row by row, totals last.
    private var cells: [Cell] {
        (0...table.rows.count).flatMap { row in (0...table.columns.count).map { Cell(row: row, column: $0) } }
    }

    private func count(_ cell: Cell) -> Int { table.count(cell.row, cell.column) }

    /// Whether the cell counts against the others of its row and column: it is a total of one of them alone.
    private func isOpposed(_ cell: Cell) -> Bool {
        (cell.row == table.rows.count) != (cell.column == table.columns.count)
    }

    /// Whether the cell's flow, the count with its sign, can change by `smallest`.
    private func canChange(_ cell: Cell, raisingFlow isRaising: Bool) -> Bool {
        isOpposed(cell) != isRaising || count(cell) >= smallest
    }

    /// The cells over which a rise of `cell` by `smallest` can be made good, those already withheld at no cost; nil where
    /// there is no such way.
    ///
    /// Nodes are rows and columns. From a row the flow of one of its cells changes against that of `cell`, from a column
    /// with it.
    private func cheapestWay(around cell: Cell) -> [Cell]? {
        let raises = !isOpposed(cell)
        let rowCount = table.rows.count + 1
        let nodes = rowCount + table.columns.count + 1
        var cost = [Int](repeating: .max, count: nodes)
        var from = [(node: Int, cell: Cell)?](repeating: nil, count: nodes)
        var isDone = [Bool](repeating: false, count: nodes)
        cost[cell.row] = 0
        while let node = (0..<nodes).filter({ !isDone[$0] && cost[$0] < .max }).min(by: { cost[$0] < cost[$1] }) {
            isDone[node] = true
            let isRow = node < rowCount
            for other in isRow ? rowCount..<nodes : 0..<rowCount {
                let edge = Cell(row: isRow ? node : other, column: (isRow ? other : node) - rowCount)
                guard edge != cell, mayBeWithheld(edge), canChange(edge, raisingFlow: isRow != raises) else { continue }
                let price = cost[node] + (withheld.contains(edge) ? 0 : count(edge) + 1)
                if price < cost[other] {
                    cost[other] = price
                    from[other] = (node, edge)
                }
            }
        }
        var way: [Cell] = []
        var node = rowCount + cell.column
        while node != cell.row {
            guard let (before, edge) = from[node] else { return nil }
            way.append(edge)
            node = before
        }
        return way
    }

    /// The bottom row, which holds the totals of the columns and the grand total, is always shown; so is a zero, which
    /// everybody may guess.
    private func mayBeWithheld(_ cell: Cell) -> Bool { cell.row < table.rows.count && count(cell) > 0 }
}
