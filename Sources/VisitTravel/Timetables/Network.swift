import VisitModel

/// All timetables together: their stops in one list, and the ways on foot and across a city between them.
///
/// Made once and then only read. A stop is known by its position; a journey names it `feed/stop`.
public struct Network: Sendable {
    /// A stop of one of the feeds.
    struct Stop: Sendable {
        var id: Identifier<Place>
        var name: String
        var platform: String?
        var coordinate: Coordinate
        var isAccessible: Bool?
        /// Whether a train or a ferry stops here, for which one comes from far.
        var isStation: Bool
    }

    /// A way from one stop to another in its own minutes, changing included.
    struct Footpath: Hashable, Sendable {
        var stop: Int32
        var minutes: Int16
        /// Whether it crosses a city from one station to another rather than a street.
        var isUrban: Bool
    }

    let timetables: [Timetable]
    /// The position of each feed's first stop.
    let firstStop: [Int]
    let stops: [Stop]
    /// Minutes to change vehicles at each stop.
    let changeMinutes: [Int16]
    /// The ways that lead to each stop, and those that lead away from it.
    let incoming: PathLists
    let outgoing: PathLists
    private let grid: StopGrid

    /// The network of `timetables`. Feeds whose clocks differ are not told apart: all times are taken for local ones.
    public init(_ timetables: [Timetable], parameters: TravelParameters) {
        self.timetables = timetables
        var (stops, first): ([Stop], [Int]) = ([], [])
        for timetable in timetables {
            first.append(stops.count)
            let served = Self.stations(of: timetable)
            stops += timetable.stops.enumerated().map { position, stop in
                Stop(
                    id: Identifier("\(timetable.id)/\(stop.id)"), name: stop.name, platform: stop.platform,
                    coordinate: stop.coordinate, isAccessible: stop.isAccessible, isStation: served[position])
            }
        }
        self.stops = stops
        firstStop = first
        let points = stops.map(\.coordinate)
        grid = StopGrid(points, degrees: 0.25)
        var links = LinkDraft(stops: stops, parameters: parameters)
        for (number, timetable) in timetables.enumerated() { links.add(timetable, first: first[number]) }
        links.addWalks(StopGrid(points, degrees: 0.01))
        links.addUrbanLinks(grid)
        changeMinutes = links.change
        (incoming, outgoing) = links.paths()
    }

    /// Whether there is any timetable.
    public var isEmpty: Bool { timetables.isEmpty }

    /// Whether a timetable covers `day`.
    public func covers(_ day: Day) -> Bool { timetables.contains { $0.validity.contains(day) } }

    /// The stop that journeys name so.
    func stop(_ id: Identifier<Place>) -> Stop? { stops.first { $0.id == id } }

    /// The stops within `metres` of a point, the nearest first.
    func stops(near point: Coordinate, within metres: Metres) -> [(stop: Int, metres: Metres)] {
        grid.positions(near: point, within: metres)
    }

    /// Which of a feed's stops trains and ferries call at.
    private static func stations(of timetable: Timetable) -> [Bool] {
        var served = Array(repeating: false, count: timetable.stops.count)
        for trip in timetable.trips where timetable.lines[trip.line].mode != .bus {
            for call in timetable.calls[trip.calls] { served[Int(call.stop)] = true }
        }
        return served
    }
}

/// For each stop a list of ways, kept one after the other.
struct PathLists: Sendable {
    private var starts: [Int32]
    private var paths: [Network.Footpath]

    /// The lists of `count` stops: `entry` says to which stop's list each of `ways` belongs, and what stands there. In each
    /// list the ways keep their order.
    init<Item>(_ ways: [Item], count: Int, entry: (Item) -> (stop: Int, path: Network.Footpath)) {
        starts = Array(repeating: 0, count: count + 1)
        for way in ways { starts[entry(way).stop + 1] += 1 }
        for stop in 0..<count { starts[stop + 1] += starts[stop] }
        var next = starts
        paths = Array(
            repeating: Network.Footpath(stop: 0, minutes: 0, isUrban: false), count: ways.count)
        for way in ways {
            let (stop, path) = entry(way)
            paths[Int(next[stop])] = path
            next[stop] += 1
        }
    }

    /// The ways of stop `index`.
    subscript(index: Int) -> ArraySlice<Network.Footpath> {
        paths[Int(starts[index])..<Int(starts[index + 1])]
    }
}
