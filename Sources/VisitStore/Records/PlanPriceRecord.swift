import GRDB
import VisitModel

/// What scarce things were worth to the published plan, in the table `planPrice`, the dearest first.
enum PlanPriceRecord: StoreRecord {
    /// A price and its place in the list.
    struct Listed {
        var position: Int
        var price: Plan.Price
    }

    static let table = TableShape(
        "planPrice", heading: "prices", columns: ["position", "kind", "subject", "day", "points"])

    static func cells(of listed: Listed) -> [DatabaseValue] {
        [
            listed.position.cell, listed.price.kind.cell, listed.price.subject.cell, listed.price.day.cell,
            listed.price.points.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Listed {
        try Listed(
            position: cells.number(),
            price: Plan.Price(cells.word(), cells.text(), day: cells.optionalDay(), points: cells.number()))
    }
}
