/// A plan of one component while it is searched for: which options each unit has, and what is left for the others.
///
/// It is legal at every moment. Visits enter and leave by `place`; the score follows by increments, which tests compare
/// with the judge's.
final class WorkingPlan {
    let component: Component
    /// The options chosen for each unit, in order of time. Fixed ones are always among them.
    private(set) var visits: [[Int32]]
    private(set) var tablesLeft: [Int]
    private(set) var seatsLeft: [Int]
    private(set) var moneyLeft: [Int]
    /// Children whom the escorts of a pair take along.
    private(set) var pairPlaces: [Int]
    private(set) var tripsLeft: [Int]
    /// Points of the whole plan.
    private(set) var score: Int
    /// Children covered in time.
    private(set) var covered = 0
    private var familyDays: [[Int32]]
    private var unitPoints: [Int]
    private var unitCovered: [Int]
    private var linkPoints: [Int]

    /// The plan with the fixed visits alone.
    init(_ component: Component) {
        self.component = component
        visits = Array(repeating: [], count: component.units.count)
        tablesLeft = component.sessions.map(\.tables)
        seatsLeft = component.sessions.map(\.seats)
        moneyLeft = component.budgets
        pairPlaces = Array(repeating: 0, count: component.pairs.count)
        tripsLeft = component.homeDayTrips
        familyDays = Array(repeating: [], count: component.familyCount)
        unitPoints = Array(repeating: 0, count: component.units.count)
        unitCovered = unitPoints
        linkPoints = Array(repeating: 0, count: component.links.count)
        score = -component.weights.change * component.publishedCounts.reduce(0, +)
        for unit in component.units.indices {
            place(component.units[unit].options.filter { component.isFixed[$0] }.map { Int32($0) }, for: unit)
        }
    }

    /// The plan with these options for each unit, which must be legal together.
    convenience init(_ component: Component, visits: [[Int32]]) {
        self.init(component)
        for unit in component.units.indices { place(visits[unit], for: unit) }
    }

    /// Gives `unit` these options, in order of time, in place of what it had. They must be legal.
    func place(_ options: [Int32], for unit: Int) {
        let before = visits[unit]
        for option in before where !options.contains(option) { release(Int(option)) }
        for option in options where !before.contains(option) { occupy(Int(option)) }
        visits[unit] = options
        let (points, children) = evaluate(unit)
        score += points - unitPoints[unit]
        covered += children - unitCovered[unit]
        (unitPoints[unit], unitCovered[unit]) = (points, children)
        for request in component.units[unit].requests {
            for link in component.requests[request].links { updateLink(link) }
        }
    }

    /// Whether what others have left suffices for the option: tables, seats, the household's day, escorts, money. The
    /// prisoner's own limits are the path programs' business.
    func hasRoom(for option: Int) -> Bool {
        let request = component.requests[Int(component.optionRequest[option])]
        let session = Int(component.optionSession[option])
        guard tablesLeft[session] >= request.tables else { return false }
        guard seatsLeft[session] >= request.party else { return false }
        if request.family >= 0, familyDays[request.family].contains(component.optionDay[option]) { return false }
        guard component.optionPair[option] >= 0 || !component.budgets.isEmpty else { return true }
        let trips = tripsNeeded(for: option)
        if component.optionPair[option] >= 0 {
            let pair = component.pairs[Int(component.optionPair[option])]
            guard trips <= tripsLeft[pair.homeDay] else { return false }
            for day in pair.otherHomeDays where trips > tripsLeft[day] { return false }
        }
        let budget = Int(component.optionBudget[option])
        guard budget >= 0 else { return true }
        return money(of: option, trips: trips) <= moneyLeft[budget]
    }

