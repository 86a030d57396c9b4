import GRDB
import VisitFormats
import VisitModel

/// School calendars, in the table `schoolCalendar`; their stretches are nested.
enum SchoolCalendarRecord: StoreRecord {
    static let table = TableShape(
        "schoolCalendar", heading: "school_calendars",
        columns: [.init("id", heading: "calendar"), .init("stretches", heading: "days")])

    static func cells(of calendar: SchoolCalendar) -> [DatabaseValue] {
        [calendar.id.cell, NestedText.cell(of: .array(calendar.stretches.map(\.nested)))]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> SchoolCalendar {
        try SchoolCalendar(
            id: cells.id(),
            stretches: cells.list { (stretch) throws(NestedReader.Malformed) in
                try SchoolCalendar.Stretch(nested: &stretch)
            })
    }
}
