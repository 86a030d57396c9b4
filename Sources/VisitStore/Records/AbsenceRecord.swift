import GRDB
import VisitModel

/// When somebody cannot, in the table `absence`: one of four columns names the person.
enum AbsenceRecord: StoreRecord {
    static let table = TableShape(
        "absence", heading: "absences",
        columns: [
            "id", "guardian", "escort", "child", "prisoner", .init("firstDay", heading: "from"),
            .init("lastDay", heading: "to"), .init("firstMinute", heading: "start"),
            .init("endMinute", heading: "end"), "reason", "source",
        ])

    static func cells(of absence: Absence) -> [DatabaseValue] {
        let person = Absence.Kind.inOrder.map { $0 == absence.person.kind ? absence.person.id.cell : .null }
        return [absence.id.cell] + person + [
            absence.days.first.cell, absence.days.last.cell, (absence.hours?.lowerBound).cell,
            (absence.hours?.upperBound).cell, absence.reason.cell, absence.source.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Absence {
        let id: Identifier<Absence> = try cells.id()
        var person: Absence.Person?
        for kind in Absence.Kind.inOrder {
            if let found = cells.optionalText() { person = Absence.Person(kind, found) }
        }
        guard let person else { throw cells.refuse() }
        let days = try cells.days()
        let (begin, end) = (try cells.optionalClock(), try cells.optionalClock())
        var hours: Range<ClockTime>?
        if let begin, let end {
            guard begin < end else { throw cells.refuse() }
            hours = begin..<end
        }
        return try Absence(
            id: id, person: person, days: days, hours: hours, reason: cells.text(), source: cells.text())
    }

    /// The column that names a person of that kind.
    static func column(of kind: Absence.Kind) -> String { kind.rawValue }

    /// The absences of these people, by identifier.
    static func all(of people: [Absence.Person], _ db: Database) throws -> [Absence] {
        let byKind = Dictionary(grouping: people, by: \.kind)
        let found = try Absence.Kind.inOrder.flatMap { kind -> [Absence] in
            guard let some = byKind[kind] else { return [] }
            return try all(where: Condition(column(of: kind), among: Set(some.map(\.id))), db)
        }
        return found.sorted { $0.id < $1.id }
    }
}

extension Absence.Kind {
    /// The kinds in the order of their columns.
    fileprivate static let inOrder: [Self] = [.guardian, .escort, .child, .prisoner]
}