    /// Trips that the option would add to those that are made anyway.
    func tripsNeeded(for option: Int) -> Int {
        guard component.optionPair[option] >= 0 else { return 0 }
        let number = Int(component.optionPair[option])
        let places = component.pairs[number].places
        let taken = component.requests[Int(component.optionRequest[option])].escortPlaces
        return (pairPlaces[number] + taken + places - 1) / places - (pairPlaces[number] + places - 1) / places
    }

    /// Points of the trips that the option would add.
    func tripCost(of option: Int) -> Int {
        let pair = component.optionPair[option]
        return pair < 0 ? 0 : tripsNeeded(for: option) * component.pairs[Int(pair)].cost
    }

    /// Cents that the option would take, with so many trips of escorts.
    func money(of option: Int, trips: Int) -> Int {
        let pair = component.optionPair[option]
        return Int(component.optionMoney[option]) + (pair >= 0 ? trips * component.pairs[Int(pair)].money : 0)
    }

    /// The days on which `request` has visits, in order.
    func days(of request: Int) -> [Int32] {
        visits[component.requests[request].unit].compactMap { option in
            component.optionRequest[Int(option)] == Int32(request) ? component.optionDay[Int(option)] : nil
        }
    }

    // MARK: What is shared

    private func occupy(_ option: Int) { move(option, by: 1) }
    private func release(_ option: Int) { move(option, by: -1) }

    private func move(_ option: Int, by sign: Int) {
        let request = component.requests[Int(component.optionRequest[option])]
        let session = Int(component.optionSession[option])
        tablesLeft[session] -= sign * request.tables
        if seatsLeft[session] != .max { seatsLeft[session] -= sign * request.party }
        if request.family >= 0 {
            if sign > 0 {
                familyDays[request.family].append(component.optionDay[option])
            } else if let position = familyDays[request.family].firstIndex(of: component.optionDay[option]) {
                familyDays[request.family].remove(at: position)
            }
        }
        var money = Int(component.optionMoney[option])
        if component.optionPair[option] >= 0 {
            let number = Int(component.optionPair[option])
            let pair = component.pairs[number]
            let before = (pairPlaces[number] + pair.places - 1) / pair.places
            pairPlaces[number] += sign * request.escortPlaces
            let trips = (pairPlaces[number] + pair.places - 1) / pair.places - before
            tripsLeft[pair.homeDay] -= trips
            for day in pair.otherHomeDays { tripsLeft[day] -= trips }
            score -= trips * pair.cost
            money = sign * money + trips * pair.money
        } else {
            money *= sign
        }
        let budget = Int(component.optionBudget[option])
        if budget >= 0 { moneyLeft[budget] -= money }
    }

    // MARK: Its score

    /// The points and the covered children of a unit by itself.
    private func evaluate(_ unit: Int) -> (points: Int, covered: Int) {
        let weights = component.weights
        var (points, covered) = (0, 0)
        for option in visits[unit] { points += Int(component.optionGain[Int(option)]) }
        for number in component.units[unit].requests {
            let request = component.requests[number]
            var last = request.last
            var isFirst = true
            for option in visits[unit] where Int(component.optionRequest[Int(option)]) == number {
                let day = Int(component.optionDay[Int(option)])
                if isFirst, request.isDue, day <= request.due { covered += request.children }
                isFirst = false
                points -= weights.gapCost(day - last, children: request.children, maxGap: request.maxGap)
                last = day
            }
            points -= weights.gapCost(component.days - last, children: request.children, maxGap: request.maxGap)
        }
        return (points + weights.covered * covered, covered)
    }

    private func updateLink(_ number: Int) {
        let link = component.links[number]
        let (first, second) = (days(of: link.first), days(of: link.second))
        var next = 0
        var points = 0
        for day in first {
            while next < second.count, Int(second[next]) < Int(day) - link.maxDaysApart { next += 1 }
            guard next < second.count, abs(Int(second[next] - day)) <= link.maxDaysApart else { continue }
            points += link.saving
            next += 1
        }
        score += points - linkPoints[number]
        linkPoints[number] = points
    }
}
