/// How much of everything scarce is taken, by the numbers of the component: the counterpart of `ShadowPrices`.
struct ResourceUse: Sendable {
    var tables: [Double]
    var seats: [Double]
    var money: [Double]
    var trips: [Double]
    var quotas: [Double]

    /// Nothing.
    init(_ component: Component) {
        tables = Array(repeating: 0, count: component.sessions.count)
        seats = tables
        money = Array(repeating: 0, count: component.budgets.count)
        trips = Array(repeating: 0, count: component.homeDayTrips.count)
        quotas = Array(repeating: 0, count: component.periodRoom.count)
    }

    mutating func clear() {
        Self.clear(&tables)
        Self.clear(&seats)
        Self.clear(&money)
        Self.clear(&trips)
        Self.clear(&quotas)
    }

    mutating func add(_ other: ResourceUse) {
        Self.add(other.tables, to: &tables)
        Self.add(other.seats, to: &seats)
        Self.add(other.money, to: &money)
        Self.add(other.trips, to: &trips)
        Self.add(other.quotas, to: &quotas)
    }

    private static func clear(_ amounts: inout [Double]) {
        for i in amounts.indices { amounts[i] = 0 }
    }

    private static func add(_ more: [Double], to amounts: inout [Double]) {
        for i in amounts.indices { amounts[i] += more[i] }
    }
}
