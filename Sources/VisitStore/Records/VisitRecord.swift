import GRDB
import VisitFormats
import VisitModel

/// Visits, entered by people or planned, in the table `visit`. Their children are in `visitChild`, the adults after the first
/// in `visitAdult`.
enum VisitRecord: StoreRecord {
    /// A visit as its row has it: the children are not in it, nor is any adult but the first.
    struct Stored {
        var origin: Visit.Origin
        var visit: Visit
    }

    static let table = TableShape(
        "visit", heading: "visits",
        columns: [
            "id", "origin", "status", "prisoner", "household", "guardian", "escort", "prison", "session", "date",
            "start", "minutes", "mode", "documents", "trip", "reasons", "sequence", "changed", "number",
        ])

    /// The columns that a file of visits gives; the others are the program's own.
    static let enteredColumns = 2..<13
    /// The columns that a journey is made for: prison, date, start, minutes.
    static let journeyColumns = [7, 9, 10, 11]
    /// The column of the number by which people name a visit.
    static let numberColumn = 18

    static func cells(of stored: Stored) -> [DatabaseValue] {
        let visit = stored.visit
        var guardian: Identifier<Guardian>?
        var escort: Identifier<Escort>?
        switch visit.companion {
        case .guardian(let id): guardian = id
        case .escort(let id): escort = id
        case nil: break
        }
        return [
            visit.id.cell, stored.origin.cell, visit.status.cell, visit.prisoner.cell, visit.household.cell,
            guardian.cell, escort.cell, visit.prison.cell, visit.session.cell, visit.date.cell, visit.start.cell,
            visit.minutes.cell, visit.mode.cell, NestedText.cell(ofWords: visit.documents.map(\.rawValue)),
            visit.trip.map { NestedText.cell(of: $0.nested) } ?? .null,
            NestedText.cell(of: .array(visit.reasons.map(\.nested))),
            visit.sequence.cell, visit.changed.cell, visit.number.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Stored {
        let id: Identifier<Visit> = try cells.id()
        let origin: Visit.Origin = try cells.word()
        let status: Visit.Status = try cells.word()
        let prisoner: Identifier<Prisoner> = try cells.id()
        let household: Identifier<Household> = try cells.id()
        let guardian: Identifier<Guardian>? = cells.optionalID()
        let escort: Identifier<Escort>? = cells.optionalID()
        var visit = try Visit(
            id: id, status: status, prisoner: prisoner, household: household, children: [],
            companion: guardian.map { .guardian($0) } ?? escort.map { .escort($0) }, prison: cells.id(),
            session: cells.optionalID(), date: cells.day(), start: cells.optionalClock(),
            minutes: cells.quantity(), mode: cells.word(),
            documents: cells.listOfWords { Paper(rawValue: $0) },
            trip: cells.optionalPart { (part) throws(NestedReader.Malformed) in try Trip(nested: &part) },
            reasons: cells.list { (words) throws(NestedReader.Malformed) in try BilingualText(nested: &words) },
            sequence: cells.number(), changed: cells.instant())
        visit.number = cells.optionalNumber()
        return Stored(origin: origin, visit: visit)
    }
}
