import Foundation
import VisitModel
import VisitRules
import VisitSolver
import VisitTravel

@testable import VisitPlanning

/// A small invented world without a store: one city with a women's prison that opens every Saturday at ten, and whoever
/// a test puts into it.
struct PlanningWorld {
    /// A Monday.
    static let today = day("2026-11-23")
    /// The rules that the program comes with.
    static let book: RuleBook = {
        let folder = URL(filePath: #filePath).appending(path: "../../../Config/rules").standardized.path
        do { return try RuleBook.load(folder: folder) } catch { preconditionFailure("\(folder): \(error)") }
    }()

    var register = Register()
    var today = Self.today
    /// The days that are planned: four weeks with the Saturdays 28 November, 5, 12 and 19 December.
    var horizon = DayRange(from: Self.today + 1, days: 28)
    var published: Plan?

    /// The prison, with `tables` tables for half an hour.
    init(tables: Int = 4, seats: Int? = nil, bookingWindow: ClosedRange<Int> = 2...90) {
        register.places = [
            Self.place("CITY", latitude: 31), Self.place("NEAR", latitude: 31.4),
            // A night's journey away.
            Self.place("NORTH", latitude: 35.5),
        ]
        register.prisons = [
            Prison(
                id: "W1", name: BilingualText(en: "Women's Prison", zh: "女子监狱"), jurisdiction: Jurisdiction("CN-AH"),
                holds: .female, place: "CITY", zone: "Asia/Shanghai", bookingWindow: bookingWindow)
        ]
        register.templates = [
            SessionTemplate(
                id: "SAT", prison: "W1", recurrence: Self.weekly(.saturday), start: clock("10:00"), minutes: 30,
                tables: tables, seats: seats)
        ]
    }

    static func place(_ id: Identifier<Place>, latitude: Double) -> Place {
        Place(
            id: id, name: BilingualText(en: id.text, zh: id.text),
            coordinate: Coordinate(latitude: latitude, longitude: 117))
    }

    static func weekly(_ weekday: Weekday) -> SessionTemplate.Recurrence {
        .weekly(weekday, every: 1, anchor: SessionTemplate.defaultAnchor)
    }

    /// Adds a mother in the women's prison.
    mutating func addMother(_ id: Identifier<Prisoner>, consents: Bool = true, release: Day? = nil) {
        register.prisoners.append(
            Prisoner(
                id: id, name: "Mother \(id) (invented)", sex: .female, prison: "W1", birthDate: day("1990-05-05"),
                grade: .ordinary, release: release, consents: consents))
    }

    /// Adds a men's prison in the same city.
    mutating func addMensPrison(on weekday: Weekday, at start: String) {
        register.prisons.insert(
            Prison(
                id: "M1", name: BilingualText(en: "Men's Prison", zh: "男子监狱"), jurisdiction: Jurisdiction("CN-AH"),
                holds: .male, place: "CITY", zone: "Asia/Shanghai"), at: 0)
        register.templates.insert(
            SessionTemplate(
                id: "MEN", prison: "M1", recurrence: Self.weekly(weekday), start: clock(start), minutes: 30, tables: 4),
            at: 0)
    }

    /// Adds a father in the men's prison, whose child `child` is.
    mutating func addFather(_ id: Identifier<Prisoner>, of child: Identifier<Child>) {
        register.prisoners.append(
            Prisoner(
                id: id, name: "Father \(id) (invented)", sex: .male, prison: "M1", birthDate: day("1988-05-05"),
                grade: .ordinary))
        register.bonds.append(Bond(id: "\(child)-\(id)", child: child, prisoner: id, relation: .father))
    }

    /// Adds a family at `place` with a grandmother who can go along.
    mutating func addFamily(
        _ id: Identifier<Household>, at place: Identifier<Place> = "NEAR", withGuardian: Bool = true
    ) {
        register.households.append(Household(id: id, name: "Family \(id) (invented)", place: place))
        if withGuardian { addGuardian("G-\(id)", in: id, .grandmother) }
    }

    /// Adds an adult to a family.
    mutating func addGuardian(
        _ id: Identifier<Guardian>, in household: Identifier<Household>, _ relation: Guardian.Relation,
        born: Day = day("1970-01-01"), accompanies: Bool = true, weekdays: [Weekday] = Weekday.allCases
    ) {
        register.guardians.append(
            Guardian(
                id: id, name: "Adult \(id) (invented)", household: household, relation: relation, birthDate: born,
                accompanies: accompanies, weekdays: weekdays))
    }

    /// Adds days, or hours of them, on which somebody cannot.
    mutating func addAbsence(of person: Absence.Person, _ days: DayRange, _ first: String = "", _ end: String = "") {
        let hours = first.isEmpty ? nil : clock(first)..<clock(end)
        register.absences.append(
            Absence(id: Identifier("A\(register.absences.count)"), person: person, days: days, hours: hours))
    }

    /// Adds that `visitor` may not visit `mother` for a time; everybody where no visitor is named.
    mutating func addSuspension(
        _ visitor: Visit.Companion?, from mother: Identifier<Prisoner> = "M1", on date: String, until: String? = nil
    ) {
        register.events.append(
            PrisonerEvent(
                id: Identifier("S\(register.events.count)"), prisoner: mother, kind: .visitorSuspended, date: day(date),
                until: until.map { day($0) }, visitor: visitor))
    }

    /// Adds a charity's home with escorts.
    mutating func addHome(_ id: Identifier<Household>, escorts: [Identifier<Escort>], maxChildren: Int = 4) {
        register.households.append(Household(id: id, name: "Home (invented)", kind: .charityHome, place: "NEAR"))
        for escort in escorts {
            register.escorts.append(
                Escort(
                    id: escort, name: "Escort \(escort) (invented)", home: id,
                    available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: maxChildren))
        }
    }

    /// Adds a child of `household` whose mother is `mother`, last seen on `last`.
    mutating func addChild(
        _ id: Identifier<Child>, in household: Identifier<Household>, of mother: Identifier<Prisoner>,
        born: Day = day("2014-03-03"), last: Day? = nil, contact: Bond.Contact = .allowed
    ) {
        register.children.append(
            Child(id: id, name: "Child \(id) (invented)", birthDate: born, household: household))
        register.bonds.append(
            Bond(id: "\(id)-\(mother)", child: id, prisoner: mother, relation: .mother, contact: contact))
        guard let last else { return }
        register.visits.append(
            Visit(
                id: "past-\(id)-\(mother)", status: .held, prisoner: mother, household: household, children: [id],
                prison: "W1", date: last, minutes: 30))
    }

    /// A mother, a family at `place` and its child.
    static func oneChild(
        at place: Identifier<Place> = "NEAR", tables: Int = 4, seats: Int? = nil,
        bookingWindow: ClosedRange<Int> = 2...90
    ) -> PlanningWorld {
        var world = PlanningWorld(tables: tables, seats: seats, bookingWindow: bookingWindow)
        world.addMother("M1")
        world.addFamily("H1", at: place)
        world.addChild("C1", in: "H1", of: "M1")
        return world
    }

    mutating func set(_ name: String, _ value: String) {
        register.parameters.append(Parameter(name: name, value: value))
    }

    /// A visit of `children` of H1 to M1 in the Saturday's session on `date`.
    func visit(
        _ id: Identifier<Visit>, on date: String, _ status: Visit.Status, children: [Identifier<Child>] = ["C1"],
        household: Identifier<Household> = "H1", prisoner: Identifier<Prisoner> = "M1"
    ) -> Visit {
        Visit(
            id: id, status: status, prisoner: prisoner, household: household, children: children, prison: "W1",
            session: Identifier("SAT", on: day(date)), date: day(date), start: clock("10:00"), minutes: 30)
    }

    /// A published plan of these visits.
    func plan(of visits: [Visit]) -> Plan {
        Plan(
            number: 1, today: today - 1, horizon: horizon, published: Instant(seconds: 1), fingerprint: "before",
            visits: visits, refusals: [], changes: [],
            certificate: Plan.Certificate(
                bound: 0, score: 0, coveredChildren: 0, dueChildren: 0, levels: [], prisons: []))
    }

    // MARK: The stages of a run

    var facts: RegisterIndex { RegisterIndex(register) }

    var context: PlanningContext {
        PlanningContext(
            register, facts, today: today, horizon: horizon, published: published, cityReach: Metres(25_000))
    }

    var formation: PartyFormation {
        PartyFormation(bonds: register.bonds, facts: facts, book: Self.book, horizon: horizon)
    }

    var survey: OptionSurvey {
        let planner = TravelPlanner(
            places: register.places, distances: register.distances,
            parameters: TravelParameters(register.parameters))
        return OptionSurvey(
            context, prisons: register.prisons,
            calendar: SessionCalendar(templates: register.templates, closures: register.closures),
            journeys: JourneySurvey(finder: TripFinder(planner)))
    }

    /// The problem, with what has built it.
    func problem() throws -> (builder: ProblemBuilder, problem: Problem) {
        var builder = ProblemBuilder(context, parties: formation.parties, survey: survey)
        let problem = try builder.problem()
        return (builder, problem)
    }

    /// Who goes along, asked over `days`.
    func choice(over days: DayRange? = nil) -> CompanionChoice {
        CompanionChoice(facts, book: Self.book, horizon: days ?? horizon)
    }

    static let stamp = Instant(seconds: 1_795_400_000)

    var snapshot: PlanningSnapshot {
        PlanningSnapshot(revision: 1, dataRevision: 1, register: register, plan: published)
    }

    /// The plan of these days, as a night makes it.
    func plan() throws -> Plan {
        let request = PlanRequest(
            today: today, from: horizon.first, weeks: horizon.count / 7, iterations: 100, threads: 1)
        let taken = Set((published?.visits ?? []).map(\.id) + register.visits.map(\.id))
        let input = PlanningInput(
            snapshot: snapshot, book: Self.book, request: request,
            accounts: LedgerSurvey(snapshot, book: Self.book, ledgers: [:], today: today), stamp: Self.stamp,
            identifiers: VisitIdentifiers(taken: taken) { "new \($0)" })
        return try PlanningRun(input).plan().plan
    }
}

func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is no day.") }
    return day
}

func clock(_ text: String) -> ClockTime {
    guard let clock = ClockTime(text) else { preconditionFailure("\(text) is no time of day.") }
    return clock
}
