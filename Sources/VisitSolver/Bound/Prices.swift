/// What one unit of everything scarce is worth, in points.
struct Prices: Sendable, Hashable {
    /// Per table of each session.
    var tables: [Double]
    /// Per seat of each session that limits persons.
    var seats: [Double]
    /// Per cent of each month whose budget can bind.
    var money: [Double]
    /// Per trip of each home day, above what a trip costs.
    var trips: [Double]
    /// Per visit in each period of units whose households are priced apart.
    var quotas: [Double]

    /// Nothing is scarce.
    init(_ component: Component) {
        tables = Array(repeating: 0, count: component.sessions.count)
        seats = tables
        money = Array(repeating: 0, count: component.budgets.count)
        trips = Array(repeating: 0, count: component.homeDayTrips.count)
        quotas = Array(repeating: 0, count: component.periodRoom.count)
    }

    /// The price of what an option takes: tables, seats, money, and its children's share of a full escort trip.
    @inline(__always)
    func price(of option: Int, in component: Component) -> Double {
        let session = Int(component.optionSession[option])
        let request = component.requests[Int(component.optionRequest[option])]
        var price = tables[session] * Double(request.tables)
        if component.sessions[session].seats != .max { price += seats[session] * Double(request.party) }
        let month = component.sessions[session].month
        if month >= 0 { price += money[month] * Double(component.optionMoney[option]) }
        if component.optionPair[option] >= 0 {
            let pair = component.pairs[Int(component.optionPair[option])]
            var trip = Double(pair.cost) + trips[pair.homeDay]
            if month >= 0 { trip += money[month] * Double(pair.money) }
            price += trip * Double(request.children) / Double(pair.places)
        }
        return price
    }
}
