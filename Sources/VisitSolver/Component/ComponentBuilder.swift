import VisitModel

/// Cuts one component out of a problem.
struct ComponentBuilder {
    private let problem: Problem
    private let pockets: BudgetPockets
    private var component: Component
    private var sessionNumber: [Int32]
    private var allowanceNumber: [Allowance.Key: Int] = [:]
    private var pairNumber: [Int: Int] = [:]
    private var homeDayNumber: [Int: Int] = [:]
    private var budgetNumber: [Int: Int] = [:]
    private var prisonNumber: [PrisonIndex: Int] = [:]
    private var familyNumber: [FamilyIndex: Int] = [:]
    private var localRequest: [RequestIndex: Int] = [:]
    private let fixed: Set<Assignment>
    private let published: Set<Assignment>

    init(_ problem: Problem) {
        self.problem = problem
        pockets = BudgetPockets(problem)
        component = Component(days: problem.days, weights: problem.weights)
        sessionNumber = Array(repeating: -1, count: problem.sessions.count)
        fixed = Set(problem.fixed)
        published = Set(problem.published)
    }

    /// The component of these requests, which must share nothing with any other.
    mutating func component(of requests: [RequestIndex]) -> Component {
        component = Component(days: problem.days, weights: problem.weights)
        pairNumber = [:]
        homeDayNumber = [:]
        budgetNumber = [:]
        prisonNumber = [:]
        localRequest = [:]
        countFamilies(requests)
        let sorted = requests.sorted { a, b in
            (problem.requests[a.position].prisoner, a) < (problem.requests[b.position].prisoner, b)
        }
        for unit in sorted.chunked(by: { prisoner(of: $0) == prisoner(of: $1) }) { addUnit(unit) }
        indexSessions()
        addLinks()
        for session in component.sessions { sessionNumber[session.index.position] = -1 }
        return component
    }

    private func prisoner(of request: RequestIndex) -> PrisonerIndex { problem.requests[request.position].prisoner }

    /// Only households with several requests need watching.
    private mutating func countFamilies(_ requests: [RequestIndex]) {
        familyNumber = [:]
        var seen: Set<FamilyIndex> = []
        for request in requests {
            let family = problem.requests[request.position].family
            guard !seen.insert(family).inserted, familyNumber[family] == nil else { continue }
            familyNumber[family] = familyNumber.count
        }
        component.familyCount = familyNumber.count
    }

    private mutating func addUnit(_ requests: [RequestIndex]) {
        let index = prisoner(of: requests[0])
        let prisoner = problem.prisoners[index.position]
        let firstRequest = component.requests.count
        for request in requests { add(request) }
        var options: [(option: Problem.Option, request: Int)] = []
        for (offset, request) in requests.enumerated() {
            for option in problem.options(of: request) where isPossible(option, request) {
                options.append((option, firstRequest + offset))
            }
        }
        if requests.count > 1 {
            options.sort { a, b in
                let (first, second) = (key(a.option), key(b.option))
                return first == second ? a.request < b.request : first < second
            }
        }
        let lengths = Array(Set(options.map { problem.sessions[$0.option.session.position].minutes })).sorted()
        let firstOption = component.optionRequest.count
        let prison = number(ofPrison: prisoner.prison)
        for (option, request) in options { add(option, request: request, prisoner: index, lengths: lengths) }
        var unit = Component.Unit(
            requests: firstRequest..<component.requests.count,
            options: firstOption..<component.optionRequest.count, minGap: prisoner.minGap, prison: prison, allowance: 0,
            periodStart: component.periodStates.count, periods: 0)
        addAllowance(of: index, lengths: lengths, to: &unit)
        component.units.append(unit)
        component.prisoners.append(index)
    }

    private func key(_ option: Problem.Option) -> (Int, Int, SessionIndex) {
        let session = problem.sessions[option.session.position]
        return (session.day, session.startMinute, option.session)
    }

