import VisitModel

/// Where and between which times somebody must be for a visit.
public struct Appointment: Hashable, Sendable {
    /// Where: the prison's place, or that of a video site.
    public var place: Identifier<Place>
    /// When to be there.
    public var checkIn: CivilTime
    /// From when one may leave.
    public var release: CivilTime

    /// An appointment. It must not end before it begins.
    public init(place: Identifier<Place>, checkIn: CivilTime, release: CivilTime) {
        precondition(checkIn <= release, "An appointment does not end before it begins.")
        self.place = place
        self.checkIn = checkIn
        self.release = release
    }
}

/// One journey to two visits: there, from the first to the second, and home.
public struct JointOption: Hashable, Sendable {
    /// From home to the first.
    public var outbound: Journey
    /// From the first to the second, perhaps with a night between; nil where both are in one prison on one day.
    public var between: Journey?
    /// From the second back home.
    public var homeward: Journey
    /// Nights away from home.
    public var nights: Int
    /// Who pays how much.
    public var tickets: Tickets
    /// The burden in points: a minute of travel is one, a night the operator's figure.
    public var cost: Int
    /// Money for everybody: fares and nights.
    public var money: Cents

    /// The journey around the first visit, which goes home by way of the second.
    public var first: Trip { trip(outbound, (between.map { [$0] } ?? []) + [homeward]) }
    /// The journey around the second visit, which comes by way of the first.
    public var second: Trip { trip([outbound] + (between.map { [$0] } ?? []), homeward) }

    private func trip(_ out: Journey, _ back: [Journey]) -> Trip {
        Trip(outbound: out, homeward: Self.joined(back), nights: nights, cents: money, tickets: tickets)
    }

    private func trip(_ out: [Journey], _ back: Journey) -> Trip {
        Trip(outbound: Self.joined(out), homeward: back, nights: nights, cents: money, tickets: tickets)
    }

    private static func joined(_ journeys: [Journey]) -> Journey {
        Journey(
            legs: journeys.flatMap(\.legs), cents: journeys.reduce(.zero) { $0 + $1.cents },
            isEstimated: journeys.contains(where: \.isEstimated))
    }
}
