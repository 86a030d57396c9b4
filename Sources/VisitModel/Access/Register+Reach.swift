extension Register {
    /// As much of the register as somebody with that reach sees. Places, prisons, sessions, calendars, money and the operator's
    /// figures are nobody's; people and what happened to them are left out beyond it.
    public func within(_ reach: Reach) -> Register {
        if reach == .everything { return self }
        let seen = PeopleInReach(self, reach)
        var register = self
        register.households = households.filter { seen.households.contains($0.id) }
        register.children = children.filter { seen.children.contains($0.id) }
        register.guardians = guardians.filter { seen.households.contains($0.household) }
        let homes = seen.households.union(register.households.compactMap(\.escortsFrom))
        register.escorts = escorts.filter { homes.contains($0.home) || reach == .escort($0.id) }
        register.prisoners = prisoners.filter { seen.prisoners.contains($0.id) }
        register.events = events.filter { seen.prisoners.contains($0.prisoner) }
        register.bonds = bonds.filter { seen.children.contains($0.child) && seen.prisoners.contains($0.prisoner) }
        register.visits = seen.visits
        let known = Set(seen.visits.map(\.id))
        register.givenUp = givenUp.filter {
            $0.children.allSatisfy(seen.children.contains) && seen.prisoners.contains($0.prisoner)
        }
        register.moved = moved.filter(known.contains)
        return register
    }
}

extension Plan {
    /// As much of the plan as somebody with that reach sees.
    ///
    /// - Parameter register: what the same reach sees of the register.
    public func within(_ register: Register, _ reach: Reach) -> Plan {
        if reach == .everything { return self }
        let children = Set(register.children.map(\.id))
        let prisoners = Set(register.prisoners.map(\.id))
        var plan = self
        plan.visits = visits.filter { $0.isWithin(reach, children) }.map {
            $0.showingJourneys(of: children, within: reach)
        }
        let known = Set(plan.visits.map(\.id))
        plan.changes = changes.filter { known.contains($0.visit) }
        plan.refusals = refusals.filter { children.contains($0.child) && prisoners.contains($0.prisoner) }
        // What a scarce thing is worth tells of all who want it.
        plan.prices = []
        plan.certificate.prisons = []
        return plan
    }
}

/// The people whom somebody with a reach sees.
private struct PeopleInReach {
    private(set) var households: Set<Identifier<Household>> = []
    private(set) var children: Set<Identifier<Child>> = []
    private(set) var prisoners: Set<Identifier<Prisoner>> = []
    private(set) var visits: [Visit] = []

    init(_ register: Register, _ reach: Reach) {
        switch reach {
        case .everything, .nothing: return
        case .organisation(let id):
            households = Set(register.households.filter { $0.organisation == id }.map(\.id))
            addChildren(register)
        case .household(let id):
            households = [id]
            addChildren(register)
        case .prison(let id):
            prisoners = Set(register.prisoners.filter { $0.prison == id }.map(\.id))
            children = Set(register.bonds.filter { prisoners.contains($0.prisoner) }.map(\.child))
            addHouseholds(register)
        case .escort:
            let own = register.visits.filter { $0.isWithin(reach, []) }
            prisoners = Set(own.map(\.prisoner))
            children = Set(own.flatMap(\.children))
            addHouseholds(register)
        }
        visits = register.visits.filter { $0.isWithin(reach, children) }
            .map { $0.showingJourneys(of: children, within: reach) }
    }

    private mutating func addChildren(_ register: Register) {
        children = Set(register.children.filter { households.contains($0.household) }.map(\.id))
        prisoners = Set(register.bonds.filter { children.contains($0.child) }.map(\.prisoner))
    }

    private mutating func addHouseholds(_ register: Register) {
        households = Set(register.children.filter { children.contains($0.id) }.map(\.household))
    }
}

extension Visit {
    /// Whether somebody with that reach, which sees `children`, sees the visit.
    fileprivate func isWithin(_ reach: Reach, _ children: Set<Identifier<Child>>) -> Bool {
        switch reach {
        case .everything: true
        case .nothing: false
        case .prison(let id): prison == id
        case .escort(let id): companion == .escort(id)
        case .organisation, .household: self.children.allSatisfy(children.contains)
        }
    }

    /// The visit with as much of its journey as whoever sees `visible` children may know.
    ///
    /// Escorts take children of several organisations along on one journey, and every visit of the journey holds all of its
    /// meetings and what it costs for everybody. To whom the other children are nobody, their meetings are not there,
    /// and the money is the part of those whom they see.
    public func showingJourneys(of visible: Set<Identifier<Child>>, within reach: Reach) -> Visit {
        guard reach != .everything, let shared = trip?.shared else { return self }
        let seen = shared.meetings.filter { meeting in
            if case .prison(let own) = reach { return meeting.prison == own }
            return meeting.children.allSatisfy(visible.contains)
        }
        guard seen.count < shared.meetings.count else { return self }
        let travelling = shared.children.count
        let own = Set(seen.flatMap(\.children)).union(children).count
        var visit = self
        visit.trip?.shared = seen.count > 1 ? SharedTrip(meetings: seen) : nil
        visit.trip?.tickets = nil
        if let trip {
            func part(_ cents: Cents) -> Cents { Cents((cents.count * own + travelling - 1) / max(1, travelling)) }
            visit.trip?.cents = part(trip.cents)
            visit.trip?.outbound.cents = part(trip.outbound.cents)
            visit.trip?.homeward.cents = part(trip.homeward.cents)
        }
        return visit
    }
}
