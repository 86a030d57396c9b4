import GRDB
import VisitModel

extension StoreView {
    /// Moves visits on in their life, as `Visit.Status.successors` says what may follow: what was called off stays so, and
    /// what became of a day can be put right. The step is kept with each visit.
    ///
    /// - Parameters:
    ///   - act: the step; a move is made by `move(_:to:act:madeFrom:)`.
    ///   - today: the day on which it is taken: a visit ahead cannot have been held or missed.
    ///   - declining: the child's no to the person that the step is, if it is one: kept with the bonds.
    /// - Returns: the visits as they are now. One that has that status already is left as it is.
    /// - Throws: `noSuch` for an unknown visit or a child that is not on it, `transitionNotAllowed`, `stillAhead`, `alreadyOver`; no visit is
    ///   changed then.
    @discardableResult
    public func take(
        _ act: VisitAct, on ids: [Identifier<Visit>], today: Day, declining: Declining? = nil
    ) throws(StoreError) -> [Visit] {
        guard let status = act.kind.status else {
            preconditionFailure("A step that has no status of its own, \(act.kind), is made by move.")
        }
        let isAgreement = !status.isCalledOff && !status.isOutcome
        return try connection.write { db in
            var hasChanged = false
            let visits = try ids.map { id in
                var visit = try VisitReading.existing(id, within: reach, db)
                // Once agreed it could pass what does not hold on to a visit that is agreed less.
                if isAgreement, visit.status.canBecome(status) { try requireNoObjection([visit], db) }
                if try take(act, on: &visit, to: status, today: today, db) { hasChanged = true }
                if let declining, try decline(declining, visit, db) { hasChanged = true }
                return visit
            }
            if hasChanged {
                _ = try store.review(.near(visits), at: act.moment, db)
                if isAgreement { try requireNoObjection(visits, db) }
                try StoreState.count(dataChanged: true, db)
            }
            return try VisitsInReach(visits, within: reach, db).visits
        }
    }

    /// Refuses what the judge objects to and nobody has let pass.
    ///
    /// - Parameter known: what did not hold before, which is nobody's doing now.
    func requireNoObjection(_ visits: [Visit], besides known: [VisitFlag] = [], _ db: Database) throws {
        guard store.reviewer != nil else { return }
        let flags = try FlagReading.flags(of: Set(visits.map(\.id)), db).filter { flag in
            flag.isObstacle && !known.contains { $0.isAboutTheSame(as: flag) }
        }
        guard let first = flags.first else { return }
        let named = visits.first { $0.id == first.visit }
        let shown = flags.filter { $0.visit == first.visit }.map { flag in
            named.map { flag.showing($0, within: reach) } ?? flag
        }
        throw StoreError.refusing(named.map { Identifier($0.label) } ?? first.visit, for: shown)
    }

    /// Moves one visit on, and says whether it was not there already.
    private func take(
        _ act: VisitAct, on visit: inout Visit, to status: Visit.Status, today: Day, _ db: Database
    ) throws -> Bool {
        guard visit.status != status else { return false }
        guard visit.status.canBecome(status) else {
            throw StoreError.transitionNotAllowed(visit: Identifier(visit.label), from: visit.status, to: status)
        }
        guard status.isOutcome || status.isCalledOff || visit.date >= today else {
            throw StoreError.alreadyOver(visit: Identifier(visit.label), date: visit.date)
        }
        guard !status.isOutcome || visit.date <= today else {
            throw StoreError.stillAhead(visit: Identifier(visit.label), date: visit.date)
        }
        let before = visit
        visit.status = status
        var act = act
        if status.isCalledOff { act.givenUp = visit.session }
        visit = try write(visit, instead: before, act, db)
        try note("visit.\(act.kind.rawValue)", "visit \(visit.id)", ["from=\(before.status.rawValue)"] + act.facts, db)
        return true
    }

