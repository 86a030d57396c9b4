import VisitModel
import VisitRules
import VisitTravel

/// All that visits are judged by: what is known, all visits of the store, the rules, the timetables and the day.
///
/// Made once for many questions: what the register names is looked up here, by identifier.
public struct JudgedWorld: Sendable {
    /// What is known. Its own list of visits is not looked at: `visits` holds all of them.
    public let register: Register
    /// All visits of the store, also those that are over or called off, each once.
    public let visits: [Visit]
    /// The rules.
    public let book: RuleBook
    /// The timetables of the store. A ride by one that is not among them cannot be verified.
    public let timetables: [Timetable]
    /// The day that it is. Visits before it are over.
    public let today: Day

    let places: [Identifier<Place>: Place]
    let prisons: [Identifier<Prison>: Prison]
    let templates: [Identifier<SessionTemplate>: SessionTemplate]
    let templatesByPrison: [Identifier<Prison>: [SessionTemplate]]
    let closures: [Identifier<Prison>: [Closure]]
    let schoolCalendars: [Identifier<SchoolCalendar>: SchoolCalendar]
    let households: [Identifier<Household>: Household]
    let children: [Identifier<Child>: Child]
    let guardians: [Identifier<Guardian>: Guardian]
    let guardiansByHousehold: [Identifier<Household>: [Guardian]]
    let escorts: [Identifier<Escort>: Escort]
    let prisoners: [Identifier<Prisoner>: Prisoner]
    /// What happened to each prisoner, by date.
    let events: [Identifier<Prisoner>: [PrisonerEvent]]
    let bonds: [ChildAndPrisoner: Bond]
    let bondsByChild: [Identifier<Child>: [Bond]]
    let bondsByPrisoner: [Identifier<Prisoner>: [Bond]]
    let absences: [Absence.Person: [Absence]]
    let separations: [Identifier<Prisoner>: [Separation]]
    /// Visits at which child and prisoner met, by date.
    let met: [ChildAndPrisoner: [Visit]]
    let costs: [Identifier<Visit>: [VisitCost]]
    let budgets: [Purse: Cents]
    /// Whether a budget names an organisation; otherwise all money is the operator's.
    let hasSharedBudgets: Bool
    let roads: RoadTimes
    let clocks: ZoneClocks
    let rides: RideIndex
    let figures: JudgedFigures
    let custodyRules: [Rule]

    /// A world.
    public init(register: Register, visits: [Visit], book: RuleBook, timetables: [Timetable] = [], today: Day) {
        self.register = register
        self.visits = visits
        self.book = book
        self.timetables = timetables
        self.today = today
        places = Self.byIdentifier(register.places, \.id)
        prisons = Self.byIdentifier(register.prisons, \.id)
        templates = Self.byIdentifier(register.templates, \.id)
        templatesByPrison = Dictionary(grouping: register.templates, by: \.prison)
        closures = Dictionary(grouping: register.closures, by: \.prison)
        schoolCalendars = Self.byIdentifier(register.schoolCalendars, \.id)
        households = Self.byIdentifier(register.households, \.id)
        children = Self.byIdentifier(register.children, \.id)
        guardians = Self.byIdentifier(register.guardians, \.id)
        guardiansByHousehold = Dictionary(grouping: register.guardians, by: \.household)
        escorts = Self.byIdentifier(register.escorts, \.id)
        prisoners = Self.byIdentifier(register.prisoners, \.id)
        events = Dictionary(grouping: register.events, by: \.prisoner).mapValues {
            $0.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        }
        bonds = Dictionary(register.bonds.map { (ChildAndPrisoner($0.child, $0.prisoner), $0) }) { first, _ in first }
        bondsByChild = Dictionary(grouping: register.bonds, by: \.child)
        bondsByPrisoner = Dictionary(grouping: register.bonds, by: \.prisoner)
        absences = Dictionary(grouping: register.absences, by: \.person)
        var separations: [Identifier<Prisoner>: [Separation]] = [:]
        for separation in register.separations {
            separations[separation.first, default: []].append(separation)
            separations[separation.second, default: []].append(separation)
        }
        self.separations = separations
        met = Self.meetings(of: visits)
        costs = Dictionary(grouping: register.costs, by: \.visit)
        budgets = Dictionary(register.budgets.map { (Purse($0.organisation, $0.month), $0.cents) }) { first, _ in first
        }
        hasSharedBudgets = register.budgets.contains { $0.organisation != nil }
        roads = RoadTimes(register.distances, TravelParameters(register.parameters))
        let ahead = visits.filter { $0.status.isAhead && $0.date >= today }
        clocks = ZoneClocks(
            names: Set(register.prisons.map(\.zone) + register.places.compactMap(\.zone) + timetables.map(\.zone)),
            days: Self.days(of: ahead))
        rides = RideIndex(timetables, visits: ahead)
        figures = JudgedFigures(register.parameters)
        custodyRules = Self.custodyRules(of: book)
    }

    private static func byIdentifier<Entity, Name>(
        _ entities: [Entity], _ name: (Entity) -> Identifier<Name>
    ) -> [Identifier<Name>: Entity] {
        Dictionary(entities.map { (name($0), $0) }) { first, _ in first }
    }

    private static func meetings(of visits: [Visit]) -> [ChildAndPrisoner: [Visit]] {
        var met: [ChildAndPrisoner: [Visit]] = [:]
        for visit in visits where visit.status.isContact {
            for child in visit.children { met[ChildAndPrisoner(child, visit.prisoner), default: []].append(visit) }
        }
        return met.mapValues { $0.sorted { ($0.date, $0.id) < ($1.date, $1.id) } }
    }

    /// The days about which clocks are asked; a journey takes a few days more than its visit.
    private static func days(of visits: [Visit]) -> DayRange? {
        guard let first = visits.lazy.map(\.date).min(), let last = visits.lazy.map(\.date).max() else { return nil }
        return DayRange(first - 4, last + 4)
    }
}

/// One child and one prisoner.
struct ChildAndPrisoner: Hashable, Sendable {
    let child: Identifier<Child>
    let prisoner: Identifier<Prisoner>

    init(_ child: Identifier<Child>, _ prisoner: Identifier<Prisoner>) {
        self.child = child
        self.prisoner = prisoner
    }
}

/// Whose money of which month.
struct Purse: Hashable, Sendable {
    /// Nil for the operator's.
    let organisation: Identifier<Organisation>?
    let month: Month

    init(_ organisation: Identifier<Organisation>?, _ month: Month) {
        self.organisation = organisation
        self.month = month
    }
}
