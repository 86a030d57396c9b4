import Testing
import VisitModel

/// Two organisations whose children one escort takes to two prisons of one city on one journey. What is Rowan's bears
/// "rowan" in its identifier, what is Hazel's "hazel", so that a leak is seen wherever it is.
private struct TwoOrganisations {
    var register = Register()
    var plan: Plan

    init() throws {
        let day = try #require(Day("2026-12-05"))
        let ten = try #require(ClockTime("10:00"))
        register.places = [
            Place(id: "CITY", name: BilingualText(en: "City", zh: "城")),
            Place(id: "NEAR", name: BilingualText(en: "Near", zh: "近")),
        ]
        register.prisons = (["W1", "M1"] as [Identifier<Prison>]).map {
            Prison(
                id: $0, name: BilingualText(en: "Prison", zh: "监狱"), jurisdiction: Jurisdiction("CN"), place: "CITY",
                zone: "Asia/Shanghai")
        }
        register.templates = [
            SessionTemplate(id: "SAT", prison: "W1", recurrence: .once(day), start: ten, minutes: 30, tables: 4)
        ]
        register.budgets = [Budget(month: day.month, cents: 10_000)]
        register.parameters = [Parameter(name: "plan.weeks", value: "4")]
        register.schoolCalendars = [SchoolCalendar(id: "SCHOOL", stretches: [])]
        register.closures = [Closure(id: "X", prison: "M1", days: DayRange(day + 9, day + 9))]
        plan = Plan(
            today: day - 10, horizon: DayRange(day - 9, day + 9), published: Instant(seconds: 5), fingerprint: "f",
            visits: [], refusals: [], changes: [],
            certificate: Plan.Certificate(
                bound: 10, score: 9, coveredChildren: 1, dueChildren: 2, levels: [],
                prisons: [Plan.Certificate.PrisonPart("W1", bound: 5, score: 4)]),
            prices: [Plan.Price(.table, "SAT@2026-12-05", day: day, points: 7)])
        addFamily("rowan", children: 1, of: "W1", day)
        addFamily("hazel", children: 2, of: "M1", day)
        // Hazel's children are taken along by the escort of Rowan's home.
        register.households.append(Household(id: "rowan-home", name: "Home", kind: .charityHome, place: "NEAR"))
        register.households[2].organisation = "rowan"
        register.escorts = [
            Escort(
                id: "walker", name: "Escort (invented)", home: "rowan-home", available: DayRange(day - 90, day + 90),
                maxChildren: 4),
            Escort(
                id: "hazel-walker", name: "Escort (invented)", home: "hazel-house",
                available: DayRange(day - 90, day + 90), maxChildren: 4),
        ]
        let visits = ["rowan", "hazel"].map { visit($0, day, ten) }
        let meetings = visits.map { visit in
            SharedTrip.Meeting(
                session: visit.session ?? "", prison: visit.prison, prisoner: visit.prisoner,
                children: visit.children, begins: CivilTime(day, ten), ends: CivilTime(day, ten) + 30)
        }
        register.visits = visits.map { visit in
            var visit = visit
            visit.trip?.shared = SharedTrip(meetings: meetings)
            return visit
        }
        plan.visits = register.visits
        plan.changes = visits.map {
            Plan.Change(
                visit: $0.id, kind: .adult, reason: BilingualText(en: "Ill.", zh: "生病。"),
                adultBefore: .guardian("rowan-aunt"))
        }
    }

    private mutating func addFamily(_ name: String, children: Int, of prison: Identifier<Prison>, _ day: Day) {
        let household = Identifier<Household>("\(name)-house")
        let prisoner = Identifier<Prisoner>("\(name)-prisoner")
        register.households.append(
            Household(
                id: household, name: "Family (invented)", place: "NEAR", escortsFrom: "rowan-home",
                organisation: Identifier(name)))
        register.guardians.append(
            Guardian(id: "\(name)-aunt", name: "Aunt (invented)", household: household, relation: .aunt))
        register.prisoners.append(
            Prisoner(id: prisoner, name: "Prisoner (invented)", sex: .female, prison: prison))
        register.events.append(
            PrisonerEvent(id: "\(name)-event", prisoner: prisoner, kind: .admitted, date: day - 400))
        let own = (1...children).map { Identifier<Child>("\(name)-child-\($0)") }
        for child in own {
            register.children.append(
                Child(id: child, name: "Child (invented)", birthDate: day - 3000, household: household))
            register.bonds.append(
                Bond(id: "\(name)-bond-\(child)", child: child, prisoner: prisoner, relation: .mother))
            plan.refusals.append(
                Refusal(
                    child: child, prisoner: prisoner, household: household, code: .tooSoon,
                    sentence: BilingualText(en: "Too soon.", zh: "太早。")))
        }
        let people: [Absence.Person] = [
            .guardian("\(name)-aunt"), .prisoner(prisoner), .child(own[0]),
            .escort(name == "rowan" ? "walker" : "hazel-walker"),
        ]
        register.absences += people.map {
            Absence(id: Identifier("\(name)-absent-\($0.kind)"), person: $0, days: DayRange(day, day))
        }
        register.givenUp.append(GivenUp(session: "\(name)-session", prisoner: prisoner, children: own))
        register.moved.append("\(name)-visit")
    }

