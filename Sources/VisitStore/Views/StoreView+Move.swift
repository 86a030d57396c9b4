import GRDB
import VisitModel

extension StoreView {
    /// Puts a visit that is still ahead into another session of its prison. It keeps its identifier, loses the reasons that
    /// were for the old date, and counts as requested, or stays confirmed where the prison moves it.
    ///
    /// - Parameters:
    ///   - placement: the session and what goes with it, from somebody who has looked whether it can be.
    ///   - act: the step, a move.
    ///   - dataRevision: that of the data at which they looked.
    /// - Returns: the visit as it is now.
    /// - Throws: `noSuch` for an unknown visit, `notMovable` where it is over, `otherPrison`, `sessionFull` and `seatsTaken`
    ///   where the other visits of that session leave no room for it, `changedMeanwhile`.
    public func move(
        _ id: Identifier<Visit>, to placement: Placement, act: VisitAct, madeFrom dataRevision: Int
    ) throws(StoreError) -> Visit {
        try connection.write { db in
            var visit = try VisitReading.existing(id, within: reach, db)
            let id = visit.id
            let session = placement.session
            guard visit.status.mayMove else {
                throw StoreError.notMovable(visit: Identifier(visit.label), status: visit.status)
            }
            guard visit.prison == session.prison else {
                throw StoreError.otherPrison(visit: Identifier(visit.label), prison: visit.prison, session: session.id)
            }
            guard visit.session != session.id || visit.start != session.start else {
                return try VisitsInReach([visit], within: reach, db).visits[0]
            }
            let found = try StoreState(of: db).dataRevision
            guard found == dataRevision else {
                throw StoreError.changedMeanwhile(madeFrom: dataRevision, found: found)
            }
            try requireRoom(for: visit, in: session, db)
            var act = act
            act.givenUp = visit.session
            let before = visit
            visit.take(placement, by: act.by)
            visit = try write(visit, instead: before, act, db)
            try note("visit.move", "visit \(id)", ["from=\(before.date)", "to=\(session.date)"] + act.facts, db)
            _ = try store.review(.near([before, visit]), at: act.moment, db)
            try requireNoObjection([visit], db)
            try StoreState.count(dataChanged: true, db)
            return try VisitsInReach([visit], within: reach, db).visits[0]
        }
    }

    /// Refuses a session whose tables or seats are taken by others. A party is the children and one adult, as everywhere.
    private func requireRoom(for visit: Visit, in session: Session, _ db: Database) throws {
        guard let prison = try PrisonRecord.find(session.prison.text, db) else {
            throw try Existence.failure(session.prison.text, .prison, db)
        }
        let others = try VisitReading.visits(
            where: "session = ? AND id <> ? AND " + StatusCondition.isOne(where: \.holdsTable),
            [session.id.text, visit.id.text], db)
        let taken = others.map(\.persons)
        let takenTables = taken.reduce(0) { $0 + prison.tables(for: $1) }
        guard takenTables + prison.tables(for: visit.persons) <= session.tables else {
            throw StoreError.sessionFull(session.id, tables: session.tables, taken: takenTables)
        }
        guard let seats = session.seats, taken.reduce(visit.persons, +) > seats else { return }
        throw StoreError.seatsTaken(session.id, seats: seats, taken: taken.reduce(0, +))
    }
}

extension Visit {
    /// Puts the visit into another place.
    fileprivate mutating func take(_ placement: Placement, by party: VisitAct.Party?) {
        (session, date) = (placement.session.id, placement.session.date)
        (start, minutes) = (placement.session.start, placement.minutes)
        (mode, documents) = (placement.mode, placement.documents)
        (companion, trip) = (placement.companion, placement.trip)
        reasons = []
        status = status.moved(by: party)
    }
}
