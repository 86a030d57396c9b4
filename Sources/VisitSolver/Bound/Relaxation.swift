/// The component with everything scarce bought at a price instead of rationed.
///
/// For any prices that are not negative, Σ price × supply + Σ over units of the best chain at these prices is at least
/// the score of every legal plan (Lagrangian relaxation): every plan pays no more than the supply is worth. An escort trip
/// is paid by its children, each a share of a full one, which is never more than ⌈children ÷ places⌉ trips cost. A link's
/// saving is halved between the two visits that could earn it. One visit a day for households with several prisoners
/// is left out. What is bought beyond the supply, or left over, says which way the prices should go.
final class Relaxation {
    let component: Component
    /// How much of everything the best chains take, in the order of `Prices`.
    private(set) var tablesTaken: [Double]
    private(set) var seatsTaken: [Double]
    private(set) var moneyTaken: [Double]
    private(set) var tripsTaken: [Double]
    private(set) var quotasTaken: [Double]
    /// The part of the bound that falls to each prison.
    private(set) var prisonParts: [Double]

    private let candidates: Candidates
    private let chain = ChainProgram()
    private let gap: GapProgram
    private let penalties: PenaltyTables
    /// What each option earns before it is charged.
    private let earnings: [Double]
    /// Points that sums of the last evaluation may be off by rounding.
    private var magnitude = 0.0

    init(_ component: Component, penalties: PenaltyTables) {
        self.component = component
        self.penalties = penalties
        candidates = Candidates(component)
        gap = GapProgram(component)
        earnings = LinkShares(component).earnings
        tablesTaken = Array(repeating: 0, count: component.sessions.count)
        seatsTaken = tablesTaken
        moneyTaken = Array(repeating: 0, count: component.budgets.count)
        tripsTaken = Array(repeating: 0, count: component.homeDayTrips.count)
        quotasTaken = Array(repeating: 0, count: component.periodRoom.count)
        prisonParts = Array(repeating: 0, count: component.prisons.count)
    }

    /// Whether the households of a unit are priced apart, because no exact program plans them together.
    func isSplit(_ unit: Int) -> Bool {
        let count = component.units[unit].requests.count
        return count > 1 && (!component.isFlat || count > Candidates.mostHouseholds)
    }

    /// The bound at these prices, rounding errors on the safe side.
    func evaluate(_ prices: Prices) -> Double {
        reset()
        var total = supply(prices)
        for unit in component.units.indices {
            let requests = component.units[unit].requests
            var points = 0.0
            if isSplit(unit) {
                for request in requests { points += best(unit, request..<(request + 1), prices) }
            } else {
                points = best(unit, requests, prices)
            }
            prisonParts[component.units[unit].prison] += points
            total += points
            magnitude += abs(points)
        }
        return total + magnitude * 1e-12
    }

    private func reset() {
        magnitude = 0
        for i in tablesTaken.indices { tablesTaken[i] = 0 }
        for i in seatsTaken.indices { seatsTaken[i] = 0 }
        for i in moneyTaken.indices { moneyTaken[i] = 0 }
        for i in tripsTaken.indices { tripsTaken[i] = 0 }
        for i in quotasTaken.indices { quotasTaken[i] = 0 }
        for i in prisonParts.indices { prisonParts[i] = 0 }
    }

    /// What the whole supply is worth at these prices, less what is lost in every plan.
    private func supply(_ prices: Prices) -> Double {
        var total = 0.0
        func add(_ points: Double, _ prison: Int) {
            prisonParts[prison] += points
            total += points
            magnitude += abs(points)
        }
        for (prison, count) in component.publishedCounts.enumerated() {
            add(-Double(component.weights.change * count), prison)
        }
        for (number, session) in component.sessions.enumerated() {
            add(prices.tables[number] * Double(session.tables), session.prison)
            if session.seats != .max { add(prices.seats[number] * Double(session.seats), session.prison) }
        }
        // Money and escorts serve several prisons; what they are worth in all is shared out evenly.
        let share = 1 / Double(max(1, component.prisons.count))
        var common = 0.0
        for (month, budget) in component.budgets.enumerated() { common += prices.money[month] * Double(budget) }
        for (day, trips) in component.homeDayTrips.enumerated() { common += prices.trips[day] * Double(trips) }
        for prison in component.prisons.indices { add(common * share, prison) }
        for (number, unit) in component.units.enumerated() where isSplit(number) {
            for period in unit.periodStart..<(unit.periodStart + unit.periods) {
                add(prices.quotas[period] * Double(component.periodRoom[period]), unit.prison)
            }
        }
        return total
    }

