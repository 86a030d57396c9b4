import VisitModel

/// Looks for journeys by timetable with the Connection Scan Algorithm (an alternative to RAPTOR); the results are
/// Pareto-optimal in departure, arrival and boardings. Day tables, scans and the access paths around a place are
/// cached, so that all homes, parties and days with the same trains share them.
public struct JourneySearch: Sendable {
    /// The way to or from one place on days of one pattern.
    private struct Direction: Hashable {
        var place: Identifier<Place>
        var pattern: Int
        var isHomeward: Bool
    }

    private struct Question: Hashable {
        var direction: Direction
        var accessible: Bool
        var minute: Int
    }

    /// A scan, and the position of one question's time among its deadlines.
    private struct Answer {
        var scan: Scan
        var lane: Int
    }

    /// The timetables.
    public let network: Network
    private let parameters: TravelParameters
    private let boardings: Int
    private var tables = DayTables()
    private var ways: [Identifier<Place>: Access] = [:]
    /// The times at which people will want to be at a place or to leave it: one scan answers for all.
    private var expected: [Direction: Set<Int>] = [:]
    private var answers: [Question: Answer] = [:]
    /// The labels of all scans that are kept, and the most that may be: some 300 MB. More would fill the memory where there
    /// are many prisons.
    private var labels = 0
    private static let mostLabels = 25_000_000

    /// A search over `network`.
    public init(_ network: Network, parameters: TravelParameters) {
        self.network = network
        self.parameters = parameters
        boardings = Int(parameters[.boardingsOther])
    }

    /// A number for the trips of `day`: journeys of two days with the same number are the same but for the date. Nil
    /// where no timetable covers the day.
    mutating func pattern(of day: Day) -> Int? {
        network.covers(day) ? tables.pattern(network, day) : nil
    }

    /// Announces journeys that will be searched: arriving at `place` by one time and leaving it after another. All
    /// announced times of a day are then answered by one scan in each direction.
    mutating func expect(at place: Identifier<Place>, arriving: CivilTime, leaving: CivilTime) {
        for (time, isHomeward) in [(arriving, false), (leaving, true)] where network.covers(time.day) {
            let direction = Direction(
                place: place, pattern: tables.pattern(network, time.day), isHomeward: isHomeward)
            expected[direction, default: []].insert(time.clock.minutes)
        }
    }

    /// The journeys that arrive at `gate` by `deadline`: for every number of boardings the latest departure, and of
    /// those the earliest arrival, where it is later than with fewer boardings. Fewest boardings first.
    public mutating func arriving(
        from home: Place, to gate: Place, by deadline: CivilTime, accessible: Bool = false
    ) -> [Journey] {
        latest(from: home, to: gate, by: deadline, accessible: accessible).map { option in
            let sooner = earliest(
                from: home, to: gate, after: option.departs, boardings: option.boardings, accessible: accessible)
            return sooner.map { $0.departs >= option.departs && $0.arrives <= deadline ? $0 : option } ?? option
        }
    }

    /// The journeys that leave `gate` after `release`: for every number of boardings the earliest arrival, where it is
    /// earlier than with fewer boardings. Fewest boardings first.
    public mutating func leaving(
        from gate: Place, to home: Place, after release: CivilTime, accessible: Bool = false
    ) -> [Journey] {
        var journeys: [Journey] = []
        for count in 1...boardings {
            guard
                let journey = earliest(
                    from: gate, to: home, after: release, boardings: count, accessible: accessible)
            else { continue }
            if let before = journeys.last, before.arrives <= journey.arrives { continue }
            journeys.append(journey)
        }
        return journeys
    }

