import VisitJudge
import VisitModel
import VisitRules

/// A small or large world of invented people with visits that hold, each by its construction: no planner has made it.
/// The same numbers give the same world.
///
/// Prisons open on Saturday and Sunday. Every family has a mother in one of them and a visit in December and in
/// January; of ten families two share an escort and the journey, the others go with a grandmother. Beside each fact
/// that would end a visit stands one that does not: an absence on another day, a ban of somebody else, a closure in the
/// week.
struct JudgedPlan {
    static let today = WorldBench.usualDay
    static let months = [Month(year: 2026, month: 12), Month(year: 2027, month: 1)]
    /// So many families visit one prison, at most.
    static let familiesPerPrison = 400
    private static let familiesPerSession = 50

    var families: [Family] = []
    var register = Register()
    var visits: [Visit] = []
    private var random: SeededRandom

    /// The identifiers of one family.
    struct Family {
        let household: Identifier<Household>
        let prisoner: Identifier<Prisoner>
        var prison: Identifier<Prison>
        var adult: Visit.Companion
        var children: [Identifier<Child>] = []
        /// Whether an escort takes it along together with another family.
        let isShared: Bool
    }

    /// - Parameters:
    ///   - families: how many families there are.
    ///   - prisons: among how many prisons they are divided; as many as are needed where nil.
    init(families count: Int, prisons: Int? = nil, seed: UInt64) {
        random = SeededRandom(seed: seed)
        let prisons = prisons ?? max(2, (count + Self.familiesPerPrison - 1) / Self.familiesPerPrison)
        precondition(count <= prisons * Self.familiesPerPrison, "The prisons have no room for \(count) families.")
        register.schoolCalendars = [
            SchoolCalendar(
                id: "S",
                stretches: [
                    .init(.term, DayRange(Self.date("2026-09-01"), Self.date("2027-06-30"))),
                    .init(.makeUp, DayRange(Self.date("2026-10-10"), Self.date("2026-10-10"))),
                ])
        ]
        register.parameters = [Parameter(name: "plan.min_gap_days", value: "7")]
        register.budgets = Self.months.map { Budget(month: $0, cents: Cents(count * 10_000)) }
        for number in 0..<prisons { addPrison(Identifier("J\(number)")) }
        for number in 0..<count { addFamily(number, prison: number % prisons, place: number / prisons) }
        share()
    }

