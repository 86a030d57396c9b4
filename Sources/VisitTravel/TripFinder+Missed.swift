import VisitModel

extension TripFinder {
    /// For each vehicle of `journey` to `place` the way on when it is missed: by whatever leaves a minute later or more.
    public mutating func afterMissing(_ journey: Journey, to place: Identifier<Place>) -> [MissedConnection] {
        guard let target = try? planner.place(place) else { return [] }
        return journey.legs.compactMap { leg in
            guard leg.trip != nil, let stop = search?.network.stop(leg.from) else { return nil }
            let here = Place(
                id: leg.from, name: BilingualText(stop.name), coordinate: stop.coordinate, precision: .site)
            let ways = search?.leaving(from: here, to: target, after: leg.depart + 1) ?? []
            return MissedConnection(
                route: leg.route ?? "", stop: leg.fromName ?? stop.name,
                next: ways.min { ($0.arrives, $0.boardings) < ($1.arrives, $1.boardings) })
        }
    }
}
