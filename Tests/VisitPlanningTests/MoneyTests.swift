import Testing
import VisitModel
import VisitSolver

@testable import VisitPlanning

@Suite("Whose money pays for which journeys, and what of it is left")
struct MoneyTests {
    private static let december = Month(year: 2026, month: 12)

    /// A family of the organisation ORG1, one of ORG2 and one of nobody's, and a home of ORG2 with an escort.
    private var world: PlanningWorld {
        var world = PlanningWorld()
        for (number, organisation) in ["ORG1", "ORG2", nil].enumerated() {
            let family = Identifier<Household>("H\(number + 1)")
            world.addMother(Identifier("M\(number + 1)"))
            world.addFamily(family)
            world.addChild(Identifier("C\(number + 1)"), in: family, of: Identifier("M\(number + 1)"))
            world.register.households[number].organisation = organisation.map { Identifier($0) }
        }
        world.addHome("HOME", escorts: ["E1"])
        world.register.households[3].organisation = "ORG2"
        return world
    }

    private func budget(_ organisation: Identifier<Organisation>?, _ cents: Cents) -> Budget {
        Budget(organisation: organisation, month: Self.december, cents: cents)
    }

    private func visit(
        _ id: Identifier<Visit>, of household: Identifier<Household>, _ status: Visit.Status, on date: String,
        cents: Cents, by adult: Visit.Companion? = nil, shared: SharedTrip? = nil
    ) -> Visit {
        let number = household.text.dropFirst()
        var visit = PlanningWorld().visit(
            id, on: date, status, children: [Identifier("C\(number)")], household: household,
            prisoner: Identifier("M\(number)"))
        let way = Journey(
            legs: [
                Journey.Leg(
                    mode: .road, from: "NEAR", to: "CITY", depart: CivilTime(visit.date, clock("08:00")),
                    arrive: CivilTime(visit.date, clock("09:00")))
            ], cents: .zero, isEstimated: true)
        visit.trip = Trip(outbound: way, homeward: way, nights: 0, cents: cents)
        visit.trip?.shared = shared
        visit.companion = adult
        return visit
    }

    @Test(
        "an organisation with a budget pays for its households, and for whom its escorts take along; others are the operator's"
    )
    func payers() {
        var world = world
        world.register.budgets = [budget(nil, 1), budget("ORG2", 1)]
        let payers = Payers(world.register)
        #expect(payers.payer(for: "H1", home: nil) == nil)
        #expect(payers.payer(for: "H2", home: nil) == "ORG2")
        #expect(payers.payer(for: "H3", home: nil) == nil)
        #expect(payers.payer(for: "H3", home: "HOME") == "ORG2")
        let taken = visit("V", of: "H1", .held, on: "2026-12-05", cents: 1, by: .escort("E1"))
        #expect(payers.payer(of: taken) == "ORG2")
        #expect(payers.payer(of: visit("V", of: "H2", .held, on: "2026-12-05", cents: 1)) == "ORG2")
        world.register.budgets = [budget(nil, 1)]
        #expect(Payers(world.register).payer(of: taken) == nil)
    }

    @Test("each request is paid by its payer, and each budget keeps its own name")
    func problem() throws {
        var world = world
        world.register.budgets = [budget(nil, 500_000), budget("ORG1", 10_000), budget("ORG2", 20_000)]
        let problem = try world.problem().problem
        #expect(problem.requests.map(\.payer) == [1, 2, 0])
        #expect(problem.budgets.map(\.purse.payer) == [0, 1, 2])
        #expect(problem.budgets.map(\.name) == ["2026-12", "ORG1 2026-12", "ORG2 2026-12"])
        #expect(problem.budgets.map(\.money) == [500_000, 10_000, 20_000])
    }

    @Test("what was held counts as it was estimated, or as it was really spent; who did not travel spent nothing")
    func spent() {
        var world = world
        world.register.budgets = [budget(nil, 1_000), budget("ORG1", 1_000)]
        world.register.visits = [
            visit("held", of: "H1", .held, on: "2026-12-05", cents: 100),
            visit("away", of: "H1", .turnedAway, on: "2026-12-06", cents: 20),
            visit("missed", of: "H1", .missed, on: "2026-12-12", cents: 400),
            visit("early", of: "H1", .held, on: "2026-11-28", cents: 800),
            visit("operators", of: "H3", .confirmed, on: "2026-12-12", cents: 7),
        ]
        func spent(_ payer: Identifier<Organisation>?) -> Cents {
            SpentMoney(world.register, Payers(world.register)).cents(of: payer, in: Self.december)
        }
        #expect(spent("ORG1") == 120 && spent(nil) == 7)
        world.register.costs = [
            VisitCost(id: "1", visit: "held", cents: 90, kind: .fare),
            VisitCost(id: "2", visit: "held", cents: 60, kind: .food),
            VisitCost(id: "3", visit: "missed", cents: 5, kind: .other),
        ]
        #expect(spent("ORG1") == 175)
    }

