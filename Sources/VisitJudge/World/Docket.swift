import VisitModel

/// The visits that are judged or count for others, and those put together that have something in common.
struct Docket: Sendable {
    /// What visits can have in common.
    enum Common: CaseIterable, Sendable {
        /// An adult who goes along.
        case adult
        case child
        /// The sitting of a visiting room.
        case sitting
        case prisoner
        case journey
        /// Whose money of which month pays.
        case purse
    }

    /// The visits by date, start and identifier.
    let visits: [JudgedVisit]
    /// The positions of visits with something in common, ascending; only where at least one of them is ahead.
    let groups: [Common: [[Int]]]

    /// Visits that are over matter for this many days: no rule counts over more than a year.
    private static let daysRemembered = 400
    /// With fewer visits on each a second thread is not worth it.
    private static let fewestVisits = 200

    /// - Parameter threads: on how many threads visits are looked up and the rules are asked.
    init(_ world: JudgedWorld, threads: Int) {
        let heard = world.visits.filter { Self.matters($0, in: world) }.sorted {
            ($0.date, $0.start ?? .midnight, $0.id) < ($1.date, $1.start ?? .midnight, $1.id)
        }
        visits = ConcurrentMap.map(heard.count, threads: threads, fewest: Self.fewestVisits) { part in
            var inquiry = RuleInquiry(world)
            return heard[part].map { JudgedVisit($0, in: world, asking: &inquiry) }
        }.flatMap { $0 }
        groups = Self.groups(of: visits, in: world)
    }

    private static func matters(_ visit: Visit, in world: JudgedWorld) -> Bool {
        if visit.status.isAhead { return true }
        guard !visit.status.isCalledOff || world.costs[visit.id] != nil else { return false }
        return visit.date >= world.today - daysRemembered
    }

    private static func groups(of visits: [JudgedVisit], in world: JudgedWorld) -> [Common: [[Int]]] {
        var groups: [Common: [[Int]]] = [:]
        groups[.adult] = grouped(visits) { $0.isAhead ? $0.visit.adults : [] }
        groups[.child] = grouped(visits) { $0.isAhead ? $0.visit.children : [] }
        groups[.sitting] = grouped(visits) { visit in
            visit.visit.status.holdsTable && visit.visit.date >= world.today ? [visit.sitting] : []
        }
        groups[.prisoner] = grouped(visits) { visit in
            visit.isMeeting && (visit.visit.status.usesQuota || visit.isAhead) ? [visit.visit.prisoner] : []
        }
        groups[.journey] = grouped(visits) { $0.isAhead && $0.visit.trip != nil ? [$0.journey] : [] }
        let purses = world.purses(of: visits)
        groups[.purse] = grouped(visits) { visit in
            world.isPaid(visit) ? [purses[visit.journey]].compactMap { $0 } : []
        }
        return groups
    }

    private static func grouped<Key: Hashable>(_ visits: [JudgedVisit], by keys: (JudgedVisit) -> [Key]) -> [[Int]] {
        var groups: [Key: [Int]] = [:]
        for (position, visit) in visits.enumerated() {
            for key in keys(visit) where groups[key]?.last != position { groups[key, default: []].append(position) }
        }
        return groups.values.filter { positions in positions.contains { visits[$0].isAhead } }
    }
}
