import GRDB
import VisitModel

/// What was spent on visits, in the table `visitCost`.
enum VisitCostRecord: StoreRecord {
    static let table = TableShape(
        "visitCost", heading: "costs",
        columns: ["id", "visit", "person", .init("cents", heading: "amount"), "kind", "receipt"])

    static func cells(of cost: VisitCost) -> [DatabaseValue] {
        [cost.id.cell, cost.visit.cell, cost.person.cell, cost.cents.cell, cost.kind.cell, cost.receipt.cell]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> VisitCost {
        try VisitCost(
            id: cells.id(), visit: cells.id(), person: cells.text(), cents: cells.quantity(), kind: cells.word(),
            receipt: cells.optionalText())
    }
}
