import VisitModel

/// One thing that is made wrong in a plan that holds, and what a judge must say then: that, and nothing else.
struct InjectedBreach: Sendable {
    /// The flags that must come of it.
    struct Expected: Hashable, Comparable, Sendable, CustomStringConvertible {
        let visit: Identifier<Visit>
        let code: VisitFlag.Code

        var description: String { "\(visit) \(code.rawValue)" }
        static func < (a: Self, b: Self) -> Bool { (a.visit, a.code) < (b.visit, b.code) }
    }

    let code: VisitFlag.Code
    /// Makes it wrong and gives the visits of which it does not hold any more.
    private let make: @Sendable (inout BreachScene) -> [Visit]

    init(_ code: VisitFlag.Code, _ make: @escaping @Sendable (inout BreachScene) -> [Visit]) {
        self.code = code
        self.make = make
    }

    /// Plants it somewhere in `plan`. The same seed plants it in the same place.
    func inject(in plan: inout JudgedPlan, seed: UInt64) -> [Expected] {
        var scene = BreachScene(plan, seed: seed)
        let wrong = make(&scene)
        plan = scene.plan
        return Set(wrong.map { Expected(visit: $0.id, code: code) }).sorted()
    }

    /// One for every code.
    static let all: [InjectedBreach] = ofContact + ofPrisoners + ofAdults + ofPlaces + ofRooms + ofJourneys
}

/// A plan, and a family of it in which something is made wrong.
struct BreachScene {
    var plan: JudgedPlan
    private var random: SeededRandom
    /// A family that goes with its grandmother.
    private(set) var family: JudgedPlan.Family

    init(_ plan: JudgedPlan, seed: UInt64) {
        self.plan = plan
        random = SeededRandom(seed: seed)
        let alone = plan.families.filter { !$0.isShared }
        guard let chosen = alone.randomElement(using: &random) else { preconditionFailure("No family goes by itself.") }
        family = chosen
    }

    /// One of the things, by chance.
    mutating func one<Entity>(of entities: [Entity]) -> Entity {
        guard let chosen = entities.randomElement(using: &random) else {
            preconditionFailure("There is nothing to choose.")
        }
        return chosen
    }

    /// The visits of the family, by date.
    var own: [Visit] { plan.visits.filter { $0.household == family.household } }

    /// One visit of the family, by chance.
    mutating func visit() -> Visit { one(of: own) }

    /// Changes the visits for which `isMeant` holds, and gives them as they are then.
    @discardableResult
    mutating func change(where isMeant: (Visit) -> Bool, _ change: (inout Visit) -> Void) -> [Visit] {
        var changed: [Visit] = []
        for position in plan.visits.indices where isMeant(plan.visits[position]) {
            change(&plan.visits[position])
            changed.append(plan.visits[position])
        }
        return changed
    }

    /// Changes one visit of the family, and gives it.
    mutating func changeOne(_ change: (inout Visit) -> Void) -> [Visit] {
        let chosen = visit().id
        return self.change(where: { $0.id == chosen }, change)
    }

    /// Changes what `list` holds for which `isMeant` holds.
    mutating func edit<Entity>(
        _ list: WritableKeyPath<Register, [Entity]>, where isMeant: (Entity) -> Bool, _ change: (inout Entity) -> Void
    ) {
        for position in plan.register[keyPath: list].indices where isMeant(plan.register[keyPath: list][position]) {
            change(&plan.register[keyPath: list][position])
        }
    }

    var guardian: Identifier<Guardian> {
        guard case .guardian(let id) = family.adult else { preconditionFailure("The family goes with a guardian.") }
        return id
    }

    mutating func editGuardian(_ change: (inout Guardian) -> Void) {
        let id = guardian
        edit(\.guardians, where: { $0.id == id }, change)
    }

    mutating func editPrisoner(_ change: (inout Prisoner) -> Void) {
        let id = family.prisoner
        edit(\.prisoners, where: { $0.id == id }, change)
    }

