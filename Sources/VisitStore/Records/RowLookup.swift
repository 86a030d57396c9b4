import GRDB

/// A prepared statement that reads the row of a key, again and again.
struct RowLookup {
    private let statement: Statement
    private let table: TableShape

    init(_ table: TableShape, _ db: Database) throws {
        statement = try db.cachedStatement(sql: table.selectByKey)
        self.table = table
    }

    /// The row with the key of `cells`, column by column, if there is one.
    func row(withKeyOf cells: [DatabaseValue]) throws -> [DatabaseValue]? {
        statement.setUncheckedArguments(StatementArguments())
        for index in 0..<table.keyCount {
            _ = cells[index].bind(to: statement.sqliteStatement, at: CInt(index + 1))
        }
        let rows = try Row.fetchCursor(statement)
        guard let row = try rows.next() else { return nil }
        return table.columns.indices.map { row[$0] }
    }
}
