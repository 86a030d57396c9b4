import VisitModel

/// The register, looked up by identifier: what the stages of a run ask for again and again.
struct BondFacts: Sendable {
    let places: [Identifier<Place>: Place]
    let prisons: [Identifier<Prison>: Prison]
    let prisoners: [Identifier<Prisoner>: Prisoner]
    let households: [Identifier<Household>: Household]
    let children: [Identifier<Child>: Child]
    let schoolCalendars: [Identifier<SchoolCalendar>: SchoolCalendar]
    let events: [Identifier<Prisoner>: [PrisonerEvent]]
    let guardians: [Identifier<Household>: [Guardian]]
    let escorts: [Identifier<Household>: [Escort]]
    /// Visits that took place, oldest first, by child and prisoner.
    let held: [ChildAndPrisoner: [Visit]]
    let parameters: [Parameter]
    let protectChildContact: Bool

    /// One child and one prisoner.
    struct ChildAndPrisoner: Hashable {
        let child: Identifier<Child>
        let prisoner: Identifier<Prisoner>
    }

    init(_ register: Register, protectChildContact: Bool) {
        places = Dictionary(register.places.map { ($0.id, $0) }) { first, _ in first }
        prisons = Dictionary(register.prisons.map { ($0.id, $0) }) { first, _ in first }
        prisoners = Dictionary(register.prisoners.map { ($0.id, $0) }) { first, _ in first }
        households = Dictionary(register.households.map { ($0.id, $0) }) { first, _ in first }
        children = Dictionary(register.children.map { ($0.id, $0) }) { first, _ in first }
        schoolCalendars = Dictionary(register.schoolCalendars.map { ($0.id, $0) }) { first, _ in first }
        events = Dictionary(grouping: register.events, by: \.prisoner).mapValues {
            $0.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        }
        guardians = Dictionary(grouping: register.guardians.filter(\.accompanies), by: \.household)
        escorts = Dictionary(grouping: register.escorts, by: \.home)
        var held: [ChildAndPrisoner: [Visit]] = [:]
        for visit in register.visits where visit.status == .held {
            for child in visit.children {
                held[ChildAndPrisoner(child: child, prisoner: visit.prisoner), default: []].append(visit)
            }
        }
        self.held = held.mapValues { $0.sorted { ($0.date, $0.id) < ($1.date, $1.id) } }
        parameters = register.parameters
        self.protectChildContact = protectChildContact
    }

    /// The visits that `child` has had with `prisoner`, oldest first.
    func heldVisits(_ child: Identifier<Child>, _ prisoner: Identifier<Prisoner>) -> [Visit] {
        held[ChildAndPrisoner(child: child, prisoner: prisoner), default: []]
    }

    /// The question that the rules are asked about `bond` on `day`; nil where the register lacks one of its ends.
    func contactCase(
        for bond: Bond, on day: Day, companion: ContactCase.Companion? = nil
    ) -> ContactCase? {
        guard let child = children[bond.child], let prisoner = prisoners[bond.prisoner],
            let prison = prisons[prisoner.prison]
        else { return nil }
        return ContactCase(
            date: day, jurisdiction: prison.jurisdiction, facility: prison.facility, prisonHolds: prison.holds,
            prisonerSex: prisoner.sex, grade: prisoner.grade, sentence: prisoner.sentence,
            admitted: prisoner.admitted, prisonerBirthDate: prisoner.birthDate, consents: prisoner.consents,
            events: events[prisoner.id, default: []], childBirthDate: child.birthDate, relation: bond.relation,
            companion: companion,
            history: heldVisits(child.id, prisoner.id).map {
                ContactCase.PastVisit(date: $0.date, minutes: $0.minutes, mode: $0.mode)
            },
            protectChildContact: protectChildContact, parameters: parameters)
    }
}
