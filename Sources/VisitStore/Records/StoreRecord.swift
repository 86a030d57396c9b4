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
    static func listed(_ keys: some Sequence<String>, _ db: Database) throws -> [Value] {
        let statement = try db.cachedStatement(sql: table.selectListed)
        try statement.setArguments([NestedText.list(keys)])
        return try read(statement)
    }

    /// The value of that key, if it exists.
    static func find(_ key: String, _ db: Database) throws -> Value? {
        let statement = try db.cachedStatement(sql: table.selectByKey)
        try statement.setArguments([key])
        return try read(statement).first
    }

    /// The values of the rows that `statement` gives; it selects the columns of the table in their order.
    static func read(_ statement: Statement) throws -> [Value] {
        var values: [Value] = []
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            var cells = CellReader(row, table)
            values.append(try value(from: &cells))
        }
        return values
    }
}
