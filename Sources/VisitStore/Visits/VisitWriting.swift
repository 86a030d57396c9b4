import GRDB
import VisitModel

/// Writes rows of visits and of the children who go.
struct VisitWriting {
    private let insertion: Statement
    private let replacement: Statement
    private let childInsertion: Statement
    private let childRemoval: Statement
    private let lookup: Statement
    private let childLookup: Statement
    private let path: String

    /// Prepares the writing for one transaction.
    init(_ db: Database, path: String) throws {
        insertion = try db.cachedStatement(sql: VisitRecord.table.insert)
        replacement = try db.cachedStatement(sql: VisitRecord.table.update)
        lookup = try db.cachedStatement(sql: VisitRecord.table.selectByKey)
        childInsertion = try db.cachedStatement(sql: "INSERT INTO visitChild (child, visit) VALUES (?, ?)")
        childRemoval = try db.cachedStatement(sql: "DELETE FROM visitChild WHERE visit = ?")
        childLookup = try db.cachedStatement(sql: "SELECT child FROM visitChild WHERE visit = ? ORDER BY child")
        self.path = path
    }

    /// The row of that identifier as it stands, column by column, if there is one.
    func row(_ id: Identifier<Visit>) throws -> [DatabaseValue]? {
        try lookup.setArguments([id.text])
        return try Row.fetchOne(lookup).map { Array($0.databaseValues) }
    }

    /// The children of a visit as they stand, sorted.
    func children(of id: Identifier<Visit>) throws -> [Identifier<Child>] {
        try childLookup.setArguments([id.text])
        return try String.fetchAll(childLookup).map { Identifier($0) }
    }

    /// Writes a new row and its children.
    func add(_ cells: [DatabaseValue], children: [Identifier<Child>]) throws {
        try write(insertion, cells)
        try addChildren(children, key: cells[0])
    }

    /// Writes a row anew.
    func replace(_ cells: [DatabaseValue]) throws {
        try write(replacement, cells)
    }

    /// Puts `children` in the place of those who went.
    func replaceChildren(of id: Identifier<Visit>, by children: [Identifier<Child>]) throws {
        try childRemoval.execute(arguments: [id.text])
        try addChildren(children, key: id.cell)
    }

    private func addChildren(_ children: [Identifier<Child>], key: DatabaseValue) throws {
        for child in children {
            try write(childInsertion, [child.cell, key], key: key)
        }
    }

    private func write(_ statement: Statement, _ cells: [DatabaseValue], key: DatabaseValue? = nil) throws {
        do {
            statement.setUncheckedArguments(StatementArguments(cells))
            try statement.execute()
        } catch let error as DatabaseError {
            let name = VisitRecord.table.key(of: [key ?? cells[0]])
            throw StoreError(writing: name, of: VisitRecord.table, error, path: path)
        }
    }
}
