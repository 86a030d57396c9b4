import GRDB
import VisitFormats
import VisitModel

extension StoreView {
    /// What an erasure took away.
    public struct Erasure: Hashable, Sendable {
        /// The visits ahead that were cancelled or go on without the child.
        public var visitsAhead: Int
        /// The past visits that stay as numbers about nobody.
        public var visitsKept: Int
        /// Whether the household, in which no child was left, was made nameless with its adults.
        public var includesHousehold: Bool
        /// Where texts of others named the child, or the adults who were made nameless with it: emptied, or told
        /// because they stay. Without what they said, and without the rows for who sees a part.
        public var namings: [FoundText] = []
        /// Why what was erased still stands in the store's log; nil where it does not. The erasure is done all the same.
        public var logFailure: StoreError?
    }

    /// Erases a child: name, birth date, needs, bonds, papers, refusals, absences, reasons, the places on visits ahead
    /// and on journeys that others share, and every text of the list `PersonalText`. What stays is that visits of
    /// somebody took place, under `pseudonym`, which says nothing; and the audit log, which has no names.
    ///
    /// A household in which no other child lives is made nameless too, with its guardians and escorts and their
    /// numbers, and their calendars are revoked; what people wrote of a prisoner to whom no other child has a bond is
    /// emptied. Texts of others are emptied where they name whom is erased. The pages that held what is erased are
    /// written over.
    ///
    /// - Parameters:
    ///   - pseudonym: the identifier that stands for the child from now on.
    ///   - facts: why, for the audit log, as `name=value`.
    ///   - today: from which day on visits are ahead.
    ///   - at: the moment that changed visits carry.
    /// - Throws: `noSuch` for an unknown child.
    public func erase(
        _ child: Identifier<Child>, pseudonym: Identifier<Child>, because facts: [String] = [], today: Day, at: Instant
    ) throws(StoreError) -> Erasure {
        var erasure = try connection.write { db in
            // Who sees a child on visits alone has no record of it to erase.
            try Existence.require(child, .child, within: reach.ofRecords, db)
            let arguments: StatementArguments = ["child": child.text, "stand": pseudonym.text]
            try db.execute(
                sql: """
                    INSERT INTO child (id, name, birthDate, household, schoolCalendar, needs)
                    SELECT :stand, '', unixepoch(birthDate * 86400, 'unixepoch', 'start of year') / 86400, household, NULL, '[]'
                    FROM child WHERE id = :child
                    """, arguments: arguments)
            let texts = try TextAboutChild(child, db)
            // A backup from before a merge has the child under an identifier of before, too: that has ended with this
            // one.
            let names = try String.fetchAll(
                db, sql: "SELECT id FROM alias WHERE kind = 'child' AND current = ? ORDER BY id",
                arguments: [child.text])
            // Files that still write an identifier of before make a new child of it, as they do of the child's own.
            try db.execute(
                sql: """
                    DELETE FROM alias WHERE kind = 'child' AND current = :child
                    OR kind = 'bond' AND current IN (SELECT id FROM bond WHERE child = :child)
                    """, arguments: ["child": child.text])
            // Before the child leaves the visits, by which texts of theirs are reached.
            try texts.eraseOwn()
            let ahead = try leaveVisits(child, today: today, at: at, db)
            try leaveJourneys(child, pseudonym: pseudonym, today: today, at: at, db)
            try db.execute(
                sql: "UPDATE visitChild SET child = ? WHERE child = ?", arguments: [pseudonym.text, child.text])
            let kept = db.changesCount
            try db.execute(
                sql: "UPDATE feed SET child = :stand, revoked = ifnull(revoked, :at) WHERE child = :child",
                arguments: ["child": child.text, "stand": pseudonym.text, "at": at.seconds])
            // Flags name the child, waivers may in their reasons; the review makes anew what still is so.
            for table in ["visitFlag", "visitWaiver"] {
                try db.execute(
                    sql:
                        "DELETE FROM \(table) WHERE visit IN (SELECT visit FROM visitChild WHERE child = ?) OR subject = ?",
                    arguments: [pseudonym.text, "child \(child)"])
            }
            try db.execute(sql: "DELETE FROM child WHERE id = ?", arguments: [child.text])
            let includesHousehold = try eraseHousehold(of: pseudonym, at: at, db)
            let namings = try texts.namings(erases: true).map { found in
                FoundText(
                    place: found.place, row: reach == .everything ? found.row : "", text: "", stays: found.stays)
            }
            _ = try store.review(.everything, at: at, db)
            for name in names + [child.text] { try note("child.erase", "child \(name)", facts, db) }
            try StoreState.count(dataChanged: true, db)
            return Erasure(
                visitsAhead: ahead, visitsKept: kept, includesHousehold: includesHousehold, namings: namings)
        }
        do throws(StoreError) {
            try connection.foldLog()
        } catch {
            erasure.logFailure = error
        }
        return erasure
    }

