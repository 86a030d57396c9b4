import GRDB
import VisitModel

/// How the values of one kind become rows of one table, and rows values.
///
/// The record is where a value's name for a fact and the column's name for it meet: renaming one does not touch the
/// other.
protocol StoreRecord {
    /// What a row stands for.
    associatedtype Value: Sendable
    /// The table.
    static var table: TableShape { get }
    /// The row of `value`, column by column.
    static func cells(of value: Value) -> [DatabaseValue]
    /// The value of a row whose columns are read in the order of the table.
    static func value(from cells: inout CellReader) throws(StoreError) -> Value
}

extension StoreRecord {
    /// All values, by key.
    static func all(_ db: Database) throws -> [Value] {
        try read(db.cachedStatement(sql: table.selectAll))
    }

    /// The values that meet a condition, in an order; at most so many.
    static func all(
        where condition: Condition, orderBy order: String = "id", limit: Int? = nil, _ db: Database
    ) throws -> [Value] {
        let limit = limit.map { " LIMIT \($0)" } ?? ""
        let statement = try db.cachedStatement(sql: table.select(where: condition.sql, orderBy: order) + limit)
        try statement.setArguments(condition.arguments)
        return try read(statement)
    }

    /// The values whose keys are listed, by key. Those that do not exist are left out.
    static func listed(_ keys: Set<String>, _ db: Database) throws -> [Value] {
        // SQLite makes a table of a list before it looks anything up by it; for a few that costs more than it saves.
        if keys.count <= 3 {
            return try keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { try find($0, db) }
        }
        let statement = try db.cachedStatement(sql: table.selectListed)
        try statement.setArguments([NestedText.list(keys)])
        return try read(statement)
    }

    /// The values of those identifiers, by identifier: those that are known already, and the others looked up.
    static func found<Entity>(
        _ ids: [Identifier<Entity>], by id: (Value) -> Identifier<Entity>, known: [Identifier<Entity>: Value] = [:],
        _ db: Database
    ) throws -> [Identifier<Entity>: Value] {
        let unknown = Set(ids.lazy.filter { known[$0] == nil }.map(\.text))
        return try listed(unknown, db).reduce(into: known) { $0[id($1)] = $1 }
    }

    /// The value of that key, if it exists.
    static func find(_ key: String, _ db: Database) throws -> Value? {
        let statement = try db.cachedStatement(sql: table.selectByKey)
        try statement.setArguments([key])
        return try read(statement).first
    }

    /// The values of the rows that `statement` gives; it selects the columns of the table in their order.
    static func read(_ statement: Statement) throws -> [Value] { try read(statement) { $0 } }

    /// What `transform` makes of these values, one by one: of many the values are not held beside it.
    static func read<Result>(_ statement: Statement, _ transform: (Value) -> Result) throws -> [Result] {
        var results: [Result] = []
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            var cells = CellReader(row, table)
            results.append(transform(try value(from: &cells)))
        }
        return results
    }
}