    mutating func editBond(_ change: (inout Bond) -> Void) {
        let child = one(of: family.children)
        edit(\.bonds, where: { $0.child == child }, change)
    }

    mutating func addEvent(
        _ kind: PrisonerEvent.Kind, on date: Day, until: Day? = nil, visitor: Visit.Companion? = nil
    ) {
        plan.register.events.append(
            PrisonerEvent(
                id: "planted", prisoner: family.prisoner, kind: kind, date: date, until: until, visitor: visitor))
    }

    /// Moves the family's prisoner and visits into a prison of its own, in the same town, so that nobody else is
    /// concerned.
    mutating func isolate(jurisdiction: String = "CN-AH") {
        plan.addPrison("X", jurisdiction: jurisdiction)
        let (old, id) = (family.prison, Identifier<Prison>("X"))
        edit(\.prisons, where: { $0.id == id }) { $0.place = Identifier("T-\(old)") }
        editPrisoner { $0.prison = id }
        family.prison = id
        let household = family.household
        change(where: { $0.household == household }) { visit in
            visit.prison = id
            visit.session = Identifier(JudgedPlan.template(id, visit.date.weekday), on: visit.date)
        }
        // Michigan leaves the number of visits to each prison.
        if jurisdiction == "US-MI" {
            plan.register.parameters.append(Parameter(name: "mi.visits_per_month", value: "4"))
        }
    }

    /// A grandfather of the family who can go along, and a new visit that he makes with the children.
    mutating func addVisit(with prisoner: Identifier<Prisoner>, like visit: Visit, on date: Day) -> Visit {
        plan.register.guardians.append(
            Guardian(
                id: "second", name: "Invented", household: family.household, relation: .grandfather,
                birthDate: JudgedPlan.today - 25_000))
        var added = visit
        let days = date - visit.date
        (added.id, added.status, added.prisoner, added.date) = ("planted", .proposed, prisoner, date)
        added.adults = [.guardian("second")]
        added.session = Identifier(JudgedPlan.template(visit.prison, date.weekday), on: date)
        added.trip?.outbound.legs[0].depart = visit.leg(\.outbound).depart + Minutes(days * 1440)
        added.trip?.outbound.legs[0].arrive = visit.leg(\.outbound).arrive + Minutes(days * 1440)
        added.trip?.homeward.legs[0].depart = visit.leg(\.homeward).depart + Minutes(days * 1440)
        added.trip?.homeward.legs[0].arrive = visit.leg(\.homeward).arrive + Minutes(days * 1440)
        plan.visits.append(added)
        return added
    }

    /// The visits of two families who share a journey.
    mutating func sharedVisits() -> [Visit] {
        let visit = one(of: plan.visits.filter { $0.trip?.shared != nil })
        return plan.visits.filter { $0.trip?.shared == visit.trip?.shared }
    }

    /// Which of two visits to name where both cannot be: the one agreed less, else the later; both where both are
    /// agreed.
    static func weaker(_ a: Visit, _ b: Visit) -> [Visit] {
        if a.status == .confirmed, b.status == .confirmed { return [a, b] }
        return [last(a, b)]
    }

    /// The one of two visits that is agreed less, else the later.
    static func last(_ a: Visit, _ b: Visit) -> Visit {
        let firmness: [Visit.Status] = [.confirmed, .requested, .proposed]
        func order(_ visit: Visit) -> (Int, Day) { (firmness.firstIndex(of: visit.status) ?? 0, visit.date) }
        if order(a) == order(b) { return a.id < b.id ? b : a }
        return order(a) < order(b) ? b : a
    }
}

extension Visit {
    /// The one leg of a way of a made-up journey.
    func leg(_ way: KeyPath<Trip, Journey>) -> Journey.Leg {
        guard let leg = trip?[keyPath: way].legs.first else { preconditionFailure("\(id) has a journey.") }
        return leg
    }
}
