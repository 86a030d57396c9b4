// What a status means, what may follow it, and what counts as a change: asked here by every room and every query, so that it
// is decided once. The steps that people take are in `VisitAct`.

extension Visit.Status {
    /// Whether the visit is still to take place: asked for or agreed, or only planned.
    public var isAhead: Bool {
        switch self {
        case .proposed, .requested, .confirmed: true
        case .held, .cutShort, .missed, .turnedAway, .refused, .withdrawn, .expired, .cancelled: false
        }
    }

    /// Whether nobody has agreed yet: the planner may move the visit, or let it go.
    public var isOpen: Bool { self == .proposed || self == .requested }

    /// Whether the prison has agreed to the visit, or has held it.
    public var isAgreed: Bool { self == .confirmed || isContact }

    /// Whether child and parent met: what "last seen" and every count of contact rest on.
    public var isContact: Bool { self == .held || self == .cutShort }

    /// Whether the visit holds, or held, a table of its session.
    public var holdsTable: Bool { isAhead || isContact }

    /// Whether its journey needs, or needed, money, as far as nobody says otherwise. Who does not come has spent nothing.
    public var needsMoney: Bool { holdsTable || self == .turnedAway }

    /// Whether it takes a visit, or a visit order, from the prisoner's account. Who does not come loses it; who is turned
    /// away at the gate does not.
    public var usesQuota: Bool { self == .confirmed || isContact || self == .missed }

    /// Whether it will not take place and never could have been held: called off by somebody, or run out.
    public var isCalledOff: Bool {
        switch self {
        case .refused, .withdrawn, .expired, .cancelled: true
        case .proposed, .requested, .confirmed, .held, .cutShort, .missed, .turnedAway: false
        }
    }

    /// Whether only a visit whose day has come can have it: it says what became of the day.
    public var isOutcome: Bool { isContact || self == .missed || self == .turnedAway }

    /// Whether the visit can be put into another session.
    public var mayMove: Bool { isAhead }

    /// Whether people say who goes along; a proposal is planned again.
    public var mayChangeAdult: Bool { self == .requested || self == .confirmed }

    /// What a move to another session makes of it: the new one is asked for. What the prison has agreed to for one day it has not
    /// for another, unless it is the prison that moves the visit.
    public func moved(by party: VisitAct.Party?) -> Visit.Status {
        self == .confirmed && party == .prison ? .confirmed : .requested
    }

    /// Whether a visit that the program planned counts as a fact of the register, which the next plan takes as given.
    public var isFact: Bool { self == .confirmed || isOutcome }

    /// What may follow: the whole table of transitions. What was called off stays so; what became of a day can be put right.
    public var successors: [Visit.Status] {
        let outcomes: [Visit.Status] = [.held, .cutShort, .missed, .turnedAway]
        return switch self {
        case .proposed: [.requested, .confirmed, .withdrawn, .cancelled] + outcomes
        case .requested: [.confirmed, .refused, .withdrawn, .expired, .cancelled] + outcomes
        case .confirmed: [.cancelled] + outcomes
        case .held, .cutShort, .missed, .turnedAway: outcomes.filter { $0 != self }
        case .refused, .withdrawn, .expired, .cancelled: []
        }
    }

    /// Whether a visit of this status can take the other one.
    public func canBecome(_ next: Visit.Status) -> Bool { successors.contains(next) }

    /// All statuses for which something holds, for queries.
    public static func all(where holds: (Visit.Status) -> Bool) -> [Visit.Status] { allCases.filter(holds) }
}

extension Visit {
    /// For how many days a cancelled visit stays in the feeds, so that calendar programs can remove it (RFC 5545,
    /// STATUS).
    public static let daysShownAfterCallingOff = 30
    /// For how many days after its date a visit stays in calendars, and messages about it are looked at.
    public static let daysShownAfterDate = 30

    /// How many adults are to go along with the children, where nobody has been named yet.
    public static let adultsAlong = 1

    /// How many persons come to the prison with so many children, where nobody has been named to go along.
    public static func persons(with children: Int) -> Int { children + adultsAlong }

    /// How many persons come to the prison: the children and the adults; one adult where nobody has been named.
    public var persons: Int { children.count + max(Self.adultsAlong, adults.count) }

    /// This visit as the next version of `before`. It keeps the identifier. SEQUENCE rises by one where people must be
    /// told again (RFC 5546, section 2.1.4). The moment of the last change becomes `stamp` where anything that people
    /// see differs.
    ///
    /// SEQUENCE rises for time, place or status of the visit or of its journey, and for nothing else.
    public func following(_ before: Visit, at stamp: Instant) -> Visit {
        var visit = self
        visit.id = before.id
        visit.number = before.number
        visit.sequence = before.sequence
        visit.changed = before.changed
        guard visit != before else { return visit }
        visit.changed = stamp
        if visit.occurrence != before.occurrence { visit.sequence += 1 }
        return visit
    }

    /// What SEQUENCE rises for.
    private var occurrence: Occurrence {
        Occurrence(
            status: status, prison: prison, date: date, start: start, minutes: minutes, site: videoSite,
            journey: trip.map { ($0.outbound.legs + $0.homeward.legs).map(Occurrence.Stretch.init) })
    }

    private struct Occurrence: Equatable {
        let status: Status
        let prison: Identifier<Prison>
        let date: Day
        let start: ClockTime?
        let minutes: Minutes
        let site: Identifier<Place>?
        let journey: [Stretch]?

        /// From where to where, and when.
        struct Stretch: Equatable {
            let from, to: Identifier<Place>
            let depart, arrive: CivilTime

            init(_ leg: Journey.Leg) {
                (from, to) = (leg.from, leg.to)
                (depart, arrive) = (leg.depart, leg.arrive)
            }
        }
    }

    /// The site of a meeting by video, where the children go to one; nil where they go to the prison, or nowhere.
    public var videoSite: Identifier<Place>? { mode == .video ? trip?.outbound.legs.last?.to : nil }
}

extension Prison {
    /// How many tables so many persons need.
    public func tables(for persons: Int) -> Int { Self.tables(for: persons, seats: tableSeats) }

    /// How many tables of so many seats so many persons need.
    public static func tables(for persons: Int, seats: Int) -> Int { (persons + seats - 1) / max(1, seats) }

    /// How many children find room at so many tables beside the adult who goes along.
    public func children(atTables tables: Int) -> Int { tables * tableSeats - Visit.adultsAlong }
}
