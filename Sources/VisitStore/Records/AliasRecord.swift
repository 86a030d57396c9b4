import GRDB
import VisitModel

/// Identifiers of records that were merged into others, in the table `alias`.
enum AliasRecord: StoreRecord {
    static let table = TableShape("alias", heading: "aliases", keyCount: 2, columns: ["kind", "id", "current"])

    static func cells(of alias: Alias) -> [DatabaseValue] { [alias.kind.cell, alias.id.cell, alias.current.cell] }

    static func value(from cells: inout CellReader) throws(StoreError) -> Alias {
        let kind: Alias.Kind = try cells.word()
        return try Alias(kind, cells.text(), of: cells.text())
    }
}

extension Alias {
    /// The identifier of the record that `id` is a part of now; nil where it is no identifier of before.
    static func current(of id: String, _ kind: Kind, _ db: Database) throws -> String? {
        let statement = try db.cachedStatement(sql: "SELECT current FROM alias WHERE kind = ? AND id = ?")
        return try String.fetchOne(statement, arguments: [kind.rawValue, id])
    }
}
