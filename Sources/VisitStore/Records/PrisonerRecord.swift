import GRDB
import VisitModel

/// Prisoners, in the table `prisoner`.
enum PrisonerRecord: StoreRecord {
    static let table = TableShape(
        "prisoner", heading: "prisoners",
        columns: [
            "id", "name", "sex", "prison", .init("birthDate", heading: "birth_date"), "grade", "admitted", "release",
            "sentence", "consents",
        ])

    static func cells(of prisoner: Prisoner) -> [DatabaseValue] {
        [
            prisoner.id.cell, prisoner.name.cell, prisoner.sex.cell, prisoner.prison.cell, prisoner.birthDate.cell,
            prisoner.grade.cell, prisoner.admitted.cell, prisoner.release.cell, prisoner.sentence.cell,
            prisoner.consents.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Prisoner {
        try Prisoner(
            id: cells.id(), name: cells.text(), sex: cells.word(), prison: cells.id(), birthDate: cells.optionalDay(),
            grade: cells.optionalWord(), admitted: cells.optionalDay(), release: cells.optionalDay(),
            sentence: cells.optionalWord(), consents: cells.flag())
    }
}