    /// The points of the best chain for these households of a unit; what it takes is booked.
    private func best(_ unit: Int, _ requests: Range<Int>, _ prices: Prices) -> Double {
        let shape = component.units[unit]
        let isWhole = requests == shape.requests
        let isSplit = !isWhole
        candidates.begin(
            lag: requests.count == 1 ? max(1, shape.minGap) : shape.minGap,
            table: component.allowances[shape.allowance].relaxed,
            states: component.relaxedPeriodStates[shape.periodStart..<(shape.periodStart + shape.periods)])
        for request in requests { candidates.add(component.household(request)) }
        var fixedCount = 0
        for option in shape.options where isWhole || Int(component.optionRequest[option]) == requests.lowerBound {
            var worth = earnings[option] - prices.price(of: option, in: component)
            if isSplit { worth -= prices.quotas[shape.periodStart + Int(component.optionPeriod[option])] }
            if component.isFixed[option] {
                worth += component.mustHave
                fixedCount += 1
            } else if worth <= 0, component.isFlat {
                // Without gap costs only coverage can make up for a visit that loses points.
                let request = component.requests[Int(component.optionRequest[option])]
                guard request.isDue, Int(component.optionDay[option]) <= request.due else { continue }
            }
            candidates.add(
                day: component.optionDay[option], period: component.optionPeriod[option],
                length: component.optionLength[option],
                household: component.optionRequest[option] - Int32(requests.lowerBound), worth: worth,
                option: Int32(option))
        }
        let points =
            component.isFlat
            ? chain.run(candidates) : gap.run(candidates, penalties: penalties[requests.lowerBound])
        for option in candidates.chosen { book(Int(option), isSplit ? shape.periodStart : nil) }
        return points - Double(fixedCount) * component.mustHave
    }

    private func book(_ option: Int, _ periodStart: Int?) {
        let session = Int(component.optionSession[option])
        let request = component.requests[Int(component.optionRequest[option])]
        tablesTaken[session] += Double(request.tables)
        if component.sessions[session].seats != .max { seatsTaken[session] += Double(request.party) }
        let month = component.sessions[session].month
        if month >= 0 { moneyTaken[month] += Double(component.optionMoney[option]) }
        if component.optionPair[option] >= 0 {
            let pair = component.pairs[Int(component.optionPair[option])]
            let trips = Double(request.children) / Double(pair.places)
            tripsTaken[pair.homeDay] += trips
            if month >= 0 { moneyTaken[month] += trips * Double(pair.money) }
        }
        if let periodStart { quotasTaken[periodStart + Int(component.optionPeriod[option])] += 1 }
    }
}

/// Adds to each option half of every link's saving that it could have a part in. A pair of visits earns the saving once,
/// so two halves are never too little.
private struct LinkShares {
    let earnings: [Double]

    init(_ component: Component) {
        var earnings = component.optionGain
        for link in component.links {
            let (first, second) = (component.options(ofRequest: link.first), component.options(ofRequest: link.second))
            for (own, other) in [(first, second), (second, first)] {
                let days = other.map { Int(component.optionDay[$0]) }
                for option in own {
                    let day = Int(component.optionDay[option])
                    guard days.contains(where: { abs($0 - day) <= link.maxDaysApart }) else { continue }
                    earnings[option] += Double(link.saving) / 2
                }
            }
        }
        self.earnings = earnings
    }
}

extension Component {
    /// The options of one request, in order of time.
    func options(ofRequest request: Int) -> [Int] {
        units[requests[request].unit].options.filter { Int(optionRequest[$0]) == request }
    }
}
