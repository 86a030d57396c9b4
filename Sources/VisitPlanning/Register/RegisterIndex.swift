import VisitModel

/// The register, looked up by identifier: what the stages of a run ask for again and again.
package struct RegisterIndex: Sendable {
    package let places: [Identifier<Place>: Place]
    package let prisons: [Identifier<Prison>: Prison]
    package let prisoners: [Identifier<Prisoner>: Prisoner]
    package let households: [Identifier<Household>: Household]
    package let children: [Identifier<Child>: Child]
    package let schoolCalendars: [Identifier<SchoolCalendar>: SchoolCalendar]
    package let events: [Identifier<Prisoner>: [PrisonerEvent]]
    /// The adults who live with the children, whether they go along or not.
    package let adults: [Identifier<Household>: [Guardian]]
    package let escorts: [Identifier<Household>: [Escort]]
    /// Who cannot be where, and when.
    package let availability: Availability
    /// Visits that took place, oldest first, by child and prisoner.
    package let held: [ChildAndPrisoner: [Visit]]
    /// Sessions that people gave up, by child and prisoner.
    private let givenUp: [ChildAndPrisoner: Set<Identifier<Session>>]
    /// Days to which a child said no, by child and prisoner.
    private let declinedDays: [ChildAndPrisoner: Set<Day>]
    /// Sessions in which a visit was looked at and does not hold, by child and prisoner.
    private let notHolding: [ChildAndPrisoner: Set<Identifier<Session>>]
    /// Visits that people have moved to where they are.
    package let moved: Set<Identifier<Visit>>
    private let childrenByHousehold: [Identifier<Household>: [Child]]
    private let guardiansByID: [Identifier<Guardian>: Guardian]
    /// The bonds of each child, by prisoner.
    package let bonds: [Identifier<Child>: [Bond]]
    /// Measured distances between places.
    let distances: [Stretch: Metres]
    let parameters: [Parameter]
    let protectChildContact: Bool

    /// From one place to another.
    struct Stretch: Hashable {
        let from: Identifier<Place>
        let to: Identifier<Place>
    }

    /// One child and one prisoner.
    package struct ChildAndPrisoner: Hashable, Sendable {
        package let child: Identifier<Child>
        package let prisoner: Identifier<Prisoner>

        package init(child: Identifier<Child>, prisoner: Identifier<Prisoner>) {
            self.child = child
            self.prisoner = prisoner
        }
    }

    /// The register, indexed.
    ///
    /// - Parameter notHolding: meetings that were looked at and do not hold.
    package init(_ register: Register, notHolding: [GivenUp] = []) {
        self.init(
            register, notHolding,
            protectChildContact: PlanningParameters(register.parameters).protectChildContact)
    }

    private init(_ register: Register, _ notHolding: [GivenUp], protectChildContact: Bool) {
        places = Dictionary(register.places.map { ($0.id, $0) }) { first, _ in first }
        prisons = Dictionary(register.prisons.map { ($0.id, $0) }) { first, _ in first }
        prisoners = Dictionary(register.prisoners.map { ($0.id, $0) }) { first, _ in first }
        households = Dictionary(register.households.map { ($0.id, $0) }) { first, _ in first }
        children = Dictionary(register.children.map { ($0.id, $0) }) { first, _ in first }
        schoolCalendars = Dictionary(register.schoolCalendars.map { ($0.id, $0) }) { first, _ in first }
        events = Dictionary(grouping: register.events, by: \.prisoner).mapValues {
            $0.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        }
        availability = Availability(register)
        adults = Dictionary(grouping: register.guardians, by: \.household)
        escorts = Dictionary(grouping: register.escorts, by: \.home)
        var held: [ChildAndPrisoner: [Visit]] = [:]
        for visit in register.visits where visit.status.isContact {
            for child in visit.children {
                held[ChildAndPrisoner(child: child, prisoner: visit.prisoner), default: []].append(visit)
            }
        }
        self.held = held.mapValues { $0.sorted { ($0.date, $0.id) < ($1.date, $1.id) } }
        givenUp = Self.meetings(register.givenUp, by: \.session)
        declinedDays = Self.meetings(register.givenUp, by: \.day)
        self.notHolding = Self.meetings(notHolding, by: \.session)
        moved = Set(register.moved)
        childrenByHousehold = Dictionary(grouping: register.children, by: \.household)
        guardiansByID = Dictionary(register.guardians.map { ($0.id, $0) }) { first, _ in first }
        bonds = Dictionary(grouping: register.bonds, by: \.child).mapValues {
            $0.sorted { $0.prisoner < $1.prisoner }
        }
        distances = Dictionary(
            register.distances.map { (Stretch(from: $0.from, to: $0.to), $0.metres) }
        ) { first, _ in first }
        parameters = register.parameters
        self.protectChildContact = protectChildContact
    }

    /// What each child and prisoner have of `meetings`: the sessions, or the days.
    private static func meetings<Part: Hashable>(
        _ meetings: [GivenUp], by part: (GivenUp) -> Part?
    ) -> [ChildAndPrisoner: Set<Part>] {
        var parts: [ChildAndPrisoner: Set<Part>] = [:]
        for meeting in meetings {
            guard let part = part(meeting) else { continue }
            for child in meeting.children {
                parts[ChildAndPrisoner(child: child, prisoner: meeting.prisoner), default: []].insert(part)
            }
        }
        return parts
    }

    /// The visits that `child` has had with `prisoner`, oldest first.
    package func heldVisits(_ child: Identifier<Child>, _ prisoner: Identifier<Prisoner>) -> [Visit] {
        held[ChildAndPrisoner(child: child, prisoner: prisoner), default: []]
    }

    /// The adult of that identifier.
    func guardian(_ id: Identifier<Guardian>) -> Guardian? { guardiansByID[id] }

    /// The escort of that identifier.
    func escort(_ id: Identifier<Escort>) -> Escort? { escorts.values.lazy.joined().first { $0.id == id } }

    /// The children of a household, by identifier.
    package func children(of household: Identifier<Household>) -> [Child] {
        childrenByHousehold[household, default: []]
    }

    /// The bonds of a household's children with one prisoner, by child.
    func bonds(of household: Identifier<Household>, with prisoner: Identifier<Prisoner>) -> [Bond] {
        children(of: household).sorted { $0.id < $1.id }.flatMap { child in
            bonds[child.id, default: []].filter { $0.prisoner == prisoner }
        }
    }

    /// Why people have decided against contact, or there is nobody to visit from `day` on; nil where nothing of the kind
    /// stands against it.
    func refusalByDecision(_ bond: Bond, from day: Day) -> Sentences.Reason? {
        switch bond.contact {
        case .onHold: return Sentences.contactOnHold
        case .declinedByChild: return Sentences.declinedByChild(review: bond.reviewOn)
        case .forbidden: return Sentences.contactForbidden
        case .allowed: break
        }
        guard let prisoner = prisoners[bond.prisoner] else { return nil }
        if !prisoner.consents { return Sentences.prisonerDeclines }
        if let release = prisoner.release, release <= day { return Sentences.released(release) }
        return nil
    }

    /// Whether people gave that session up for one of the children, or one of them said no to its day.
    func isGivenUp(_ session: Session, by party: Party) -> Bool {
        isAny(of: party, session.id, in: givenUp) || isDeclined(session.date, by: party)
    }

    /// Whether one of the children said no to that day.
    func isDeclined(_ day: Day, by party: Party) -> Bool { isAny(of: party, day, in: declinedDays) }

    /// Whether a visit of one of the children in that session was looked at and does not hold.
    func doesNotHold(_ session: Identifier<Session>, for party: Party) -> Bool {
        isAny(of: party, session, in: notHolding)
    }

    /// Whether a suspension that names no visitor, and so keeps every adult away, lasts on `day`: to its last day, without one
    /// until further notice.
    func suspendsEveryVisitor(of prisoner: Identifier<Prisoner>, on day: Day) -> Bool {
        events[prisoner, default: []].contains { event in
            event.kind == .visitorSuspended && event.visitor == nil && event.date <= day
                && event.until.map { day <= $0 } ?? true
        }
    }

    private func isAny<Part: Hashable>(of party: Party, _ part: Part, in parts: [ChildAndPrisoner: Set<Part>]) -> Bool {
        guard !parts.isEmpty else { return false }
        return party.children.contains { child in
            parts[ChildAndPrisoner(child: child.id, prisoner: party.prisoner.id)]?.contains(part) == true
        }
    }

    /// The question that the rules are asked about `bond` on `day`; nil where the register lacks one of its ends.
    ///
    /// What happened to the prisoner and is about one visitor is a part of it only where that person is `companion`: another
    /// adult is not kept away by it.
    package func contactCase(
        for bond: Bond, on day: Day, companion: CandidateCompanion? = nil
    ) -> ContactCase? {
        guard let child = children[bond.child], let prisoner = prisoners[bond.prisoner],
            let prison = prisons[prisoner.prison]
        else { return nil }
        var contact = ContactCase(
            date: day, jurisdiction: prison.jurisdiction, facility: prison.facility, prisonHolds: prison.holds,
            prisonerSex: prisoner.sex, grade: prisoner.grade, sentence: prisoner.sentence,
            admitted: prisoner.admitted, prisonerBirthDate: prisoner.birthDate, consents: prisoner.consents,
            events: events[prisoner.id, default: []].filter { $0.concerns(companion?.adult) },
            childBirthDate: child.birthDate, relation: bond.relation,
            companion: companion?.facts,
            history: heldVisits(child.id, prisoner.id).map {
                ContactCase.PastVisit(date: $0.date, minutes: $0.minutes, mode: $0.mode)
            },
            protectChildContact: protectChildContact, parameters: parameters)
        contact.otherParent = otherParent(of: bond, child)
        contact.distance = distance(from: child.household, to: prison)
        return contact
    }

    /// What the register tells of the child's other parent: in custody where there is a bond with another prisoner,
    /// present where one of the adults of the household is it, whether that one goes along to visits or not.
    private func otherParent(of bond: Bond, _ child: Child) -> ContactCase.OtherParent {
        let parents: [Bond.Relation] = [.mother, .father]
        guard parents.contains(bond.relation) else { return ContactCase.OtherParent(.unknown) }
        for other in bonds[bond.child, default: []]
        where other.prisoner != bond.prisoner && other.relation != bond.relation && parents.contains(other.relation) {
            return ContactCase.OtherParent(.inCustody, since: prisoners[other.prisoner]?.admitted)
        }
        let wanted: Guardian.Relation = bond.relation == .mother ? .father : .mother
        let isThere = adults[child.household, default: []].contains { $0.relation == wanted }
        return ContactCase.OtherParent(isThere ? .present : .unknown)
    }

    /// How far the prison is from the household: as measured, otherwise along the great circle; nil where neither end
    /// has a position.
    package func distance(from household: Identifier<Household>, to prison: Prison) -> Metres? {
        guard let home = households[household]?.place else { return nil }
        if let measured = distances[Stretch(from: home, to: prison.place)]
            ?? distances[Stretch(from: prison.place, to: home)]
        {
            return measured
        }
        guard let here = places[home]?.coordinate, let there = places[prison.place]?.coordinate else { return nil }
        return here.greatCircle(to: there)
    }
}

extension PrisonerEvent {
    /// Whether it bears on a visit with that adult: nearly every event does, a ban only on the one whom it names.
    fileprivate func concerns(_ adult: Visit.Companion?) -> Bool { !isBan || visitor == adult }
}
