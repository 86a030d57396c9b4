import GRDB
import VisitModel

/// What happened to prisoners, in the table `prisonerEvent`.
enum PrisonerEventRecord: StoreRecord {
    static let table = TableShape(
        "prisonerEvent", heading: "prisoner_events",
        columns: [
            "id", "prisoner", .init("kind", heading: "event"), "date", "until", "misconduct", "note",
            .init("guardian", heading: "visitor"), .init("escort", heading: "visitor"),
        ])

    static func cells(of event: PrisonerEvent) -> [DatabaseValue] {
        var guardian: Identifier<Guardian>?
        var escort: Identifier<Escort>?
        switch event.visitor {
        case .guardian(let id): guardian = id
        case .escort(let id): escort = id
        case nil: break
        }
        return [
            event.id.cell, event.prisoner.cell, event.kind.cell, event.date.cell, event.until.cell,
            event.misconduct.cell, event.note.cell, guardian.cell, escort.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> PrisonerEvent {
        var event = try PrisonerEvent(
            id: cells.id(), prisoner: cells.id(), kind: cells.word(), date: cells.day(), until: cells.optionalDay(),
            misconduct: cells.optionalWord(), note: cells.text())
        let guardian: Identifier<Guardian>? = cells.optionalID()
        let escort: Identifier<Escort>? = cells.optionalID()
        event.visitor = guardian.map { .guardian($0) } ?? escort.map { .escort($0) }
        return event
    }
}
