import VisitModel

/// Says of every request without a visit why it has none, by looking at the finished plan.
struct RefusalFinder {
    private let problem: Problem
    private let saturated: [RequestIndex: [SessionIndex]]
    private let hasVisit: [Bool]
    private var tables: [Int]
    private var persons: [Int]
    private var prisonerVisits: [Int: [Int]] = [:]
    private var familyDays: [FamilyIndex: Set<Int>] = [:]
    private var pairPlaces: [Pair: Int] = [:]
    private var money: [Problem.Purse: Int] = [:]
    private var payerOfHome: [EscortHomeIndex: Int] = [:]
    private var sessionsOfPrison: [Int]

    private struct Pair: Hashable {
        var home: EscortHomeIndex
        var session: SessionIndex
    }

    /// Why an option is not taken. The order decides between reasons that hold equally often.
    private enum Obstacle: Int, CaseIterable {
        case escort, quota, full, budget, gap, open
    }

    init(_ problem: Problem, _ visits: [Assignment], saturated: [RequestIndex: [SessionIndex]]) {
        self.problem = problem
        self.saturated = saturated
        var hasVisit = [Bool](repeating: false, count: problem.requests.count)
        tables = problem.sessions.map(\.tables)
        persons = problem.sessions.map { $0.seats ?? .max }
        sessionsOfPrison = Array(repeating: 0, count: problem.prisons.count)
        for session in problem.sessions where (0..<problem.days).contains(session.day) {
            sessionsOfPrison[session.prison.position] += 1
        }
        for visit in visits {
            hasVisit[visit.request.position] = true
            let request = problem.requests[visit.request.position]
            let session = problem.sessions[visit.session.position]
            tables[visit.session.position] -= problem.tables(for: visit.request)
            if persons[visit.session.position] != .max { persons[visit.session.position] -= request.party }
            prisonerVisits[request.prisoner.position, default: []].append(visit.session.position)
            familyDays[request.family, default: []].insert(session.day)
            if let home = request.escortHome {
                pairPlaces[Pair(home: home, session: visit.session), default: 0] += request.escortPlaces
            }
        }
        self.hasVisit = hasVisit
        spend(visits)
    }

    private mutating func spend(_ visits: [Assignment]) {
        guard !problem.budgets.isEmpty else { return }
        for visit in visits {
            let day = problem.sessions[visit.session.position].day
            let option = problem.options(of: visit.request).first { $0.session == visit.session }
            let request = problem.requests[visit.request.position]
            money[problem.purse(of: request, onDay: day), default: 0] += Int(option?.money ?? 0)
            if let home = request.escortHome { payerOfHome[home] = request.payer }
        }
        for (pair, children) in pairPlaces {
            let session = problem.sessions[pair.session.position]
            guard let escort = problem.escort(of: pair.home, on: session.day) else { continue }
            let trips = (children + escort.maxChildren - 1) / escort.maxChildren
            let month = (problem.start + session.day).month
            money[Problem.Purse(payer: payerOfHome[pair.home, default: 0], month: month), default: 0] +=
                trips * problem.tripCharge(from: pair.home, to: session.prison).money
        }
    }

    /// The requests without a visit, in the order of the problem.
    func refused() -> [RefusedRequest] {
        problem.requests.indices.filter { !hasVisit[$0] }.map { reason(RequestIndex($0)) }
    }

