import Testing
import VisitModel

@testable import VisitPlanning

@Suite("A plan put onto what people changed while it was made")
struct PlanRebaseTests {
    /// Three families with a mother each, and the register, the plan in force and the new plan: everybody has a visit on
    /// 5 December and is to have it on 12 December instead.
    private struct Run {
        var before: PlanningSnapshot
        var now: PlanningSnapshot
        var plan: Plan

        var rebased: Plan? { PlanRebase(from: before, onto: now).rebased(plan) }

        /// The visits of a family in what comes out.
        func visits(of household: Identifier<Household>) throws -> [Visit] {
            try #require(rebased).visits.filter { $0.household == household }
        }

        /// The families whose visits are those of the new plan.
        var renewed: [String] {
            guard let rebased else { return [] }
            return plan.visits.filter(rebased.visits.contains).map(\.household.text)
        }

        /// The families whose visits are as they are now.
        var left: [String] {
            guard let rebased else { return [] }
            return (now.plan?.visits ?? []).filter(rebased.visits.contains).map(\.household.text)
        }
    }

    private static let world: PlanningWorld = {
        var world = PlanningWorld(tables: 3, seats: 12)
        for number in 1...3 {
            world.addMother("M\(number)")
            world.addFamily("H\(number)")
            world.addChild("C\(number)", in: "H\(number)", of: "M\(number)")
        }
        return world
    }()

    private static func visit(_ number: Int, on date: String, _ status: Visit.Status = .proposed) -> Visit {
        world.visit(
            "visit-\(number)", on: date, status, children: ["C\(number)"], household: "H\(number)",
            prisoner: "M\(number)")
    }

    private static func refusal(_ number: Int, _ code: Refusal.Code) -> Refusal {
        Refusal(
            child: "C\(number)", prisoner: "M\(number)", household: "H\(number)", code: code,
            sentence: BilingualText(en: code.rawValue, zh: code.rawValue))
    }

    private static func run() -> Run {
        var before = world.plan(of: (1...3).map { visit($0, on: "2026-12-05") })
        before.today = world.today
        before.refusals = (1...3).map { refusal($0, .quotaUsed) }
        var plan = before
        plan.visits = (1...3).map { visit($0, on: "2026-12-12") }
        plan.refusals = (1...3).map { refusal($0, .tooSoon) }
        plan.changes = plan.visits.map {
            Plan.Change(visit: $0.id, kind: .moved, reason: BilingualText(en: "Better.", zh: "更好。"))
        }
        let snapshot = PlanningSnapshot(revision: 1, dataRevision: 1, register: world.register, plan: before)
        return Run(before: snapshot, now: snapshot, plan: plan)
    }

    @Test("where nobody changed anything, it is the plan")
    func nothing() {
        let run = Self.run()
        #expect(run.rebased == run.plan)
    }

    @Test("a step on one family's visit leaves that family's part as it is now and keeps the rest")
    func step() throws {
        var run = Self.run()
        run.now.plan?.visits[0].status = .requested
        let rebased = try #require(run.rebased)
        #expect(try run.visits(of: "H1") == [Self.visit(1, on: "2026-12-05", .requested)])
        #expect(try run.visits(of: "H2") == [Self.visit(2, on: "2026-12-12")])
        #expect(rebased.visits.map(\.id) == ["visit-1", "visit-2", "visit-3"])
        #expect(rebased.changes.map(\.visit) == ["visit-2", "visit-3"])
        let codes = Dictionary(uniqueKeysWithValues: rebased.refusals.map { ($0.child, $0.code) })
        #expect(codes == ["C1": .quotaUsed, "C2": .tooSoon, "C3": .tooSoon])
    }

    @Test("a visit that was agreed meanwhile is a fact and in no plan; what the run wanted with it is forgotten")
    func agreed() throws {
        var run = Self.run()
        run.now.plan?.visits[0].status = .confirmed
        run.now.register.visits.append(Self.visit(1, on: "2026-12-05", .confirmed))
        let rebased = try #require(run.rebased)
        #expect(rebased.visits.map(\.id) == ["visit-2", "visit-3"])
        #expect(rebased.changes.map(\.visit) == ["visit-2", "visit-3"])
    }

