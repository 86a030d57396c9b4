import GRDB
import VisitModel

/// Lays the values of a batch over the rows of one table: new ones are added, others changed where they differ.
struct TableMerge<Record: StoreRecord> {
    private let db: Database
    private let path: String
    private let writes: Bool

    /// - Parameter writes: whether rows are written; otherwise the differences are only named.
    init(_ record: Record.Type, _ db: Database, path: String, writes: Bool) {
        self.db = db
        self.path = path
        self.writes = writes
    }

    private var table: TableShape { Record.table }

    /// Lays `values` over the table, and says what was new and what differed.
    func merge(_ values: [Record.Value]) throws -> ImportSummary.Table {
        var summary = ImportSummary.Table(name: table.heading, added: [], changed: [], unchanged: 0)
        let insertion = try db.cachedStatement(sql: table.insert)
        let replacement = try db.cachedStatement(sql: table.update)
        // Most rows are written by a first import, into empty tables: there is nothing to look up.
        let lookup = try isEmpty() ? nil : db.cachedStatement(sql: table.selectByKey)
        for value in values {
            let cells = Record.cells(of: value)
            guard let known = try lookup.flatMap({ try row(of: cells, by: $0) }) else {
                summary.added.append(table.key(of: cells))
                try write(cells, by: insertion)
                continue
            }
            let fields = table.columns.indices.filter { cells[$0] != known[$0] }.map { table.columns[$0].heading }
            if fields.isEmpty {
                summary.unchanged += 1
            } else {
                summary.changed.append(ImportSummary.Change(id: table.key(of: cells), fields: fields))
                try write(cells, by: replacement)
            }
        }
        return summary
    }

    private func isEmpty() throws -> Bool {
        try Row.fetchOne(db, sql: "SELECT 1 FROM \(table.name) LIMIT 1") == nil
    }

    private func row(of cells: [DatabaseValue], by lookup: Statement) throws -> [DatabaseValue]? {
        lookup.setUncheckedArguments(StatementArguments(cells.prefix(table.keyCount)))
        return try Row.fetchOne(lookup).map { Array($0.databaseValues) }
    }

    private func write(_ cells: [DatabaseValue], by statement: Statement) throws {
        guard writes else { return }
        do {
            statement.setUncheckedArguments(StatementArguments(cells))
            try statement.execute()
        } catch let error as DatabaseError {
            throw StoreError(writing: table.key(of: cells), of: table, error, path: path)
        }
    }
}
