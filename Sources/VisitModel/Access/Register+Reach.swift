extension Register {
    /// As much of the register as somebody with that reach sees. Places, prisons, sessions, calendars, the operator's
    /// money and figures are nobody's; people and what happened to them are left out beyond it, and organisations that
    /// look after none of them. Separations are for offices alone. Costs are for those who look after the household,
    /// and for those who paid them.
    public func within(_ reach: Reach) -> Register {
        if reach == .everything { return self }
        let seen = PeopleInReach(self, reach)
        var register = self
        register.households = households.filter { seen.households.contains($0.id) }
        register.organisations = organisations.filter { organisation in
            reach == .organisation(organisation.id)
                || register.households.contains { $0.organisation == organisation.id }
        }
        register.budgets = budgets.filter { budget in
            budget.organisation.map { reach == .organisation($0) } ?? true
        }
        register.children = children.filter { seen.children.contains($0.id) }
        let along = Set(seen.visits.flatMap(\.adults))
        // Of those who live elsewhere only whoever comes along.
        let homes = reach.seesHouseholds ? seen.households : []
        register.guardians = guardians.filter { homes.contains($0.household) || along.contains(.guardian($0.id)) }
        register.escorts = escorts.filter {
            homes.contains($0.home) || along.contains(.escort($0.id)) || reach == .escort($0.id)
        }
        register.prisoners = prisoners.filter { seen.prisoners.contains($0.id) }
        register.events = events.filter { event in
            guard seen.prisoners.contains(event.prisoner) else { return false }
            // A ban of somebody outside the reach is left out: without its visitor it would look like a ban of
            // everybody.
            return reach.seesBans || event.visitor.map { register.holds($0) } ?? true
        }
        let own = Register.own(guardians, escorts, of: homes, within: reach)
        register.absences = absences.filter { absence in
            switch absence.person {
            case .guardian, .escort: own.contains(absence.person)
            case .child(let id): reach.seesHouseholds && seen.children.contains(id)
            case .prisoner(let id): seen.prisoners.contains(id)
            }
        }
        register.bonds = bonds.filter { seen.children.contains($0.child) && seen.prisoners.contains($0.prisoner) }
        register.visits = seen.visits
        let known = Set(seen.visits.map(\.id))
        register.separations = separations.filter {
            reach.isOffice && seen.prisoners.contains($0.first) && seen.prisoners.contains($0.second)
        }
        register.costs = costs.filter { known.contains($0.visit) && reach.sees($0) }
        register.givenUp = givenUp.filter {
            $0.children.allSatisfy(seen.children.contains) && seen.prisoners.contains($0.prisoner)
        }
        register.moved = moved.filter(known.contains)
        register.childrensNos = childrensNos.filter { id, _ in register.bonds.contains { $0.id == id } }
        if !reach.seesCitizenNumbers(of: nil) { register.forgetCitizenNumbers() }
        register.aliases = aliases.filter { register.holds($0) }
        return register
    }

    /// Whether what the alias stands for is in the register.
    private func holds(_ alias: Alias) -> Bool {
        switch alias.kind {
        case .child: children.contains { $0.id.text == alias.current }
        case .prisoner: prisoners.contains { $0.id.text == alias.current }
        case .guardian: guardians.contains { $0.id.text == alias.current }
        case .escort: escorts.contains { $0.id.text == alias.current }
        case .bond: bonds.contains { $0.id.text == alias.current }
        case .event: events.contains { $0.id.text == alias.current }
        }
    }

    /// Takes away the citizen numbers.
    package mutating func forgetCitizenNumbers() {
        for index in children.indices { children[index].citizenNumber = nil }
        for index in guardians.indices { guardians[index].citizenNumber = nil }
        for index in escorts.indices { escorts[index].citizenNumber = nil }
    }

    /// Whether the adult is one of the register's.
    private func holds(_ adult: Visit.Companion) -> Bool {
        switch adult {
        case .guardian(let id): guardians.contains { $0.id == id }
        case .escort(let id): escorts.contains { $0.id == id }
        }
    }

    /// The adults whose absences are seen: those of the `homes`, and the escort who asks.
    private static func own(
        _ guardians: [Guardian], _ escorts: [Escort], of homes: Set<Identifier<Household>>, within reach: Reach
    ) -> Set<Absence.Person> {
        let these = guardians.filter { homes.contains($0.household) }.map { Absence.Person.guardian($0.id) }
        let those = escorts.filter { homes.contains($0.home) || reach == .escort($0.id) }.map {
            Absence.Person.escort($0.id)
        }
        return Set(these + those)
    }
}

extension Reach {
    /// Whether citizen numbers are seen: by caseworkers, and by a prison on the list of its own gate.
    ///
    /// - Parameter prison: the prison whose list names them; nil where they are asked for otherwise.
    package func seesCitizenNumbers(of prison: Identifier<Prison>?) -> Bool {
        switch self {
        case .everything, .organisation: true
        case .prison(let own): own == prison
        case .nothing, .household, .escort: false
        }
    }

