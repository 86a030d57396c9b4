import GRDB
import VisitModel

/// What the levels of the objective come to in the published plan, in the table `planLevel`.
enum PlanLevelRecord: StoreRecord {
    /// A level and its place in the list.
    struct Listed {
        var position: Int
        var level: Plan.Certificate.Level
    }

    static let table = TableShape("planLevel", heading: "levels", columns: ["position", "name", "value", "bound"])

    static func cells(of listed: Listed) -> [DatabaseValue] {
        [listed.position.cell, listed.level.name.cell, listed.level.value.cell, listed.level.bound.cell]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Listed {
        try Listed(
            position: cells.number(),
            level: Plan.Certificate.Level(cells.word(), value: cells.number(), bound: cells.optionalNumber()))
    }
}
