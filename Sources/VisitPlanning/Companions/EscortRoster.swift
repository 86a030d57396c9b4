import VisitModel

/// Which of the homes' escorts are under way when.
///
/// The solver counts trips; here each journey gets persons.
struct EscortRoster {
    private let facts: RegisterIndex
    private let tripsPerDay: Int
    private var journeys: [Identifier<Escort>: [TimeAway]] = [:]

    /// - Parameter tripsPerDay: how many journeys an escort makes on one day.
    init(facts: RegisterIndex, tripsPerDay: Int) {
        self.facts = facts
        self.tripsPerDay = tripsPerDay
    }

    /// Notes that an escort is under way: by an agreement that stays.
    mutating func reserve(_ escort: Identifier<Escort>, _ timeAway: TimeAway) {
        journeys[escort, default: []].append(timeAway)
    }

    /// Up to `count` escorts from `home` who are free for a journey, by identifier; they are under way then. Whoever is banned
    /// somewhere else goes first, so that the others are left for there.
    mutating func escorts(from home: Identifier<Household>, _ engagement: Engagement, count: Int) -> [Escort] {
        let timeAway = engagement.timeAway
        let free = facts.escorts[home, default: []].filter { escort in
            facts.availability.lets(escort, go: engagement) && isFree(escort.id, timeAway)
        }
        let chosen = free.map { (escort: $0, rank: facts.availability.isBannedAnywhere(.escort($0.id)) ? 0 : 1) }
            .sorted { ($0.rank, $0.escort.id) < ($1.rank, $1.escort.id) }.prefix(count).map(\.escort)
        for escort in chosen { reserve(escort.id, timeAway) }
        return chosen.sorted { $0.id < $1.id }
    }

    /// Whether an escort from `home` is free for a journey with so many children.
    func hasEscort(from home: Identifier<Household>, _ engagement: Engagement, children: Int) -> Bool {
        facts.escorts[home, default: []].contains { escort in
            escort.maxChildren >= children && facts.availability.lets(escort, go: engagement)
                && isFree(escort.id, engagement.timeAway)
        }
    }

    private func isFree(_ escort: Identifier<Escort>, _ timeAway: TimeAway) -> Bool {
        let own = journeys[escort, default: []]
        return own.allSatisfy { $0.ends <= timeAway.begins || timeAway.ends <= $0.begins }
            && timeAway.days.allSatisfy { day in own.count { $0.days.contains(day) } < tripsPerDay }
    }
}

/// From when to when somebody is away from home.
struct TimeAway: Hashable {
    let begins: CivilTime
    let ends: CivilTime

    /// All of it, to the minute before `ends`.
    var span: Range<CivilTime> { begins..<max(begins, ends) }

    /// The days on which one is away for any time.
    var days: DayRange { DayRange(begins.day, ends.day) }

    init(begins: CivilTime, ends: CivilTime) {
        self.begins = begins
        self.ends = ends
    }

    /// The time of the meeting alone, where nobody knows yet how long the way takes.
    init(at session: Session) {
        self.init(begins: session.begins, ends: session.ends)
    }

    init(_ trip: Trip) {
        self.init(begins: trip.leavesHome, ends: trip.isHome)
    }

    /// That of the travellers to a visit: all of its day where the journey is not known.
    init(of visit: Visit) {
        self = visit.trip.map(TimeAway.init) ?? TimeAway(on: visit.date)
    }

    /// Whether both are at some time.
    func overlaps(_ other: TimeAway) -> Bool { begins < other.ends && other.begins < ends }

    /// All of one day, to its last minute.
    init(on day: Day) {
        self.init(begins: CivilTime(day, .midnight), ends: CivilTime(day + 1, .midnight) - 1)
    }
}
