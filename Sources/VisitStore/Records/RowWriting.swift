import GRDB

/// A prepared statement that writes rows of one table, one after the other.
///
/// GRDB checks and copies the arguments of every execution, which costs a large import more than SQLite itself does.
/// The values here come from the record of the table, whose columns the statement was made from, so they are bound
/// as they are.
struct RowWriting {
    private let statement: Statement
    private let table: TableShape
    private let path: String

    /// Prepares `sql`, whose parameters are the columns of `table` in their order.
    init(_ sql: String, of table: TableShape, _ db: Database, path: String) throws {
        statement = try db.cachedStatement(sql: sql)
        self.table = table
        self.path = path
    }

    /// Writes one row.
    ///
    /// - Throws: `refused` where the row breaks a rule of the schema.
    func write(_ cells: [DatabaseValue]) throws {
        // Empties the statement and marks it as ready, so that `execute` takes what is bound next.
        statement.setUncheckedArguments(StatementArguments())
        for (index, cell) in cells.enumerated() {
            _ = cell.bind(to: statement.sqliteStatement, at: CInt(index + 1))
        }
        do {
            try statement.execute()
        } catch let error as DatabaseError {
            throw StoreError(writing: table.key(of: cells), of: table, error, path: path)
        }
    }
}
