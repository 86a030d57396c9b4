import GRDB
import VisitModel

/// Guardians, in the table `guardian`.
enum GuardianRecord: StoreRecord {
    static let table = TableShape(
        "guardian", heading: "guardians",
        columns: [
            "id", "name", "household", "relation", .init("birthDate", heading: "birth_date"), "phone", "accompanies",
            "weekdays", "email", .init("citizenNumber", heading: "citizen_number"), "wechat",
        ])

    static func cells(of guardian: Guardian) -> [DatabaseValue] {
        [
            guardian.id.cell, guardian.name.cell, guardian.household.cell, guardian.relation.cell,
            guardian.birthDate.cell, guardian.phone.cell, guardian.accompanies.cell,
            guardian.weekdays.cell, guardian.email.cell, guardian.citizenNumber.cell, guardian.wechat.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Guardian {
        var guardian = try Guardian(
            id: cells.id(), name: cells.text(), household: cells.id(), relation: cells.word(),
            birthDate: cells.optionalDay(), phone: cells.optionalText(), accompanies: cells.flag(),
            weekdays: cells.weekdays())
        guardian.email = cells.optionalText()
        guardian.citizenNumber = try cells.optionalCitizenNumber()
        guardian.wechat = cells.optionalText()
        return guardian
    }
}
