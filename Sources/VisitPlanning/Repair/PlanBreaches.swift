import VisitModel
import VisitSolver

/// The proposals of a solution that do not hold for the persons who would make them, each with what it wants.
///
/// The solver counts adults, money and visits; here the named adults, the real journeys and the rules of each day are looked
/// at. What people have agreed or asked for is firm: beside it the proposals yield.
struct PlanBreaches {
    private let journeys: PlannedJourneys
    private var builder: ProblemBuilder { journeys.builder }

    init(_ journeys: PlannedJourneys) {
        self.journeys = journeys
    }

    /// The proposals that do not hold, each once, in the order of the journeys' visits.
    func found() -> [(visit: Assignment, shortage: PlanRepairer.Shortage)] {
        var shortages: [Int: PlanRepairer.Shortage] = [:]
        func note(_ positions: [Int], _ shortage: PlanRepairer.Shortage) {
            for position in positions where shortages[position] == nil { shortages[position] = shortage }
        }
        note(journeys.planned.indices.filter(isAlone), .adult)
        note(inTwoPlaces, .presence)
        note(unseparated, .presence)
        note(beyondQuota, .quota)
        // What has gone for another reason leaves its money.
        note(beyondBudget(without: Set(shortages.keys)), .money)
        return shortages.sorted { $0.key < $1.key }.filter { !isFirm($0.key) }.map {
            (journeys.assignments[$0.key], $0.value)
        }
    }

    /// Whether people have agreed to the visit at that position, or asked for it.
    private func isFirm(_ position: Int) -> Bool {
        journeys.planned[position].agreed != nil
            || builder.currentVisits[journeys.assignments[position]]?.status == .requested
    }

    // MARK: Adults

    /// Whether a child would go with nobody though it may not.
    private func isAlone(_ position: Int) -> Bool {
        guard journeys.made[position].companion == nil, !isFirm(position) else { return false }
        let visit = journeys.planned[position]
        return zip(visit.party.children, visit.party.answers).contains { child, answer in
            let age = child.age(on: visit.session.date)
            guard age < CompanionChoice.grownUp else { return false }
            let maybeAlone = answer.entitlement(on: visit.session.date).map { !$0.escort.isRequired } ?? false
            return !maybeAlone || age < builder.aloneFromAge
        }
    }

    // MARK: Places

    /// When some of a household are away, for a visit of the plan or for one that people have asked for.
    private struct Stay {
        let time: TimeAway
        /// The journey; nil for a visit that is none of the plan's.
        let outing: Int?
        let position: Int?
        let children: [Identifier<Child>]
        let adults: [Visit.Companion]

        func meets(_ other: Stay) -> Bool {
            guard outing == nil || outing != other.outing, time.overlaps(other.time) else { return false }
            return children.contains(where: other.children.contains) || adults.contains(where: other.adults.contains)
        }
    }

    /// Proposals on whose way a child or an adult of the household is on another one.
    private var inTwoPlaces: [Int] {
        var stays: [Identifier<Household>: [Stay]] = [:]
        for (position, visit) in journeys.planned.enumerated() {
            let made = journeys.made[position]
            stays[visit.party.household.id, default: []].append(
                Stay(
                    time: made.trip.map(TimeAway.init) ?? TimeAway(at: visit.session), outing: made.outing,
                    position: position, children: visit.agreed?.children ?? visit.party.children.map(\.id),
                    adults: made.companion.map { [$0] } ?? []))
        }
        for visit in others {
            guard let time = visit.timeTaken else { continue }
            stays[visit.household, default: []].append(
                Stay(time: time, outing: nil, position: nil, children: visit.children, adults: visit.adults))
        }
        return stays.values.filter { $0.count > 1 }.flatMap { own -> [Int] in
            // The firm ones stay, then those that come first.
            let sorted = own.sorted { a, b in (rank(a), a.time.begins) < (rank(b), b.time.begins) }
            var kept: [Stay] = []
            var lost: [Int] = []
            for stay in sorted {
                if let position = stay.position, !isFirm(position), kept.contains(where: stay.meets) {
                    lost.append(position)
                } else {
                    kept.append(stay)
                }
            }
            return lost
        }
    }

    private func rank(_ stay: Stay) -> Int {
        guard let position = stay.position else { return 0 }
        return isFirm(position) ? 0 : 1
    }

    /// Visits ahead that are none of the plan's journeys.
    private var others: [Visit] {
        let planned = Set(
            journeys.planned.compactMap { $0.agreed?.id }
                + journeys.assignments.compactMap { builder.currentVisits[$0]?.id }
        )
        return builder.ahead.filter { !planned.contains($0.id) }
    }

