import GRDB
import VisitModel

/// Children, in the table `child`.
enum ChildRecord: StoreRecord {
    static let table = TableShape(
        "child", heading: "children",
        columns: [
            "id", "name", .init("birthDate", heading: "birth_date"), "household",
            .init("schoolCalendar", heading: "school_calendar"), "needs",
            .init("citizenNumber", heading: "citizen_number"),
        ])

    static func cells(of child: Child) -> [DatabaseValue] {
        [
            child.id.cell, child.name.cell, child.birthDate.cell, child.household.cell, child.schoolCalendar.cell,
            NestedText.cell(ofWords: child.needs.map(\.rawValue)), child.citizenNumber.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Child {
        try Child(
            id: cells.id(), name: cells.text(), birthDate: cells.day(), household: cells.id(),
            schoolCalendar: cells.optionalID(), needs: cells.listOfWords { Child.Need(rawValue: $0) },
            citizenNumber: cells.optionalCitizenNumber())
    }
}
