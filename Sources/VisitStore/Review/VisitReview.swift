import GRDB
import VisitModel

/// Looks at visits again within a transaction that has changed something they rest on.
struct VisitReview {
    /// What a change can have touched.
    enum Scope {
        /// Anything.
        case everything
        /// What stands near these visits: those of the same prisoner, household, adults or session.
        case near([Visit])
        /// The money of these months, where a month's visits are few enough to be looked at within a step.
        case money(Set<Month>)
    }

    /// Checks that need more than what stands near a visit: they are made where everything is looked at.
    static let ofEverything: Set<VisitFlag.Code> = [.budgetOver, .legUntrue]

    /// So many visits of its months a step looks at for their money; with more of them the night does.
    private static let mostPaidVisits = 500

    private let reviewer: Reviewer
    private let moment: Instant
    private let path: String
    private let db: Database

    init(_ reviewer: Reviewer, at moment: Instant, path: String, _ db: Database) {
        self.reviewer = reviewer
        self.moment = moment
        self.path = path
        self.db = db
    }

    /// Judges the visits ahead that `scope` takes in, ends those that cannot take place any more, and writes down what does
    /// not hold of the others.
    ///
    /// - Parameter end: calls a visit off by this step, and gives it back as it is then.
    func run(_ scope: Scope, end: (Visit, VisitAct) throws -> Visit) throws -> ReviewOutcome {
        var outcome = ReviewOutcome()
        var material = try material(scope)
        guard material.judged?.isEmpty != true else { return outcome }
        var flags = try reviewer.judge(material)
        let known = try FlagReading.flags(of: material.judged, db)
        // What was let pass, or was there before and left to people, is not ended now.
        let old = Set(known.map(FlagReading.Key.init))
        var ending: [Identifier<Visit>: VisitFlag] = [:]
        for flag in flags.sorted(by: { $0.code < $1.code }) where flag.code.endsVisit != nil {
            if ending[flag.visit] == nil, !old.contains(FlagReading.Key(flag)) { ending[flag.visit] = flag }
        }
        if !ending.isEmpty {
            for visit in material.visits where visit.status.isAhead && visit.date >= reviewer.today {
                guard let flag = ending[visit.id], let party = flag.code.endsVisit else { continue }
                let act = VisitAct(.cancel, by: party, reason: flag.code.rawValue, moment: moment)
                outcome.ended.append(.init(try end(visit, act), before: visit.status, flag: flag))
            }
            let ended = Set(ending.keys)
            material.visits.removeAll { ended.contains($0.id) }
            // What they have made free may let others hold again.
            flags = try reviewer.judge(material).filter { !ended.contains($0.visit) }
        }
        let writing = FlagWriting(db, path: path)
        let written = try writing.replace(known, by: flags, checked: material.codes, at: moment)
        for ended in outcome.ended { try writing.keepEnding(ended.flag, before: ended.before, at: moment) }
        if material.judged == nil { outcome.putRight = try reviewEndings(material, writing) }
        let visits = Dictionary(material.visits.map { ($0.id, $0) }) { first, _ in first }
        outcome.flagged = written.flagged.compactMap { flag in visits[flag.visit].map { .init($0, flag) } }.sorted()
        outcome.lifted = written.lifted.compactMap { flag in visits[flag.visit].map { .init($0, flag) } }.sorted()
        outcome.ended.sort { ($0.visit.date, $0.visit.id) < ($1.visit.date, $1.visit.id) }
        return outcome
    }

    /// Looks whether what has called visits off is still so: it may have been entered by mistake and put right.
    ///
    /// - Parameter material: all that is judged.
    /// - Returns: the visits of which it is not so any more, each with the flag that called it off.
    private func reviewEndings(_ material: Reviewer.Material, _ writing: FlagWriting) throws -> [ReviewOutcome.Noted] {
        let endings = try FlagReading.endings(of: nil, db)
        guard !endings.isEmpty else { return [] }
        var condition = Condition("id", among: Set(endings.map(\.visit.text)))
        condition.add("date >= ?", reviewer.today.number)
        let visits = try VisitReading.visits(where: condition.sql, condition.arguments, db)
        let called = Dictionary(endings.map { ($0.visit, $0) }) { first, _ in first }
        var hypothetical = material
        hypothetical.judged = Set(visits.map(\.id))
        hypothetical.visits += visits.map { visit in
            var visit = visit
            visit.status = called[visit.id]?.calledOff ?? visit.status
            return visit
        }
        let found = Set(try reviewer.judge(hypothetical).map { "\($0.visit) \($0.code)" })
        return try visits.compactMap { visit in
            guard var flag = called[visit.id] else { return nil }
            let isPutRight = !found.contains("\(flag.visit) \(flag.code)")
            guard isPutRight != flag.isPutRight else { return nil }
            flag.isPutRight = isPutRight
            try writing.note(flag)
            return isPutRight ? ReviewOutcome.Noted(visit, flag) : nil
        }
    }