    /// What was done to a visit by people, the first step first.
    public func acts(of id: Identifier<Visit>) throws(StoreError) -> [VisitAct] {
        try connection.read { db in
            let id = try VisitReading.existing(id, within: reach, db).id
            let statement = try db.cachedStatement(
                sql: VisitActRecord.table.select(where: "visit = ?", orderBy: "position"))
            try statement.setArguments([id.text])
            return try VisitActRecord.read(statement).map(\.act)
        }
    }

    /// Takes days of a prison's visiting room away, and cancels the visits that were to be in it then.
    ///
    /// - Parameters:
    ///   - act: the step by which the visits are cancelled.
    ///   - today: visits before it are left as they are: what became of them is still to be written down.
    /// - Returns: the visits that it cancels, by date.
    /// - Throws: `noSuch` for an unknown prison; `refused` where the identifier is in use or the template unknown.
    public func close(_ closure: Closure, act: VisitAct, today: Day) throws(StoreError) -> [Visit] {
        try connection.write { db in
            try requireMayClose(closure.prison)
            try Existence.require(closure.prison, .prison, within: reach, db)
            let insertion = try RowWriting(ClosureRecord.table.insert, of: ClosureRecord.table, db, path: path)
            try insertion.write(ClosureRecord.cells(of: closure))
            var condition = Condition()
            condition.add("prison = ?", closure.prison.text)
            condition.add("date >= ?", max(closure.days.first, today).number)
            condition.add("date <= ?", closure.days.last.number)
            condition.add(StatusCondition.isOne(where: \.isAhead))
            var hit = try VisitReading.visits(where: condition.sql, condition.arguments, db)
            if let template = closure.template {
                hit = hit.filter { $0.session == Identifier(template, on: $0.date) }
            }
            for index in hit.indices {
                let before = hit[index]
                var cancelled = before
                cancelled.status = .cancelled
                hit[index] = try write(cancelled, instead: before, act, db)
                let flag = VisitFlag(
                    visit: before.id, code: .closed, subject: closure.subject, facts: closure.flagFacts)
                try FlagWriting(db, path: path).keepEnding(flag, before: before.status, at: act.moment)
            }
            try note(
                "prison.close", "prison \(closure.prison)", ["days=\(closure.days)", "cancelled=\(hit.count)"], db)
            _ = try store.review(.near(hit), at: act.moment, db)
            try StoreState.count(dataChanged: true, db)
            return try VisitsInReach(hit, within: reach, db).visits
        }
    }

    /// A prison closes itself, and the administration any; to everybody else another prison is one that does not exist.
    private func requireMayClose(_ prison: Identifier<Prison>) throws(StoreError) {
        switch reach {
        case .everything: return
        case .prison(let own) where own == prison: return
        case .prison, .organisation, .household, .escort, .nothing:
            throw .noSuch(.prison, asked: nil, nearest: [])
        }
    }

    /// Writes what a step has made of a visit, and the step.
    ///
    /// - Returns: the visit as it is now.
    func write(_ visit: Visit, instead before: Visit, _ act: VisitAct, _ db: Database) throws -> Visit {
        let visit = visit.following(before, at: act.moment)
        let writing = try VisitWriting(db, path: path)
        let origin = try writing.row(visit.id).flatMap { String.fromDatabaseValue($0[1]) }
            .flatMap(Visit.Origin.init(rawValue:))
        try writing.replace(
            VisitRecord.cells(of: VisitRecord.Stored(origin: origin ?? .planned, visit: visit)))
        if visit.company != before.company { try writing.replaceCompany(of: visit.id, by: visit.company) }
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM visitAct WHERE visit = ?", arguments: [visit.id.text])
        let insertion = try RowWriting(VisitActRecord.table.insert, of: VisitActRecord.table, db, path: path)
        try insertion.write(
            VisitActRecord.cells(
                of: VisitActRecord.Placed(visit: visit.id, position: (count ?? 0) + 1, act: act)))
        return visit
    }
}

extension VisitAct {
    /// Whose decision it was, as a fact of the audit log. The reason is not: it may hold what concerns a person.
    var facts: [String] { by.map { ["by=\($0.rawValue)"] } ?? [] }
}
