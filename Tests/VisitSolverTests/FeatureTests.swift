import Testing
import VisitModel

@testable import VisitSolver

@Suite("Every feature, on worlds whose best plan is plain")
struct FeatureTests {
    private func solve(_ world: World) throws -> (Problem, Solution) {
        let problem = try world.problem()
        let solution = Solver.solve(problem)
        #expect(solution.verdict.violations.isEmpty)
        #expect(solution.certificate.score <= solution.certificate.bound)
        return (problem, solution)
    }

    private func days(_ solution: Solution, _ problem: Problem, of request: Int) -> [Int] {
        solution.visits.filter { $0.request.position == request }.map { problem.sessions[$0.session.position].day }
    }

    @Test("a quota of one visit a month gives one in each month")
    func monthlyQuota() throws {
        var world = World()
        world.prison(on: [2, 9, 16, 23, 30, 37, 44])
        world.request(of: world.prisoner(visits: 1))
        let (problem, solution) = try solve(world)
        let days = days(solution, problem, of: 0)
        #expect(days.count == 2)
        #expect(days[0] <= 27 && days[1] >= 28)
        #expect(solution.certificate.bound == solution.certificate.score)
    }

    @Test("a period of n days is counted from its anchor, also before it")
    func anchoredPeriods() throws {
        var world = World(days: 20)
        world.prison(on: [0, 1, 2, 9, 10, 11])
        let anchor = world.draft.start + 30
        world.request(of: world.prisoner(visits: 1, period: .days(10, anchor: anchor), minGap: 1))
        let (problem, solution) = try solve(world)
        let days = days(solution, problem, of: 0)
        #expect(days.count == 2)
        #expect(days[0] < 10 && days[1] >= 10)
    }

    @Test("minutes are counted as well as visits")
    func minutesQuota() throws {
        var world = World(days: 27)
        let prison = world.prison(on: [])
        world.session(prison, on: 2, minutes: 90)
        world.session(prison, on: 10, minutes: 90)
        world.session(prison, on: 20, minutes: 60)
        world.request(of: world.prisoner(visits: 3, minutes: 150))
        let (_, solution) = try solve(world)
        #expect(solution.visits.count == 2)
        #expect(solution.certificate.objective.minutes == 150)
    }

    @Test("visits that are used already are gone")
    func usedVisits() throws {
        var world = World(days: 27)
        world.prison(on: [2, 9, 16, 23])
        let used = Problem.UsedVisits(day: world.draft.start, visits: 1)
        world.request(of: world.prisoner(visits: 2, used: [used]))
        let (_, solution) = try solve(world)
        #expect(solution.visits.count == 1)
    }

    @Test("two households that share a prisoner share the quota, and both are seen to in time")
    func sharedEntitlement() throws {
        var world = World(days: 27, catchUp: 27)
        world.draft.days = 28
        world.prison(on: [2, 5, 16, 23], tables: 2)
        let prisoner = world.prisoner(visits: 2)
        world.request(of: prisoner)
        world.request(of: prisoner)
        let (_, solution) = try solve(world)
        #expect(solution.visits.count == 2)
        #expect(solution.certificate.objective.covered == 2)
        #expect(solution.certificate.bound == solution.certificate.score)
    }

    @Test("a party larger than a table takes two")
    func twoTables() throws {
        var world = World(days: 10, catchUp: 5)
        world.prison(on: [2], tables: 2)
        world.request(of: world.prisoner(), party: 5)
        world.request(of: world.prisoner())
        let (_, solution) = try solve(world)
        #expect(solution.visits.count == 1)
        #expect(solution.refused.count == 1)
        #expect(solution.refused[0].code == .sessionsFull)
    }

    @Test("a limit of persons holds beside the tables")
    func seats() throws {
        var world = World(days: 10)
        world.prison(on: [2], tables: 5, seats: 5)
        for _ in 0..<3 { world.request(of: world.prisoner(), party: 2) }
        #expect(try solve(world).1.visits.count == 2)
    }

    @Test("a household visits one parent a day")
    func oneVisitADay() throws {
        var world = World(days: 10)
        let first = world.prison("P", on: [2])
        let second = world.prison("Q", on: [2])
        world.request(of: world.prisoner(in: first), family: 0)
        world.request(of: world.prisoner(in: second), family: 0)
        let (_, solution) = try solve(world)
        #expect(solution.visits.count == 1)
        #expect(solution.refused[0].code == .tooSoon)
    }

    @Test("children of a home travel together when one trip has room for them")
    func groupTrip() throws {
        var world = World(days: 10)
        world.prison(on: [2, 3, 4], tables: 3)
        let home = world.home(trips: 1, children: 3)
        world.draft.trips = [Problem.TripCharge(home: home, prison: PrisonIndex(0), cost: 1500, money: 0)]
        for _ in 0..<3 { world.request(of: world.prisoner(visits: 1), home: home) }
        let (_, solution) = try solve(world)
        #expect(Set(solution.visits.map(\.session)).count == 1)
        #expect(solution.certificate.objective.cost == 1500 + 300)
    }

    @Test("no more trips are made than escorts can make")
    func escortLimit() throws {
        var world = World(days: 10)
        world.prison(on: [2], tables: 5)
        let home = world.home(trips: 1, children: 2)
        for _ in 0..<3 { world.request(of: world.prisoner(), home: home) }
        let (_, solution) = try solve(world)
        #expect(solution.visits.count == 2)
        #expect(solution.refused[0].code == .noEscort)
    }

