import GRDB
import VisitModel

extension VisitStore {
    /// Moves a visit on in its life: proposed → requested → confirmed → held or missed; whatever is not over can be
    /// cancelled, and what was recorded as held can be corrected to missed and back.
    ///
    /// - Parameter at: the moment that the visit carries as its last change.
    /// - Returns: the visit as it is now. A visit that has that status already is left as it is.
    /// - Throws: `noSuch` for an unknown visit, `transitionNotAllowed`.
    @discardableResult
    public func move(
        _ id: Identifier<Visit>, to status: Visit.Status, at: Instant
    ) throws(StoreError) -> Visit {
        try connection.write { db in
            guard var visit = try VisitReading.visit(id, db) else { throw try Existence.failure(id.text, .visit, db) }
            guard visit.status != status else { return visit }
            guard visit.status.canBecome(status) else {
                throw StoreError.transitionNotAllowed(visit: id, from: visit.status, to: status)
            }
            visit.status = status
            visit.sequence += 1
            visit.changed = at
            try db.execute(
                sql: "UPDATE visit SET status = ?, sequence = ?, changed = ? WHERE id = ?",
                arguments: [status.rawValue, visit.sequence, at.seconds, id.text])
            try StoreState.count(dataChanged: true, db)
            return visit
        }
    }
}

extension Visit.Status {
    /// Whether a visit of this status can take the other one.
    fileprivate func canBecome(_ next: Visit.Status) -> Bool {
        switch self {
        case .proposed: [.requested, .confirmed, .held, .missed, .cancelled].contains(next)
        case .requested: [.confirmed, .held, .missed, .cancelled].contains(next)
        case .confirmed: [.held, .missed, .cancelled].contains(next)
        case .held: next == .missed
        case .missed: next == .held
        case .cancelled: false
        }
    }
}
