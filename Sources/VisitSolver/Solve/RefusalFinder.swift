import VisitModel

/// Says of every request without a visit why it has none, by looking at the finished plan.
///
/// A reason is what alone blocks a session: were it lifted, the visit could be added to the plan. Where
/// nothing alone does, all that is missing at once is told.
struct RefusalFinder {
    private let problem: Problem
    private let saturated: [RequestIndex: [SessionIndex]]
    private let barred: [Assignment: ResidualCapacity.Obstacles]
    private let hasVisit: [Bool]
    private let room: ResidualCapacity
    private let sessionsOfPrison: [Int]

    /// - Parameter barred: visits that were found not to hold, and for want of what.
    init(
        _ problem: Problem, _ visits: [Assignment], saturated: [RequestIndex: [SessionIndex]],
        barred: [Assignment: ResidualCapacity.Obstacles] = [:]
    ) {
        self.problem = problem
        self.saturated = saturated
        self.barred = barred
        var hasVisit = [Bool](repeating: false, count: problem.requests.count)
        for visit in visits { hasVisit[visit.request.position] = true }
        self.hasVisit = hasVisit
        room = ResidualCapacity(problem, visits)
        var sessionsOfPrison = Array(repeating: 0, count: problem.prisons.count)
        for session in problem.sessions where (0..<problem.days).contains(session.day) {
            sessionsOfPrison[session.prison.position] += 1
        }
        self.sessionsOfPrison = sessionsOfPrison
    }

    /// The requests without a visit, in the order of the problem.
    func refused() -> [RefusedRequest] {
        problem.requests.indices.filter { !hasVisit[$0] }.map { reason(RequestIndex($0)) }
    }

    private func reason(_ index: RequestIndex) -> RefusedRequest {
        let options = problem.options(of: index)
        guard !options.isEmpty else { return withoutOptions(index) }
        var counts: [ResidualCapacity.Obstacles: Int] = [:]
        var full: [String] = []
        for option in options {
            let visit = Assignment(request: index, session: option.session)
            let obstacles = room.obstacles(to: option, of: index).union(barred[visit, default: []])
            counts[obstacles, default: 0] += 1
            if obstacles.contains(.full) { full.append(problem.sessions[option.session.position].id.text) }
        }
        let facts = [RefusalFact(name: "options", value: .count(options.count))]
        // One way that is open is enough: then the plan chose otherwise.
        if let open = counts[[]] {
            return RefusedRequest(
                request: index, code: .outweighed, facts: facts + [RefusalFact(name: "open", value: .count(open))])
        }
        let missing = Self.missing(counts)
        let parts = ResidualCapacity.Obstacles.all.filter(missing.contains)
        let besides = parts.dropFirst().map { code($0, index).rawValue }
        return RefusedRequest(
            request: index, code: code(parts[0], index),
            facts: facts + self.facts(parts[0], index, full: full)
                + (besides.isEmpty ? [] : [RefusalFact(name: RefusalFact.besides, value: .list(besides))]))
    }

    /// What is missing: the one thing that alone stands in the way of most sessions; where none does, the fewest things at
    /// once, of equals those that stand in the way of most sessions.
    private static func missing(_ counts: [ResidualCapacity.Obstacles: Int]) -> ResidualCapacity.Obstacles {
        func size(_ obstacles: ResidualCapacity.Obstacles) -> Int { obstacles.rawValue.nonzeroBitCount }
        let best = counts.min { a, b in
            (size(a.key), -a.value, a.key.rawValue) < (size(b.key), -b.value, b.key.rawValue)
        }
        return best?.key ?? []
    }

    private func code(_ obstacle: ResidualCapacity.Obstacles, _ index: RequestIndex) -> Refusal.Code {
        switch obstacle {
        case .escort: problem.requests[index.position].escortHome == nil ? .noCompanion : .noEscort
        case .quota: .quotaUsed
        case .full: .sessionsFull
        case .budget: .noBudget
        case .gap: .tooSoon
        default: .doesNotHold
        }
    }

    private func facts(_ obstacle: ResidualCapacity.Obstacles, _ index: RequestIndex, full: [String]) -> [RefusalFact] {
        let prisoner = prisoner(index)
        switch obstacle {
        case .escort:
            let home = problem.requests[index.position].escortHome.map { problem.escortHomes[$0.position].text }
            return home.map { [RefusalFact(name: "home", value: .text($0))] } ?? []
        case .quota:
            return [
                RefusalFact(name: "quota", value: .count(prisoner.quota.visits)),
                RefusalFact(name: "prisoner", value: .text(prisoner.id.text)),
            ]
        case .full:
            let seen = (saturated[index] ?? []).map { problem.sessions[$0.position].id.text }
            return [RefusalFact(name: "sessions", value: .list(full))]
                + (seen.isEmpty ? [] : [RefusalFact(name: "saturated", value: .list(seen))])
        case .budget: return [monthsFact(index)]
        case .gap: return [RefusalFact(name: "minGap", value: .count(prisoner.minGap))]
        default: return []
        }
    }

    private func withoutOptions(_ index: RequestIndex) -> RefusedRequest {
        let sessions = sessionsOfPrison[prisoner(index).prison.position]
        let tooSoon = Int(problem.tooSoon[index.position])
        let facts = [
            RefusalFact(name: "options", value: .count(0)), RefusalFact(name: "sessions", value: .count(sessions)),
            RefusalFact(name: "tooSoon", value: .count(tooSoon)),
        ]
        let code: Refusal.Code = tooSoon > 0 ? .tooSoon : sessions == 0 ? .noSession : .noJourney
        return RefusedRequest(request: index, code: code, facts: facts)
    }

    private func monthsFact(_ index: RequestIndex) -> RefusalFact {
        let days = problem.options(of: index).map { problem.sessions[$0.session.position].day }
        let months = Set(days.map { (problem.start + $0).month }).sorted()
        return RefusalFact(name: "months", value: .list(months.map(\.description)))
    }

    private func prisoner(_ index: RequestIndex) -> Problem.Prisoner {
        problem.prisoners[problem.requests[index.position].prisoner.position]
    }
}
