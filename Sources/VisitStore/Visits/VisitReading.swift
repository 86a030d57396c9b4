import GRDB
import VisitModel

/// Reads visits with their children.
enum VisitReading {
    /// By date, start and identifier; on one day, visits whose time is not known come first.
    static let byTime = "date, start, id"

    /// The visits that meet `condition`, in that order. `arguments` stand for the condition's parameters.
    static func visits(
        where condition: String, _ arguments: StatementArguments, orderBy order: String = byTime, _ db: Database
    ) throws -> [Visit] {
        let statement = try db.cachedStatement(sql: VisitRecord.table.select(where: condition, orderBy: order))
        try statement.setArguments(arguments)
        let stored = try VisitRecord.read(statement)
        let children = try children(ofVisitsWhere: condition, arguments, db)
        return stored.map { stored in
            var visit = stored.visit
            visit.children = children[visit.id.text] ?? []
            return visit
        }
    }

    /// The visit of that identifier, if it exists.
    static func visit(_ id: Identifier<Visit>, _ db: Database) throws -> Visit? {
        try visits(where: "id = ?", [id.text], db).first
    }

    /// The children of each visit that meets `condition`, sorted.
    private static func children(
        ofVisitsWhere condition: String, _ arguments: StatementArguments, _ db: Database
    ) throws -> [String: [Identifier<Child>]] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT visit, child FROM visitChild WHERE visit IN (SELECT id FROM visit WHERE \(condition)) \
                ORDER BY visit, child
                """)
        try statement.setArguments(arguments)
        var children: [String: [Identifier<Child>]] = [:]
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            children[row[0], default: []].append(Identifier(row[1]))
        }
        return children
    }
}