    /// Takes the child out of the visits ahead; those that are nobody's then are cancelled.
    private func leaveVisits(_ child: Identifier<Child>, today: Day, at: Instant, _ db: Database) throws -> Int {
        let condition = """
            \(StatusCondition.isOne(where: \.isAhead)) AND date >= ? \
            AND id IN (SELECT visit FROM visitChild WHERE child = ?)
            """
        let visits = try VisitReading.visits(where: condition, [today.number, child.text], db)
        for before in visits {
            var visit = before
            if visit.children.count > 1 {
                visit.children.removeAll { $0 == child }
                visit.trip = visit.trip?.without(child)
                try db.execute(
                    sql: "DELETE FROM visitChild WHERE visit = ? AND child = ?",
                    arguments: [visit.id.text, child.text])
            } else {
                visit.status = .cancelled
                visit.trip = nil
            }
            try write(visit.following(before, at: at), db)
        }
        try store.note("visit.cancel", visits.filter { $0.children.count == 1 }.map(\.id), ["cause=erasure"], db)
        return visits.count
    }

    /// Takes the child out of the journeys of other visits, and of those that are over: a journey that several share
    /// names all children who travel, with every visit of it.
    private func leaveJourneys(
        _ child: Identifier<Child>, pseudonym: Identifier<Child>, today: Day, at: Instant, _ db: Database
    ) throws {
        let named = JSON.string(child.text).text(pretty: false)
        for before in try VisitReading.visits(where: "instr(trip, ?) > 0", [named], db) {
            // A place may be called as the child is.
            guard let trip = before.trip, trip.shared?.children.contains(child) == true else { continue }
            var visit = before
            if before.status.isAhead, before.date >= today {
                visit.trip = trip.without(child)
                visit = visit.following(before, at: at)
            } else {
                visit.trip = trip.naming(pseudonym, insteadOf: child)
            }
            try write(visit, db)
        }
    }

    /// Writes what an erasure changes of a visit.
    private func write(_ visit: Visit, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE visit SET status = ?, sequence = ?, changed = ?, trip = ? WHERE id = ?",
            arguments: [
                visit.status.rawValue, visit.sequence, visit.changed.seconds,
                visit.trip.map { NestedText.cell(of: $0.nested) } ?? .null, visit.id.text,
            ])
    }

    /// Makes the household of `pseudonym` nameless where no other child lives in it, and says whether.
    private func eraseHousehold(of pseudonym: Identifier<Child>, at: Instant, _ db: Database) throws -> Bool {
        let household = try String.fetchOne(
            db,
            sql: """
                SELECT household FROM child WHERE id = :stand AND NOT EXISTS (
                  SELECT 1 FROM child AS other WHERE other.household = child.household AND other.name <> '')
                """, arguments: ["stand": pseudonym.text])
        guard let household else { return false }
        // Their names and numbers are in the list of texts.
        try db.execute(sql: "UPDATE guardian SET birthDate = NULL WHERE household = ?", arguments: [household])
        let itsEscorts = "SELECT id FROM escort WHERE home = :household"
        try db.execute(
            sql: """
                UPDATE feed SET revoked = :at WHERE revoked IS NULL
                AND (household = :household OR home = :household OR escort IN (\(itsEscorts)))
                """, arguments: ["at": at.seconds, "household": household])
        return true
    }
}

extension Reach {
    /// How far it goes among the records of children, which a prison and an escort do not keep.
    var ofRecords: Reach {
        switch self {
        case .everything, .nothing, .organisation, .household: self
        case .prison, .escort: .nothing
        }
    }
}
