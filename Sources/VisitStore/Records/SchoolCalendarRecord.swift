import GRDB
import VisitModel

/// School calendars, in the table `schoolCalendar`; their stretches are nested.
enum SchoolCalendarRecord: StoreRecord {
    static let table = TableShape(
        "schoolCalendar", heading: "school_calendars",
        columns: [.init("id", heading: "calendar"), .init("stretches", heading: "days")])

    static func cells(of calendar: SchoolCalendar) -> [DatabaseValue] {
        [calendar.id.cell, NestedText.cell(of: calendar.stretches.map { NestedStretch($0) })]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> SchoolCalendar {
        let id: Identifier<SchoolCalendar> = try cells.id()
        let nested: [NestedStretch] = try cells.nested()
        let stretches = nested.compactMap(\.value)
        guard stretches.count == nested.count else { throw cells.refuse() }
        return SchoolCalendar(id: id, stretches: stretches)
    }
}