    /// Whether a prisoner's bans are seen with the prisoner, whomever they are about: the prison has made them.
    fileprivate var seesBans: Bool {
        if case .prison = self { true } else { false }
    }
}

extension PlanningSnapshot {
    /// As much of it as somebody with that reach sees.
    public func within(_ reach: Reach) -> PlanningSnapshot {
        if reach == .everything { return self }
        var snapshot = self
        snapshot.register = register.within(reach)
        snapshot.plan = plan?.within(snapshot.register, reach)
        snapshot.unlisted = PeopleInReach(snapshot.register, reach).those(of: unlisted)
        return snapshot
    }
}

extension Plan {
    /// As much of the plan as somebody with that reach sees.
    ///
    /// - Parameter register: what the same reach sees of the register.
    public func within(_ register: Register, _ reach: Reach) -> Plan {
        if reach == .everything { return self }
        let seen = PeopleInReach(register, reach)
        let children = Set(register.children.map(\.id))
        let prisoners = Set(register.prisoners.map(\.id))
        var plan = self
        plan.visits = seen.those(of: visits)
        let known = Dictionary(plan.visits.map { ($0.id, $0) }) { first, _ in first }
        plan.changes = changes.compactMap { change in known[change.visit].map { seen.showing(change, of: $0) } }
        plan.refusals = refusals.filter { children.contains($0.child) && prisoners.contains($0.prisoner) }
        // What a scarce thing is worth, and how good the plan is, says something about everybody who wants it.
        plan.prices = []
        plan.certificate = Plan.Certificate(bound: 0, score: 0, coveredChildren: 0, dueChildren: 0)
        return plan
    }
}

/// The people whom somebody with a reach sees.
private struct PeopleInReach {
    private(set) var households: Set<Identifier<Household>> = []
    private(set) var children: Set<Identifier<Child>> = []
    private(set) var prisoners: Set<Identifier<Prisoner>> = []
    private(set) var visits: [Visit] = []
    private var guardians: Set<Identifier<Guardian>> = []
    private var homes: [Identifier<Child>: Identifier<Household>] = [:]
    private let reach: Reach

    init(_ register: Register, _ reach: Reach) {
        self.reach = reach
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
        case .escort(let id):
            let own = register.visits.filter { $0.adults.contains(.escort(id)) }
            prisoners = Set(own.map(\.prisoner))
            children = Set(own.flatMap(\.children))
            addHouseholds(register)
        }
        for child in register.children where children.contains(child.id) { homes[child.id] = child.household }
        guardians = Set(register.guardians.filter { households.contains($0.household) }.map(\.id))
        visits = those(of: register.visits)
    }

    private mutating func addChildren(_ register: Register) {
        children = Set(register.children.filter { households.contains($0.household) }.map(\.id))
        prisoners = Set(register.bonds.filter { children.contains($0.child) }.map(\.prisoner))
    }

    private mutating func addHouseholds(_ register: Register) {
        households = Set(register.children.filter { children.contains($0.id) }.map(\.household))
    }

    /// Those of `visits` that are seen, as they are seen.
    func those(of visits: [Visit]) -> [Visit] {
        visits.compactMap { visit in
            switch reach {
            case .everything: visit
            case .nothing: nil
            case .prison(let id): visit.prison == id ? visit.showing(children, guardians, within: reach) : nil
            case .escort(let id):
                visit.adults.contains(.escort(id)) ? visit.showing(children, guardians, within: reach) : nil
            case .organisation, .household: ofHouseholds(visit)
            }
        }
    }

    /// A change of a visit that is seen, without an adult who is not.
    func showing(_ change: Plan.Change, of visit: Visit) -> Plan.Change {
        var change = change
        switch (reach, change.adultBefore) {
        case (.everything, _), (_, nil), (.prison, .escort?): return change
        case (.organisation, .guardian(let id)?), (.household, .guardian(let id)?), (.prison, .guardian(let id)?):
            if !guardians.contains(id) { change.adultBefore = nil }
        case (.organisation, .escort?), (.household, .escort?):
            if !households.contains(visit.household) || visit.adults.isEmpty { change.adultBefore = nil }
        case (.escort, _?), (.nothing, _?): change.adultBefore = nil
        }
        return change
    }

    /// A visit of the households that are seen. A child who lived elsewhere then has met the prisoner all the same; with
    /// whom and from where is another household's matter.
    private func ofHouseholds(_ visit: Visit) -> Visit? {
        guard let child = visit.children.first(where: children.contains) else { return nil }
        var visit = visit.showing(children, guardians, within: reach)
        if !households.contains(visit.household) {
            visit.household = homes[child] ?? visit.household
            (visit.adults, visit.trip) = ([], nil)
            (visit.documents, visit.reasons) = ([], [])
        }
        return visit
    }
}