    private func visit(_ name: String, _ day: Day, _ ten: ClockTime) -> Visit {
        func way(_ from: Identifier<Place>, _ to: Identifier<Place>, _ minutes: Int) -> Journey {
            let begins = CivilTime(day, .midnight) + Minutes(minutes)
            let leg = Journey.Leg(mode: .road, from: from, to: to, depart: begins, arrive: begins + 60)
            return Journey(legs: [leg], cents: 500, isEstimated: false)
        }
        let prisoner = Identifier<Prisoner>("\(name)-prisoner")
        return Visit(
            id: "\(name)-visit", status: .confirmed, prisoner: prisoner, household: "\(name)-house",
            children: register.bonds.filter { $0.prisoner == prisoner }.map(\.child), companion: .escort("walker"),
            prison: name == "rowan" ? "W1" : "M1", session: "\(name)-session", date: day, start: ten, minutes: 30,
            trip: Trip(
                outbound: way("NEAR", "CITY", 480), homeward: way("CITY", "NEAR", 700), nights: 0, cents: 1000,
                tickets: Tickets(full: 1, half: 3, free: 0)))
    }

    /// All that `reach` sees, as text: whatever is nowhere in it was not told.
    func told(within reach: Reach) -> String {
        let seen = register.within(reach)
        return "\(seen) \(plan.within(seen, reach))"
    }
}

@Suite("How far somebody sees")
struct ReachTests {
    @Test("who sees everything sees it unchanged")
    func everything() throws {
        let world = try TwoOrganisations()
        #expect(world.register.within(.everything) == world.register)
        #expect(world.plan.within(world.register, .everything) == world.plan)
        let visit = try #require(world.register.visits.first)
        #expect(visit.showing([], [], within: .everything) == visit)
    }

    @Test("who sees no person sees what is nobody's, and no person's identifier")
    func nothing() throws {
        let world = try TwoOrganisations()
        let seen = world.register.within(.nothing)
        var empty = world.register
        empty.households = []
        empty.children = []
        empty.guardians = []
        empty.escorts = []
        empty.prisoners = []
        empty.events = []
        empty.bonds = []
        empty.absences = []
        empty.visits = []
        empty.givenUp = []
        empty.moved = []
        #expect(seen == empty)
        for word in ["rowan", "hazel", "walker"] {
            #expect(!world.told(within: .nothing).contains(word))
        }
    }

    @Test("no identifier of another organisation is told", arguments: [("rowan", "hazel")])
    func otherOrganisation(own: String, other: String) throws {
        let world = try TwoOrganisations()
        let seen = world.told(within: .organisation(Identifier(own)))
        #expect(!seen.contains(other))
        for entity in ["house", "home", "child-1", "aunt", "prisoner", "event", "bond", "visit"] {
            #expect(seen.contains("\(own)-\(entity)"), "\(entity)")
        }
        #expect(seen.contains("walker"))
    }

    @Test("an organisation sees the escort who takes its children along, and nothing else of that escort's home")
    func lentEscort() throws {
        let world = try TwoOrganisations()
        let seen = world.register.within(.organisation("hazel"))
        #expect(seen.escorts.map(\.id) == ["walker", "hazel-walker"])
        #expect(seen.households.map(\.id) == ["hazel-house"])
        #expect(seen.children.map(\.id) == ["hazel-child-1", "hazel-child-2"])
        #expect(seen.guardians.map(\.id) == ["hazel-aunt"])
        #expect(seen.prisoners.map(\.id) == ["hazel-prisoner"])
        #expect(seen.events.map(\.id) == ["hazel-event"])
        #expect(seen.bonds.count == 2)
        #expect(seen.visits.map(\.id) == ["hazel-visit"])
        #expect(seen.givenUp.map(\.prisoner) == ["hazel-prisoner"])
        #expect(seen.moved == ["hazel-visit"])
        #expect(!"\(seen.visits)\(seen.children)\(seen.bonds)".contains("rowan"))
    }

