import VisitModel

@testable import VisitTravel

/// Writes small invented timetables: stops along a line of latitude, trips as lists of stops and times.
struct TimetableWorld {
    static let day = Day(number: 20_790)

    private(set) var stops: [Timetable.Stop] = []
    private var lines: [Timetable.Line] = []
    private var services: [ServiceDays] = []
    private var trips: [Timetable.Trip] = []
    private var calls: [Timetable.Call] = []
    private var links: [Timetable.Link] = []
    private let validity = DayRange(from: TimetableWorld.day - 10, days: 40)

    init() {
        var daily = ServiceDays(within: validity)
        for day in validity { daily[day] = true }
        services = [daily]
        lines = [Timetable.Line(name: "G", mode: .rail), Timetable.Line(name: "12", mode: .bus, fare: 200)]
    }

    /// A stop so many kilometres along the line.
    mutating func stop(_ id: String, km: Double, station: Int? = nil, platform: String? = nil) -> Int {
        guard let point = Coordinate(latitude: 30, longitude: 100 + km / 96.3) else { return -1 }
        stops.append(Timetable.Stop(id: id, name: id, coordinate: point, station: station, platform: platform))
        return stops.count - 1
    }

    /// A trip through stops at minutes of the day; a stop that is left later than reached has both.
    mutating func trip(
        _ id: String, _ times: [(stop: Int, arrives: Int, departs: Int)], line: Int = 0, service: Int = 0,
        isAccessible: Bool? = nil, isApproximate: Bool = false
    ) {
        let first = calls.count
        calls += times.map {
            Timetable.Call(stop: Int32($0.stop), arrives: Int16($0.arrives), departs: Int16($0.departs))
        }
        trips.append(
            Timetable.Trip(
                id: id, number: id, line: line, service: service, calls: first..<calls.count,
                isAccessible: isAccessible, isApproximate: isApproximate))
    }

    /// A trip that stops for no time.
    mutating func trip(_ id: String, _ times: [(stop: Int, at: Int)], line: Int = 0) {
        trip(id, times.map { (stop: $0.stop, arrives: $0.at, departs: $0.at) }, line: line)
    }

    mutating func link(_ from: Int, _ to: Int, _ minutes: Minutes?) {
        links.append(Timetable.Link(from: from, to: to, minutes: minutes))
    }

    /// The timetable without the trip at `index`.
    func without(trip index: Int) -> TimetableWorld {
        var world = self
        world.trips.remove(at: index)
        return world
    }

    var tripCount: Int { trips.count }

    func timetable(_ id: Identifier<Timetable> = "made-up") -> Timetable {
        Timetable(
            id: id, publisher: "Invented", zone: "Asia/Shanghai", validity: validity, currency: "CNY", stops: stops,
            lines: lines, services: services, trips: trips, calls: calls, links: links)
    }

    /// A register's place at a stop, or so many kilometres beyond it.
    func place(_ id: Identifier<Place>, at stop: Int, beyond km: Double = 0) -> Place {
        let point = stops[stop].coordinate
        return Place(
            id: id, name: BilingualText(id.text),
            coordinate: Coordinate(latitude: point.latitude, longitude: point.longitude + km / 96.3), precision: .site)
    }

    static func at(_ hour: Int, _ minute: Int = 0, day offset: Int = 0) -> CivilTime {
        CivilTime(minuteNumber: (day.number + offset) * 1440 + hour * 60 + minute)
    }

    /// A timetable by chance: a handful of stops, some within a walk or in one city, trips of two to five stops, some
    /// through the same stop twice, some past midnight.
    static func random(seed: UInt64) -> TimetableWorld {
        var random = SeededRandom(seed: seed)
        var world = TimetableWorld()
        let count = Int.random(in: 4...9, using: &random)
        var stops: [Int] = []
        for number in 0..<count {
            let km = Double.random(in: 0...60, using: &random)
            // Some stand within a walk of the one before.
            let near = number > 0 && Bool.random(using: &random)
            stops.append(world.stop("S\(number)", km: near ? Double(number) * 0.3 : km))
        }
        if Bool.random(using: &random) { world.link(0, 1, 7) }
        if Bool.random(using: &random) { world.link(1, 0, nil) }
        for number in 0..<Int.random(in: 4...18, using: &random) {
            var clock = Int.random(in: 300...1500, using: &random)
            var times: [(stop: Int, arrives: Int, departs: Int)] = []
            for _ in 0..<Int.random(in: 2...5, using: &random) {
                let wait = Int.random(in: 0...4, using: &random)
                let stop = stops[Int.random(in: stops.indices, using: &random)]
                times.append((stop: stop, arrives: clock, departs: clock + wait))
                clock += wait + Int.random(in: 0...50, using: &random)
            }
            world.trip("T\(number)", times, line: Int.random(in: 0...1, using: &random))
        }
        return world
    }
}
