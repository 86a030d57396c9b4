/// What one unit of everything scarce is worth, in points.
struct ShadowPrices: Sendable, Hashable {
    /// Per table of each session.
    var tables: [Double]
    /// Per seat of each session that limits persons.
    var seats: [Double]
    /// Per cent of each budget that can bind.
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

    /// Prices from coverage alone. Where a request could not be covered in time because a session was full, a table of
    /// that session has the value of the children whom the request would bring.
    ///
    /// - Parameter saturated: the sessions that each of the requests found full.
    /// - Parameter choose: which of two such values counts.
    init(_ component: Component, full saturated: [Int: [Int]], _ choose: (Double, Double) -> Double) {
        self.init(component)
        for (number, sessions) in saturated {
            let request = component.requests[number]
            let value = Double(component.weights.covered * request.children) / Double(max(1, request.tables))
            for session in sessions {
                tables[session] = tables[session] == 0 ? value : choose(tables[session], value)
            }
        }
    }

    /// The price of what an option takes: tables, seats, money, and its children's share of a full escort trip.
    @inline(__always)
    func price(of option: Int, in component: Component) -> Double {
        let session = Int(component.optionSession[option])
        let request = component.requests[Int(component.optionRequest[option])]
        var price = tables[session] * Double(request.tables)
        if component.sessions[session].seats != .max { price += seats[session] * Double(request.party) }
        let budget = Int(component.optionBudget[option])
        if budget >= 0 { price += money[budget] * Double(component.optionMoney[option]) }
        if component.optionPair[option] >= 0 {
            let pair = component.pairs[Int(component.optionPair[option])]
            var trip = Double(pair.cost) + trips[pair.homeDay]
            for day in pair.otherHomeDays { trip += trips[day] }
            if budget >= 0 { trip += money[budget] * Double(pair.money) }
            price += trip * Double(request.escortPlaces) / Double(pair.places)
        }
        return price
    }
}
