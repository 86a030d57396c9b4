import GRDB
import VisitModel

/// Measured roads, in the table `distance`.
enum DistanceRecord: StoreRecord {
    static let table = TableShape(
        "distance", heading: "distances", keyCount: 2,
        columns: [
            .init("fromPlace", heading: "from"), .init("toPlace", heading: "to"), .init("metres", heading: "km"),
            "minutes",
        ])

    static func cells(of distance: Distance) -> [DatabaseValue] {
        [distance.from.cell, distance.to.cell, distance.metres.cell, distance.minutes.cell]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Distance {
        try Distance(from: cells.id(), to: cells.id(), metres: cells.quantity(), minutes: cells.optionalQuantity())
    }
}
