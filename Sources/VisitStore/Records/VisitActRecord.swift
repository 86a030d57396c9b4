import GRDB
import VisitModel

/// What was done to visits, and why, in the table `visitAct`.
enum VisitActRecord: StoreRecord {
    /// A step with the visit that it is a part of, and its place in that visit's life.
    struct Placed: Sendable {
        var visit: Identifier<Visit>
        var position: Int
        var act: VisitAct
    }

    static let table = TableShape(
        "visitAct", heading: "visits", keyCount: 2,
        columns: ["visit", "position", "kind", "party", "reason", "moment", "givenUp"])

    static func cells(of placed: Placed) -> [DatabaseValue] {
        [
            placed.visit.cell, placed.position.cell, placed.act.kind.cell, placed.act.by.cell, placed.act.reason.cell,
            placed.act.moment.cell, placed.act.givenUp.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Placed {
        let (visit, position): (Identifier<Visit>, Int) = (try cells.id(), try cells.number())
        let kind: VisitAct.Kind = try cells.word()
        let party: VisitAct.Party? = try cells.optionalWord()
        return try Placed(
            visit: visit, position: position,
            act: VisitAct(
                kind, by: party, reason: cells.text(), moment: cells.instant(), givenUp: cells.optionalID()))
    }
}
