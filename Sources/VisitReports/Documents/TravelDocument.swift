import VisitModel

/// Journeys to a prison and home again on a day, for programs: `visitd-travel/1`.
public struct TravelDocument: Sendable {
    /// The day of the visit.
    public var date: Day
    /// The ways to the prison.
    public var outbound: [Journey]
    /// The ways home.
    public var homeward: [Journey]

    /// A document of these journeys, in the order given.
    public init(date: Day, outbound: [Journey], homeward: [Journey]) {
        self.date = date
        self.outbound = outbound
        self.homeward = homeward
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-travel/1",
            "date": JSON(date),
            "outbound": .array(outbound.map(\.json)),
            "homeward": .array(homeward.map(\.json)),
        ])
    }
}

extension Journey {
    /// The journey. `dayOffset` is the number of midnights between its departure and its arrival.
    var json: JSON {
        .members([
            "depart": JSON(departs.clock),
            "arrive": JSON(arrives.clock),
            "dayOffset": .int(arrives.day - departs.day),
            "departDate": JSON(departs.day),
            "boardings": .int(boardings),
            "walkMinutes": .int(walking.count),
            "cents": .int(cents.count),
            "estimated": .bool(isEstimated),
            "legs": .array(legs.map { $0.json() }),
        ])
    }

    /// The time spent on foot.
    var walking: Minutes {
        legs.filter { $0.mode == .walk }.reduce(.zero) { $0 + ($1.arrive - $1.depart) }
    }
}
