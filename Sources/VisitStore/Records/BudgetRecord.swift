import GRDB
import VisitModel

/// Monthly budgets, in the table `budget`.
enum BudgetRecord: StoreRecord {
    static let table = TableShape(
        "budget", heading: "budgets", columns: ["month", .init("cents", heading: "amount")])

    static func cells(of budget: Budget) -> [DatabaseValue] {
        [budget.month.description.cell, budget.cents.cell]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Budget {
        guard let month = Month(try cells.text()) else { throw cells.refuse() }
        return Budget(month: month, cents: try cells.quantity())
    }
}
