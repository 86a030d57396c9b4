import GRDB
import VisitModel

/// Days on which prisons do not open, in the table `closure`.
enum ClosureRecord: StoreRecord {
    static let table = TableShape(
        "closure", heading: "closures",
        columns: [
            "id", "prison", .init("template", heading: "session"), .init("firstDay", heading: "from"),
            .init("lastDay", heading: "to"), "reason",
        ])

    static func cells(of closure: Closure) -> [DatabaseValue] {
        [
            closure.id.cell, closure.prison.cell, closure.template.cell, closure.days.first.cell,
            closure.days.last.cell, closure.reason.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Closure {
        try Closure(
            id: cells.id(), prison: cells.id(), template: cells.optionalID(), days: cells.days(), reason: cells.text())
    }
}
