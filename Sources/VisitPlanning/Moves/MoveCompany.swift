import VisitModel

/// Whether the children of a visit are free for another session, and which adult can go along with them then.
struct MoveCompany {
    private let visit: Visit
    private let facts: RegisterIndex
    /// The other visits of the household and of its escorts that are to take place.
    private let others: [Visit]
    private let parameters: PlanningParameters

    /// - Parameter visits: all visits of the household and of its escorts.
    init(_ visit: Visit, facts: RegisterIndex, visits: [Visit], parameters: PlanningParameters) {
        self.visit = visit
        self.facts = facts
        self.parameters = parameters
        others = visits.filter { $0.id != visit.id && $0.status.holdsTable }
    }

    /// Refuses a session during which one of the children is on another visit or travelling to another prison.
    func requireChildrenFree(_ session: Session, _ trip: Trip?) throws(MoveRefusal) {
        let timeAway = trip.map(TimeAway.init) ?? TimeAway(at: session)
        let children = Set(visit.children)
        let other = others.first { other in
            guard !children.isDisjoint(with: other.children) else { return false }
            return other.prison == visit.prison ? other.meets(session) : TimeAway(of: other).overlaps(timeAway)
        }
        if let other { throw .elsewhere(other.id) }
    }

    /// The adult who goes along: the one of before where that one can, otherwise the first who is free. What is only proposed
    /// gives way where nobody is free otherwise: the next run plans it anew.
    func companion(of party: Party, in session: Session, _ trip: Trip?) -> Visit.Companion? {
        companion(of: party, in: session, trip, besides: others)
            ?? companion(of: party, in: session, trip, besides: others.filter { $0.status != .proposed })
    }

    private func companion(
        of party: Party, in session: Session, _ trip: Trip?, besides others: [Visit]
    ) -> Visit.Companion? {
        let engagement = Engagement(party, to: session, trip.map(TimeAway.init) ?? TimeAway(at: session))
        guard let home = party.companions.home else {
            let able = party.guardians(free: facts.availability, for: engagement)
            let free = able.map { Visit.Companion.guardian($0.id) }.filter { guardian in
                !others.contains { $0.adults.contains(guardian) && $0.session != session.id && $0.meets(session) }
            }
            return free.first { $0 == visit.companion } ?? free.first
        }
        return escort(from: home, session, engagement, besides: others).map { .escort($0) }
    }

    /// An escort who goes to that session anyway and has room, otherwise one who is free.
    private func escort(
        from home: Identifier<Household>, _ session: Session, _ engagement: Engagement, besides others: [Visit]
    ) -> Identifier<Escort>? {
        let escorts = facts.escorts[home, default: []].sorted { $0.id < $1.id }
        let there = escorts.first { escort in
            let along = others.filter { $0.session == session.id && $0.adults.contains(.escort(escort.id)) }
            let children = along.reduce(visit.children.count) { $0 + $1.children.count }
            return !along.isEmpty && children <= escort.maxChildren
                && facts.availability.lets(escort, go: engagement)
        }
        if let there { return there.id }
        var roster = EscortRoster(facts: facts, tripsPerDay: parameters.escortTripsPerDay)
        var known: Set<EscortJourney> = []
        for other in others {
            for case .escort(let escort) in other.adults {
                // Several visits can be made on one journey.
                let journey = EscortJourney(escort: escort, timeAway: TimeAway(of: other))
                if known.insert(journey).inserted { roster.reserve(escort, journey.timeAway) }
            }
        }
        let free = roster.escorts(from: home, engagement, count: escorts.count)
            .filter { $0.maxChildren >= visit.children.count }.map(\.id)
        return free.first { visit.companion == .escort($0) } ?? free.first
    }

    /// A journey of an escort.
    private struct EscortJourney: Hashable {
        let escort: Identifier<Escort>
        let timeAway: TimeAway
    }
}

extension Visit {
    /// Whether the meeting is at a time at which `session` is held.
    fileprivate func meets(_ session: Session) -> Bool {
        guard let begins, let ends else { return date == session.date }
        return begins < session.ends && session.begins < ends
    }
}
