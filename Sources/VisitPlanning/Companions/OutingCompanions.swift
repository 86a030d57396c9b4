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
        companions = outing.visits.map { planned[$0].agreed?.companion }
        let agreed = Set(companions.compactMap(\.self)).count
        let wanted = planner.adults(outing.visits) - agreed
        let escorts = wanted > 0 ? roster.escorts(from: home, engagement, count: wanted) : []
        share(outing.visits.map { planned[$0] }, among: escorts)
    }

    /// Gives every visit that has nobody yet an escort with room for its children, otherwise the one with the most room;
    /// a child who makes two visits keeps the same one.
    private mutating func share(_ visits: [PlannedVisit], among escorts: [Escort]) {
        var room = escorts.map(\.maxChildren)
        var taken: [Identifier<Child>: Visit.Companion] = [:]
        for (number, visit) in visits.enumerated() {
            for child in visit.party.children { taken[child.id] = companions[number] }
        }
        for (number, visit) in visits.enumerated() where companions[number] == nil {
            let children = visit.party.children.map(\.id)
            if let known = children.compactMap({ taken[$0] }).first {
                companions[number] = known
                continue
            }
            let chosen =
                room.indices.first { room[$0] >= children.count }
                ?? room.indices.max { (room[$0], $1) < (room[$1], $0) }
            // With every escort of the outing agreed already, they take the others along.
            companions[number] = chosen.map { .escort(escorts[$0].id) } ?? companions.compactMap(\.self).first
            if let chosen { room[chosen] -= children.count }
            for child in children { taken[child] = companions[number] }
        }
    }
}
