import GRDB
import VisitModel

/// Writes rows of visits, and of the children and further adults who go.
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
    private let adultInsertion: RowWriting
    private let adultLookup: Statement
    private let adultRemoval: Statement

    /// Prepares the writing for one transaction.
    init(_ db: Database, path: String) throws {
        let table = VisitRecord.table
        lookup = try RowLookup(table, db)
        insertion = try RowWriting(table.insert, of: table, db, path: path)
        replacement = try RowWriting(table.update, of: table, db, path: path)
        childInsertion = try RowWriting(Self.visitChild.insert, of: Self.visitChild, db, path: path)
        childLookup = try db.cachedStatement(sql: "SELECT child FROM visitChild WHERE visit = ? ORDER BY child")
        childRemoval = try db.cachedStatement(sql: "DELETE FROM visitChild WHERE visit = ?")
        let adults = VisitAdultRecord.table
        adultInsertion = try RowWriting(adults.insert, of: adults, db, path: path)
        adultLookup = try db.cachedStatement(sql: adults.select(where: "visit = ?", orderBy: "position"))
        adultRemoval = try db.cachedStatement(sql: "DELETE FROM visitAdult WHERE visit = ?")
    }

    /// The row of that identifier as it stands, column by column, if there is one.
    func row(_ id: Identifier<Visit>) throws -> [DatabaseValue]? {
        try lookup.row(withKeyOf: [id.cell])
    }

    /// Who goes on a visit as it stands.
    func company(of id: Identifier<Visit>) throws -> VisitCompany {
        childLookup.setUncheckedArguments([id.text])
        let children: [Identifier<Child>] = try String.fetchAll(childLookup).map { Identifier($0) }
        adultLookup.setUncheckedArguments([id.text])
        return VisitCompany(children: children, others: try VisitAdultRecord.read(adultLookup).map(\.adult))
    }

    /// Writes a new row, and who goes.
    func add(_ cells: [DatabaseValue], _ company: VisitCompany) throws {
        try insertion.write(cells)
        try add(company, key: cells[0])
    }

    /// Writes a row anew.
    func replace(_ cells: [DatabaseValue]) throws {
        try replacement.write(cells)
    }

    /// Puts `company` in the place of those who went.
    func replaceCompany(of id: Identifier<Visit>, by company: VisitCompany) throws {
        try childRemoval.execute(arguments: [id.text])
        try adultRemoval.execute(arguments: [id.text])
        try add(company, key: id.cell)
    }

    private func add(_ company: VisitCompany, key: DatabaseValue) throws {
        for child in company.children { try childInsertion.write([child.cell, key]) }
        for (position, adult) in zip(2..., company.others) {
            try adultInsertion.write([key, position.cell, adult.guardian.cell, adult.escort.cell])
        }
    }
}