    @Test("what the run cancels stays cancelled, unless a step was taken on it")
    func cancelled() throws {
        var run = Self.run()
        run.plan.visits.removeAll { $0.household == "H3" }
        run.plan.changes[2].kind = .cancelled
        #expect(try #require(run.rebased).changes.map(\.kind) == [.moved, .moved, .cancelled])
        #expect(try run.visits(of: "H3").isEmpty)
        run.now.plan?.visits[2].status = .requested
        #expect(try #require(run.rebased).changes.map(\.visit) == ["visit-1", "visit-2"])
        #expect(try run.visits(of: "H3").map(\.status) == [.requested])
    }

    @Test("a visit whose day has come is no part of a plan any more")
    func dayHasCome() throws {
        var run = Self.run()
        run.now.plan?.visits[0].status = .requested
        run.plan.today = day("2026-12-05")
        #expect(try run.visits(of: "H1").isEmpty)
        run.plan.today = day("2026-12-04")
        #expect(try run.visits(of: "H1").count == 1)
    }

    @Test("a closure drops the visits in it and no others")
    func closure() throws {
        var run = Self.run()
        run.plan.visits[1] = Self.visit(2, on: "2026-12-19")
        func left(_ first: String, _ last: String, template: Identifier<SessionTemplate>? = nil) throws -> [String] {
            run.now.register.closures = [
                Closure(id: "X", prison: "W1", template: template, days: DayRange(day(first), day(last)))
            ]
            return run.left
        }
        #expect(try left("2026-12-12", "2026-12-12") == ["H1", "H3"])
        #expect(run.renewed == ["H2"])
        #expect(try left("2026-12-13", "2026-12-19") == ["H2"])
        #expect(try left("2026-12-13", "2026-12-18") == [])
        #expect(try left("2026-12-12", "2026-12-12", template: "SAT") == ["H1", "H3"])
        #expect(try left("2026-12-12", "2026-12-12", template: "SUN") == [])
        run.now.register.closures[0].template = nil
        run.now.register.closures[0].prison = "W2"
        #expect(run.left.isEmpty)
    }

    // MARK: Tables, seats and escorts

    /// A visit of somebody else that was agreed meanwhile, with so many children.
    private func other(_ children: Int, on date: String = "2026-12-12") -> Visit {
        Self.world.visit(
            "other", on: date, .confirmed, children: (1...children).map { "D\($0)" }, household: "H9", prisoner: "M9")
    }

    @Test("a table that was taken meanwhile pushes the last of the new visits out, and only that one")
    func table() throws {
        var run = Self.run()
        run.now.register.visits.append(other(1))
        #expect(run.renewed == ["H1", "H2"] && run.left == ["H3"])
        // Five persons need two tables.
        run.now.register.visits[0] = other(4)
        #expect(run.renewed == ["H1"] && run.left == ["H2", "H3"])
        // In another session it takes nobody's.
        run.now.register.visits[0] = other(4, on: "2026-12-19")
        #expect(run.renewed == ["H1", "H2", "H3"])
    }

    @Test("seats that were taken meanwhile push out as many as no longer fit")
    func seats() throws {
        var run = Self.run()
        for snapshot in [\Run.before, \Run.now] {
            run[keyPath: snapshot].register.templates[0].tables = 9
            run[keyPath: snapshot].register.templates[0].seats = 8
        }
        #expect(run.renewed.count == 3, "Six of eight persons.")
        run.now.register.visits.append(other(1))
        #expect(run.renewed.count == 3, "Eight of eight.")
        run.now.register.visits[0] = other(2)
        #expect(run.renewed == ["H1", "H2"])
    }

    private func escorted(_ visit: Visit, by escort: Identifier<Escort>, from begins: String, to ends: String) -> Visit
    {
        func way(_ from: Identifier<Place>, _ to: Identifier<Place>, _ depart: CivilTime) -> Journey {
            Journey(
                legs: [Journey.Leg(mode: .road, from: from, to: to, depart: depart, arrive: depart + 30)], cents: 0,
                isEstimated: true)
        }
        var visit = visit
        visit.companion = .escort(escort)
        visit.trip = Trip(
            outbound: way("NEAR", "CITY", CivilTime(visit.date, clock(begins))),
            homeward: way("CITY", "NEAR", CivilTime(visit.date, clock(ends)) - 30), nights: 0, cents: 0)
        return visit
    }