    /// Proposals for a session in which another prisoner is present whom theirs must not meet.
    private var unseparated: [Int] {
        guard !builder.separated.isEmpty else { return [] }
        var present: [Identifier<Session>: Set<Identifier<Prisoner>>] = [:]
        for visit in others {
            if let session = visit.session { present[session, default: []].insert(visit.prisoner) }
        }
        let sorted = journeys.planned.indices.sorted { (isFirm($0) ? 0 : 1, $0) < (isFirm($1) ? 0 : 1, $1) }
        return sorted.filter { position in
            let visit = journeys.planned[position]
            let apart = builder.separated[visit.party.prisoner.id, default: []]
            if !isFirm(position), !apart.isDisjoint(with: present[visit.session.id, default: []]) { return true }
            present[visit.session.id, default: []].insert(visit.party.prisoner.id)
            return false
        }
    }

    // MARK: Quotas

    /// Proposals beyond what the rules give on the days of the visits themselves: a quota that changes within a period, or
    /// that differs between children, is counted by the solver at its largest.
    private var beyondQuota: [Int] {
        let byPrisoner = Dictionary(grouping: journeys.planned.indices) { journeys.planned[$0].party.prisoner.id }
        let taken = Dictionary(
            grouping: others + builder.register.visits.filter { $0.status.usesQuota && !$0.status.isAhead },
            by: \.prisoner)
        return byPrisoner.filter { builder.orders[$0.key] == nil }.flatMap { prisoner, positions -> [Int] in
            var allowed: [DayRange: Int] = [:]
            for position in positions {
                guard let quota = quota(of: position) else { continue }
                let days = quota.period.days(around: journeys.planned[position].session.date)
                allowed[days] = max(allowed[days, default: 0], quota.count)
            }
            let dates = taken[prisoner, default: []].map(\.date)
            return allowed.flatMap { days, count -> ArraySlice<Int> in
                let inside = positions.filter { days.contains(journeys.planned[$0].session.date) }
                    .sorted { (isFirm($0) ? 0 : 1, $0) < (isFirm($1) ? 0 : 1, $1) }
                return inside.dropFirst(max(0, count - dates.count(where: days.contains)))
            }
        }
    }

    private func quota(of position: Int) -> Entitlement.Quota? {
        let visit = journeys.planned[position]
        return visit.party.answers.compactMap { $0.entitlement(on: visit.session.date) }
            .filter(\.permitsVisit).compactMap(\.visits).max { $0.count < $1.count }
    }

    // MARK: Money

    /// The last proposal of every journey for which the money of its month does not suffice, by what the journey really costs.
    private func beyondBudget(without gone: Set<Int>) -> [Int] {
        guard !builder.register.budgets.isEmpty else { return [] }
        var room: [Problem.Purse: Int] = [:]
        let spent = builder.spentMoney
        for budget in builder.register.budgets {
            let purse = Problem.Purse(payer: builder.payers.number(of: budget.organisation), month: budget.month)
            let left = budget.cents - spent.cents(of: budget.organisation, in: budget.month)
            room[purse] = min(room[purse] ?? .max, left.count)
        }
        // What people have asked for, and the plan does not make, takes its estimate.
        for visit in builder.agreed.values where visit.status == .requested {
            let purse = Problem.Purse(
                payer: builder.payers.number(of: builder.payers.payer(of: visit)), month: visit.date.month)
            room[purse]? -= visit.trip?.cents.count ?? 0
        }
        let outings = Dictionary(grouping: journeys.planned.indices.filter { !gone.contains($0) }) {
            journeys.made[$0].outing
        }.values.map { positions in positions.sorted { begins($0) < begins($1) } }
        let sorted = outings.sorted { a, b in
            (a.contains(where: isFirm) ? 0 : 1, begins(a[0]), a[0])
                < (b.contains(where: isFirm) ? 0 : 1, begins(b[0]), b[0])
        }
        return sorted.compactMap { positions -> Int? in
            let first = journeys.planned[positions[0]]
            let payer = builder.payers.payer(for: first.party.household.id, home: first.party.companions.home)
            let purse = Problem.Purse(payer: builder.payers.number(of: payer), month: first.session.date.month)
            guard let left = room[purse] else { return nil }
            let cost = cents(of: positions[0])
            guard cost > left, let last = positions.last(where: { !isFirm($0) }) else {
                room[purse] = left - cost
                return nil
            }
            return last
        }
    }

    private func begins(_ position: Int) -> CivilTime { journeys.planned[position].session.begins }

    private func cents(of position: Int) -> Int {
        (journeys.made[position].trip ?? journeys.planned[position].agreed?.trip)?.cents.count ?? 0
    }
}

extension Visit {
    /// The time that it takes from who goes: its journey, otherwise its meeting; nil where neither is known.
    fileprivate var timeTaken: TimeAway? {
        if let trip { return TimeAway(trip) }
        guard let begins, let ends else { return nil }
        return TimeAway(begins: begins, ends: ends)
    }
}
