import VisitModel

/// How one gets from a door to the stops around it, or from them to the door: on foot where it is near, otherwise by road.
struct Access: Hashable, Sendable {
    /// One stop that can be reached.
    struct Entrance: Hashable, Sendable {
        var stop: Int
        var minutes: Minutes
        var metres: Metres
        var mode: Journey.Leg.Mode
    }

    /// The door.
    let place: Identifier<Place>
    let entrances: [Entrance]

    /// By road one goes to stations, of which a place seldom has more than this many to choose from; to bus stops
    /// only where there is no station.
    private static let mostStations = 24
    private static let mostStops = 8

    /// The stops around `place`; none where its coordinate is not known.
    init(_ place: Place, network: Network, parameters: TravelParameters) {
        self.place = place.id
        guard let point = place.coordinate else {
            entrances = []
            return
        }
        let walkable = Metres(Int(parameters[.walkReach] / parameters[.roadDetour]))
        let near = network.stops(near: point, within: walkable)
        var found = near.map { Self.walk(to: $0.stop, $0.metres, parameters) }
        let onFoot = Set(near.map(\.stop))
        // From a stop people go by road to other stops of the same city, but not to another city.
        let isStop = near.first?.metres == .zero
        let reach = Metres(Int(parameters[isStop ? .urbanReach : .accessReach] * 1000))
        let around = network.stops(near: point, within: reach).filter { !onFoot.contains($0.stop) }
        let stations = around.filter { network.stops[$0.stop].isStation }.prefix(Self.mostStations)
        let chosen =
            stations.isEmpty && !near.contains { network.stops[$0.stop].isStation }
            ? around.prefix(Self.mostStops) : stations
        found += chosen.map { Self.drive(to: $0.stop, $0.metres, parameters) }
        entrances = found
    }

    /// The entrances as a scan takes them.
    var forScan: [Scan.Access] { entrances.map { Scan.Access(stop: $0.stop, minutes: $0.minutes.count) } }

    private static func walk(to stop: Int, _ metres: Metres, _ parameters: TravelParameters) -> Entrance {
        let way = Double(metres.count) * parameters[.roadDetour]
        return Entrance(
            stop: stop, minutes: Minutes(Int((way * 60 / (parameters[.walkSpeed] * 1000)).rounded(.up))),
            metres: Metres(Int(way.rounded())), mode: .walk)
    }

    private static func drive(to stop: Int, _ metres: Metres, _ parameters: TravelParameters) -> Entrance {
        let way = Double(metres.count) * parameters[.roadDetour]
        let minutes = parameters[.access] + way * 60 / (parameters[.accessSpeed] * 1000)
        return Entrance(
            stop: stop, minutes: Minutes(Int(minutes.rounded(.up))), metres: Metres(Int(way.rounded())), mode: .road)
    }
}
