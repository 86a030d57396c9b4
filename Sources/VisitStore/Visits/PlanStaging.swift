import GRDB
import VisitModel

/// The visits of a plan that is to be published: those that are new or differ from what is stored, as rows.
///
/// To compare a large plan with what is stored takes seconds, in which nobody else could write. So it is done before the
/// transaction that publishes, in which nothing is left to do but to write. What is staged is in memory, and gone with a run
/// that is killed.
struct PlanStaging {
    private enum Difference {
        case new([DatabaseValue], [Identifier<Child>])
        case changed([DatabaseValue])
        case children(Identifier<Visit>, [Identifier<Child>])
    }

    private var differences: [Difference] = []

    /// Compares the visits with what is stored. Who brought a visit in, people or the program, never changes.
    ///
    /// The differences are by identifier, by which the table is sorted: a page of it is written once.
    init(_ visits: [Visit], _ db: Database, path: String) throws {
        let stored = try VisitWriting(db, path: path)
        for visit in visits.sorted(by: { $0.id < $1.id }) {
            let children = visit.children.sorted()
            guard let row = try stored.row(visit.id) else {
                let cells = VisitRecord.cells(of: VisitRecord.Stored(origin: .planned, visit: visit))
                differences.append(.new(cells, children))
                continue
            }
            let origin = String.fromDatabaseValue(row[1]).flatMap(Visit.Origin.init(rawValue:)) ?? .planned
            let cells = VisitRecord.cells(of: VisitRecord.Stored(origin: origin, visit: visit))
            if cells != row { differences.append(.changed(cells)) }
            if try stored.children(of: visit.id) != children { differences.append(.children(visit.id, children)) }
        }
    }

    /// How many rows are to be written.
    var count: Int { differences.count }

    /// Puts what is staged in the place of what is stored.
    func settle(_ writing: VisitWriting) throws {
        for difference in differences {
            switch difference {
            case .new(let cells, let children): try writing.add(cells, children: children)
            case .changed(let cells): try writing.replace(cells)
            case .children(let visit, let children): try writing.replaceChildren(of: visit, by: children)
            }
        }
    }
}
