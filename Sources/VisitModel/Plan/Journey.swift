/// One way of getting from one place to another at given times.
public struct Journey: Hashable, Sendable {
    /// A part of a journey in one vehicle, or on foot.
    public struct Leg: Hashable, Sendable {
        /// How one travels.
        public enum Mode: String, Sendable, CaseIterable {
            case walk, road, rail, bus, ferry
        }

        /// How one travels.
        public var mode: Mode
        /// Where it begins.
        public var from: Identifier<Place>
        /// Where it ends.
        public var to: Identifier<Place>
        /// When it begins, local to the prison.
        public var depart: CivilTime
        /// When it ends, local to the prison.
        public var arrive: CivilTime
        /// The length, if known.
        public var metres: Metres?
        /// The line, where there is a timetable.
        public var route: String?
        /// The trip of the timetable.
        public var trip: String?
        /// The names of the stops where it begins and ends, as the timetable writes them, with the platform; nil where an
        /// end is a place of the register.
        public var fromName: String?, toName: String?
        /// Whether its times are estimated.
        public var isEstimated: Bool

        /// A leg.
        public init(
            mode: Mode, from: Identifier<Place>, to: Identifier<Place>, depart: CivilTime, arrive: CivilTime,
            metres: Metres? = nil, route: String? = nil, trip: String? = nil, isEstimated: Bool = false
        ) {
            self.mode = mode
            self.from = from
            self.to = to
            self.depart = depart
            self.arrive = arrive
            self.metres = metres
            self.route = route
            self.trip = trip
            self.isEstimated = isEstimated
        }
    }

    /// The legs, each beginning where and not before the one before it ends. Never empty.
    public var legs: [Leg]
    /// The fare of the whole party.
    public var cents: Cents
    /// Whether times or lengths are estimates rather than from a timetable or a measured road.
    public var isEstimated: Bool

    /// A journey of these legs. There must be at least one.
    public init(legs: [Leg], cents: Cents, isEstimated: Bool) {
        precondition(!legs.isEmpty, "A journey has at least one leg.")
        self.legs = legs
        self.cents = cents
        self.isEstimated = isEstimated
    }

    /// When one leaves.
    public var departs: CivilTime { legs[0].depart }
    /// When one is there.
    public var arrives: CivilTime { legs[legs.count - 1].arrive }
    /// How often one gets into a vehicle that others share; one's own car and one's feet are not boarded.
    public var boardings: Int { legs.count { $0.mode != .walk && $0.mode != .road } }
    /// How long it takes, nights' rests included.
    public var duration: Minutes { arrives - departs }
    /// Minutes under way, waits included. A wait that begins by midnight and ends on the next day
    /// is a night's rest and does not count.
    public var travelMinutes: Minutes {
        var rests = Minutes.zero
        for (before, after) in zip(legs, legs.dropFirst()) where (before.arrive - 1).day < after.depart.day {
            rests += after.depart - before.arrive
        }
        return duration - rests
    }
}

/// The journey around a visit: there, perhaps a night, and back.
public struct Trip: Hashable, Sendable {
    /// From home to the prison's gate.
    public var outbound: Journey
    /// From the gate back home.
    public var homeward: Journey
    /// Nights away from home.
    public var nights: Int
    /// Money for everybody who travels: fares and nights. Visits that share a journey hold the same sum, which is paid once.
    public var cents: Cents
    /// Who pays how much; nil where it was not written down.
    public var tickets: Tickets?
    /// The journey's other meetings, where it leads to more than this one.
    public var shared: SharedTrip?

    /// A trip.
    public init(
        outbound: Journey, homeward: Journey, nights: Int, cents: Cents, tickets: Tickets? = nil,
        shared: SharedTrip? = nil
    ) {
        self.outbound = outbound
        self.homeward = homeward
        self.nights = nights
        self.cents = cents
        self.tickets = tickets
        self.shared = shared
    }

    /// When the party leaves home.
    public var leavesHome: CivilTime { outbound.departs }
    /// When it is at the prison's gate.
    public var arrives: CivilTime { outbound.arrives }
    /// When it is home again.
    public var isHome: CivilTime { homeward.arrives }
    /// The days on which the party is away from home for any time.
    public var days: DayRange { DayRange(leavesHome.day, isHome.day) }
    /// Minutes spent travelling, there and back, without the nights' rests and the other meetings on the way.
    public var travelMinutes: Minutes {
        let meetings = (shared?.meetings ?? []).filter { meeting in
            [outbound, homeward].contains { $0.departs <= meeting.begins && meeting.ends <= $0.arrives }
        }
        let met = Set(meetings.map { DateSpan(begins: $0.begins, ends: $0.ends) })
        return outbound.travelMinutes + homeward.travelMinutes - met.reduce(.zero) { $0 + ($1.ends - $1.begins) }
    }

    private struct DateSpan: Hashable {
        let begins: CivilTime
        let ends: CivilTime
    }
    /// Whether any part is an estimate.
    public var isEstimated: Bool { outbound.isEstimated || homeward.isEstimated }
}
