import VisitModel

/// How one gets from one place to another whenever one sets out: the part of a route that does not depend on the time.
struct UntimedRoute: Hashable, Sendable {
    var mode: Journey.Leg.Mode
    /// The length; nil within one city.
    var metres: Metres?
    /// The minutes in the vehicle.
    var underWay: Minutes
    /// The minutes between door and vehicle, at each end.
    var access: Minutes
    /// What one adult pays.
    var fullFare: Cents
    /// Whether length or time is estimated.
    var isEstimated: Bool

    /// From door to door.
    var duration: Minutes { underWay + access * 2 }

    /// The legs of this way when one sets out at `depart`.
    func legs(from: Identifier<Place>, to: Identifier<Place>, departing depart: CivilTime) -> [Journey.Leg] {
        let boards = depart + access
        let alights = boards + underWay
        let ride = Journey.Leg(mode: mode, from: from, to: to, depart: boards, arrive: alights, metres: metres)
        guard access > .zero else { return [ride] }
        return [
            Journey.Leg(mode: .walk, from: from, to: from, depart: depart, arrive: boards), ride,
            Journey.Leg(mode: .walk, from: to, to: to, depart: alights, arrive: alights + access),
        ]
    }
}
