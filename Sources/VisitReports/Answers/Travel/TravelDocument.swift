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
    public var json: JSON {
        .members([
            "format": "visitd-travel/1",
            "date": JSON(date),
            "outbound": journeys(outbound, ifMissed.outbound),
            "homeward": journeys(homeward, ifMissed.homeward),
        ])
    }

    private func journeys(_ journeys: [Journey], _ ifMissed: [[MissedConnection]]) -> JSON {
        .array(
            journeys.enumerated().map { position, journey in
                journey.json(ifMissed: position < ifMissed.count ? ifMissed[position] : [])
            })
    }
}

extension Journey {
    /// The journey. `dayOffset` is the number of midnights between its departure and its arrival.
    func json(ifMissed: [MissedConnection]) -> JSON {
        .members([
            "depart": JSON(departs.clock),
            "arrive": JSON(arrives.clock),
            "dayOffset": .int(arrives.day - departs.day),
            "departDate": JSON(departs.day),
            "boardings": .int(boardings),
            "walkMinutes": .int(walking.count),
            "cents": .int(cents.count),
            "estimated": .bool(isEstimated),
            "legs": .array(legs.map { Leg.answer.json(($0, nil)) }),
            "ifMissed": ifMissed.isEmpty ? nil : .array(ifMissed.map(\.json)),
        ])
    }

    /// The time spent on foot.
    var walking: Minutes {
        legs.filter { $0.mode == .walk }.reduce(.zero) { $0 + ($1.arrive - $1.depart) }
    }
}

extension MissedConnection {
    /// The vehicle and the way on; `depart` and `arrive` are null where there is none on that day.
    fileprivate var json: JSON {
        let ride = next?.legs.first { $0.trip != nil }
        return .members([
            "route": .string(route),
            "stop": .string(stop),
            "nextRoute": ride?.route.map { .string($0) } ?? .null,
            "depart": ride.map { JSON($0.depart.clock) } ?? .null,
            "arrive": next.map { JSON($0.arrives.clock) } ?? .null,
        ])
    }
}
