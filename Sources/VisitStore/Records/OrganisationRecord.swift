import GRDB
import VisitModel

/// Organisations, in the table `organisation`.
enum OrganisationRecord: StoreRecord {
    static let table = TableShape(
        "organisation", heading: "organisations",
        columns: [
            "id", .init("nameEnglish", heading: "name"), .init("nameChinese", heading: "name_zh"), "phone", "email",
        ])

    static func cells(of organisation: Organisation) -> [DatabaseValue] {
        [
            organisation.id.cell, organisation.name.english.cell, organisation.name.chinese.cell,
            organisation.phone.cell, organisation.email.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Organisation {
        try Organisation(
            id: cells.id(), name: cells.words(), phone: cells.optionalText(), email: cells.optionalText())
    }
}
