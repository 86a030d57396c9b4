import GRDB
import VisitModel

/// Prisoners who are kept apart, in the table `separation`.
enum SeparationRecord: StoreRecord {
    static let table = TableShape(
        "separation", heading: "separations",
        columns: ["id", .init("first", heading: "prisoner"), .init("second", heading: "other")])

    static func cells(of separation: Separation) -> [DatabaseValue] {
        [separation.id.cell, separation.first.cell, separation.second.cell]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Separation {
        try Separation(id: cells.id(), cells.id(), cells.id())
    }
}