    @Test(
        "of a journey's money an organisation sees the part of its own children, rounded up",
        arguments: [("rowan", 334, 167), ("hazel", 667, 334)])
    func money(name: String, whole: Int, way: Int) throws {
        let world = try TwoOrganisations()
        let register = world.register.within(.organisation(Identifier(name)))
        for visits in [register.visits, world.plan.within(register, .organisation(Identifier(name))).visits] {
            #expect(visits.count == 1)
            let trip = try #require(visits.first?.trip)
            #expect(trip.shared == nil)
            #expect(trip.tickets == nil)
            #expect(trip.cents == Cents(whole))
            #expect(trip.outbound.cents == Cents(way))
            #expect(trip.homeward.cents == Cents(way))
        }
    }

    @Test("absences are seen with the person: adults by their home, children by theirs, prisoners as prisoners are")
    func absences() throws {
        let register = try TwoOrganisations().register
        func seen(_ reach: Reach) -> [Identifier<Absence>] { register.within(reach).absences.map(\.id) }
        #expect(
            seen(.organisation("hazel")) == [
                "hazel-absent-guardian", "hazel-absent-prisoner", "hazel-absent-child", "hazel-absent-escort",
            ], "The escort who is lent to it works from another organisation's home.")
        #expect(
            seen(.household("rowan-house")) == [
                "rowan-absent-guardian", "rowan-absent-prisoner", "rowan-absent-child",
            ])
        #expect(seen(.prison("M1")) == ["hazel-absent-prisoner"])
        #expect(
            seen(.escort("walker")) == ["rowan-absent-prisoner", "rowan-absent-escort", "hazel-absent-prisoner"])
        #expect(seen(.nothing) == [])
    }

    @Test("a ban of somebody whom one does not see is not told, and never seems to be about everybody")
    func bans() throws {
        var register = try TwoOrganisations().register
        register.bonds.append(
            Bond(id: "both", child: "rowan-child-1", prisoner: "hazel-prisoner", relation: .father))
        for (id, visitor) in [("own", Visit.Companion.guardian("rowan-aunt")), ("others", .guardian("hazel-aunt"))] {
            register.events.append(
                PrisonerEvent(
                    id: Identifier(id), prisoner: "hazel-prisoner", kind: .visitorSuspended,
                    date: register.events[0].date, visitor: visitor))
        }
        func bans(_ reach: Reach) -> [Identifier<PrisonerEvent>] {
            register.within(reach).events.filter { $0.kind == .visitorSuspended }.map(\.id)
        }
        #expect(bans(.organisation("rowan")) == ["own"])
        #expect(bans(.organisation("hazel")) == ["others"])
        #expect(bans(.prison("M1")) == ["own", "others"])
        #expect(bans(.prison("W1")) == [])
    }

    @Test("a household sees itself and no other")
    func household() throws {
        let world = try TwoOrganisations()
        let seen = world.register.within(.household("rowan-house"))
        #expect(seen.households.map(\.id) == ["rowan-house"])
        #expect(seen.children.map(\.id) == ["rowan-child-1"])
        #expect(seen.escorts.map(\.id) == ["walker"])
        #expect(seen.visits.map(\.id) == ["rowan-visit"])
        #expect(!world.told(within: .household("rowan-house")).contains("hazel"))
        #expect(!world.told(within: .household("nobody")).contains("-child"))
    }

    @Test("a prison sees who is to visit its prisoners, and of a journey its own meetings")
    func prison() throws {
        let world = try TwoOrganisations()
        let seen = world.register.within(.prison("M1"))
        #expect(seen.prisoners.map(\.id) == ["hazel-prisoner"])
        #expect(seen.children.map(\.id) == ["hazel-child-1", "hazel-child-2"])
        #expect(seen.households.map(\.id) == ["hazel-house"])
        #expect(seen.visits.map(\.id) == ["hazel-visit"])
        #expect(seen.visits.map { $0.trip?.shared } == [nil])
        #expect(!"\(seen.visits)\(seen.givenUp)\(seen.events)".contains("rowan"))
        let plan = world.plan.within(seen, .prison("M1"))
        #expect(plan.visits.map(\.id) == ["hazel-visit"])
        #expect(!"\(plan)".contains("rowan"))
    }

    @Test("a prison does not learn whom else a child visits")
    func otherParent() throws {
        var world = try TwoOrganisations()
        world.register.bonds.append(
            Bond(id: "both", child: "rowan-child-1", prisoner: "hazel-prisoner", relation: .father))
        world.register.givenUp.append(
            GivenUp(session: "hazel-session", prisoner: "hazel-prisoner", children: ["rowan-child-1"]))
        let seen = world.register.within(.prison("W1"))
        #expect(seen.children.map(\.id) == ["rowan-child-1"])
        #expect(seen.givenUp.map(\.prisoner) == ["rowan-prisoner"])
        #expect(!world.told(within: .prison("W1")).contains("hazel"))
    }

    @Test("an escort sees the visits that the escort goes along to, whole journeys with them, and no others")
    func escort() throws {
        var world = try TwoOrganisations()
        let seen = world.register.within(.escort("walker"))
        #expect(seen.visits == world.register.visits)
        #expect(Set(seen.children.map(\.id)) == Set(world.register.children.map(\.id)))
        #expect(seen.prisoners.count == 2)
        #expect(!world.told(within: .escort("hazel-walker")).contains("-child"))
        #expect(world.register.within(.escort("hazel-walker")).escorts.map(\.id) == ["hazel-walker"])

        world.register.visits[1].companion = .guardian("hazel-aunt")
        let alone = world.register.within(.escort("walker"))
        #expect(alone.visits.map(\.id) == ["rowan-visit"])
        #expect(
            alone.visits.map { $0.trip?.shared } == [world.register.visits[0].trip?.shared], "Told as it was planned.")
    }

    @Test("what a scarce thing is worth, and how good the plan is, is told to nobody whose sight ends somewhere")
    func prices() throws {
        let world = try TwoOrganisations()
        for reach in [
            Reach.nothing, .organisation("rowan"), .prison("W1"), .household("rowan-house"), .escort("walker"),
        ] {
            let plan = world.plan.within(world.register.within(reach), reach)
            #expect(plan.prices.isEmpty && plan.certificate.prisons.isEmpty)
            #expect(plan.certificate.bound == 0 && plan.certificate.dueChildren == 0)
        }
    }

    @Test("changes and refusals are told of what is seen alone")
    func changes() throws {
        let world = try TwoOrganisations()
        let plan = world.plan.within(world.register.within(.organisation("hazel")), .organisation("hazel"))
        #expect(plan.changes.map(\.visit) == ["hazel-visit"])
        #expect(plan.changes.map(\.adultBefore) == [nil], "It was a guardian of another organisation.")
        let own = world.plan.within(world.register.within(.organisation("rowan")), .organisation("rowan"))
        #expect(own.changes.map(\.adultBefore) == [.guardian("rowan-aunt")])
        #expect(plan.refusals.map(\.child) == ["hazel-child-1", "hazel-child-2"])
    }

    @Test("a journey of which all meetings are seen is shown whole; of three meetings two are still a shared journey")
    func meetings() throws {
        let world = try TwoOrganisations()
        let visit = try #require(world.register.visits.first)
        let all: Set<Identifier<Child>> = ["rowan-child-1", "hazel-child-1", "hazel-child-2"]
        #expect(visit.showing(all, [], within: .organisation("both")) == visit)

        var three = visit
        let meetings = try #require(visit.trip?.shared?.meetings)
        var third = meetings[1]
        third.session = "third-session"
        third.children = ["rowan-child-3"]
        three.trip?.shared = SharedTrip(meetings: meetings + [third])
        let seen = three.showing(["rowan-child-1", "rowan-child-3"], [], within: .organisation("rowan"))
        #expect(seen.trip?.shared?.meetings == [meetings[0], third])
        // Two of four children.
        #expect(seen.trip?.cents == 500)

        var half = visit
        half.trip?.shared = nil
        #expect(half.showing(["rowan-child-1"], [], within: .organisation("rowan")) == half)
    }

    @Test("a meeting of which one child is somebody else's is not shown")
    func halfSeen() throws {
        let world = try TwoOrganisations()
        let visit = try #require(world.register.visits.first)
        let seen = visit.showing(["rowan-child-1", "hazel-child-1"], [], within: .organisation("rowan"))
        #expect(seen.trip?.shared == nil)
    }
}
