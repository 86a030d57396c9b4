import GRDB
import VisitFormats

/// The name of a table, its columns in the order in which rows are written and read, and the SQL that follows from
/// them.
struct TableShape: Sendable {
    /// A column, and the heading by which people know it from their files.
    struct Column: Sendable, ExpressibleByStringLiteral {
        var name: String
        var heading: String

        init(_ name: String, heading: String) {
            self.name = name
            self.heading = heading
        }

        /// A column whose heading is its own name.
        init(stringLiteral name: String) {
            self.init(name, heading: name)
        }
    }

    /// The table's name in the store.
    let name: String
    /// The name by which people know it from their files: `children`.
    let heading: String
    /// The columns, those of the key first.
    let columns: [Column]
    /// How many columns make the key.
    let keyCount: Int
    private let columnList: String
    /// Reads the row of a key.
    let selectByKey: String
    /// Reads the rows whose keys are in a JSON list, by key.
    let selectListed: String

    init(_ name: String, heading: String, keyCount: Int = 1, columns: [Column]) {
        self.name = name
        self.heading = heading
        self.columns = columns
        self.keyCount = keyCount
        // Made once: answers ask for them at every row that they look up.
        let names = columns.map(\.name)
        let keys = names.prefix(keyCount)
        let keyList = keys.joined(separator: ", ")
        columnList = names.joined(separator: ", ")
        selectByKey =
            "SELECT \(columnList) FROM \(name) WHERE \(keys.map { "\($0) = ?" }.joined(separator: " AND "))"
        selectListed =
            "SELECT \(columnList) FROM \(name) WHERE \(keyList) IN (SELECT value FROM json_each(?)) ORDER BY \(keyList)"
    }

    private var keyList: String { columns.prefix(keyCount).map(\.name).joined(separator: ", ") }

    /// Reads the rows that meet a condition, in an order.
    func select(where condition: String, orderBy order: String) -> String {
        "SELECT \(columnList) FROM \(name) WHERE \(condition) ORDER BY \(order)"
    }

    /// Reads all rows, by key.
    var selectAll: String { "SELECT \(columnList) FROM \(name) ORDER BY \(keyList)" }

    /// The cells of a row as one text.
    var cellsAsText: String { "json_array(\(columnList))" }

    /// Reads the rows that meet a condition as such texts, by key.
    func selectAsText(where condition: String) -> String {
        "SELECT \(cellsAsText) FROM \(name) WHERE \(condition) ORDER BY \(keyList)"
    }

    /// Writes a new row.
    var insert: String {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(columnList)) VALUES (\(marks))"
    }

    /// Writes the row of a key anew; the parameters are those of `insert`.
    var update: String {
        let marks = columns.enumerated().map { "\($1.name) = ?\($0 + 1)" }
        return """
            UPDATE \(name) SET \(marks.dropFirst(keyCount).joined(separator: ", ")) \
            WHERE \(marks.prefix(keyCount).joined(separator: " AND "))
            """
    }

    /// Names a row for people, by its key.
    func key(of cells: [DatabaseValue]) -> String {
        cells.prefix(keyCount).map { String.fromDatabaseValue($0) ?? "" }.joined(separator: "→")
    }
}
