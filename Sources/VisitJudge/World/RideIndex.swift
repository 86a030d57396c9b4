import VisitModel

/// The rides of the timetables that journeys name, so that each can be looked up.
struct RideIndex: Sendable {
    private let timetables: [Timetable]
    /// The trips of each timetable by identifier; several where one trip runs again and again at an interval.
    private let trips: [[String: [Int]]]
    private let stops: [Identifier<Place>: (feed: Int, stop: Int)]

    /// Only what `visits` name is kept.
    init(_ timetables: [Timetable], visits: [Visit]) {
        self.timetables = timetables
        let legs =
            timetables.isEmpty ? [] : visits.lazy.compactMap(\.trip).flatMap { $0.outbound.legs + $0.homeward.legs }
        var rides: Set<String> = []
        var ends: Set<Identifier<Place>> = []
        for leg in legs {
            if let trip = leg.trip { rides.insert(trip) }
            ends.insert(leg.from)
            ends.insert(leg.to)
        }
        var stops: [Identifier<Place>: (feed: Int, stop: Int)] = [:]
        trips = timetables.enumerated().map { feed, timetable in
            for (position, stop) in timetable.stops.enumerated() {
                let name = timetable.place(of: stop)
                if ends.contains(name) { stops[name] = (feed, position) }
            }
            var found: [String: [Int]] = [:]
            for (position, trip) in timetable.trips.enumerated() where rides.contains(trip.id) {
                found[trip.id, default: []].append(position)
            }
            return found
        }
        self.stops = stops
    }

    /// Where a stop is that a journey names.
    func coordinate(of stop: Identifier<Place>) -> Coordinate? {
        stops[stop].map { timetables[$0.feed].stops[$0.stop].coordinate }
    }

    /// Whether a vehicle takes people along as `leg` says.
    ///
    /// - Parameter clock: what the clocks of a timetable's zone show at a time of the leg.
    func runs(_ leg: Journey.Leg, clock: (CivilTime, String) -> CivilTime) -> Bool {
        guard let trip = leg.trip, let from = stops[leg.from], let to = stops[leg.to], from.feed == to.feed else {
            return false
        }
        let timetable = timetables[from.feed]
        let (departs, arrives) = (clock(leg.depart, timetable.zone), clock(leg.arrive, timetable.zone))
        return trips[from.feed][trip, default: []].contains { position in
            let run = timetable.trips[position]
            let calls = timetable.calls[run.calls]
            return calls.indices.contains { index in
                let begin = calls[index]
                guard Int(begin.stop) == from.stop, begin.boards else { return false }
                let midnight = departs - Minutes(Int(begin.departs))
                guard midnight.clock == .midnight, timetable.validity.contains(midnight.day),
                    timetable.services[run.service][midnight.day]
                else { return false }
                return calls[(index + 1)...].contains { end in
                    Int(end.stop) == to.stop && end.alights && midnight + Minutes(Int(end.arrives)) == arrives
                }
            }
        }
    }
}
