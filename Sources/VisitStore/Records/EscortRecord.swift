import GRDB
import VisitModel

/// Escorts, in the table `escort`.
enum EscortRecord: StoreRecord {
    static let table = TableShape(
        "escort", heading: "escorts",
        columns: [
            "id", "name", "home", "weekdays", .init("firstDay", heading: "from"), .init("lastDay", heading: "to"),
            .init("maxChildren", heading: "max_children"), .init("vettedUntil", heading: "vetted_until"), "phone",
            "email", .init("citizenNumber", heading: "citizen_number"),
        ])

    static func cells(of escort: Escort) -> [DatabaseValue] {
        [
            escort.id.cell, escort.name.cell, escort.home.cell,
            escort.weekdays.cell,
            escort.available.first.cell, escort.available.last.cell, escort.maxChildren.cell, escort.vettedUntil.cell,
            escort.phone.cell, escort.email.cell, escort.citizenNumber.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Escort {
        try Escort(
            id: cells.id(), name: cells.text(), home: cells.id(), weekdays: cells.weekdays(), available: cells.days(),
            maxChildren: cells.number(), vettedUntil: cells.optionalDay(), phone: cells.optionalText(),
            email: cells.optionalText(), citizenNumber: cells.optionalCitizenNumber())
    }
}
