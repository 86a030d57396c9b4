import GRDB
import VisitModel

/// The visits of a plan that is to be published: those that are new or differ from what is stored, as rows.
///
/// Comparing a large plan with the stored one takes seconds, and nobody else could write meanwhile. So it is done
/// before the transaction that publishes, in which nothing is left to do but to write. What is staged is in memory, and
/// gone with a run that is killed.
struct PlanStaging {
    private enum Difference {
        case new([DatabaseValue], VisitCompany, Identifier<Visit>)
        case changed([DatabaseValue])
        case company(Identifier<Visit>, VisitCompany)
    }

    private var differences: [Difference] = []
    /// The numbers of the visits that are stored; they have them for good.
    private var numbers: [Identifier<Visit>: Int] = [:]
    /// The place of each new visit among those that are to be numbered.
    private let ranks: [Identifier<Visit>: Int]

    /// Compares the visits with what is stored. Who brought a visit in, people or the program, never changes, nor does the
    /// number.
    ///
    /// The differences are by identifier, by which the table is sorted: a page of it is written once.
    init(_ visits: [Visit], _ db: Database, path: String) throws {
        let stored = try VisitWriting(db, path: path)
        var new: [Visit] = []
        for visit in visits.sorted(by: { $0.id < $1.id }) {
            let company = visit.company
            guard let row = try stored.row(visit.id) else {
                let cells = VisitRecord.cells(of: VisitRecord.Stored(origin: .planned, visit: visit))
                differences.append(.new(cells, company, visit.id))
                new.append(visit)
                continue
            }
            var visit = visit
            visit.number = Int.fromDatabaseValue(row[VisitRecord.numberColumn])
            numbers[visit.id] = visit.number
            let origin = String.fromDatabaseValue(row[1]).flatMap(Visit.Origin.init(rawValue:)) ?? .planned
            let cells = VisitRecord.cells(of: VisitRecord.Stored(origin: origin, visit: visit))
            if cells != row { differences.append(.changed(cells)) }
            if try stored.company(of: visit.id) != company { differences.append(.company(visit.id, company)) }
        }
        ranks = VisitNumbering.ranks(of: new)
    }

    /// How many rows are to be written.
    var count: Int { differences.count }

    /// Puts what is staged in the place of what is stored, and numbers what is new.
    ///
    /// - Returns: the numbers of all the visits.
    func commit(_ writing: VisitWriting, _ db: Database) throws -> [Identifier<Visit>: Int] {
        var numbers = numbers
        let first = try VisitNumbering.take(ranks.count, db)
        for difference in differences {
            switch difference {
            case .new(var cells, let company, let visit):
                let number = ranks[visit].map { first + $0 }
                cells[VisitRecord.numberColumn] = number.cell
                numbers[visit] = number
                try writing.add(cells, company)
            case .changed(let cells): try writing.replace(cells)
            case .company(let visit, let company): try writing.replaceCompany(of: visit, by: company)
            }
        }
        return numbers
    }
}
