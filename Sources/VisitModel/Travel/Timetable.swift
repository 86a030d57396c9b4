/// A published timetable of trains, buses or ferries: one feed, as a GTFS archive holds it.
///
/// Everything refers to everything else by position in its list. Times are minutes after midnight of the service day,
/// on the wall clock of the feed; they may pass 24:00. Departures are rounded down to the minute and arrivals up, so
/// that a traveller who keeps to them is never late.
public struct Timetable: Hashable, Sendable {
    /// A place where vehicles stop, or a station that holds several.
    public struct Stop: Hashable, Sendable {
        /// Its identifier in the feed.
        public var id: String
        /// Its name, as the feed writes it.
        public var name: String
        /// Where it is.
        public var coordinate: Coordinate
        /// The station that it belongs to, by position in the list of stops.
        public var station: Int?
        /// The platform or bay, where the feed names it.
        public var platform: String?
        /// Whether a wheelchair gets on board here; nil where the feed does not say.
        public var isAccessible: Bool?

        /// A stop.
        public init(
            id: String, name: String, coordinate: Coordinate, station: Int? = nil, platform: String? = nil,
            isAccessible: Bool? = nil
        ) {
            self.id = id
            self.name = name
            self.coordinate = coordinate
            self.station = station
            self.platform = platform
            self.isAccessible = isAccessible
        }
    }

    /// A line or route: what is written on the front of the vehicle.
    public struct Line: Hashable, Sendable {
        /// Its name for passengers: the short one, else the long one.
        public var name: String
        /// The kind of vehicle.
        public var mode: Journey.Leg.Mode
        /// What an adult pays for one ride, where the feed has a fare for the line as a whole.
        public var fare: Cents?

        /// A line.
        public init(name: String, mode: Journey.Leg.Mode, fare: Cents? = nil) {
            self.name = name
            self.mode = mode
            self.fare = fare
        }
    }

    /// One vehicle's run along its stops, on every day of its service.
    public struct Trip: Hashable, Sendable {
        /// Its identifier in the feed.
        public var id: String
        /// Its number or name for passengers, where it has one: `G6701`.
        public var number: String?
        /// Its line, by position.
        public var line: Int
        /// The days on which it runs, by position in the list of services.
        public var service: Int
        /// Its stops, in order: positions in `calls`, at least two.
        public var calls: Range<Int>
        /// Whether a wheelchair can travel; nil where the feed does not say.
        public var isAccessible: Bool?
        /// Whether the times only tell how often it runs (GTFS frequencies without exact times).
        public var isApproximate: Bool

        /// A run of a vehicle.
        public init(
            id: String, number: String? = nil, line: Int, service: Int, calls: Range<Int>, isAccessible: Bool? = nil,
            isApproximate: Bool = false
        ) {
            self.id = id
            self.number = number
            self.line = line
            self.service = service
            self.calls = calls
            self.isAccessible = isAccessible
            self.isApproximate = isApproximate
        }
    }

    /// A stop of one trip.
    public struct Call: Hashable, Sendable {
        /// The stop, by position.
        public var stop: Int32
        /// Minutes after midnight of the service day, rounded up.
        public var arrives: Int16
        /// Minutes after midnight of the service day, rounded down.
        public var departs: Int16
        /// Whether one may get on, and whether one may get off.
        public var boards: Bool, alights: Bool

        /// A stop of a trip.
        public init(stop: Int32, arrives: Int16, departs: Int16, boards: Bool = true, alights: Bool = true) {
            self.stop = stop
            self.arrives = arrives
            self.departs = departs
            self.boards = boards
            self.alights = alights
        }
    }

    /// What the feed says about changing from one stop to another, or between vehicles at one stop.
    public struct Link: Hashable, Sendable {
        /// Where one gets off, and where one gets on, by position.
        public var from: Int, to: Int
        /// How long it takes; nil where one cannot change there.
        public var minutes: Minutes?

        /// A way from one stop to another.
        public init(from: Int, to: Int, minutes: Minutes?) {
            self.from = from
            self.to = to
            self.minutes = minutes
        }
    }

    /// Its identifier: the archive's or folder's name without its ending. A feed of the same name takes its place.
    public var id: Identifier<Timetable>
    /// Who publishes it.
    public var publisher: String
    /// The IANA name of the zone of its times.
    public var zone: String
    /// The days that it covers. On other days it says nothing.
    public var validity: DayRange
    /// The ISO 4217 code of the currency of the lines' fares, where there are any.
    public var currency: String?
    /// The stops and stations.
    public var stops: [Stop]
    /// The lines.
    public var lines: [Line]
    /// The sets of days on which trips run.
    public var services: [ServiceDays]
    /// The trips.
    public var trips: [Trip]
    /// The stops of all trips, trip by trip.
    public var calls: [Call]
    /// What the feed says about changing.
    public var links: [Link]

    /// A timetable.
    public init(
        id: Identifier<Timetable>, publisher: String, zone: String, validity: DayRange, currency: String? = nil,
        stops: [Stop], lines: [Line], services: [ServiceDays], trips: [Trip], calls: [Call], links: [Link] = []
    ) {
        self.id = id
        self.publisher = publisher
        self.zone = zone
        self.validity = validity
        self.currency = currency
        self.stops = stops
        self.lines = lines
        self.services = services
        self.trips = trips
        self.calls = calls
        self.links = links
    }
}

extension Timetable {
    /// The name by which the legs of a journey call one of its stops.
    public func place(of stop: Stop) -> Identifier<Place> { Identifier("\(id)/\(stop.id)") }
}

extension Sequence<Timetable> {
    /// Who publishes the timetables that these journeys follow, each once, by name: whoever shows their times says so.
    public func publishers(of journeys: some Sequence<Journey>) -> [String] {
        let followed = Set(journeys.flatMap(\.legs).filter { $0.trip != nil }.map(\.from))
        let publishers = filter { timetable in
            timetable.stops.contains { followed.contains(timetable.place(of: $0)) }
        }.map(\.publisher)
        return Set(publishers).sorted()
    }
}
