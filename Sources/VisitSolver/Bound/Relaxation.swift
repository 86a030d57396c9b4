import Dispatch

/// The Lagrangian relaxation of a component: limits on scarce resources are replaced by shadow prices.
///
/// For any prices that are not negative, Σ price × supply + Σ over units of the best chain at these prices is at least
/// the score of every legal plan (Lagrangian relaxation): no plan pays more than the value of the whole supply. An
/// escort trip is paid by its children, each a share of a full one, which is never more than ⌈children ÷ places⌉ trips
/// cost. A link's saving is halved between the two visits that could earn it. One visit a day for households with
/// several prisoners is left out. What is bought beyond the supply, or left over, says which way the prices should go.
final class Relaxation {
    let component: Component
    /// How much of everything the best chains take.
    private(set) var taken: ResourceUse
    /// The part of the bound that falls to each prison.
    private(set) var prisonParts: [Double]

    /// The units in parts of fixed sizes: sums are formed in the same order, however many threads there are.
    private let buyers: [Guarded<PricingSubproblem>]
    private let threads: Int

    /// Units beyond which the work of one evaluation is shared out.
    static let unitsPerPart = 64
    static let mostParts = 8

    init(_ component: Component, penalties: PenaltyTables, threads: Int = 1) {
        self.component = component
        self.threads = threads
        let earnings = LinkShares(component).earnings
        let count = component.units.count
        let parts = max(1, min(Self.mostParts, count / Self.unitsPerPart))
        buyers = (0..<parts).map { part in
            let units = (count * part / parts)..<(count * (part + 1) / parts)
            return Guarded { PricingSubproblem(component, units: units, earnings: earnings, penalties: penalties) }
        }
        taken = ResourceUse(component)
        prisonParts = Array(repeating: 0, count: component.prisons.count)
    }

    /// The bound at these prices, rounding errors on the safe side.
    func evaluate(_ prices: ShadowPrices) -> Double {
        let buyers = buyers
        if threads > 1, buyers.count > 1 {
            DispatchQueue.concurrentPerform(iterations: buyers.count) { part in
                buyers[part].use { $0.buy(at: prices) }
            }
        } else {
            for part in buyers { part.use { $0.buy(at: prices) } }
        }
        for prison in prisonParts.indices { prisonParts[prison] = 0 }
        taken.clear()
        var (total, magnitude) = supply(prices)
        for part in buyers {
            let bought = part.use { $0.bought }
            total += bought.points
            magnitude += bought.magnitude
            taken.add(bought.taken)
            for prison in prisonParts.indices { prisonParts[prison] += bought.prisonPoints[prison] }
        }
        return total + magnitude * 1e-12
    }

    /// What the whole supply is worth at these prices, less what is lost in every plan.
    private func supply(_ prices: ShadowPrices) -> (points: Double, magnitude: Double) {
        var (total, magnitude) = (0.0, 0.0)
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
        // Money and escorts serve several prisons; their value is divided evenly among these.
        let share = 1 / Double(max(1, component.prisons.count))
        var common = 0.0
        for (number, budget) in component.budgets.enumerated() { common += prices.money[number] * Double(budget) }
        for (day, trips) in component.homeDayTrips.enumerated() { common += prices.trips[day] * Double(trips) }
        for prison in component.prisons.indices { add(common * share, prison) }
        for (number, unit) in component.units.enumerated() where component.isPricedApart(number) {
            for period in unit.periodStart..<(unit.periodStart + unit.periods) {
                add(prices.quotas[period] * Double(component.periodRoom[period]), unit.prison)
            }
        }
        return (total, magnitude)
    }
}

extension Component {
    /// Whether the households of a unit are priced apart, because no exact program plans them together.
    func isPricedApart(_ unit: Int) -> Bool {
        let count = units[unit].requests.count
        return count > 1 && (!isFlat || count > Candidates.mostHouseholds)
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