    @Test("an escort who was engaged meanwhile cannot be elsewhere at that time")
    func escort() throws {
        var run = Self.run()
        run.plan.visits[1] = escorted(run.plan.visits[1], by: "E1", from: "08:00", to: "13:00")
        func renewed(_ escort: Identifier<Escort>, _ begins: String, _ ends: String) -> [String] {
            run.now.register.visits = [escorted(other(1), by: escort, from: begins, to: ends)]
            run.now.register.visits[0].session = "ELSEWHERE@2026-12-12"
            return run.renewed
        }
        #expect(renewed("E1", "12:59", "15:00") == ["H1", "H3"])
        #expect(renewed("E1", "06:00", "08:01") == ["H1", "H3"])
        #expect(renewed("E1", "13:00", "15:00") == ["H1", "H2", "H3"])
        #expect(renewed("E1", "06:00", "08:00") == ["H1", "H2", "H3"])
        #expect(renewed("E2", "08:00", "13:00") == ["H1", "H2", "H3"])
        // Nobody knows for how long the other visit keeps the escort away: the whole day.
        run.now.register.visits[0].companion = .escort("E1")
        run.now.register.visits[0].trip = nil
        #expect(run.renewed == ["H1", "H3"])
    }

    /// The run whose new visits of H1 and H2 are made on one journey with one escort.
    private func shared() -> Run {
        var run = Self.run()
        for number in 0...1 {
            run.plan.visits[number] = escorted(run.plan.visits[number], by: "E1", from: "08:00", to: "13:00")
        }
        let meetings = run.plan.visits[0...1].map { visit in
            SharedTrip.Meeting(
                session: visit.session ?? "", prison: visit.prison, prisoner: visit.prisoner,
                children: visit.children, begins: CivilTime(visit.date, clock("10:00")),
                ends: CivilTime(visit.date, clock("10:30")))
        }
        for number in 0...1 { run.plan.visits[number].trip?.shared = SharedTrip(meetings: meetings) }
        return run
    }

    @Test("where a shared journey lost a visit, the other visits of it stay as they are too")
    func sharedJourney() throws {
        var run = shared()
        #expect(run.renewed == ["H1", "H2", "H3"])
        run.now.plan?.visits[0].status = .requested
        #expect(run.renewed == ["H3"] && run.left == ["H1", "H2"])
    }

    @Test("an agreed visit on the same journey is no reason that the escort were elsewhere")
    func agreedOnTheSameJourney() throws {
        var run = shared()
        var agreed = run.plan.visits.removeFirst()
        agreed.status = .confirmed
        for snapshot in [\Run.before, \Run.now] {
            run[keyPath: snapshot].register.visits = [agreed]
            run[keyPath: snapshot].plan?.visits.removeFirst()
        }
        #expect(run.rebased == run.plan.withChanges { $0.visit != agreed.id })
    }

    // MARK: What touches whom

    @Test("a record of a family or its parent that changed leaves that family's part as it is")
    func records() throws {
        let touching: [(String, (inout Register) -> Void)] = [
            ("household", { $0.households[1].phone = "1" }), ("child", { $0.children[1].needs = [.wheelchair] }),
            ("guardian", { $0.guardians[1].weekdays = [.monday] }),
            ("a guardian less", { $0.guardians.remove(at: 1) }),
            ("prisoner", { $0.prisoners[1].consents = false }),
            (
                "event",
                { $0.events = [PrisonerEvent(id: "E", prisoner: "M2", kind: .solitary, date: day("2026-11-20"))] }
            ), ("bond", { $0.bonds[1].contact = .onHold }), ("a bond less", { $0.bonds.remove(at: 1) }),
            (
                "given up",
                { $0.givenUp = [GivenUp(session: "SAT@2026-12-12", prisoner: "M2", children: ["C2"])] }
            ), ("moved", { $0.moved = ["visit-2"] }),
            ("past", { $0.visits = [Self.visit(2, on: "2026-11-14", .missed)] }),
        ]
        for (name, change) in touching {
            var run = Self.run()
            change(&run.now.register)
            #expect(run.left == ["H2"], "\(name)")
            #expect(run.renewed == ["H1", "H3"], "\(name)")
        }
    }

