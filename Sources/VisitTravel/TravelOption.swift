import VisitModel

/// A way to make a visit, with what it costs the family and the purse.
public struct TravelOption: Hashable, Sendable {
    /// The journey there and back, leg by leg.
    public var trip: Trip
    /// The burden in points: a minute of travel is one, a night the operator's figure.
    public var cost: Int
    /// Money for the whole party: fares and nights.
    public var money: Cents

    /// An option.
    public init(trip: Trip, cost: Int, money: Cents) {
        self.trip = trip
        self.cost = cost
        self.money = money
    }
}