    private static let isNotCalledOff = StatusCondition.isOne { !$0.isCalledOff }

    /// What somebody needs who judges visits that are not in the store: the facts that they depend on, and the visits
    /// that they could conflict with.
    static func material(around visits: [Visit], _ db: Database) throws -> Reviewer.Material {
        let others = try beside(visits, where: isNotCalledOff, db)
        return Reviewer.Material(
            register: try StoreView.register(around: visits + others, db), visits: others, timetables: [],
            judged: Set(visits.map(\.id)), codes: Set(VisitFlag.Code.allCases).subtracting(ofEverything))
    }

    private func material(_ scope: Scope) throws -> Reviewer.Material {
        let all = Set(VisitFlag.Code.allCases)
        switch scope {
        case .everything:
            return Reviewer.Material(
                register: try StoreView.register(db),
                visits: try VisitReading.visits(where: Self.isNotCalledOff, [], db),
                timetables: try TimetableRecord.all(db), judged: nil, codes: all)
        case .money(let months):
            return try material(ofMoneyIn: months)
        case .near(let changed):
            let touched = try Self.beside(changed, where: StatusCondition.isOne(where: \.isAhead), db)
            let visits = try Self.beside(touched, where: Self.isNotCalledOff, db)
            return Reviewer.Material(
                register: try StoreView.register(around: visits, db), visits: visits, timetables: [],
                // Of what was called off, or is over, nothing holds or fails any more.
                judged: Set((touched + changed).map(\.id)), codes: all.subtracting(Self.ofEverything))
        }
    }

    private func material(ofMoneyIn months: Set<Month>) throws -> Reviewer.Material {
        let budgets = try BudgetRecord.all(
            where: Condition("month", among: Set(months.map(\.description))), orderBy: "organisation, month", db)
        var days = Condition()
        let ranges = budgets.map(\.month.days).map { "date BETWEEN \($0.first.number) AND \($0.last.number)" }
        days.add("(\(ranges.joined(separator: " OR ")))")
        var visits: [Visit] = []
        let count = "SELECT count(*) FROM visit WHERE \(days.sql)"
        if !budgets.isEmpty, try Int.fetchOne(db, sql: count) ?? 0 <= Self.mostPaidVisits {
            visits = try VisitReading.visits(where: days.sql, days.arguments, db)
        }
        var register = try StoreView.register(around: visits, db)
        register.budgets = visits.isEmpty ? [] : try BudgetRecord.all(db)
        register.costs = try VisitCostRecord.all(where: Condition("visit", among: Set(visits.map(\.id.text))), db)
        return Reviewer.Material(
            register: register, visits: visits, timetables: [], judged: Set(visits.map(\.id)), codes: [.budgetOver])
    }

    /// The visits that share prisoner, household, adult or session with one of `visits`. Each is looked up in an index of its
    /// own: a step must not read through all visits.
    private static func beside(_ visits: [Visit], where condition: String, _ db: Database) throws -> [Visit] {
        let guardians = NestedText.list(Set(visits.flatMap(\.adults).compactMap { $0.guardian?.text }))
        let escorts = NestedText.list(Set(visits.flatMap(\.adults).compactMap { $0.escort?.text }))
        let sessions = visits.filter { $0.session != nil }
        let among = "IN (SELECT value FROM json_each(?))"
        return try VisitReading.visits(
            where: """
                \(condition) AND id IN (
                  SELECT id FROM visit WHERE prisoner \(among) UNION ALL SELECT id FROM visit WHERE household \(among)
                  UNION ALL SELECT id FROM visit WHERE guardian \(among)
                  UNION ALL SELECT id FROM visit WHERE escort \(among)
                  UNION ALL SELECT visit FROM visitAdult WHERE guardian \(among)
                  UNION ALL SELECT visit FROM visitAdult WHERE escort \(among)
                  UNION ALL SELECT id FROM visit
                    WHERE session \(among) AND prison \(among) AND date \(among))
                """,
            [
                NestedText.list(Set(visits.map(\.prisoner.text))), NestedText.list(Set(visits.map(\.household.text))),
                guardians, escorts, guardians, escorts,
                NestedText.list(Set(sessions.compactMap(\.session?.text))),
                NestedText.list(Set(sessions.map(\.prison.text))), NestedText.list(Set(sessions.map(\.date.number))),
            ], db)
    }
}
