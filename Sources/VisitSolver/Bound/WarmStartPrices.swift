/// Shadow prices of an earlier run for a warm start: from one night to the next most prices stay the same.
struct WarmStartPrices: Sendable {
    private let shadowPrice: [Bottleneck.Resource: Double]

    /// Prices by what they are for, in the numbers of the problem to be solved. Of several for one thing the first holds.
    init(_ bottlenecks: [Bottleneck]) {
        shadowPrice = Dictionary(bottlenecks.map { ($0.resource, $0.shadowPrice) }) { first, _ in first }
    }

    /// The prices of one component; nil where nothing is known at all.
    func prices(for component: Component) -> ShadowPrices? {
        guard !shadowPrice.isEmpty else { return nil }
        var prices = ShadowPrices(component)
        for (number, session) in component.sessions.enumerated() {
            prices.tables[number] = known(.table(session.index))
            if session.seats != .max { prices.seats[number] = known(.seat(session.index)) }
        }
        for (number, purse) in component.purses.enumerated() {
            prices.money[number] = known(.budget(purse)) / Bottleneck.budgetUnit
        }
        for (number, homeDay) in component.homeDays.enumerated() {
            prices.trips[number] = known(.trip(homeDay.home, day: homeDay.day))
        }
        for (number, unit) in component.units.enumerated() where component.isPricedApart(number) {
            for period in unit.periodStart..<(unit.periodStart + unit.periods) {
                let since = component.periodFirstDays[period]
                prices.quotas[period] = known(.visit(component.prisoners[number], since: since))
            }
        }
        return prices
    }

    /// No price is negative, whatever its source.
    private func known(_ resource: Bottleneck.Resource) -> Double {
        let price = shadowPrice[resource, default: 0]
        return price.isFinite ? max(0, price) : 0
    }
}

extension ShadowPrices {
    /// What is worth at least a point a unit.
    func bottlenecks(_ component: Component) -> [Bottleneck] {
        var list: [Bottleneck] = []
        for (number, session) in component.sessions.enumerated() {
            list.append(Bottleneck(resource: .table(session.index), shadowPrice: tables[number]))
            list.append(Bottleneck(resource: .seat(session.index), shadowPrice: seats[number]))
        }
        for (number, purse) in component.purses.enumerated() {
            list.append(Bottleneck(resource: .budget(purse), shadowPrice: money[number] * Bottleneck.budgetUnit))
        }
        for (number, homeDay) in component.homeDays.enumerated() {
            list.append(Bottleneck(resource: .trip(homeDay.home, day: homeDay.day), shadowPrice: trips[number]))
        }
        for (number, unit) in component.units.enumerated() where component.isPricedApart(number) {
            for period in unit.periodStart..<(unit.periodStart + unit.periods) {
                let since = component.periodFirstDays[period]
                list.append(
                    Bottleneck(resource: .visit(component.prisoners[number], since: since), shadowPrice: quotas[period])
                )
            }
        }
        return list.filter { $0.shadowPrice >= 1 }
    }
}
