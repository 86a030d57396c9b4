import GRDB
import VisitModel

/// Writes rows of visits and of the children who go.
struct VisitWriting {
    /// Who goes on which visit.
    private static let visitChild = TableShape(
        "visitChild", heading: "visits", keyCount: 2, columns: ["child", "visit"])

    private let lookup: RowLookup
    private let insertion: RowWriting
    private let replacement: RowWriting
    private let childInsertion: RowWriting
    private let childLookup: Statement
    private let childRemoval: Statement

    /// Prepares the writing for one transaction.
    init(_ db: Database, path: String) throws {
        let table = VisitRecord.table
        lookup = try RowLookup(table, db)
        insertion = try RowWriting(table.insert, of: table, db, path: path)
        replacement = try RowWriting(table.update, of: table, db, path: path)
        childInsertion = try RowWriting(Self.visitChild.insert, of: Self.visitChild, db, path: path)
        childLookup = try db.cachedStatement(sql: "SELECT child FROM visitChild WHERE visit = ? ORDER BY child")
        childRemoval = try db.cachedStatement(sql: "DELETE FROM visitChild WHERE visit = ?")
    }

    /// The row of that identifier as it stands, column by column, if there is one.
    func row(_ id: Identifier<Visit>) throws -> [DatabaseValue]? {
        try lookup.row(withKeyOf: [id.cell])
    }

    /// The children of a visit as they stand, sorted.
    func children(of id: Identifier<Visit>) throws -> [Identifier<Child>] {
        childLookup.setUncheckedArguments([id.text])
        return try String.fetchAll(childLookup).map { Identifier($0) }
    }

    /// Writes a new row and its children.
    func add(_ cells: [DatabaseValue], children: [Identifier<Child>]) throws {
        try insertion.write(cells)
        try addChildren(children, key: cells[0])
    }

    /// Writes a row anew.
    func replace(_ cells: [DatabaseValue]) throws {
        try replacement.write(cells)
    }

    /// Puts `children` in the place of those who went.
    func replaceChildren(of id: Identifier<Visit>, by children: [Identifier<Child>]) throws {
        try childRemoval.execute(arguments: [id.text])
        try addChildren(children, key: id.cell)
    }

    private func addChildren(_ children: [Identifier<Child>], key: DatabaseValue) throws {
        for child in children { try childInsertion.write([child.cell, key]) }
    }
}