    @Test("an escort who changed touches the households that the escort works for")
    func escortRecord() throws {
        var run = Self.run()
        for snapshot in [\Run.before, \Run.now] { run[keyPath: snapshot].register.households[2].escortsFrom = "H1" }
        run.now.register.escorts = [
            Escort(
                id: "E1", name: "Escort (invented)", home: "H1",
                available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: 4)
        ]
        #expect(run.left == ["H1", "H3"] && run.renewed == ["H2"])
    }

    @Test("where something has changed that everything hangs on, there is nothing to put the plan onto")
    func ground() {
        let changes: [(String, (inout PlanningSnapshot) -> Void)] = [
            ("places", { $0.register.places.removeLast() }),
            ("distances", { $0.register.distances = [Distance(from: "CITY", to: "NEAR", metres: 1)] }),
            ("prisons", { $0.register.prisons[0].checkIn = 45 }),
            ("templates", { $0.register.templates[0].tables = 9 }),
            ("schools", { $0.register.schoolCalendars = [SchoolCalendar(id: "S", stretches: [])] }),
            ("budgets", { $0.register.budgets = [Budget(month: day("2026-12-01").month, cents: 1)] }),
            ("parameters", { $0.register.parameters = [Parameter(name: "plan.weeks", value: "4")] }),
            (
                "timetables",
                {
                    $0.timetables = [
                        Timetable(
                            id: "T", publisher: "P", zone: "Asia/Shanghai",
                            validity: DayRange(day("2026-01-01"), day("2026-12-31")), stops: [], lines: [],
                            services: [],
                            trips: [], calls: [])
                    ]
                }
            ),
        ]
        for (name, change) in changes {
            var run = Self.run()
            change(&run.now)
            #expect(run.rebased == nil, "\(name)")
        }
    }

    // MARK: Whatever people do

    @Test("whatever people do meanwhile, no session is overfull and every family has one part whole", arguments: 0..<60)
    func anything(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var run = Self.run()
        for number in run.plan.visits.indices {
            let date = ["2026-12-05", "2026-12-12", "2026-12-19"].randomElement(using: &random) ?? "2026-12-12"
            run.plan.visits[number] = Self.visit(number + 1, on: date)
        }
        run.plan.visits.sort { ($0.date, $0.id) < ($1.date, $1.id) }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let number = Int.random(in: 0...2, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: run.now.plan?.visits[number].status = .requested
            case 1:
                run.now.plan?.visits[number].status = .confirmed
                run.now.register.visits.append(Self.visit(number + 1, on: "2026-12-05", .confirmed))
            case 2: run.now.plan?.visits[number].status = .cancelled
            case 3: run.now.register.bonds[number].contact = .onHold
            default:
                let date = ["2026-12-05", "2026-12-12", "2026-12-19"].randomElement(using: &random) ?? "2026-12-12"
                run.now.register.visits.append(other(Int.random(in: 1...4, using: &random), on: date))
            }
        }
        let rebased = try #require(run.rebased)
        let now = (run.now.plan?.visits ?? []).filter(\.status.isOpen)
        #expect(Set(rebased.visits.map(\.id)).count == rebased.visits.count)
        for household in ["H1", "H2", "H3"] as [Identifier<Household>] {
            let own = rebased.visits.filter { $0.household == household }
            let parts = [run.plan.visits, now].map { $0.filter { $0.household == household } }
            #expect(parts.contains(own), "\(household)")
        }
        let agreed = run.now.register.visits.filter(\.status.isAhead)
        for session in Set(rebased.visits.map(\.session)) {
            let fresh = rebased.visits.filter { $0.session == session && !now.contains($0) }
            guard !fresh.isEmpty else { continue }
            let together = (rebased.visits + agreed).filter { $0.session == session }
            let tables = together.reduce(0) { $0 + run.now.register.prisons[0].tables(for: $1.persons) }
            #expect(tables <= 3, "\(String(describing: session))")
        }
    }
}

extension Plan {
    fileprivate func withChanges(_ holds: (Change) -> Bool) -> Plan {
        var plan = self
        plan.changes = changes.filter(holds)
        return plan
    }
}