    /// An option that no plan can hold, whatever the others do, is left out.
    private func isPossible(_ option: Problem.Option, _ index: RequestIndex) -> Bool {
        let request = problem.requests[index.position]
        let session = problem.sessions[option.session.position]
        guard problem.tables(for: index) <= session.tables, request.party <= session.seats ?? .max else { return false }
        guard let home = request.escortHome else { return true }
        guard let escort = problem.escort(of: home, on: session.day) else { return false }
        let trips = (request.escortPlaces + escort.maxChildren - 1) / escort.maxChildren
        return problem.daysAway(from: home, to: option.session).allSatisfy { day in
            problem.escort(of: home, on: day).map { $0.trips >= trips } ?? false
        }
    }

    private mutating func add(_ index: RequestIndex) {
        let request = problem.requests[index.position]
        let due = problem.due(index)
        localRequest[index] = component.requests.count
        component.requests.append(
            Component.Request(
                index: index, unit: component.units.count, tables: problem.tables(for: index), party: request.party,
                children: request.children, escortPlaces: request.escortPlaces,
                last: request.lastVisit ?? -request.maxGap, maxGap: request.maxGap,
                due: due, isDue: due < problem.days, family: familyNumber[request.family] ?? -1, links: []))
    }

    private mutating func add(
        _ option: Problem.Option, request local: Int, prisoner: PrisonerIndex, lengths: [Int]
    ) {
        let session = problem.sessions[option.session.position]
        let index = component.requests[local].index
        let visit = Assignment(request: index, session: option.session)
        let weights = problem.weights
        let isKept = published.contains(visit)
        let gain =
            weights.visit + weights.minute * session.minutes - weights.cost * Int(option.cost)
            + (isKept ? weights.change : 0)
        component.optionRequest.append(Int32(local))
        component.optionSession.append(Int32(number(ofSession: option.session)))
        component.optionDay.append(Int32(session.day))
        component.optionPeriod.append(Int32(problem.periods.number(of: session.day, for: prisoner.position)))
        component.optionLength.append(Int32(lengths.firstIndex(of: session.minutes) ?? 0))
        component.optionMinutes.append(Int32(session.minutes))
        component.optionGain.append(Double(gain))
        component.optionMoney.append(option.money)
        component.optionBudget.append(Int32(number(ofBudgetFor: option, problem.requests[index.position])))
        component.optionPair.append(Int32(pair(option, index)))
        component.isFixed.append(fixed.contains(visit))
        component.isPublished.append(isKept)
    }

    private mutating func addAllowance(of index: PrisonerIndex, lengths: [Int], to unit: inout Component.Unit) {
        let prisoner = problem.prisoners[index.position]
        let spans = problem.periods.spans(for: index.position)
        let used = spans.map { span in
            prisoner.used.reduce(0) { $0 + (span.contains($1.day) ? $1.visits : 0) }
        }
        let longest = spans.map(\.count).max() ?? 1
        let perDay = prisoner.minGap == 0 ? max(1, unit.requests.count) : 1
        let key = Allowance.Key(
            visits: prisoner.quota.visits, minutes: prisoner.quota.minutes, lengths: lengths,
            starts: Array(Set(used)).sorted(),
            mostInPeriod: perDay * ((min(longest, problem.days) - 1) / max(1, prisoner.minGap) + 1))
        if allowanceNumber[key] == nil || component.allowances.isEmpty {
            if component.allowances.isEmpty { allowanceNumber = [:] }
            allowanceNumber[key] = component.allowances.count
            component.allowances.append(Allowance(key))
        }
        unit.allowance = allowanceNumber[key, default: 0]
        unit.periods = spans.count
        let allowance = component.allowances[unit.allowance]
        component.periodFirstDays += spans.map(\.first)
        for used in used {
            component.periodRoom.append(max(0, prisoner.quota.visits - used))
            component.periodStates.append(allowance.strict.starts[used, default: 0])
            component.relaxedPeriodStates.append(allowance.relaxed.starts[used, default: 0])
        }
    }

    // MARK: Numbers within the component

    private mutating func number(ofPrison prison: PrisonIndex) -> Int {
        if let number = prisonNumber[prison] { return number }
        prisonNumber[prison] = component.prisons.count
        component.prisons.append(prison)
        return component.prisons.count - 1
    }