    @Test(
        "what is agreed or asked for counts for the organisation that pays, also where another one's escort goes along")
    func everyOrganisation() throws {
        var world = world
        world.register.budgets = [budget(nil, 1_000), budget("ORG1", 1_000), budget("ORG2", 1_000)]
        world.register.visits = [
            visit("agreed", of: "H1", .confirmed, on: "2026-12-05", cents: 100),
            visit("asked", of: "H2", .requested, on: "2026-12-05", cents: 200),
            visit("escorted", of: "H1", .confirmed, on: "2026-12-06", cents: 40, by: .escort("E1")),
            visit("operators", of: "H3", .requested, on: "2026-12-06", cents: 7),
            visit("withdrawn", of: "H1", .withdrawn, on: "2026-12-12", cents: 500),
        ]
        // No session of the plan: nothing of it is counted by the problem itself.
        for number in world.register.visits.indices { world.register.visits[number].session = nil }
        let spent = SpentMoney(world.register, Payers(world.register))
        #expect(spent.cents(of: "ORG1", in: Self.december) == 100)
        #expect(spent.cents(of: "ORG2", in: Self.december) == 240)
        #expect(spent.cents(of: nil, in: Self.december) == 7)
        #expect(try world.problem().problem.budgets.map(\.money) == [993, 900, 760])
        let own = visit("own", of: "H1", .requested, on: "2026-12-12", cents: 11)
        let more = SpentMoney(world.register, Payers(world.register), and: [own])
        #expect(more.cents(of: "ORG1", in: Self.december) == 111)
    }

    @Test("a journey that visits share counts once, in the month of the first, whatever its visits spent together")
    func sharedJourney() {
        var world = world
        world.register.budgets = [budget(nil, 1_000)]
        let meetings = ["2026-11-30", "2026-12-01"].map { date in
            SharedTrip.Meeting(
                session: "S@\(date)", prison: "W1", prisoner: "M3", children: ["C3"],
                begins: CivilTime(day(date), clock("10:00")), ends: CivilTime(day(date), clock("10:30")))
        }
        let shared = SharedTrip(meetings: meetings)
        world.register.visits = [
            visit("b", of: "H3", .held, on: "2026-12-01", cents: 300, shared: shared),
            visit("a", of: "H3", .held, on: "2026-11-30", cents: 300, shared: shared),
        ]
        func spent(_ month: Int) -> Cents {
            SpentMoney(world.register, Payers(world.register)).cents(of: nil, in: Month(year: 2026, month: month))
        }
        #expect(spent(11) == 300 && spent(12) == 0)
        world.register.costs = [
            VisitCost(id: "1", visit: "a", cents: 200), VisitCost(id: "2", visit: "b", cents: 250),
        ]
        #expect(spent(11) == 450 && spent(12) == 0)
    }

    @Test("what is spent is gone before anything new is planned, and agreed visits stay paid though nothing is left")
    func left() throws {
        var world = world
        world.register.budgets = [budget("ORG1", 1_000)]
        world.register.visits = [visit("away", of: "H1", .turnedAway, on: "2026-12-01", cents: 400)]
        #expect(try world.problem().problem.budgets.map(\.money) == [600])
        world.register.visits[0].trip?.cents = 5_000
        #expect(try world.problem().problem.budgets.map(\.money) == [0])
        world.register.visits.append(visit("agreed", of: "H1", .confirmed, on: "2026-12-12", cents: 900))
        let (builder, problem) = try world.problem()
        #expect(builder.agreed.values.map(\.id) == ["agreed"])
        let fixed = try #require(problem.fixed.first)
        let taken = problem.options(of: fixed.request).first { $0.session == fixed.session }
        #expect(problem.budgets.map(\.money) == [Int(taken?.money ?? -1)])
        #expect(problem.warnings.isEmpty)
    }
}
