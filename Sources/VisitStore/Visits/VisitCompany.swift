import GRDB
import VisitModel

/// The further adults of a visit, besides the one in its row: the children, sorted, and the other adults, in their
/// order.
struct VisitCompany: Equatable {
    var children: [Identifier<Child>]
    var others: [Visit.Companion]
}

extension Visit {
    /// Who goes, beside the adult who leads.
    var company: VisitCompany { VisitCompany(children: children.sorted(), others: Array(adults.dropFirst())) }
}

/// The adults of visits after the first, in the table `visitAdult`.
enum VisitAdultRecord: StoreRecord {
    /// One of them, with the place among the adults of the visit: the second, the third.
    struct Placed {
        var visit: Identifier<Visit>
        var position: Int
        var adult: Visit.Companion
    }

    static let table = TableShape(
        "visitAdult", heading: "visits", keyCount: 2, columns: ["visit", "position", "guardian", "escort"])

    static func cells(of placed: Placed) -> [DatabaseValue] {
        [placed.visit.cell, placed.position.cell, placed.adult.guardian.cell, placed.adult.escort.cell]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Placed {
        let (visit, position): (Identifier<Visit>, Int) = (try cells.id(), try cells.number())
        let guardian: Identifier<Guardian>? = cells.optionalID()
        let escort: Identifier<Escort>? = cells.optionalID()
        guard let adult = guardian.map(Visit.Companion.guardian) ?? escort.map(Visit.Companion.escort) else {
            throw cells.refuse()
        }
        return Placed(visit: visit, position: position, adult: adult)
    }
}

extension Visit.Companion {
    /// The guardian, where it is one.
    var guardian: Identifier<Guardian>? {
        if case .guardian(let id) = self { id } else { nil }
    }

    /// The escort, where it is one.
    var escort: Identifier<Escort>? {
        if case .escort(let id) = self { id } else { nil }
    }
}
