import GRDB
import VisitModel

/// The prisons' parts of the published plan, in the table `planPrison`.
enum PlanPrisonRecord: StoreRecord {
    /// A part and its place in the list.
    struct Listed {
        var position: Int
        var part: Plan.Certificate.PrisonPart
    }

    static let table = TableShape("planPrison", heading: "prisons", columns: ["position", "prison", "bound", "score"])

    static func cells(of listed: Listed) -> [DatabaseValue] {
        [listed.position.cell, listed.part.prison.cell, listed.part.bound.cell, listed.part.score.cell]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Listed {
        try Listed(
            position: cells.number(),
            part: Plan.Certificate.PrisonPart(cells.id(), bound: cells.number(), score: cells.number()))
    }
}
