import VisitFormats
import VisitModel

/// Journeys to a prison and home again on a day, for programs: `visitd-travel/1`.
public struct TravelDocument: Sendable {
    /// The day of the visit.
    public var date: Day
    /// The ways to the prison.
    public var outbound: [Journey]
    /// The ways home.
    public var homeward: [Journey]
    /// What to do when a vehicle is missed, for each way there and each way home; may be left empty.
    public var ifMissed: (outbound: [[MissedConnection]], homeward: [[MissedConnection]])

    /// A document of these journeys, in the order given.
    public init(
        date: Day, outbound: [Journey], homeward: [Journey],
        ifMissed: (outbound: [[MissedConnection]], homeward: [[MissedConnection]]) = ([], [])
    ) {
        self.date = date
        self.outbound = outbound
        self.homeward = homeward
        self.ifMissed = ifMissed
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<TravelDocument>(format: "visitd-travel/1") { document in
        document.has("date", .day) { JSON($0.date) }
        document.has("outbound", listOf: Journey.answer) { told($0.outbound, $0.ifMissed.outbound) }
        document.has("homeward", listOf: Journey.answer) { told($0.homeward, $0.ifMissed.homeward) }
    }

    private static func told(_ journeys: [Journey], _ ifMissed: [[MissedConnection]]) -> [Journey.Told] {
        journeys.enumerated().map { position, journey in
            (journey, ifMissed: position < ifMissed.count ? ifMissed[position] : [])
        }
    }
}

extension Journey {
    /// A journey, and what to do when a vehicle is missed.
    typealias Told = (journey: Journey, ifMissed: [MissedConnection])

    /// What a document says about a journey. `dayOffset` is the number of midnights between its departure and its arrival.
    static let answer = AnswerObject<Told> { journey in
        journey.has("depart", .text) { JSON($0.journey.departs.clock) }
        journey.has("arrive", .text) { JSON($0.journey.arrives.clock) }
        journey.has("dayOffset", .whole) { .int($0.journey.arrives.day - $0.journey.departs.day) }
        journey.has("departDate", .day) { JSON($0.journey.departs.day) }
        journey.has("boardings", .whole) { .int($0.journey.boardings) }
        journey.has("walkMinutes", .whole) { .int($0.journey.walking.count) }
        journey.has("cents", .whole) { .int($0.journey.cents.count) }
        journey.has("estimated", .flag) { .bool($0.journey.isEstimated) }
        journey.has("legs", listOf: Leg.answer) { told in told.journey.legs.map { ($0, nil) } }
        journey.mayHave("ifMissed", listOf: MissedConnection.answer) { $0.ifMissed.isEmpty ? nil : $0.ifMissed }
    }

    /// The time spent on foot.
    var walking: Minutes {
        legs.filter { $0.mode == .walk }.reduce(.zero) { $0 + ($1.arrive - $1.depart) }
    }
}

extension MissedConnection {
    /// The vehicle and the way on; `depart` and `arrive` are null where there is none on that day.
    fileprivate static let answer = AnswerObject<MissedConnection> { missed in
        missed.has("route", .text) { .string($0.route) }
        missed.has("stop", .text) { .string($0.stop) }
        missed.has("nextRoute", .text.orNull) { $0.ride?.route.map { .string($0) } ?? .null }
        missed.has("depart", .text.orNull) { $0.ride.map { JSON($0.depart.clock) } ?? .null }
        missed.has("arrive", .text.orNull) { $0.next.map { JSON($0.arrives.clock) } ?? .null }
    }

    /// The first vehicle of the way on.
    private var ride: Journey.Leg? { next?.legs.first { $0.trip != nil } }
}
