import GRDB
import VisitModel

/// Monthly budgets, in the table `budget`.
enum BudgetRecord: StoreRecord {
    static let table = TableShape(
        "budget", heading: "budgets", keyCount: 2,
        columns: ["organisation", "month", .init("cents", heading: "amount")])

    static func cells(of budget: Budget) -> [DatabaseValue] {
        [(budget.organisation?.text ?? "").cell, budget.month.description.cell, budget.cents.cell]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Budget {
        let organisation = try cells.text()
        guard let month = Month(try cells.text()) else { throw cells.refuse() }
        return Budget(
            organisation: organisation.isEmpty ? nil : Identifier(organisation), month: month,
            cents: try cells.quantity())
    }
}
