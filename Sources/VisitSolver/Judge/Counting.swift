import VisitModel

/// The judge's working sheet: the visits of a plan, grouped this way and that.
struct Counting {
    let problem: Problem
    /// The visits that are options, without repetition, by request, day and start.
    private(set) var visits: [Assignment] = []
    private let given: [Assignment]
    private(set) var violations: [Violation] = []
    private var totals: [Objective]
    private var money: [Problem.Purse: Int] = [:]

    init(_ problem: Problem, _ visits: [Assignment]) {
        self.problem = problem
        given = visits
        totals = Array(repeating: Objective(), count: max(1, problem.prisons.count))
    }

    var prisonScores: [Objective] { totals }
    var objective: Objective { totals.reduce(into: Objective()) { $0 += $1 } }

    // MARK: Hard rules

    mutating func checkOptions() {
        let sorted = given.sorted { a, b in
            a.request != b.request
                ? a.request < b.request : (day(a), start(a), a.session) < (day(b), start(b), b.session)
        }
        for (position, visit) in sorted.enumerated() {
            guard position == 0 || sorted[position - 1] != visit else {
                violations.append(Violation(.duplicate, [visit]))
                continue
            }
            guard let option = problem.options(of: visit.request).first(where: { $0.session == visit.session }) else {
                violations.append(Violation(.notAnOption, [visit]))
                continue
            }
            visits.append(visit)
            totals[prison(of: visit.request)].cost += Int(option.cost)
            money[purse(of: visit), default: 0] += Int(option.money)
        }
    }

    mutating func checkSessions() {
        forEachGroup(by: { $0.session.position }) { counting, group in
            let session = counting.problem.sessions[group[0].session.position]
            let tables = group.reduce(0) { $0 + counting.problem.tables(for: $1.request) }
            if tables > session.tables {
                counting.violations.append(Violation(.tables, group, found: tables, allowed: session.tables))
            }
            let persons = group.reduce(0) { $0 + counting.request($1).party }
            if let seats = session.seats, persons > seats {
                counting.violations.append(Violation(.seats, group, found: persons, allowed: seats))
            }
        }
    }

    mutating func checkPrisoners() {
        forEachGroup(by: { $0.request.position }, of: { $0.prisoner.position }) { counting, group in
            let prisoner = counting.request(group[0]).prisoner.position
            counting.checkGaps(group, of: prisoner)
            counting.checkQuota(group, of: prisoner)
        }
    }

    private mutating func checkGaps(_ group: [Assignment], of prisoner: Int) {
        let minGap = problem.prisoners[prisoner].minGap
        let sorted = group.sorted { (day($0), $0) < (day($1), $1) }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where day(later) - day(earlier) < minGap {
            violations.append(
                Violation(.minGap, [earlier, later], found: day(later) - day(earlier), allowed: minGap))
        }
    }

    private mutating func checkQuota(_ group: [Assignment], of prisoner: Int) {
        let quota = problem.prisoners[prisoner].quota
        func firstDay(_ visit: Assignment) -> Day { quota.period.days(around: problem.start + day(visit)).first }
        let sorted = group.sorted { (day($0), $0) < (day($1), $1) }
        for visits in sorted.chunked(by: { firstDay($0) == firstDay($1) }) {
            let first = firstDay(visits[0])
            let used = problem.prisoners[prisoner].used.reduce(0) { sum, used in
                sum + (quota.period.days(around: used.day).first == first ? used.visits : 0)
            }
            if visits.count > quota.visits - used {
                violations.append(
                    Violation(.quotaVisits, visits, found: visits.count, allowed: max(0, quota.visits - used)))
            }
            let minutes = visits.reduce(0) { $0 + session($1).minutes }
            if let allowed = quota.minutes, minutes > allowed {
                violations.append(Violation(.quotaMinutes, visits, found: minutes, allowed: allowed))
            }
        }
    }