    private static func date(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("\(text) is no day.") }
        return day
    }

    /// What a judge is asked about.
    func world(_ book: RuleBook) -> JudgedWorld {
        JudgedWorld(register: register, visits: visits, book: book, today: Self.today)
    }

    /// A prison in a town of its own, with the town of its families 44 km to the north.
    mutating func addPrison(_ id: Identifier<Prison>, jurisdiction: String = "CN-AH") {
        for (place, latitude) in [("T-\(id)", 31.0), ("V-\(id)", 31.4)] {
            register.places.append(
                Place(
                    id: Identifier(place), name: BilingualText("invented"),
                    coordinate: Coordinate(latitude: latitude, longitude: 117)))
        }
        register.prisons.append(
            Prison(
                id: id, name: BilingualText("invented"), jurisdiction: Jurisdiction(jurisdiction), holds: .female,
                place: Identifier("T-\(id)"), zone: "Asia/Shanghai", maxVisitors: 6, tablesPerAdult: 2))
        for weekday in [Weekday.saturday, .sunday] {
            register.templates.append(
                SessionTemplate(
                    id: Self.template(id, weekday), prison: id,
                    recurrence: .weekly(weekday, every: 1, anchor: SessionTemplate.defaultAnchor),
                    start: Self.start, minutes: 40, modes: [.table, .glass], tables: Self.familiesPerSession + 5))
        }
        register.closures.append(
            Closure(
                id: Identifier("K-\(id)"), prison: id,
                days: DayRange(Self.date("2026-12-07"), Self.date("2026-12-11"))))
    }

    static func template(_ prison: Identifier<Prison>, _ weekday: Weekday) -> Identifier<SessionTemplate> {
        Identifier("\(prison)-\(weekday.shortName)")
    }

    /// - Parameter place: which of the prison's families it is, from 0; it decides on week and weekday.
    private mutating func addFamily(_ number: Int, prison: Int, place: Int) {
        let id = Identifier<Prison>("J\(prison)")
        let isShared = place % 10 < 2
        let escort = Identifier<Escort>("E\(prison)-\(place / 10)")
        var family = Family(
            household: Identifier("H\(number)"), prisoner: Identifier("P\(number)"), prison: id,
            adult: isShared ? .escort(escort) : .guardian(Identifier("G\(number)")), isShared: isShared)
        for child in 0..<Int.random(in: 1...2, using: &random) { addChild(child, number, of: &family) }
        families.append(family)
        register.households.append(
            Household(id: family.household, name: "Invented", place: Identifier("V-\(id)")))
        register.prisoners.append(
            Prisoner(
                id: family.prisoner, name: "Invented", sex: .female, prison: id,
                birthDate: Self.date("1990-05-05"), grade: .ordinary, sentence: .fixedTerm))
        register.guardians.append(
            Guardian(
                id: Identifier("G\(number)"), name: "Invented", household: family.household, relation: .grandmother,
                birthDate: Self.date("1960-01-01"), weekdays: [.saturday, .sunday]))
        if isShared, place % 10 == 0 { addEscort(escort, home: family.household) }
        addHarmlessFacts(number, family)
        let weekday: Weekday = (place / Self.familiesPerSession).isMultiple(of: 2) ? .saturday : .sunday
        for (month, days) in Self.months.enumerated() {
            let first = DayRange(days.firstDay, days.firstDay + 6).first { $0.weekday == weekday } ?? days.firstDay
            let week = place / (2 * Self.familiesPerSession)
            visits.append(visit(Identifier("V\(number)-\(month)"), of: family, on: first + 7 * week))
        }
    }

    mutating func addEscort(_ id: Identifier<Escort>, home: Identifier<Household>) {
        register.escorts.append(
            Escort(
                id: id, name: "Invented", home: home, weekdays: [.saturday, .sunday],
                available: DayRange(Self.today, Self.today + 200), maxChildren: 4, vettedUntil: Self.today + 200))
    }

    private mutating func addChild(_ position: Int, _ number: Int, of family: inout Family) {
        let child = Identifier<Child>("C\(number)-\(position)")
        family.children.append(child)
        register.children.append(
            Child(
                id: child, name: "Invented", birthDate: Self.today - Int.random(in: 1200...5500, using: &random),
                household: family.household, schoolCalendar: "S"))
        register.bonds.append(
            Bond(
                id: Identifier("B\(number)-\(position)"), child: child, prisoner: family.prisoner, relation: .mother,
                papers: Paper.allCases))
    }

    /// What does not touch any visit.
    private mutating func addHarmlessFacts(_ number: Int, _ family: Family) {
        let monday = Self.date("2026-12-07")
        register.absences.append(
            Absence(
                id: Identifier("A\(number)"), person: .guardian(Identifier("G\(number)")),
                days: DayRange(monday, monday + 60), hours: Self.evening))
        register.events.append(
            PrisonerEvent(
                id: Identifier("N\(number)"), prisoner: family.prisoner, kind: .visitorSuspended, date: Self.today,
                visitor: .guardian("somebody-else")))
    }

    private static let start = ClockTime(minutes: 600) ?? .midnight
    private static let evening = (ClockTime(minutes: 1080) ?? .midnight)..<(ClockTime(minutes: 1200) ?? .endOfDay)

    /// A visit of the family, proposed, requested or agreed.
    mutating func visit(_ id: Identifier<Visit>, of family: Family, on date: Day) -> Visit {
        let begins = CivilTime(date, Self.start)
        let (home, gate) = (Identifier<Place>("V-\(family.prison)"), Identifier<Place>("T-\(family.prison)"))
        let minutes = Minutes(Int.random(in: 50...90, using: &random))
        let there = Journey.Leg(mode: .road, from: home, to: gate, depart: begins - 30 - minutes, arrive: begins - 30)
        let back = Journey.Leg(mode: .road, from: gate, to: home, depart: begins + 40, arrive: begins + 40 + minutes)
        let status: Visit.Status = [.proposed, .requested, .confirmed].randomElement(using: &random) ?? .proposed
        return Visit(
            id: id, status: status, prisoner: family.prisoner, household: family.household,
            children: family.children, companion: family.adult,
            prison: family.prison, session: Identifier(Self.template(family.prison, date.weekday), on: date),
            date: date, start: Self.start, minutes: 40,
            trip: Trip(
                outbound: Journey(legs: [there], cents: 2500, isEstimated: true),
                homeward: Journey(legs: [back], cents: 2500, isEstimated: true), nights: 0, cents: 5000),
            reasons: [VisitReason.noSchool, VisitReason.oneDay, VisitReason.firstOnRecord])
    }

    /// Puts the two families of an escort on one journey.
    private mutating func share() {
        struct Outing: Hashable {
            let adult: Visit.Companion
            let date: Day
        }
        let shared = visits.indices.filter {
            visits[$0].adults.contains { if case .escort = $0 { true } else { false } }
        }
        for (_, positions) in Dictionary(
            grouping: shared, by: { Outing(adult: visits[$0].adults[0], date: visits[$0].date) })
        where positions.count > 1 {
            let meetings = positions.map { position in
                let visit = visits[position]
                return SharedTrip.Meeting(
                    session: visit.session ?? "", prison: visit.prison, prisoner: visit.prisoner,
                    children: visit.children, begins: CivilTime(visit.date, Self.start),
                    ends: CivilTime(visit.date, Self.start) + visit.minutes)
            }
            let trip = visits[positions[0]].trip
            for position in positions {
                visits[position].trip = trip
                visits[position].trip?.shared = SharedTrip(meetings: meetings)
            }
        }
    }
}
