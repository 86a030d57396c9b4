/// The pricing subproblem of column generation: at given shadow prices, the best chain of visits of each of some units.
/// `Relaxation` divides its units among several of these.
final class PricingSubproblem {
    /// What the units bought at some prices.
    struct PricingResult: Sendable {
        /// What it is worth in all, and the sum of its parts' sizes.
        var points = 0.0
        var magnitude = 0.0
        /// How much of everything was taken.
        var taken: ResourceUse
        /// The points that fall to each prison.
        var prisonPoints: [Double]
    }

    private(set) var bought: PricingResult

    private let component: Component
    private let units: Range<Int>
    private let candidates: Candidates
    private let chain = ChainProgram()
    private let gap: GapProgram
    private let penalties: PenaltyTables
    /// What each option earns before it is charged.
    private let earnings: [Double]

    init(_ component: Component, units: Range<Int>, earnings: [Double], penalties: PenaltyTables) {
        self.component = component
        self.units = units
        self.earnings = earnings
        self.penalties = penalties
        candidates = Candidates(component)
        gap = GapProgram(component)
        bought = PricingResult(
            taken: ResourceUse(component), prisonPoints: Array(repeating: 0, count: component.prisons.count))
    }

    /// Lets every unit buy its best chain.
    func buy(at prices: ShadowPrices) {
        (bought.points, bought.magnitude) = (0, 0)
        bought.taken.clear()
        for prison in bought.prisonPoints.indices { bought.prisonPoints[prison] = 0 }
        for unit in units {
            let requests = component.units[unit].requests
            var netValue = 0.0
            if component.isPricedApart(unit) {
                for request in requests { netValue += best(unit, request..<(request + 1), prices) }
            } else {
                netValue = best(unit, requests, prices)
            }
            bought.prisonPoints[component.units[unit].prison] += netValue
            bought.points += netValue
            bought.magnitude += abs(netValue)
        }
    }

    /// The points of the best chain for these households of a unit; what it takes is booked.
    private func best(_ unit: Int, _ requests: Range<Int>, _ prices: ShadowPrices) -> Double {
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
            var netValue = earnings[option] - prices.price(of: option, in: component)
            if isSplit { netValue -= prices.quotas[shape.periodStart + Int(component.optionPeriod[option])] }
            if component.isFixed[option] {
                netValue += component.mustHave
                fixedCount += 1
            } else if netValue <= 0, component.isFlat {
                // Without gap costs only coverage can make up for a visit that loses points.
                let request = component.requests[Int(component.optionRequest[option])]
                guard request.isDue, Int(component.optionDay[option]) <= request.due else { continue }
            }
            candidates.add(
                day: component.optionDay[option], period: component.optionPeriod[option],
                length: component.optionLength[option],
                household: component.optionRequest[option] - Int32(requests.lowerBound), netValue: netValue,
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
        bought.taken.tables[session] += Double(request.tables)
        if component.sessions[session].seats != .max { bought.taken.seats[session] += Double(request.party) }
        let budget = Int(component.optionBudget[option])
        if budget >= 0 { bought.taken.money[budget] += Double(component.optionMoney[option]) }
        if component.optionPair[option] >= 0 {
            let pair = component.pairs[Int(component.optionPair[option])]
            let trips = Double(request.escortPlaces) / Double(pair.places)
            bought.taken.trips[pair.homeDay] += trips
            for day in pair.otherHomeDays { bought.taken.trips[day] += trips }
            if budget >= 0 { bought.taken.money[budget] += trips * Double(pair.money) }
        }
        if let periodStart { bought.taken.quotas[periodStart + Int(component.optionPeriod[option])] += 1 }
    }
}
