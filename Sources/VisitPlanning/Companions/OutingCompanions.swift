import VisitModel

/// Who goes along on an outing: one guardian for all of its visits, or escorts, each with the children that there is
/// room for.
struct OutingCompanions {
    /// The adult of each visit, in the order of the outing's visits; nil where nobody is free.
    private(set) var companions: [Visit.Companion?]

    init(_ outing: Outing, _ planned: [PlannedVisit], _ planner: OutingPlanner, _ roster: inout EscortRoster) {
        let first = planned[outing.visits[0]]
        let timeAway = outing.timeAway ?? TimeAway(on: first.session.date)
        let engagement = Engagement(outing.visits.map { planned[$0] }, timeAway)
        guard let home = first.party.companions.home else {
            let guardian = planner.guardian(of: outing.visits, away: timeAway)
            companions = outing.visits.map { _ in guardian.map { .guardian($0) } }
            return
        }
        let visits = outing.visits.map { planned[$0] }
        companions = visits.map { $0.agreed?.companion }
        let agreed = planner.escorts(named: companions)
        let wanted = planner.adults(outing.visits) - agreed.count
        let escorts = wanted > 0 ? roster.escorts(from: home, engagement, count: wanted) : []
        share(visits, among: agreed + escorts, planner)
    }

    /// An escort of the outing, and what they have to do already.
    private struct Load {
        let escort: Escort
        var children: Set<Identifier<Child>> = []
        var tables: [Identifier<Session>: Int] = [:]

        mutating func take(_ visit: PlannedVisit) {
            children.formUnion(visit.party.children.map(\.id))
            tables[visit.session.id, default: 0] += 1
        }

        /// Whether the visit can be taken on: no more children than the escort may lead, and no more tables of its session than
        /// an adult may sit at.
        func hasRoom(for visit: PlannedVisit, tables most: Int) -> Bool {
            children.union(visit.party.children.map(\.id)).count <= escort.maxChildren
                && tables[visit.session.id, default: 0] < most
        }
    }

    /// Gives every visit that has nobody yet an escort who can take it on: one who has some of its children already,
    /// otherwise the first. A visit for which no adult is free has none.
    private mutating func share(_ visits: [PlannedVisit], among escorts: [Escort], _ planner: OutingPlanner) {
        var loads = escorts.map { Load(escort: $0) }
        for (number, visit) in visits.enumerated() {
            guard let named = loads.firstIndex(where: { .escort($0.escort.id) == companions[number] }) else { continue }
            loads[named].take(visit)
        }
        for (number, visit) in visits.enumerated() where companions[number] == nil {
            let most = planner.tablesPerAdult(in: visit.party.prison)
            let able = loads.indices.filter { loads[$0].hasRoom(for: visit, tables: most) }
            let children = Set(visit.party.children.map(\.id))
            guard let chosen = able.first(where: { !loads[$0].children.isDisjoint(with: children) }) ?? able.first
            else {
                continue
            }
            companions[number] = .escort(loads[chosen].escort.id)
            loads[chosen].take(visit)
        }
    }
}
