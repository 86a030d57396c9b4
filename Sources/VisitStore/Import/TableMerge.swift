import GRDB
import VisitModel

/// Lays the values of a batch over the rows of one table: new ones are added, others changed where they differ.
struct TableMerge<Record: StoreRecord> {
    private let insertion: RowWriting
    private let replacement: RowWriting
    /// Nil where the table is empty. Most rows are written by a first import: there is nothing to look up.
    private let lookup: RowLookup?
    private let writes: Bool
    private let db: Database
    private let table = Record.table

    /// - Parameter writes: whether rows are written; otherwise the differences are only named.
    init(_ record: Record.Type, _ db: Database, path: String, writes: Bool) throws {
        insertion = try RowWriting(table.insert, of: table, db, path: path)
        replacement = try RowWriting(table.update, of: table, db, path: path)
        let isEmpty = try Row.fetchOne(db, sql: "SELECT 1 FROM \(table.name) LIMIT 1") == nil
        lookup = isEmpty ? nil : try RowLookup(table, db)
        self.writes = writes
        self.db = db
    }

    /// Lays `values` over the table, and says what was new and what differed.
    func merge(_ values: [Record.Value]) throws -> ImportSummary.Table {
        var summary = ImportSummary.Table(name: table.heading, added: [], changed: [], unchanged: 0)
        for value in values {
            let cells = Record.cells(of: value)
            guard let known = try lookup?.row(withKeyOf: cells) else {
                summary.added.append(table.key(of: cells))
                if writes { try insertion.write(cells) }
                continue
            }
            guard cells != known else {
                summary.unchanged += 1
                continue
            }
            let fields = table.columns.indices.filter { cells[$0] != known[$0] }.map { table.columns[$0].heading }
            summary.changed.append(ImportSummary.Change(id: table.key(of: cells), fields: fields))
            summary.lifted += try lifted(by: value, known: table.key(of: known))
            if writes { try replacement.write(cells) }
        }
        return summary
    }

    /// The decisions that the row of that key holds and `value` does not.
    private func lifted(by value: Record.Value, known key: String) throws -> [Lifting] {
        guard let now = value as? any DecisionHolding, let before = try Record.find(key, db) else { return [] }
        return now.lifted(since: before).map {
            Lifting(table: table.heading, id: key, column: $0.column, before: $0.before, after: $0.after)
        }
    }
}

extension DecisionHolding {
    /// The decisions that `before`, a value of the same kind, held and this does not.
    fileprivate func lifted(
        since before: Any
    ) -> [(column: String, before: BilingualText, after: BilingualText)] {
        (before as? Self).map { decisionsLifted(since: $0) } ?? []
    }
}