    private mutating func number(ofSession index: SessionIndex) -> Int {
        if sessionNumber[index.position] >= 0 { return Int(sessionNumber[index.position]) }
        let session = problem.sessions[index.position]
        sessionNumber[index.position] = Int32(component.sessions.count)
        component.sessions.append(
            Component.Session(
                index: index, day: session.day, tables: session.tables, seats: session.seats ?? .max,
                prison: number(ofPrison: session.prison)))
        return component.sessions.count - 1
    }

    private mutating func number(ofBudgetFor option: Problem.Option, _ request: Problem.Request) -> Int {
        guard let pocket = pockets.pocket(of: option, request: request) else { return -1 }
        if let number = budgetNumber[pocket] { return number }
        budgetNumber[pocket] = component.budgets.count
        component.budgets.append(pockets.money[pocket])
        component.purses.append(pockets.purses[pocket])
        return component.budgets.count - 1
    }

    private mutating func pair(_ option: Problem.Option, _ request: RequestIndex) -> Int {
        guard let home = problem.requests[request.position].escortHome else { return -1 }
        let session = problem.sessions[option.session.position]
        guard let escort = problem.escort(of: home, on: session.day) else { return -1 }
        let name = home.position * problem.sessions.count + option.session.position
        if let known = pairNumber[name] { return known }
        let homeDay = number(ofDay: session.day, home, trips: escort.trips)
        let others = problem.daysAway(from: home, to: option.session).filter { $0 != session.day }.map { day in
            number(ofDay: day, home, trips: problem.escort(of: home, on: day)?.trips ?? 0)
        }
        let charge = problem.tripCharge(from: home, to: option.session)
        pairNumber[name] = component.pairs.count
        component.pairs.append(
            Component.Pair(
                homeDay: homeDay, otherHomeDays: others, session: number(ofSession: option.session),
                places: escort.maxChildren, cost: charge.cost * problem.weights.cost, money: charge.money))
        return component.pairs.count - 1
    }

    private mutating func number(ofDay day: Int, _ home: EscortHomeIndex, trips: Int) -> Int {
        let name = home.position * problem.days + day
        if let known = homeDayNumber[name] { return known }
        homeDayNumber[name] = component.homeDayTrips.count
        component.homeDayTrips.append(trips)
        component.homeDays.append((home, day))
        return component.homeDayTrips.count - 1
    }

    private mutating func indexSessions() {
        var counts = [Int](repeating: 0, count: component.sessions.count)
        for session in component.optionSession { counts[Int(session)] += 1 }
        var end = 0
        component.sessionOptionEnds = counts.map { count in
            end += count
            return end
        }
        var next = zip(component.sessionOptionEnds, counts).map { $0 - $1 }
        component.sessionOptions = Array(repeating: 0, count: end)
        for (option, session) in component.optionSession.enumerated() {
            component.sessionOptions[next[Int(session)]] = Int32(option)
            next[Int(session)] += 1
        }
    }

    private mutating func addLinks() {
        for link in problem.links {
            guard let first = localRequest[link.first], let second = localRequest[link.second] else { continue }
            component.requests[first].links.append(component.links.count)
            component.requests[second].links.append(component.links.count)
            component.links.append(
                Component.Link(
                    first: first, second: second, maxDaysApart: link.maxDaysApart,
                    saving: link.saving * problem.weights.cost))
        }
        component.publishedCounts = Array(repeating: 0, count: component.prisons.count)
        for visit in problem.published {
            guard let request = localRequest[visit.request] else { continue }
            component.publishedCounts[component.units[component.requests[request].unit].prison] += 1
        }
        component.mustHave = mustHave()
    }

    /// A power of two above all that one unit's visits can gain or lose, so that sums with it stay exact.
    private func mustHave() -> Double {
        var most = 1.0
        for unit in component.units {
            var sum = 0.0
            for option in unit.options { sum += abs(component.optionGain[option]) }
            for number in unit.requests {
                let request = component.requests[number]
                let span = component.days + abs(request.last)
                let cost = problem.weights.gapCost(span, children: request.children, maxGap: 0)
                sum += Double(problem.weights.covered * request.children) + 2 * Double(cost)
            }
            most = max(most, sum)
        }
        for link in component.links { most += Double(link.saving * component.days) }
        var power = 2.0
        while power < 4 * most { power *= 2 }
        return power
    }
}
