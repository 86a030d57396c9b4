import GRDB
import VisitModel

/// The text about one child in the store: what is the child's whatever it says, and what names the child wherever it
/// stands.
struct TextAboutChild {
    private let arguments: StatementArguments
    private let search: PersonSearch
    private let db: Database

    /// The text about that child, with that of its household where no other child lives in it.
    init(_ child: Identifier<Child>, _ db: Database) throws {
        let household = try String.fetchOne(
            db,
            sql: """
                SELECT household FROM child WHERE id = :child AND NOT EXISTS (
                  SELECT 1 FROM child AS other
                  WHERE other.household = child.household AND other.id <> child.id AND other.name <> '')
                """, arguments: ["child": child.text])
        arguments = ["child": child.text, "household": household]
        self.db = db
        var (names, identifiers, numbers) = ([String](), [child.text], [String]())
        func add(_ table: String, _ condition: String) throws {
            let columns = try db.columns(in: table).map(\.name)
            for row in try Row.fetchAll(
                db, sql: "SELECT * FROM \(table) WHERE \(condition)",
                arguments: ["id": table == "child" ? child.text : household])
            {
                for column in columns {
                    guard let text = String.fromDatabaseValue(row[column]), !text.isEmpty else { continue }
                    switch column {
                    case "name": names.append(text)
                    case "phone": numbers.append(text)
                    case "citizenNumber", "email", "wechat": identifiers.append(text)
                    default: break
                    }
                }
            }
        }
        try add("child", "id = :id")
        identifiers += try String.fetchAll(
            db, sql: "SELECT id FROM alias WHERE kind = 'child' AND current = ?", arguments: [child.text])
        if household != nil {
            try add("household", "id = :id")
            try add("guardian", "household = :id")
            try add("escort", "home = :id")
        }
        search = PersonSearch(names: names, identifiers: identifiers, numbers: numbers)
    }

    /// Empties what is the child's, and takes away the rows that are nothing else; the row of the child itself stays,
    /// for whoever erases it.
    func eraseOwn() throws {
        // A column that is emptied may say of which rows another is, so what is emptied comes before what goes.
        for text in PersonalText.all {
            try change(text, .emptied) { condition in
                "UPDATE \(text.table) SET \(text.column) = \(text.empty) WHERE \(condition)"
            }
        }
        var tables: Set<String> = ["child"]
        for text in PersonalText.all where tables.insert(text.table).inserted {
            try change(text, .rowGoes) { "DELETE FROM \(text.table) WHERE \($0)" }
        }
        // Which prisoners are nobody else's is read from the bonds, so they go last.
        try db.execute(sql: "DELETE FROM bond WHERE child = :child", arguments: arguments)
    }

    private func change(_ text: PersonalText, _ fate: PersonalText.Fate, by sql: (String) -> String) throws {
        let conditions = text.owners.filter { $0.fate == fate }.map(\.owner.condition)
        guard !conditions.isEmpty else { return }
        try db.execute(sql: sql(conditions.joined(separator: " OR ")), arguments: arguments)
    }

    /// Looks for texts that name the child, or the adults who are made nameless with it, in all rows; empties those
    /// that nothing goes by.
    ///
    /// - Parameter erases: whether anything is changed.
    func namings(erases: Bool) throws -> [FoundText] {
        var found: [FoundText] = []
        for text in PersonalText.all where text.isFree {
            let all = try String.fetchAll(
                db, sql: "SELECT DISTINCT \(text.column) FROM \(text.table) WHERE \(text.holdsSomething)")
            for (value, isNaming) in zip(all, search.findsNames(in: all)) where isNaming {
                found += try rows(of: text, where: "\(text.column) = :text", ["text": value])
                guard erases, text.search == .emptied else { continue }
                try db.execute(
                    sql: "UPDATE \(text.table) SET \(text.column) = \(text.empty) WHERE \(text.column) = ?",
                    arguments: [value])
            }
        }
        return found.sorted { ($0.place, $0.row) < ($1.place, $1.row) }
    }

    /// What people wrote that is the child's whatever it says.
    func own() throws -> [FoundText] {
        try PersonalText.all.filter(\.isFree).flatMap { text -> [FoundText] in
            let conditions = text.owners.map(\.owner.condition)
            guard !conditions.isEmpty else { return [] }
            let condition = "(\(conditions.joined(separator: " OR "))) AND \(text.holdsSomething)"
            return try rows(of: text, where: condition, arguments)
        }
    }

    private func rows(
        of text: PersonalText, where condition: String, _ arguments: StatementArguments
    ) throws -> [FoundText] {
        try Row.fetchAll(
            db, sql: "SELECT \(text.key), \(text.column) FROM \(text.table) WHERE \(condition) ORDER BY 1",
            arguments: arguments
        ).map { row in
            FoundText(
                place: text.place, row: String.fromDatabaseValue(row[0]) ?? "\(row[0] as Int? ?? 0)", text: row[1],
                stays: text.search == .told)
        }
    }
}