    mutating func checkFamilies() {
        forEachGroup(by: { $0.request.position }, of: { $0.family.position }) { counting, group in
            let sorted = group.sorted { (counting.day($0), $0) < (counting.day($1), $1) }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) where counting.day(earlier) == counting.day(later) {
                counting.violations.append(Violation(.twiceOnADay, [earlier, later]))
            }
        }
    }

    mutating func checkFixed() {
        let present = Set(visits)
        for visit in problem.fixed where !present.contains(visit) {
            violations.append(Violation(.fixedMissing, [visit]))
        }
        for visit in problem.published where !present.contains(visit) {
            totals[prison(of: visit.request)].changes += 1
        }
    }

    mutating func checkEscorts() {
        let escorted = visits.filter { request($0).escortHome != nil }
        let sorted = escorted.sorted { a, b in
            (home(a), day(a), a.session, a.request) < (home(b), day(b), b.session, b.request)
        }
        var away: [HomeDay: (trips: Int, visits: [Assignment])] = [:]
        for group in sorted.chunked(by: { home($0) == home($1) && $0.session == $1.session }) {
            let home = EscortHomeIndex(home(group[0]))
            let escort = problem.escort(of: home, on: day(group[0]))
            let trips = escort.map { chargeTrips(group, places: $0.maxChildren) } ?? 0
            for day in problem.daysAway(from: home, to: group[0].session) {
                away[HomeDay(home: home.position, day: day), default: (0, [])].trips += trips
                away[HomeDay(home: home.position, day: day), default: (0, [])].visits += group
            }
        }
        for (homeDay, taken) in away.sorted(by: { $0.key < $1.key }) {
            guard let escort = problem.escort(of: EscortHomeIndex(homeDay.home), on: homeDay.day) else {
                violations.append(Violation(.noEscort, taken.visits))
                continue
            }
            if taken.trips > escort.trips {
                violations.append(Violation(.escorts, taken.visits, found: taken.trips, allowed: escort.trips))
            }
        }
    }

    /// A home and a day on which its escorts are away.
    private struct HomeDay: Hashable, Comparable {
        let home: Int
        let day: Int

        static func < (a: Self, b: Self) -> Bool { (a.home, a.day) < (b.home, b.day) }
    }

    private mutating func chargeTrips(_ group: [Assignment], places: Int) -> Int {
        let taken = group.reduce(0) { $0 + request($1).escortPlaces }
        let trips = (taken + places - 1) / places
        let prison = session(group[0]).prison
        let charge = problem.tripCharge(from: EscortHomeIndex(home(group[0])), to: group[0].session)
        totals[prison.position].cost += trips * charge.cost
        money[purse(of: group[0]), default: 0] += trips * charge.money
        return trips
    }

    mutating func checkBudgets() {
        for budget in problem.budgets {
            let spent = money[budget.purse, default: 0]
            guard spent > budget.money else { continue }
            let spenders = visits.filter { purse(of: $0) == budget.purse }
            violations.append(Violation(.budget, spenders, found: spent, allowed: budget.money))
        }
    }

    // MARK: Score

    mutating func scoreRequests() {
        var next = 0
        for position in problem.requests.indices {
            var days: [Int] = []
            let index = RequestIndex(position)
            while next < visits.count, visits[next].request == index {
                days.append(day(visits[next]))
                totals[prison(of: index)].visits += 1
                totals[prison(of: index)].minutes += session(visits[next]).minutes
                next += 1
            }
            score(index, days: days)
        }
    }

    private mutating func score(_ index: RequestIndex, days: [Int]) {
        let request = problem.requests[index.position]
        var part = Objective()
        let due = problem.due(index)
        if due < problem.days {
            part.dueChildren = request.children
            if let first = days.first, first <= due { part.covered = request.children }
        }
        if !days.isEmpty { part.childrenSeen = request.children }
        var last = request.lastVisit ?? -request.maxGap
        for day in days + [problem.days] {
            let gap = day - last
            let overdue = max(0, gap - request.maxGap)
            part.neglect += request.children * overdue * (overdue + 1) / 2
            part.spacing += gap * gap
            if !problem.options(of: index).isEmpty { part.maxGapDays = max(part.maxGapDays, gap) }
            last = day
        }
        totals[prison(of: index)] += part
    }

    mutating func scoreLinks() {
        guard !problem.links.isEmpty else { return }
        let wanted = Set(problem.links.flatMap { [$0.first, $0.second] })
        var days: [RequestIndex: [Int]] = [:]
        for visit in visits where wanted.contains(visit.request) { days[visit.request, default: []].append(day(visit)) }
        for link in problem.links {
            let (first, second) = (days[link.first, default: []], days[link.second, default: []])
            var next = 0
            for day in first {
                while next < second.count, second[next] < day - link.maxDaysApart { next += 1 }
                guard next < second.count, abs(second[next] - day) <= link.maxDaysApart else { continue }
                totals[prison(of: link.first)].cost -= link.saving
                next += 1
            }
        }
    }

    // MARK: Looking things up

    private func request(_ visit: Assignment) -> Problem.Request { problem.requests[visit.request.position] }
    private func session(_ visit: Assignment) -> Problem.Session { problem.sessions[visit.session.position] }
    private func day(_ visit: Assignment) -> Int { session(visit).day }
    private func start(_ visit: Assignment) -> Int { session(visit).startMinute }
    private func home(_ visit: Assignment) -> Int { request(visit).escortHome?.position ?? -1 }
    private func purse(of visit: Assignment) -> Problem.Purse {
        problem.purse(of: request(visit), onDay: day(visit))
    }
    private func prison(of request: RequestIndex) -> Int {
        problem.prisoners[problem.requests[request.position].prisoner.position].prison.position
    }

    /// Calls `body` with the visits of each thing that `number` counts, by number and then in plan order.
    private mutating func forEachGroup(by number: (Assignment) -> Int, _ body: (inout Counting, [Assignment]) -> Void) {
        let keyed = visits.enumerated().map { (number($0.element), $0.offset) }.sorted { $0 < $1 }
        for group in keyed.chunked(by: { $0.0 == $1.0 }) {
            body(&self, group.map { visits[$0.1] })
        }
    }

    private mutating func forEachGroup(
        by position: (Assignment) -> Int, of number: (Problem.Request) -> Int,
        _ body: (inout Counting, [Assignment]) -> Void
    ) {
        let requests = problem.requests
        forEachGroup(by: { number(requests[position($0)]) }, body)
    }
}

extension Array {
    /// The maximal runs of neighbours that belong together.
    func chunked(by belongs: (Element, Element) -> Bool) -> [[Element]] {
        var chunks: [[Element]] = []
        for element in self {
            if let last = chunks.last?.last, belongs(last, element) {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
        return chunks
    }
}
