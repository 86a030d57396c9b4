import GRDB
import VisitModel

extension StoreView {
    /// The agreed visits that are made on one journey with the adult who leads `visit`, itself first, as far as they are within
    /// reach: who goes along on the journey goes along to all of them.
    ///
    /// - Returns: the visits, and the revision of the data at which they were read.
    /// - Throws: `noSuch` for an unknown visit.
    public func company(
        of visit: Identifier<Visit>
    ) throws(StoreError) -> (visits: [Visit], dataRevision: Int) {
        try connection.read { db in
            let own = try VisitReading.existing(visit, within: reach, db)
            let revision = try StoreState(of: db).dataRevision
            guard let trip = own.trip, let shared = trip.shared else { return ([own], revision) }
            var condition = Condition()
            condition.add("date >= ?", trip.leavesHome.day.number)
            condition.add("date <= ?", trip.isHome.day.number)
            condition.add(StatusCondition.isOne(where: \.mayChangeAdult))
            condition.addVisit(within: reach)
            let others = try VisitReading.visits(where: condition.sql, condition.arguments, db).filter {
                $0.id != own.id && $0.trip?.shared == shared && $0.companion == own.companion
            }
            return ([own] + others, revision)
        }
    }

    /// Gives agreed visits another adult in place of the one who leads. Every one of them gets that adult, or none does.
    ///
    /// - Parameters:
    ///   - adult: from somebody who has looked whether it can be.
    ///   - act: the step, one of the kind `companion`.
    ///   - dataRevision: that of the data at which they looked.
    /// - Returns: the visits as they are now.
    /// - Throws: `noSuch` for a visit or an adult that does not exist within reach, `notAgreed`, `changedMeanwhile`, and `doesNotHold`
    ///   where something does not hold of a visit that held before.
    public func give(
        _ adult: Visit.Companion, to ids: [Identifier<Visit>], act: VisitAct, madeFrom dataRevision: Int
    ) throws(StoreError) -> [Visit] {
        try connection.write { db in
            try require(adult, db)
            let found = try StoreState(of: db).dataRevision
            guard found == dataRevision else {
                throw StoreError.changedMeanwhile(madeFrom: dataRevision, found: found)
            }
            var (befores, visits): ([Visit], [Visit]) = ([], [])
            var hasChanged = false
            for id in ids {
                let before = try VisitReading.existing(id, within: reach, db)
                guard before.status.mayChangeAdult else {
                    throw StoreError.notAgreed(visit: Identifier(before.label), status: before.status)
                }
                if case .escort(let escort) = adult, try !works(escort, for: before.household, db) {
                    let flag = VisitFlag(visit: before.id, code: .twoHouseholds, subject: adult.subject)
                    throw StoreError.refusing(Identifier(before.label), for: [flag])
                }
                befores.append(before)
                var visit = before
                visit.adults = [adult] + before.adults.dropFirst().filter { $0 != adult }
                guard visit.adults != before.adults else {
                    visits.append(visit)
                    continue
                }
                hasChanged = true
                visits.append(try write(visit, instead: before, act, db))
                let was = before.companion.map { ["from=\($0.subject)"] } ?? []
                try note("visit.companion", "visit \(visit.id)", was + ["to=\(adult.subject)"] + act.facts, db)
            }
            if hasChanged {
                let known = try FlagReading.flags(of: Set(visits.map(\.id)), db)
                _ = try store.review(.near(befores + visits), at: act.moment, db)
                try requireNoObjection(visits, besides: known, db)
                try StoreState.count(dataChanged: true, db)
            }
            return try VisitsInReach(visits, within: reach, db).visits
        }
    }

    /// Whether the escort works for that household: in its own home, or in the home from which its escorts come.
    private func works(
        _ escort: Identifier<Escort>, for household: Identifier<Household>, _ db: Database
    ) throws -> Bool {
        try Row.fetchOne(
            db,
            sql: """
                SELECT 1 FROM escort JOIN household ON household.id = :household
                WHERE escort.id = :escort AND escort.home = ifnull(household.escortsFrom, household.id)
                """, arguments: ["household": household.text, "escort": escort.text]) != nil
    }

    /// Refuses an adult who does not exist within reach.
    public func require(_ adult: Visit.Companion) throws(StoreError) {
        try connection.read { db in try require(adult, db) }
    }

    private func require(_ adult: Visit.Companion, _ db: Database) throws {
        switch adult {
        case .guardian(let id): try Existence.require(id, .guardian, within: reach, db)
        case .escort(let id): try Existence.require(id, .escort, within: reach, db)
        }
    }
}
