import GRDB
import VisitModel

/// What the published plan changed, in the table `planChange`, in the order of the plan.
enum PlanChangeRecord: StoreRecord {
    /// A change and its place in the list.
    struct Listed {
        var position: Int
        var change: Plan.Change
    }

    static let table = TableShape(
        "planChange", heading: "changes",
        columns: ["position", "visit", "kind", "reasonEnglish", "reasonChinese"])

    static func cells(of listed: Listed) -> [DatabaseValue] {
        [
            listed.position.cell, listed.change.visit.cell, listed.change.kind.cell,
            listed.change.reason.english.cell, listed.change.reason.chinese.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Listed {
        try Listed(
            position: cells.number(),
            change: Plan.Change(visit: cells.id(), kind: cells.word(), reason: cells.words()))
    }
}
