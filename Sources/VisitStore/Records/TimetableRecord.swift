import Foundation
import GRDB
import VisitModel

/// Timetable feeds, in the table `timetable`.
enum TimetableRecord: StoreRecord {
    static let table = TableShape(
        "timetable", heading: "timetables",
        columns: ["id", "publisher", "zone", "firstDay", "lastDay", "currency", "content"])

    static func cells(of timetable: Timetable) -> [DatabaseValue] {
        var content = TimetableWriter()
        content.write(timetable)
        return [
            timetable.id.cell, timetable.publisher.cell, timetable.zone.cell, timetable.validity.first.cell,
            timetable.validity.last.cell, timetable.currency.cell, Data(content.bytes).databaseValue,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Timetable {
        let (id, publisher, zone): (Identifier<Timetable>, String, String) = try (
            cells.id(), cells.text(), cells.text()
        )
        let (validity, currency) = (try cells.days(), cells.optionalText())
        let content = try cells.bytes()
        var reader = TimetableReader(content)
        guard let timetable = reader.read(id: id, publisher: publisher, zone: zone, validity, currency) else {
            throw cells.refuse()
        }
        return timetable
    }
}
