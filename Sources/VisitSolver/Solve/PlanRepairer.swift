import VisitModel

/// Takes visits out of a solution that turned out not to hold, and gives their requests another session where there is
/// room for one.
///
/// The solver counts adults, money and tables; whoever knows the persons knows more. Nothing else of the plan is moved.
public struct PlanRepairer: Sendable {
    /// For want of what a visit does not hold, or cannot be.
    public enum Shortage: Sendable, Hashable {
        /// An adult who goes along.
        case adult
        /// A visit of the prisoner's quota.
        case quota
        /// A table, or a seat.
        case table
        /// Money.
        case money
        /// The least time between two visits to the prisoner, or a day without another visit of the family.
        case gap
        /// That nobody is in two places, and that those are apart who must be.
        case presence
    }

    /// The visits, by request and time.
    public private(set) var visits: Set<Assignment>

    private let problem: Problem
    private let solution: Solution
    private var room: ResidualCapacity
    private var barred: [Assignment: ResidualCapacity.Obstacles] = [:]
    private var byRequest: [RequestIndex: [Assignment]] = [:]
    private let published: Set<Assignment>
    private var isChanged = false

    /// A repairer of `solution`, which solves `problem`.
    public init(_ problem: Problem, _ solution: Solution) {
        self.problem = problem
        self.solution = solution
        visits = Set(solution.visits)
        room = ResidualCapacity(problem, solution.visits)
        published = Set(problem.published)
        for visit in solution.visits { byRequest[visit.request, default: []].append(visit) }
    }

    private func day(of visit: Assignment) -> Int { problem.sessions[visit.session.position].day }

    /// Takes out a visit that does not hold; its request is not given that session again.
    public mutating func takeOut(_ visit: Assignment, for shortage: Shortage) {
        bar(visit, for: shortage)
        guard visits.remove(visit) != nil else { return }
        isChanged = true
        room.remove(visit)
        byRequest[visit.request]?.removeAll { $0 == visit }
    }

    /// Puts visits of the plan before back in that the solution has left out though there is room for them and they are worth
    /// more than they cost: what people were told does not change for nothing.
    public mutating func restorePublished() {
        for visit in problem.published where !visits.contains(visit) && isWorthwhile(visit) {
            guard let option = option(of: visit), room.obstacles(to: option, of: visit.request).isEmpty else {
                continue
            }
            put(visit)
        }
    }

    private mutating func put(_ visit: Assignment) {
        visits.insert(visit)
        room.add(visit)
        byRequest[visit.request, default: []].append(visit)
        isChanged = true
    }

    private func option(of visit: Assignment) -> Problem.Option? {
        problem.options(of: visit.request).first { $0.session == visit.session }
    }

    /// Whether a visit that is not in the plan would be worth more points to it than it costs.
    public func isWorthwhile(_ visit: Assignment) -> Bool {
        option(of: visit).map { gain(of: $0, for: visit.request) > 0 } ?? false
    }

    /// Notes that a visit would not hold.
    public mutating func bar(_ visit: Assignment, for shortage: Shortage) {
        barred[visit, default: []].insert(Self.obstacle(shortage))
    }

    private static func obstacle(_ shortage: Shortage) -> ResidualCapacity.Obstacles {
        switch shortage {
        case .adult: .escort
        case .quota: .quota
        case .table: .full
        case .money: .budget
        case .gap: .gap
        case .presence: .clash
        }
    }

    /// For want of what a visit cannot be; nothing where it could.
    ///
    /// - Parameter isBesideOwn: whether it is asked about beside the other visits of its request, and not in their place.
    public mutating func shortages(of visit: Assignment, besideOwn isBesideOwn: Bool = false) -> [Shortage] {
        guard let option = option(of: visit) else { return [] }
        let own = isBesideOwn ? [] : byRequest[visit.request, default: []]
        for other in own { room.remove(other) }
        let obstacles = room.obstacles(to: option, of: visit.request).union(barred[visit, default: []])
        for other in own { room.add(other) }
        let shortages: [Shortage] = [.adult, .quota, .table, .money, .gap, .presence]
        return shortages.filter { obstacles.contains(Self.obstacle($0)) }
    }

