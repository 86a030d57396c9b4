import GRDB
import VisitModel

/// A child's no to a person, and when the child is asked again.
public struct Declining: Hashable, Sendable {
    /// The child who says no; nil for every child of the visit.
    public var child: Identifier<Child>?
    /// The day from which it is a task to ask again.
    public var reviewOn: Day

    /// A no.
    public init(child: Identifier<Child>? = nil, reviewOn: Day) {
        self.child = child
        self.reviewOn = reviewOn
    }
}

extension StoreView {
    /// Keeps the no with the bonds between the children of `visit` and its prisoner. A decision of others against contact stays
    /// as it is, and so does an earlier no with its day.
    ///
    /// - Returns: whether a bond was changed.
    /// - Throws: `noSuch` where the child is not on the visit.
    func decline(_ declining: Declining, _ visit: Visit, _ db: Database) throws -> Bool {
        if let child = declining.child, !visit.children.contains(child) {
            throw StoreError.noSuch(.child, asked: child.text, nearest: [])
        }
        let children = declining.child.map { [$0] } ?? visit.children
        var condition = Condition()
        condition.add("prisoner = ?", visit.prisoner.text)
        condition.add("child IN (SELECT value FROM json_each(?))", NestedText.list(children.map(\.text)))
        condition.add("contact = ?", Bond.Contact.allowed.rawValue)
        let bonds = try BondRecord.all(where: condition, db)
        let replacement = try RowWriting(BondRecord.table.update, of: BondRecord.table, db, path: path)
        for var bond in bonds {
            bond.contact = .declinedByChild
            bond.reviewOn = declining.reviewOn
            try replacement.write(BondRecord.cells(of: bond))
            try note(
                "bond.decline", "bond \(bond.id)", ["visit=\(visit.id)", "review=\(declining.reviewOn)"], db)
        }
        return !bonds.isEmpty
    }
}
