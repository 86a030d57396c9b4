import VisitModel

/// A register as the tables of the import's own format: what is written so and read again changes nothing.
public enum RawTables {
    /// The files of `register`, by name; a table without rows has its headings alone. Headings and words are English, which
    /// files of every language may use. Each begins with a byte order mark, by which spreadsheets know UTF-8, and
    /// no cell is a formula there.
    public static func files(of register: Register) -> [(name: String, bytes: [UInt8])] {
        TableName.allCases.map { table in
            let writer = CellWriter()
            let rows = [table.columns.map(\.name)] + cells(of: table, in: register)
            let text = rows.map(writer.guardedRow).joined()
            return (table.fileName(.english), TextEncoding.utf8.byteOrderMark + Array(text.utf8))
        }
    }

    /// The facts of one person's records side by side, as the files of the import name and write them; but citizen numbers are
    /// masked, since these are shown, and not kept.
    ///
    /// - Parameters:
    ///   - kind: of what kind of person; each register holds that person's record alone.
    /// - Returns: for each column its name and the cells of the records, in their order.
    public static func facts(
        of kind: Absence.Kind, in records: [Register]
    ) -> [(name: BilingualText, cells: [String])] {
        let table: TableName =
            switch kind {
            case .child: .children
            case .prisoner: .prisoners
            case .guardian: .guardians
            case .escort: .escorts
            }
        let rows = records.map { cells(of: table, in: $0).first ?? [] }
        return table.columns.enumerated().map { index, column in
            let written = rows.map { $0.indices.contains(index) ? $0[index] : "" }
            return (
                name: BilingualText(en: column.heading(.english), zh: column.heading(.chinese)),
                cells: column.name == ColumnDefinition.citizenNumberName ? written.map(masked) : written
            )
        }
    }

    private static func masked(_ number: String) -> String { (try? CitizenNumber.read(number).get())?.masked ?? "" }

    /// The rows of one table, cell by cell in the order of its columns.
    static func cells(of table: TableName, in register: Register) -> [[String]] {
        switch table {
        case .places: register.places.map(cells)
        case .distances: register.distances.map(cells)
        case .prisons: register.prisons.map(cells)
        case .sessions: register.templates.map(cells)
        case .closures: register.closures.map(cells)
        case .schoolCalendars: register.schoolCalendars.flatMap(rows)
        case .organisations: register.organisations.map(cells)
        case .households: register.households.map(cells)
        case .children: register.children.map(cells)
        case .guardians: register.guardians.map(cells)
        case .escorts: register.escorts.map(cells)
        case .prisoners: register.prisoners.map(cells)
        case .separations: register.separations.map { [$0.id.text, $0.first.text, $0.second.text] }
        case .prisonerEvents: register.events.map(cells)
        case .absences: register.absences.map(cells)
        case .bonds: register.bonds.map(cells)
        case .budgets: register.budgets.map { ["\($0.month)", money($0.cents), $0.organisation?.text ?? ""] }
        case .parameters: register.parameters.map { [$0.name, $0.value] }
        case .visits: register.visits.map(cells)
        case .costs: register.costs.map(cells)
        }
    }

    /// What a cell holds of a fact that may be missing.
    static func text(_ fact: (some CustomStringConvertible)?) -> String { fact?.description ?? "" }

    /// The entries of a list.
    static func list(_ entries: some Sequence<String>) -> String { entries.joined(separator: ";") }

    /// Days of the week; every one has a word for all of them.
    static func weekdays(_ days: [Weekday]) -> String {
        days == Weekday.allCases ? "daily" : list(days.map(\.shortName))
    }

    /// Yes or no.
    static func flag(_ flag: Bool) -> String { flag ? "yes" : "no" }

    /// A number of thousandths or hundredths with its decimals.
    static func decimal(_ units: Int, places: Int) -> String {
        let scale = Number.power(of: 10, places)
        let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        let decimals = String(rest)
        let zeros = String(repeating: "0", count: places - decimals.count)
        return (units < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(zeros)\(decimals)")
    }

    private static func money(_ cents: Cents) -> String { decimal(cents.count, places: 2) }

    private static func cells(_ cost: VisitCost) -> [String] {
        [
            cost.id.text, cost.visit.text, cost.person, money(cost.cents), cost.kind.rawValue, cost.receipt ?? "",
        ]
    }
}
