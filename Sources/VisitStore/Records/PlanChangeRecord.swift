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
        columns: [
            "position", "visit", "kind", "reasonEnglish", "reasonChinese", "dateBefore", "guardianBefore",
            "escortBefore",
        ])

    static func cells(of listed: Listed) -> [DatabaseValue] {
        [
            listed.position.cell, listed.change.visit.cell, listed.change.kind.cell,
            listed.change.reason.english.cell, listed.change.reason.chinese.cell,
            listed.change.dateBefore.cell, listed.change.adultBefore?.guardian.cell ?? .null,
            listed.change.adultBefore?.escort.cell ?? .null,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Listed {
        let position = try cells.number()
        var change = try Plan.Change(visit: cells.id(), kind: cells.word(), reason: cells.words())
        change.dateBefore = cells.optionalDay()
        let guardian: Identifier<Guardian>? = cells.optionalID()
        let escort: Identifier<Escort>? = cells.optionalID()
        change.adultBefore = guardian.map { .guardian($0) } ?? escort.map { .escort($0) }
        return Listed(position: position, change: change)
    }
}
