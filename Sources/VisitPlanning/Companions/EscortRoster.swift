import VisitModel

/// Which of the homes' escorts are under way when.
///
/// The solver counts trips; here each journey gets persons.
struct EscortRoster {
    private let facts: BondFacts
    private let tripsPerDay: Int
    private var journeys: [Identifier<Escort>: [TimeAway]] = [:]

    /// - Parameter tripsPerDay: how many journeys an escort makes on one day.
    init(facts: BondFacts, tripsPerDay: Int) {
        self.facts = facts
        self.tripsPerDay = tripsPerDay
    }

    /// Notes that an escort is under way: by an agreement that stays.
    mutating func reserve(_ escort: Identifier<Escort>, _ timeAway: TimeAway) {
        journeys[escort, default: []].append(timeAway)
    }

    /// Up to `count` escorts from `home` who are free for a journey, by identifier; they are under way then.
    mutating func escorts(from home: Identifier<Household>, _ timeAway: TimeAway, count: Int) -> [Escort] {
        let free = facts.escorts[home, default: []].filter { escort in
            escort.canTravel(on: timeAway.days) && isFree(escort.id, timeAway)
        }
        let chosen = free.sorted { $0.id < $1.id }.prefix(count)
        for escort in chosen { reserve(escort.id, timeAway) }
        return Array(chosen)
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

    /// The days on which one is away for any time.
    var days: DayRange { DayRange(begins.day, ends.day) }

    init(begins: CivilTime, ends: CivilTime) {
        self.begins = begins
        self.ends = ends
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

extension Escort {
    /// Whether the escort can be under way on all of `days`.
    func canTravel(on days: DayRange) -> Bool { days.allSatisfy(canTravel) }
}