    /// Whether a visit of the plan is worth more to its request than another one would be that is not in it.
    public mutating func isBetter(_ visit: Assignment, than other: Assignment) -> Bool {
        guard visit.request == other.request, visits.contains(visit), let taken = option(of: visit),
            let left = option(of: other)
        else { return false }
        let before = byRequest[visit.request]
        room.remove(visit)
        byRequest[visit.request]?.removeAll { $0 == visit }
        let isBetter = gain(of: taken, for: visit.request) > gain(of: left, for: visit.request)
        room.add(visit)
        byRequest[visit.request] = before
        return isBetter
    }

    /// Gives `request` its best session among those that have room and no known obstacle; none where no session is
    /// worth a visit.
    ///
    /// - Parameter shortage: for want of what the request cannot have a session; nil where it can.
    public mutating func place(
        _ request: RequestIndex, unless shortage: (SessionIndex) -> Shortage?
    ) -> Assignment? {
        let ranked = problem.options(of: request).compactMap { option -> (gain: Int, visit: Assignment)? in
            let visit = Assignment(request: request, session: option.session)
            guard barred[visit] == nil, room.obstacles(to: option, of: request).isEmpty else { return nil }
            let gain = gain(of: option, for: request)
            return gain > 0 ? (gain, visit) : nil
        }.sorted { ($1.gain, $0.visit) < ($0.gain, $1.visit) }
        for (_, visit) in ranked {
            if let shortage = shortage(visit.session) {
                bar(visit, for: shortage)
                continue
            }
            put(visit)
            return visit
        }
        return nil
    }

    /// The points that a visit adds to the plan. What a link would save is left out.
    private func gain(of option: Problem.Option, for index: RequestIndex) -> Int {
        let (weights, request) = (problem.weights, problem.requests[index.position])
        let visit = Assignment(request: index, session: option.session)
        let before = byRequest[index, default: []].map(day).sorted()
        var points = weights.visit + weights.minute * problem.sessions[option.session.position].minutes
        points -= weights.cost * Int(option.cost)
        if let home = request.escortHome, let trips = room.addedTrips(home, option.session, request.escortPlaces) {
            points -= weights.cost * trips * problem.tripCharge(from: home, to: option.session).cost
        }
        if published.contains(visit) { points += weights.change }
        return points + value((before + [day(of: visit)]).sorted(), index) - value(before, index)
    }

    /// The points of a request's visits on these days, apart from what each visit is worth in itself.
    private func value(_ days: [Int], _ index: RequestIndex) -> Int {
        let (weights, request) = (problem.weights, problem.requests[index.position])
        let due = problem.due(index)
        var points = 0
        if due < problem.days, let first = days.first, first <= due { points += weights.covered * request.children }
        var last = request.lastVisit ?? -request.maxGap
        for day in days + [problem.days] {
            points -= weights.gapCost(day - last, children: request.children, maxGap: request.maxGap)
            last = day
        }
        return points
    }

    /// The problem and its solution as they are now: judged again, with a reason for every request without a visit. What had to be
    /// in every plan and did not hold must be no longer.
    public func repaired() -> (problem: Problem, solution: Solution) {
        guard isChanged else { return (problem, solution) }
        let problem = problem.with(fixed: problem.fixed.filter(visits.contains), warnings: problem.warnings)
        var repaired = solution
        repaired.visits = visits.sorted { a, b in
            let (first, second) = (problem.sessions[a.session.position], problem.sessions[b.session.position])
            return a.request != b.request
                ? a.request < b.request
                : (first.day, first.startMinute, a.session) < (second.day, second.startMinute, b.session)
        }
        repaired.verdict = Judge.check(problem, repaired.visits)
        repaired.refused =
            RefusalFinder(problem, repaired.visits, saturated: solution.saturated, barred: barred).refused()
        repaired.certificate.score = repaired.verdict.score
        // Without a visit that every plan had to hold, a plan can be better than all of those.
        repaired.certificate.bound = max(repaired.certificate.bound, repaired.verdict.score)
        repaired.certificate.objective = repaired.verdict.objective
        repaired.certificate.covered.value = repaired.verdict.objective.covered
        repaired.certificate.covered.bound = solution.certificate.covered.bound.map {
            max($0, repaired.verdict.objective.covered)
        }
        repaired.certificate.visits.value = repaired.verdict.objective.visits
        for (position, score) in repaired.verdict.prisonScores.enumerated()
        where repaired.certificate.prisons.indices.contains(position) {
            repaired.certificate.prisons[position].score = score
        }
        return (problem, repaired)
    }
}
