import VisitModel

/// Journeys between homes and prisons: by the distance table where it has a row, otherwise estimated along the great
/// circle; by road for short ways and by rail for long ones.
public struct TravelPlanner: Sendable {
    /// The figures that journeys are estimated with.
    public let parameters: TravelParameters
    private let places: [Identifier<Place>: Place]
    private let distances: [Pair: Distance]

    private struct Pair: Hashable {
        var from: Identifier<Place>
        var to: Identifier<Place>
    }

    /// Journeys between `places`. A row of `distances` holds in both directions unless the other direction has its own.
    public init(places: [Place], distances: [Distance], parameters: TravelParameters) {
        self.parameters = parameters
        self.places = Dictionary(places.map { ($0.id, $0) }) { _, later in later }
        self.distances = Dictionary(distances.map { (Pair(from: $0.from, to: $0.to), $0) }) { _, later in later }
    }

    /// The way between two places and back. Costs a few microseconds; keep it, and ask it for every session.
    /// - Throws: `TravelError` where a place is not known, or there is neither a distance nor a coordinate.
    public func route(from home: Identifier<Place>, to prison: Identifier<Place>) throws(TravelError) -> Route {
        let (a, b) = (try place(home), try place(prison))
        return Route(
            from: home, to: prison, outbound: try way(from: a, to: b), homeward: try way(from: b, to: a), stay: local,
            nightMoney: Cents(Int(parameters[.night])), nightCost: Int(parameters[.nightBurden]))
    }

    /// What the party means for its journeys. Keep it, and use it for every route and session.
    public func terms(for party: TravelParty) -> TravelTerms {
        TravelTerms(party, parameters: parameters)
    }

    /// The best trip to a visit: at the gate by `checkIn`, away from it after `release`.
    public func trip(
        for party: TravelParty, from home: Identifier<Place>, to prison: Identifier<Place>, checkIn: CivilTime,
        release: CivilTime
    ) -> Result<TravelOption, TravelRefusal> {
        let terms = terms(for: party)
        do {
            let route = try route(from: home, to: prison)
            return route.schedule(for: terms, checkIn: checkIn, release: release).map {
                var trip = route.trip($0)
                trip.tickets = terms.tickets
                return TravelOption(trip: trip, cost: $0.cost, money: $0.money)
            }
        } catch {
            return .failure(
                TravelRefusal(
                    from: home, to: prison, limit: .noWay(error), metres: nil, youngest: terms.youngest,
                    isTravelSick: terms.isTravelSick))
        }
    }

    /// The journeys of one adult on a day, without regard to limits.
    ///
    /// Out: the latest that arrives by `arriveBy`, or the one that leaves at the usual hour. Home: the earliest after
    /// `returnAfter`, or the one that is home at the usual hour, but not before the journey out has arrived.
    /// - Throws: `TravelError` where there is no way.
    public func journeys(
        from home: Identifier<Place>, to prison: Identifier<Place>, date: Day, arriveBy: ClockTime? = nil,
        returnAfter: ClockTime? = nil
    ) throws(TravelError) -> (outbound: [Journey], homeward: [Journey]) {
        let route = try route(from: home, to: prison)
        let leaves =
            arriveBy.map { CivilTime(date, $0) - route.outboundMinutes } ?? CivilTime(date, Household.usualLeaving)
        let returns =
            returnAfter.map { CivilTime(date, $0) }
            ?? max(
                leaves + route.outboundMinutes, CivilTime(date, Household.usualReturn) - route.homewardMinutes)
        let there = Journey(
            legs: route.outbound.legs(from: home, to: prison, departing: leaves), cents: route.outbound.fullFare,
            isEstimated: route.outbound.isEstimated)
        let back = Journey(
            legs: route.homeward.legs(from: prison, to: home, departing: returns), cents: route.homeward.fullFare,
            isEstimated: route.homeward.isEstimated)
        return ([there], [back])
    }

    /// The faults of the parameters, and the places to which nobody can travel: without a coordinate and without a row
    /// in the distance table.
    public var findings: [Finding] {
        let reached = Set(distances.keys.flatMap { [$0.from, $0.to] })
        let lost = places.values.filter { $0.coordinate == nil && !reached.contains($0.id) }.map(\.id).sorted()
        return parameters.findings + lost.map(Self.unreachable)
    }

    private static func unreachable(_ id: Identifier<Place>) -> Finding {
        Finding(
            .warning, code: "place-without-coordinate", subject: "place \(id)",
            sentence: BilingualText(
                en:
                    "Place \(id) has no coordinate and no row in the distance table: no journey from or to it is known.",
                zh: "地点 \(id) 没有坐标，里程表中也没有它：无法安排往返该地的行程。"),
            advice: BilingualText(
                en: "Perhaps add its latitude and longitude to places.csv.", zh: "也许可以在 places.csv 中补上它的经纬度。"))
    }

    func place(_ id: Identifier<Place>) throws(TravelError) -> Place {
        if let place = places[id] { return place }
        let known = places.keys.map(\.text).sorted()
        throw .unknownPlace(id, nearest: NearestName.of(id.text, among: known).map { Identifier($0) })
    }
}

extension TravelPlanner {
    /// A way within one city.
    var local: UntimedRoute {
        UntimedRoute(
            mode: .road, metres: nil, underWay: Minutes(Int(parameters[.local])), access: .zero,
            fullFare: Cents(Int(parameters[.localFare])), isEstimated: true)
    }

    private func way(from a: Place, to b: Place) throws(TravelError) -> UntimedRoute {
        let row = distances[Pair(from: a.id, to: b.id)] ?? distances[Pair(from: b.id, to: a.id)]
        let metres = if let row { row.metres } else { try estimate(from: a, to: b) }
        guard a.id != b.id, metres > .zero else { return local }
        let road = row?.minutes ?? minutes(metres, at: .roadSpeed)
        let rail = minutes(metres, at: .railSpeed)
        let isLong = Double(metres.count) > parameters[.railFrom] * 1000
        // A measured drive that is faster than the assumed train is believed.
        if isLong, row?.minutes == nil || rail < road {
            return way(.rail, metres, rail, fare: .railFare, isEstimated: true)
        }
        return way(.road, metres, road, fare: .roadFare, isEstimated: row?.minutes == nil)
    }

    private func way(
        _ mode: Journey.Leg.Mode, _ metres: Metres, _ underWay: Minutes, fare: TravelParameter, isEstimated: Bool
    ) -> UntimedRoute {
        let cents = Double(metres.count) / 1000 * parameters[fare]
        return UntimedRoute(
            mode: mode, metres: metres, underWay: underWay, access: Minutes(Int(parameters[.access])),
            fullFare: Cents(Int(cents.rounded())), isEstimated: isEstimated)
    }

    private func minutes(_ metres: Metres, at speed: TravelParameter) -> Minutes {
        Minutes(Int((Double(metres.count) * 60 / (parameters[speed] * 1000)).rounded(.up)))
    }

    private func estimate(from a: Place, to b: Place) throws(TravelError) -> Metres {
        guard a.id != b.id else { return .zero }
        guard let start = a.coordinate else { throw .noCoordinate(a.id, other: b.id) }
        guard let end = b.coordinate else { throw .noCoordinate(b.id, other: a.id) }
        return Metres(Int((Double(start.greatCircle(to: end).count) * parameters[.roadDetour]).rounded()))
    }
}
