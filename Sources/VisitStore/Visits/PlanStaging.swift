import GRDB
import VisitModel

/// The visits of a plan that is to be published, laid beside those that everybody sees.
///
/// Writing a large plan takes seconds, in which nobody else could write. So it is written some ten thousand visits at a time under
/// a number that nobody sees, between which people's steps go on; what then has to happen at once is a handful of statements
/// that put the rows in their place. What a run that was killed has left is thrown away by the next.
struct PlanStaging {
    /// A visit under the number of its plan.
    private static let table = TableShape(
        "stagedVisit", heading: "visits", columns: VisitRecord.table.columns + ["plan"])
    /// Who goes on which.
    private static let childTable = TableShape(
        "stagedVisitChild", heading: "visits", keyCount: 2, columns: ["child", "visit"])

    /// How many visits are written at a time.
    static let together = 20_000

    private let number: Int

    /// The staging of the plan with that number.
    init(_ number: Int) {
        self.number = number
    }

    /// Throws away what is staged, of whatever plan.
    static func discard(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM stagedVisitChild")
        try db.execute(sql: "DELETE FROM stagedVisit")
    }

    /// Stages those of the visits that are new or differ from what is stored. Who brought a visit in, people or the program,
    /// never changes.
    func add(_ visits: ArraySlice<Visit>, _ db: Database, path: String) throws {
        let known = try VisitWriting(db, path: path)
        let insertion = try RowWriting(Self.table.insert, of: Self.table, db, path: path)
        let childInsertion = try RowWriting(Self.childTable.insert, of: Self.childTable, db, path: path)
        for visit in visits {
            let children = visit.children.sorted()
            let row = try known.row(visit.id)
            let origin = (row?[1]).flatMap { String.fromDatabaseValue($0) }.flatMap(VisitRecord.Origin.init(rawValue:))
            let cells = VisitRecord.cells(of: VisitRecord.Stored(origin: origin ?? .planned, visit: visit))
            guard try cells != row || known.children(of: visit.id) != children else { continue }
            try insertion.write(cells + [number.cell])
            for child in children { try childInsertion.write([child.cell, visit.id.cell]) }
        }
    }

    /// Puts what is staged in the place of what is stored.
    func settle(_ db: Database) throws {
        let names = VisitRecord.table.columns.map(\.name)
        let columns = names.joined(separator: ", ")
        let updates = names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO visit (\(columns)) SELECT \(columns) FROM stagedVisit WHERE plan = ?
                ON CONFLICT (id) DO UPDATE SET \(updates)
                """, arguments: [number])
        try db.execute(sql: "DELETE FROM visitChild WHERE visit IN (SELECT visit FROM stagedVisitChild)")
        try db.execute(sql: "INSERT INTO visitChild (child, visit) SELECT child, visit FROM stagedVisitChild")
        try Self.discard(db)
    }
}