    @Test("a month's visits keep to its budget")
    func budget() throws {
        var world = World(days: 27)
        world.prison(on: [2, 9, 16], tables: 3)
        world.draft.budgets = [Problem.Budget(month: Month(year: 2027, month: 1), money: 1000)]
        for _ in 0..<3 { world.request(of: world.prisoner(visits: 1), money: 400) }
        let (_, solution) = try solve(world)
        #expect(solution.visits.count == 2)
        #expect(solution.refused[0].code == .noBudget)
    }

    @Test("each payer's visits keep to that payer's budget, and a payer without one has no limit")
    func payers() throws {
        var world = World(days: 27)
        world.prison(on: [2, 9, 16], tables: 9)
        let january = Month(year: 2027, month: 1)
        world.draft.budgets = [
            Problem.Budget(month: january, money: 800), Problem.Budget(month: january, money: 400, payer: 1),
        ]
        for payer in [0, 0, 0, 1, 1, 2, 2] {
            world.request(of: world.prisoner(visits: 1), money: 400, payer: payer)
        }
        let (problem, solution) = try solve(world)
        var visits = [0, 0, 0]
        for visit in solution.visits { visits[problem.requests[visit.request.position].payer] += 1 }
        #expect(visits == [2, 1, 2])
        #expect(solution.refused.map(\.code) == [.noBudget, .noBudget])
        #expect(solution.verdict.violations.isEmpty)
    }

    @Test("what costs nothing takes place though the budget is used up")
    func freeVisit() throws {
        var world = World(days: 27)
        world.prison(on: [2], tables: 9)
        world.draft.budgets = [Problem.Budget(month: Month(year: 2027, month: 1), money: 0)]
        for money in [0, 400] { world.request(of: world.prisoner(visits: 1), money: money) }
        let (_, solution) = try solve(world)
        #expect(solution.visits.map(\.request) == [RequestIndex(0)])
        #expect(solution.refused.map(\.code) == [.noBudget])
    }

    @Test("linked requests are drawn together")
    func link() throws {
        var world = World(days: 27)
        let first = world.prison("P", on: [2, 12, 22])
        let second = world.prison("Q", on: [7, 13, 17])
        world.request(of: world.prisoner(in: first, visits: 1), family: 0)
        world.request(of: world.prisoner(in: second, visits: 1), family: 0)
        world.draft.links = [Problem.Link(RequestIndex(0), RequestIndex(1), maxDaysApart: 1, saving: 150)]
        let (problem, solution) = try solve(world)
        #expect(days(solution, problem, of: 0) == [12])
        #expect(days(solution, problem, of: 1) == [13])
        #expect(solution.certificate.objective.cost == 50)
    }

    @Test("a fixed visit stays, even too soon after the last one")
    func fixedVisit() throws {
        var world = World(days: 27)
        world.prison(on: [2, 9, 16])
        world.request(of: world.prisoner(visits: 1), lastVisit: -1)
        world.draft.fixed = [Assignment(request: RequestIndex(0), session: SessionIndex(0))]
        let (problem, solution) = try solve(world)
        #expect(days(solution, problem, of: 0) == [2])
    }

    @Test("a published visit moves only for more than a change costs")
    func published() throws {
        var world = World(days: 27)
        let prison = world.prison(on: [])
        let dear = world.session(prison, on: 2)
        let cheap = world.session(prison, on: 9)
        let prisoner = world.prisoner(visits: 1)
        for (saving, stays) in [(299, true), (300, true), (301, false)] {
            var own = world
            own.draft.add(
                Problem.Request(
                    id: "R", family: FamilyIndex(0), prisoner: prisoner, party: 2, children: 1, lastVisit: -30,
                    maxGap: 30),
                options: [Problem.Option(session: dear, cost: 400), Problem.Option(session: cheap, cost: 400 - saving)])
            own.draft.published = [Assignment(request: RequestIndex(0), session: dear)]
            let (_, solution) = try solve(own)
            #expect(solution.visits.map(\.session) == [stays ? dear : cheap])
            #expect(solution.certificate.objective.changes == (stays ? 0 : 1))
        }
    }

    @Test("with spacing weighed, visits spread over the horizon")
    func spacing() throws {
        var world = World(
            days: 60, catchUp: 60, weights: Problem.Weights(covered: 0, visit: 10, neglect: 0, spacing: 1))
        world.prison(on: Array(stride(from: 0, to: 60, by: 5)))
        world.request(of: world.prisoner(visits: 1, period: .days(60, anchor: world.draft.start)), lastVisit: -10)
        let (problem, solution) = try solve(world)
        #expect(days(solution, problem, of: 0) == [25])
    }

    @Test("two households with spacing weighed take turns")
    func takeTurns() throws {
        var world = World(
            days: 80, catchUp: 80, weights: Problem.Weights(covered: 0, visit: 10, neglect: 0, spacing: 1))
        world.prison(on: Array(stride(from: 0, to: 80, by: 10)), tables: 2)
        let prisoner = world.prisoner(visits: 1, period: .days(20, anchor: world.draft.start), minGap: 10)
        world.request(of: prisoner, lastVisit: -20)
        world.request(of: prisoner, lastVisit: -40)
        let (problem, solution) = try solve(world)
        #expect(days(solution, problem, of: 0).count == 2)
        #expect(days(solution, problem, of: 1).count == 2)
    }
}
