import VisitModel

/// The residual capacity of a plan: the tables, seats, quotas, family days, escorts and money that its visits leave
/// free.
struct ResidualCapacity {
    /// What stands in the way of an option.
    struct Obstacles: OptionSet, Hashable {
        let rawValue: Int

        static let escort = Obstacles(rawValue: 1)
        static let quota = Obstacles(rawValue: 2)
        static let full = Obstacles(rawValue: 4)
        static let budget = Obstacles(rawValue: 8)
        static let gap = Obstacles(rawValue: 16)
        /// Somebody who would have to be there is elsewhere, or must not be there.
        static let clash = Obstacles(rawValue: 32)

        /// In the order that decides between obstacles that stand in the way equally often.
        static let all: [Obstacles] = [.escort, .quota, .full, .budget, .gap, .clash]
    }

    private struct Pair: Hashable {
        let home: EscortHomeIndex
        let session: SessionIndex
    }

    private struct HomeDay: Hashable {
        let home: EscortHomeIndex
        let day: Int
    }

    let problem: Problem
    private var tables: [Int]
    private var persons: [Int]
    private var prisonerVisits: [PrisonerIndex: [SessionIndex]] = [:]
    private var familyDays: [FamilyIndex: [Int]] = [:]
    private var pairPlaces: [Pair: Int] = [:]
    private var tripsMade: [HomeDay: Int] = [:]
    private var money: [Problem.Purse: Int] = [:]
    /// What each purse holds; the smallest where several rows mention one.
    private let limits: [Problem.Purse: Int]

    init(_ problem: Problem, _ visits: [Assignment]) {
        self.problem = problem
        tables = problem.sessions.map(\.tables)
        persons = problem.sessions.map { $0.seats ?? .max }
        limits = Dictionary(problem.budgets.map { ($0.purse, $0.money) }, uniquingKeysWith: min)
        for visit in visits { add(visit) }
    }

    mutating func add(_ visit: Assignment) { change(visit, by: 1) }

    mutating func remove(_ visit: Assignment) { change(visit, by: -1) }

    private mutating func change(_ visit: Assignment, by sign: Int) {
        let request = problem.requests[visit.request.position]
        let session = problem.sessions[visit.session.position]
        tables[visit.session.position] -= sign * problem.tables(for: visit.request)
        if persons[visit.session.position] != .max { persons[visit.session.position] -= sign * request.party }
        if sign > 0 {
            prisonerVisits[request.prisoner, default: []].append(visit.session)
            familyDays[request.family, default: []].append(session.day)
        } else {
            prisonerVisits[request.prisoner]?.removeOne(visit.session)
            familyDays[request.family]?.removeOne(session.day)
        }
        let purse = problem.purse(of: request, onDay: session.day)
        if !limits.isEmpty {
            let option = problem.options(of: visit.request).first { $0.session == visit.session }
            money[purse, default: 0] += sign * Int(option?.money ?? 0)
        }
        guard let home = request.escortHome, let escort = problem.escort(of: home, on: session.day) else { return }
        let pair = Pair(home: home, session: visit.session)
        let before = pairPlaces[pair, default: 0]
        let after = before + sign * request.escortPlaces
        pairPlaces[pair] = after
        let trips = Self.trips(after, escort.maxChildren) - Self.trips(before, escort.maxChildren)
        guard trips != 0 else { return }
        for day in problem.daysAway(from: home, to: visit.session) {
            tripsMade[HomeDay(home: home, day: day), default: 0] += trips
        }
        money[purse, default: 0] += trips * problem.tripCharge(from: home, to: visit.session).money
    }

    private static func trips(_ places: Int, _ most: Int) -> Int { (places + most - 1) / most }

    /// All that blocks an option of a request; nothing where it could be taken as well.
    func obstacles(to option: Problem.Option, of index: RequestIndex) -> Obstacles {
        let request = problem.requests[index.position]
        let session = problem.sessions[option.session.position]
        var found: Obstacles = []
        var cost = Int(option.money)
        if let home = request.escortHome {
            if let trips = addedTrips(home, option.session, request.escortPlaces) {
                cost += trips * problem.tripCharge(from: home, to: option.session).money
            } else {
                found.insert(.escort)
            }
        }
        if !quotaAllows(option, request) { found.insert(.quota) }
        if tables[option.session.position] < problem.tables(for: index)
            || persons[option.session.position] < request.party
        {
            found.insert(.full)
        }
        // What costs nothing is not held up by a budget that is used up.
        let purse = problem.purse(of: request, onDay: session.day)
        if cost > 0, let limit = limits[purse], money[purse, default: 0] + cost > limit { found.insert(.budget) }
        let minGap = problem.prisoners[request.prisoner.position].minGap
        let isTooNear = prisonerVisits[request.prisoner, default: []].contains {
            abs(problem.sessions[$0.position].day - session.day) < minGap
        }
        if isTooNear || familyDays[request.family, default: []].contains(session.day) { found.insert(.gap) }
        return found
    }

    /// Trips that taking the children along would add, or nil where escorts cannot make them.
    func addedTrips(_ home: EscortHomeIndex, _ session: SessionIndex, _ places: Int) -> Int? {
        let day = problem.sessions[session.position].day
        guard let escort = problem.escort(of: home, on: day) else { return nil }
        let present = pairPlaces[Pair(home: home, session: session), default: 0]
        let added = Self.trips(present + places, escort.maxChildren) - Self.trips(present, escort.maxChildren)
        let isPossible = problem.daysAway(from: home, to: session).allSatisfy { day in
            guard let escort = problem.escort(of: home, on: day) else { return false }
            return tripsMade[HomeDay(home: home, day: day), default: 0] + added <= escort.trips
        }
        return isPossible ? added : nil
    }

    private func quotaAllows(_ option: Problem.Option, _ request: Problem.Request) -> Bool {
        let position = request.prisoner.position
        let prisoner = problem.prisoners[position]
        let session = problem.sessions[option.session.position]
        let span = problem.periods.spans(for: position)[problem.periods.number(of: session.day, for: position)]
        let visits = prisonerVisits[request.prisoner, default: []].map { problem.sessions[$0.position] }.filter {
            span.contains(problem.start + $0.day)
        }
        let used = prisoner.used.reduce(0) { $0 + (span.contains($1.day) ? $1.visits : 0) }
        guard visits.count + used < prisoner.quota.visits else { return false }
        let minutes = visits.reduce(session.minutes) { $0 + $1.minutes }
        return minutes <= prisoner.quota.minutes ?? .max
    }
}

extension Array where Element: Equatable {
    /// Takes out the first element that equals `element`.
    fileprivate mutating func removeOne(_ element: Element) {
        if let position = firstIndex(of: element) { remove(at: position) }
    }
}
