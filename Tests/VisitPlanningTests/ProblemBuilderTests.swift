import Testing
import VisitModel
import VisitSolver

@testable import VisitPlanning

@Suite("From the trade's words to the solver's integers")
struct ProblemBuilderTests {
    /// A visit of the problem by the names of its request and session.
    private func names(_ assignments: [Assignment], _ problem: Problem) -> [String] {
        assignments.map {
            "\(problem.requests[$0.request.position].id) in \(problem.sessions[$0.session.position].id)"
        }
    }

    private func session(_ id: Identifier<Session>, _ problem: Problem) throws -> Problem.Session {
        try #require(problem.sessions.first { $0.id == id })
    }

    // MARK: Sessions

    @Test("every opening of the horizon is a session with its tables and seats")
    func sessions() throws {
        let (_, problem) = try PlanningWorld.oneChild(tables: 3, seats: 9).problem()
        #expect(
            problem.sessions.map(\.id) == [
                "SAT@2026-11-28", "SAT@2026-12-05", "SAT@2026-12-12", "SAT@2026-12-19",
            ])
        #expect(problem.start == day("2026-11-24") && problem.days == 28)
        #expect(problem.sessions.map(\.day) == [4, 11, 18, 25])
        #expect(problem.sessions.allSatisfy { $0.startMinute == 600 && $0.minutes == 30 })
        #expect(problem.sessions.allSatisfy { $0.tables == 3 && $0.seats == 9 })
        #expect(problem.prisons.map(\.id) == ["W1"] && problem.prisons.map(\.tableSeats) == [4])
    }

    @Test("a site of meetings by video is a place of its own")
    func site() throws {
        var world = PlanningWorld.oneChild()
        world.register.places.append(PlanningWorld.place("SITE", latitude: 31.5))
        world.register.templates.append(
            SessionTemplate(
                id: "VID", prison: "W1", recurrence: PlanningWorld.weekly(.sunday), start: clock("10:00"), minutes: 30,
                modes: [.video], tables: 2, site: "SITE"))
        let (_, problem) = try world.problem()
        #expect(problem.prisons.map(\.id) == ["W1", "W1@SITE"])
        for session in problem.sessions {
            #expect(session.prison.position == (session.id.text.hasPrefix("VID") ? 1 : 0))
        }
    }

    @Test("an agreed visit is fixed and takes its table within the problem")
    func agreed() throws {
        var world = PlanningWorld.oneChild(tables: 1, seats: 4)
        world.register.visits = [world.visit("agreed", on: "2026-12-05", .confirmed)]
        let (builder, problem) = try world.problem()
        #expect(names(problem.fixed, problem) == ["H1/M1 in SAT@2026-12-05"])
        #expect(builder.agreed.values.map(\.id) == ["agreed"])
        let session = try session("SAT@2026-12-05", problem)
        #expect(session.tables == 1 && session.seats == 4)
        #expect(problem.warnings.isEmpty)
        #expect(problem.published.isEmpty)
    }

    @Test("an agreed visit that could not be planned any more is fixed all the same")
    func agreedWithoutOption() throws {
        var world = PlanningWorld.oneChild()
        // Five days ahead: too late to be asked for.
        world.register.visits = [world.visit("agreed", on: "2026-11-28", .confirmed)]
        world.register.guardians[0].weekdays = [.monday]
        let (builder, problem) = try world.problem()
        #expect(names(problem.fixed, problem) == ["H1/M1 in SAT@2026-11-28"])
        #expect(problem.options(of: RequestIndex(0)).map(\.cost) == [0])
        #expect(builder.withoutOptions.isEmpty)
    }

    @Test("an agreed visit of children of two parties belongs to one of them")
    func oneParty() throws {
        var world = PlanningWorld.oneChild()
        for number in 2...4 { world.addChild("C\(number)", in: "H1", of: "M1") }
        let all: [Identifier<Child>] = ["C1", "C2", "C3", "C4"]
        world.register.visits = [world.visit("agreed", on: "2026-12-05", .confirmed, children: all)]
        let (builder, problem) = try world.problem()
        #expect(problem.requests.map(\.id) == ["H1/M1", "H1/M1/2"])
        #expect(names(problem.fixed, problem) == ["H1/M1 in SAT@2026-12-05"])
        #expect(builder.agreed.count == 1)
    }

    @Test("agreed visits that no party makes take tables and seats away, and never more than there are")
    func outside() throws {
        var world = PlanningWorld.oneChild(tables: 4, seats: 12)
        world.addMother("M2")
        world.addFamily("H2")
        world.addChild("D1", in: "H2", of: "M2", contact: .onHold)
        func other(_ number: Int, children: Int) -> Visit {
            world.visit(
                Identifier("other-\(number)"), on: "2026-12-05", .confirmed,
                children: (1...children).map { Identifier("D\($0)") }, household: "H2", prisoner: "M2")
        }
        world.register.visits = [other(1, children: 1)]
        let one = try session("SAT@2026-12-05", try world.problem().problem)
        #expect(one.tables == 3 && one.seats == 10)
        // Four at one table and one at another.
        world.register.visits = [other(1, children: 4), other(2, children: 1)]
        let two = try session("SAT@2026-12-05", try world.problem().problem)
        #expect(two.tables == 1 && two.seats == 5)
        world.register.visits = (1...9).map { other($0, children: 4) }
        let full = try world.problem().problem
        let session = try session("SAT@2026-12-05", full)
        #expect(session.tables == 0 && session.seats == 0)
        #expect(try self.session("SAT@2026-12-12", full).tables == 4)
        // So does what people have asked for themselves; what is over or called off takes none.
        for status in Visit.Status.allCases {
            var visit = other(1, children: 1)
            visit.status = status
            world.register.visits = [visit]
            let session = try self.session("SAT@2026-12-05", try world.problem().problem)
            #expect(session.tables == (status.isAhead ? 3 : 4), "\(status)")
        }
    }

    @Test("of agreed visits that have become too many for a session the first stay, and the last is named")
    func tooMany() throws {
        var world = PlanningWorld.oneChild(tables: 1)
        world.addMother("M2")
        world.addFamily("H2")
        world.addChild("C2", in: "H2", of: "M2")
        world.register.visits = [
            world.visit("first", on: "2026-12-05", .confirmed),
            world.visit(
                "second", on: "2026-12-05", .confirmed, children: ["C2"], household: "H2", prisoner: "M2"),
        ]
        let (_, problem) = try world.problem()
        #expect(names(problem.fixed, problem) == ["H1/M1 in SAT@2026-12-05"])
        #expect(problem.warnings.count == 1)
    }

    // MARK: The plan before

    @Test("a proposed visit on the last day of the freeze window is fixed, a day further it is only remembered")
    func frozen() throws {
        // 5 December is twelve days ahead.
        for (days, isFixed) in [(12, true), (11, false), (13, true)] {
            var world = PlanningWorld.oneChild()
            world.set("plan.freeze_days", "\(days)")
            world.published = world.plan(of: [world.visit("before", on: "2026-12-05", .proposed)])
            let (builder, problem) = try world.problem()
            #expect(names(problem.published, problem) == ["H1/M1 in SAT@2026-12-05"])
            #expect(names(problem.fixed, problem) == (isFixed ? names(problem.published, problem) : []))
            #expect(builder.currentVisits.values.map(\.id) == ["before"])
        }
    }

    @Test("a visit that people have moved stays where they put it, also beyond the freeze window")
    func moved() throws {
        var world = PlanningWorld.oneChild()
        world.published = world.plan(of: [world.visit("before", on: "2026-12-19", .proposed)])
        #expect(try world.problem().problem.fixed.isEmpty)
        world.register.moved = ["before"]
        let (_, problem) = try world.problem()
        #expect(names(problem.fixed, problem) == ["H1/M1 in SAT@2026-12-19"])
    }

    @Test("what is no longer possible, or not open, or of other children, does not stand any more")
    func currentVisits() throws {
        var world = PlanningWorld.oneChild()
        let before = world.visit("before", on: "2026-12-05", .proposed)
        world.published = world.plan(of: [before])
        #expect(try world.problem().builder.currentVisits.count == 1)

        var (closed, givenUp, called, others) = (world, world, world, world)
        closed.register.closures = [Closure(id: "X", prison: "W1", days: DayRange(before.date, before.date))]
        givenUp.register.givenUp = [GivenUp(session: "SAT@2026-12-05", prisoner: "M1", children: ["C1"])]
        var cancelled = before
        cancelled.status = .cancelled
        called.published = world.plan(of: [cancelled])
        others.addChild("C2", in: "H1", of: "M1")
        for world in [closed, givenUp, called, others] {
            let (builder, problem) = try world.problem()
            #expect(builder.currentVisits.isEmpty && problem.published.isEmpty && problem.fixed.isEmpty)
        }
    }

    // MARK: Quota

    @Test("what the rules give in a calendar month is the quota")
    func quota() throws {
        let (_, problem) = try PlanningWorld.oneChild().problem()
        let prisoner = try #require(problem.prisoners.first)
        #expect(prisoner.id == "M1" && prisoner.prison.position == 0)
        #expect(prisoner.quota.period == .calendarMonth && prisoner.quota.visits >= 1)
        #expect(prisoner.used.isEmpty)
        #expect(prisoner.minGap == 7)
    }

    @Test(
        "a visit of this month that took place or was missed is used up; one turned away or called off is not",
        arguments: Visit.Status.allCases)
    func used(status: Visit.Status) throws {
        var world = PlanningWorld.oneChild()
        world.register.visits = [world.visit("past", on: "2026-11-21", status)]
        let used = try #require(try world.problem().problem.prisoners.first).used
        let counts: [Visit.Status] = [.confirmed, .held, .cutShort, .missed]
        #expect(used == (counts.contains(status) ? [Problem.UsedVisits(day: world.horizon.first, visits: 1)] : []))
    }

    @Test("only visits of the periods that the plan touches count, and none that is fixed counts twice")
    func usedPeriods() throws {
        var world = PlanningWorld.oneChild()
        world.register.visits = [
            world.visit("october", on: "2026-10-31", .held), world.visit("november", on: "2026-11-07", .missed),
            world.visit("again", on: "2026-11-14", .held), world.visit("december", on: "2026-12-05", .confirmed),
        ]
        let prisoner = try #require(try world.problem().problem.prisoners.first)
        #expect(prisoner.used == [Problem.UsedVisits(day: world.horizon.first, visits: 2)])
        // Agreed outside the sessions that the program knows: nobody else counts it.
        world.register.visits[3].session = nil
        let outside = try #require(try world.problem().problem.prisoners.first)
        #expect(outside.used.map(\.visits) == [2, 1])
        #expect(outside.used.last?.day == day("2026-12-01"))
    }

    // MARK: Requests

    @Test("a party is a request with its children, one adult, its last visit and the strictest gap")
    func request() throws {
        var world = PlanningWorld.oneChild()
        world.addChild("C2", in: "H1", of: "M1", last: day("2026-10-10"))
        world.register.bonds[1].maxGap = 40
        let first = try #require(try world.problem().problem.requests.first)
        #expect(first.party == 3 && first.children == 2)
        #expect(first.maxGap == 40)
        #expect(first.lastVisit == nil, "One of the children never saw the mother.")
        #expect(first.escortHome == nil)

        world.register.bonds[0].maxGap = 30
        world.register.visits.append(world.visit("held", on: "2026-11-14", .held, children: ["C1"]))
        let second = try #require(try world.problem().problem.requests.first)
        #expect(second.maxGap == 30)
        #expect(second.lastVisit == day("2026-10-10") - world.horizon.first)
        world.register.bonds[0].maxGap = nil
        world.register.bonds[1].maxGap = nil
        #expect(try world.problem().problem.requests.map(\.maxGap) == [60])
    }

    @Test("a party that can attend no session is named with the reason, and is no request")
    func withoutOptions() throws {
        var world = PlanningWorld.oneChild()
        world.addMother("M2")
        world.addFamily("H2")
        world.addChild("C2", in: "H2", of: "M2")
        world.register.guardians[0].weekdays = [.monday]
        let (builder, problem) = try world.problem()
        #expect(builder.withoutOptions.map(\.party.id) == ["H1/M1"])
        #expect(builder.withoutOptions.map(\.reason.code) == [.noCompanion])
        #expect(problem.requests.map(\.id) == ["H2/M2"])
        #expect(builder.parties.map(\.id) == ["H2/M2"])
    }

    @Test("an agreed visit to which more adults come takes their seats and tables too")
    func severalAdults() throws {
        var world = PlanningWorld.oneChild(tables: 4, seats: 12)
        var agreed = world.visit("A", on: "2026-12-05", .confirmed)
        agreed.adults = [.guardian("G-H1")]
        world.register.visits = [agreed]
        func room() throws -> (tables: Int, seats: Int?) {
            let session = try #require(try world.problem().problem.sessions.first { $0.id == agreed.session })
            return (session.tables, session.seats)
        }
        #expect(try room() == (4, 12))
        // Five at tables of four need a second one.
        world.register.visits[0].adults += (0..<3).map { .escort(Identifier("E\($0)")) }
        #expect(try room() == (3, 9))
    }

    @Test("money is what the register says of each month")
    func budgets() throws {
        var world = PlanningWorld.oneChild()
        world.register.budgets = [Budget(month: day("2026-12-01").month, cents: 12_345)]
        let budgets = try world.problem().problem.budgets
        #expect(budgets.map(\.money) == [12_345] && budgets.map(\.month) == [day("2026-12-01").month])
    }
}
