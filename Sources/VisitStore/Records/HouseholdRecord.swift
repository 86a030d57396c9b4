import GRDB
import VisitModel

/// Households, in the table `household`.
enum HouseholdRecord: StoreRecord {
    static let table = TableShape(
        "household", heading: "households",
        columns: [
            "id", "name", "kind", "place", "language", "phone", .init("leavesAfter", heading: "leaves_after"),
            .init("returnsBefore", heading: "returns_before"), .init("escortsFrom", heading: "escorts_from"),
            "organisation",
        ])

    static func cells(of household: Household) -> [DatabaseValue] {
        [
            household.id.cell, household.name.cell, household.kind.cell, household.place.cell,
            household.language.cell, household.phone.cell, household.leavesAfter.cell, household.returnsBefore.cell,
            household.escortsFrom.cell, household.organisation.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Household {
        try Household(
            id: cells.id(), name: cells.text(), kind: cells.word(), place: cells.id(), language: cells.word(),
            phone: cells.optionalText(), leavesAfter: cells.clock(), returnsBefore: cells.clock(),
            escortsFrom: cells.optionalID(), organisation: cells.optionalID())
    }
}
