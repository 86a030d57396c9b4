import GRDB
import VisitModel

/// Prisons, in the table `prison`.
enum PrisonRecord: StoreRecord {
    static let table = TableShape(
        "prison", heading: "prisons",
        columns: [
            "id", .init("nameEnglish", heading: "name"), .init("nameChinese", heading: "name_zh"), "jurisdiction",
            "facility", "holds", "place", "zone", .init("tableSeats", heading: "table_seats"),
            .init("noticeMinimumDays", heading: "notice_min_days"),
            .init("noticeMaximumDays", heading: "notice_max_days"),
            .init("checkInMinutes", heading: "check_in_minutes"), "phone",
            .init("maxVisitors", heading: "max_visitors"), .init("tablesPerAdult", heading: "tables_per_adult"),
            .init("listsCitizenNumbers", heading: "lists_citizen_numbers"),
        ])

    static func cells(of prison: Prison) -> [DatabaseValue] {
        [
            prison.id.cell, prison.name.english.cell, prison.name.chinese.cell, prison.jurisdiction.code.cell,
            prison.facility.cell, prison.holds.cell, prison.place.cell, prison.zone.cell, prison.tableSeats.cell,
            prison.bookingWindow.lowerBound.cell, prison.bookingWindow.upperBound.cell, prison.checkIn.cell,
            prison.phone.cell, prison.maxVisitors.cell, prison.tablesPerAdult.cell, prison.listsCitizenNumbers.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Prison {
        try Prison(
            id: cells.id(), name: cells.words(), jurisdiction: Jurisdiction(cells.text()), facility: cells.word(),
            holds: cells.word(), place: cells.id(), zone: cells.text(), tableSeats: cells.number(),
            bookingWindow: bookingWindow(from: &cells), checkIn: cells.quantity(), phone: cells.optionalText(),
            maxVisitors: cells.optionalNumber(), tablesPerAdult: cells.optionalNumber(),
            listsCitizenNumbers: cells.flag())
    }

    private static func bookingWindow(from cells: inout CellReader) throws(StoreError) -> ClosedRange<Int> {
        let (least, most) = (try cells.number(), try cells.number())
        guard least <= most else { throw cells.refuse() }
        return least...most
    }
}
