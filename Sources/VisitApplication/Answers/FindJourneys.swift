import VisitModel
import VisitStore
import VisitTravel

extension Desk {
    /// Journeys from a place to a prison and back.
    public struct Journeys: Sendable {
        /// The day of the visit.
        public var date: Day
        /// Ways there, the fastest first.
        public var outbound: [Journey]
        /// Ways back, the fastest first.
        public var homeward: [Journey]
        /// What to do when a vehicle is missed, for each way there and each way back.
        public var ifMissed: (outbound: [[MissedConnection]], homeward: [[MissedConnection]])
        /// The names of the places that the legs touch.
        public var placeNames: [Identifier<Place>: BilingualText]
        /// Who publishes the timetables that they follow.
        public var timetablesOf: [String]
        /// The ISO 4217 code of the currency of fares.
        public var currency: String
    }

    /// Journeys from `place` to `prison` on `date`, arriving by one time and returning after another.
    public func journeys(
        from place: Identifier<Place>, to prison: Identifier<Prison>, on date: Day, arriveBy: ClockTime,
        returnAfter: ClockTime
    ) throws -> Journeys {
        let (register, timetables) = try reading().store.geography(on: DayRange(date - 1, date + 1))
        guard let prison = register.prisons.first(where: { $0.id == prison }) else {
            throw DeskError.unknown(what: BilingualText(en: "prison", zh: "监狱"), id: prison.text)
        }
        guard register.places.contains(where: { $0.id == place }) else {
            throw DeskError.unknown(what: BilingualText(en: "place", zh: "地点"), id: place.text)
        }
        let parameters = TravelParameters(register.parameters)
        let planner = TravelPlanner(
            places: register.places, distances: register.distances, parameters: parameters)
        var finder = TripFinder(planner, timetables: timetables)
        let found = try finder.journeys(
            from: place, to: prison.place, date: date, arriveBy: arriveBy, returnAfter: returnAfter)
        return Journeys(
            date: date, outbound: found.outbound, homeward: found.homeward,
            ifMissed: (
                found.outbound.map { finder.afterMissing($0, to: prison.place) },
                found.homeward.map { finder.afterMissing($0, to: place) }
            ),
            placeNames: Dictionary(register.places.map { ($0.id, $0.name) }) { first, _ in first },
            timetablesOf: timetables.publishers(of: found.outbound + found.homeward), currency: parameters.currency)
    }
}