    /// As `arriving`, without looking for the earliest arrival of each departure: one scan serves all homes.
    mutating func latest(
        from home: Place, to gate: Place, by deadline: CivilTime, accessible: Bool
    ) -> [Journey] {
        let (from, to) = (access(of: home), access(of: gate))
        guard !from.entrances.isEmpty, !to.entrances.isEmpty, network.covers(deadline.day) else { return [] }
        let table = tables.pair(network, deadline.day, accessible: accessible).there
        let (scan, lane) = scan(to, deadline, isHomeward: false, accessible: accessible)
        let writer = LegWriter(network: network, parameters: parameters, day: deadline.day)
        var journeys: [Journey] = []
        var latest = Int.min
        for count in 1...boardings {
            let best = from.entrances.compactMap { entrance in
                scan.latest(from: entrance.stop, boardings: count, lane: lane).map {
                    (stop: entrance.stop, departs: $0 - entrance.minutes.count)
                }
            }.max { ($0.departs, -$0.stop) < ($1.departs, -$1.stop) }
            guard let best, best.departs > latest else { continue }
            let rides = scan.rides(from: best.stop, boardings: count, lane: lane, in: table)
            guard let journey = writer.journey(rides, in: table, from: from, to: to) else { continue }
            latest = best.departs
            journeys.append(journey)
        }
        return journeys
    }

    /// The journey with at most so many boardings that arrives first; nil where there is none.
    mutating func earliest(
        from gate: Place, to home: Place, after release: CivilTime, boardings: Int, accessible: Bool
    ) -> Journey? {
        let (from, to) = (access(of: gate), access(of: home))
        guard !from.entrances.isEmpty, !to.entrances.isEmpty, network.covers(release.day) else { return nil }
        let pair = tables.pair(network, release.day, accessible: accessible)
        let most = min(boardings, self.boardings)
        let (scan, lane) = scan(from, release, isHomeward: true, accessible: accessible)
        let best = to.entrances.compactMap { entrance in
            scan.latest(from: entrance.stop, boardings: most, lane: lane).map {
                (stop: entrance.stop, arrives: entrance.minutes.count - $0)
            }
        }.min { ($0.arrives, $0.stop) < ($1.arrives, $1.stop) }
        guard let best else { return nil }
        let last = pair.mirrored.connections.count - 1
        let runs = pair.mirrored.runs.count - 1
        let rides = scan.rides(from: best.stop, boardings: most, lane: lane, in: pair.mirrored)
            .reversed().map { ride in
                Scan.Ride(run: runs - ride.run, first: last - ride.last, last: last - ride.first)
            }
        return LegWriter(network: network, parameters: parameters, day: release.day)
            .journey(rides, in: pair.there, from: from, to: to)
    }

    private mutating func scan(
        _ access: Access, _ time: CivilTime, isHomeward: Bool, accessible: Bool
    ) -> (scan: Scan, lane: Int) {
        let direction = Direction(
            place: access.place, pattern: tables.pattern(network, time.day), isHomeward: isHomeward)
        func question(_ minute: Int) -> Question {
            Question(direction: direction, accessible: accessible, minute: minute)
        }
        let asked = question(time.clock.minutes)
        if let known = answers[asked] { return (known.scan, known.lane) }
        let minutes = expected[direction, default: []].union([asked.minute]).filter { answers[question($0)] == nil }
        let pair = tables.pair(network, time.day, accessible: accessible)
        let scan = Scan(
            isHomeward ? pair.mirrored : pair.there, of: network, to: access.forScan,
            by: minutes.map { isHomeward ? -$0 : $0 }, boardings: boardings)
        labels += scan.labels
        if labels > Self.mostLabels {
            answers.removeAll()
            labels = scan.labels
        }
        for (lane, deadline) in scan.deadlines.enumerated() {
            answers[question(abs(deadline))] = Answer(scan: scan, lane: lane)
        }
        return (scan, scan.deadlines.firstIndex { abs($0) == asked.minute } ?? 0)
    }

    private mutating func access(of place: Place) -> Access {
        if let known = ways[place.id] { return known }
        let access = Access(place, network: network, parameters: parameters)
        ways[place.id] = access
        return access
    }
}
