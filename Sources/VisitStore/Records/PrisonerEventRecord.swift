import GRDB
import VisitModel

/// What happened to prisoners, in the table `prisonerEvent`.
enum PrisonerEventRecord: StoreRecord {
    static let table = TableShape(
        "prisonerEvent", heading: "prisoner_events",
        columns: ["id", "prisoner", .init("kind", heading: "event"), "date", "until", "misconduct", "note"])

    static func cells(of event: PrisonerEvent) -> [DatabaseValue] {
        [
            event.id.cell, event.prisoner.cell, event.kind.cell, event.date.cell, event.until.cell,
            event.misconduct.cell, event.note.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> PrisonerEvent {
        try PrisonerEvent(
            id: cells.id(), prisoner: cells.id(), kind: cells.word(), date: cells.day(), until: cells.optionalDay(),
            misconduct: cells.optionalWord(), note: cells.text())
    }
}
