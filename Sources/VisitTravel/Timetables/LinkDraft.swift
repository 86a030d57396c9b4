import VisitModel

/// Collects the ways between stops: what the feeds say first, then the platforms of one station, short walks, and the
/// ways across a city from one station to another.
struct LinkDraft {
    /// A way from a stop.
    private struct Link {
        var to: Int
        /// Nil where the feed says that nobody can change there.
        var minutes: Int?
        var isUrban: Bool
        /// Whether a feed says so itself; its word counts against any estimate.
        var isSaid: Bool

        /// Ways to one stop stand together, the one that counts first: one number, since there are very many.
        var order: UInt64 { UInt64(to) << 32 | (isSaid ? 0 : 1 << 31) | UInt64(clamping: minutes ?? 0) }
    }

    private let stops: [Network.Stop]
    private let parameters: TravelParameters
    /// Of the parameters those that are asked for with every walk.
    private let detour: Double
    private let walkSpeed: Double
    private let changeMinutes: Int
    private var links: [[Link]]
    private(set) var change: [Int16]

    init(stops: [Network.Stop], parameters: TravelParameters) {
        self.stops = stops
        self.parameters = parameters
        detour = parameters[.roadDetour]
        walkSpeed = parameters[.walkSpeed]
        changeMinutes = Int(parameters[.changeMinutes])
        links = Array(repeating: [], count: stops.count)
        change = Array(repeating: Int16(changeMinutes), count: stops.count)
    }

    /// Takes what a feed says about changing, and joins the platforms of each of its stations.
    mutating func add(_ timetable: Timetable, first: Int) {
        for link in timetable.links {
            let (from, to) = (first + link.from, first + link.to)
            if from == to {
                // Where nobody can change it takes a day.
                change[from] = Int16(clamping: max(1, link.minutes?.count ?? 1440))
            } else {
                links[from].append(
                    Link(to: to, minutes: link.minutes.map { max(1, $0.count) }, isUrban: false, isSaid: true))
            }
        }
        var members: [Int: [Int]] = [:]
        for (position, stop) in timetable.stops.enumerated() {
            if let station = stop.station { members[station, default: []].append(first + position) }
        }
        for station in members.keys.sorted() {
            let platforms = members[station] ?? []
            for from in platforms {
                for to in platforms where to != from {
                    walk(from, to, stops[from].coordinate.greatCircle(to: stops[to].coordinate))
                }
            }
        }
    }

    /// Joins stops that are near enough to walk.
    mutating func addWalks(_ grid: StopGrid) {
        let reach = Metres(Int(parameters[.walkReach] / detour))
        grid.forEachPair(within: reach) { from, to, metres in
            walk(from, to, metres)
            walk(to, from, metres)
        }
    }

    /// Joins stations that are near enough to lie in one city.
    mutating func addUrbanLinks(_ grid: StopGrid) {
        let reach = Metres(Int(parameters[.urbanReach] * 1000))
        for (from, stop) in stops.enumerated() where stop.isStation {
            for (to, metres) in grid.positions(near: stop.coordinate, within: reach)
            where to != from && stops[to].isStation {
                let way = Double(metres.count) * detour / 1000
                let time = parameters[.urbanMinutes] + way * 60 / parameters[.urbanSpeed]
                links[from].append(
                    Link(to: to, minutes: Int(time.rounded(.up)), isUrban: true, isSaid: false))
            }
        }
    }

    /// The lists of ways by where they lead, and by where they begin. Of several between two stops the feed's own is
    /// kept, otherwise the shortest.
    func paths() -> (incoming: PathLists, outgoing: PathLists) {
        var kept: [(from: Int32, path: Network.Footpath)] = []
        kept.reserveCapacity(links.reduce(0) { $0 + $1.count })
        for (from, list) in links.enumerated() {
            var last = -1
            for link in list.sorted(by: { $0.order < $1.order }) where link.to != last {
                last = link.to
                guard let minutes = link.minutes else { continue }
                kept.append(
                    (
                        Int32(from),
                        Network.Footpath(
                            stop: Int32(link.to), minutes: Int16(clamping: minutes), isUrban: link.isUrban)
                    ))
            }
        }
        return (
            PathLists(kept, count: stops.count) { path in
                (
                    Int(path.path.stop),
                    Network.Footpath(stop: path.from, minutes: path.path.minutes, isUrban: path.path.isUrban)
                )
            }, PathLists(kept, count: stops.count) { (Int($0.from), $0.path) }
        )
    }

    private mutating func walk(_ from: Int, _ to: Int, _ metres: Metres) {
        let way = Double(metres.count) * detour
        let walking = (way * 60 / (walkSpeed * 1000)).rounded(.up)
        links[from].append(Link(to: to, minutes: Int(walking) + changeMinutes, isUrban: false, isSaid: false))
    }
}