    private func reason(_ index: RequestIndex) -> RefusedRequest {
        let options = problem.options(of: index)
        guard !options.isEmpty else { return withoutOptions(index) }
        var counts = [Int](repeating: 0, count: Obstacle.allCases.count)
        var full: [String] = []
        for option in options {
            let obstacle = obstacle(option, index)
            counts[obstacle.rawValue] += 1
            if obstacle == .full { full.append(problem.sessions[option.session.position].id.text) }
        }
        let most = counts.max() ?? 0
        // One way that is open is enough: then the plan chose otherwise.
        let main = counts[Obstacle.open.rawValue] > 0 ? .open : Obstacle.allCases.first { counts[$0.rawValue] == most }
        var facts = [RefusalFact(name: "options", value: .count(options.count))]
        switch main ?? .open {
        case .escort: return RefusedRequest(request: index, code: .noEscort, facts: facts + [homeFact(index)])
        case .quota:
            facts.append(RefusalFact(name: "quota", value: .count(quota(index).visits)))
            facts.append(RefusalFact(name: "prisoner", value: .text(prisoner(index).id.text)))
            return RefusedRequest(request: index, code: .quotaUsed, facts: facts)
        case .full:
            let seen = (saturated[index] ?? []).map { problem.sessions[$0.position].id.text }
            facts.append(RefusalFact(name: "sessions", value: .list(full)))
            if !seen.isEmpty { facts.append(RefusalFact(name: "saturated", value: .list(seen))) }
            return RefusedRequest(request: index, code: .sessionsFull, facts: facts)
        case .budget: return RefusedRequest(request: index, code: .noBudget, facts: facts + [monthsFact(index)])
        case .gap:
            facts.append(RefusalFact(name: "minGap", value: .count(prisoner(index).minGap)))
            return RefusedRequest(request: index, code: .tooSoon, facts: facts)
        case .open:
            facts.append(RefusalFact(name: "open", value: .count(counts[Obstacle.open.rawValue])))
            return RefusedRequest(request: index, code: .outweighed, facts: facts)
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

    private func obstacle(_ option: Problem.Option, _ index: RequestIndex) -> Obstacle {
        let request = problem.requests[index.position]
        let session = problem.sessions[option.session.position]
        var trips = 0
        if let home = request.escortHome {
            guard let needed = newTrips(home, option.session, request.escortPlaces) else { return .escort }
            trips = needed
        }
        if !quotaAllows(option, index) { return .quota }
        if tables[option.session.position] < problem.tables(for: index) { return .full }
        if persons[option.session.position] < request.party { return .full }
        let fare = request.escortHome.map { problem.tripCharge(from: $0, to: session.prison).money } ?? 0
        let purse = problem.purse(of: request, onDay: session.day)
        let cost = Int(option.money) + trips * fare
        // What costs nothing is not held up by a budget that is used up.
        let isTooDear = problem.budgets.contains { $0.purse == purse && money[purse, default: 0] + cost > $0.money }
        if cost > 0, isTooDear {
            return .budget
        }
        let minGap = prisoner(index).minGap
        let others = prisonerVisits[request.prisoner.position, default: []]
        if others.contains(where: { abs(problem.sessions[$0].day - session.day) < minGap }) { return .gap }
        return familyDays[request.family, default: []].contains(session.day) ? .gap : .open
    }

    /// Trips that taking the children along would add, or nil where escorts cannot make them.
    private func newTrips(_ home: EscortHomeIndex, _ session: SessionIndex, _ children: Int) -> Int? {
        let day = problem.sessions[session.position].day
        guard let escort = problem.escort(of: home, on: day) else { return nil }
        func trips(_ children: Int) -> Int { (children + escort.maxChildren - 1) / escort.maxChildren }
        let made = pairPlaces.reduce(0) { sum, entry in
            let isThatDay = entry.key.home == home && problem.sessions[entry.key.session.position].day == day
            return sum + (isThatDay ? trips(entry.value) : 0)
        }
        let present = pairPlaces[Pair(home: home, session: session), default: 0]
        let added = trips(present + children) - trips(present)
        return made + added <= escort.trips ? added : nil
    }

    private func quotaAllows(_ option: Problem.Option, _ index: RequestIndex) -> Bool {
        let request = problem.requests[index.position]
        let position = request.prisoner.position
        let session = problem.sessions[option.session.position]
        let span = problem.periods.spans(for: position)[problem.periods.number(of: session.day, for: position)]
        let visits = prisonerVisits[position, default: []].map { problem.sessions[$0] }.filter {
            span.contains(problem.start + $0.day)
        }
        let used = prisoner(index).used.reduce(0) { $0 + (span.contains($1.day) ? $1.visits : 0) }
        guard visits.count + used < quota(index).visits else { return false }
        let minutes = visits.reduce(session.minutes) { $0 + $1.minutes }
        return minutes <= quota(index).minutes ?? .max
    }

    private func homeFact(_ index: RequestIndex) -> RefusalFact {
        let home = problem.requests[index.position].escortHome.map { problem.escortHomes[$0.position].text }
        return RefusalFact(name: "home", value: .text(home ?? ""))
    }

    private func monthsFact(_ index: RequestIndex) -> RefusalFact {
        let days = problem.options(of: index).map { problem.sessions[$0.session.position].day }
        let months = Set(days.map { (problem.start + $0).month }).sorted()
        return RefusalFact(name: "months", value: .list(months.map(\.description)))
    }

    private func prisoner(_ index: RequestIndex) -> Problem.Prisoner {
        problem.prisoners[problem.requests[index.position].prisoner.position]
    }

    private func quota(_ index: RequestIndex) -> Problem.Quota { prisoner(index).quota }
}
