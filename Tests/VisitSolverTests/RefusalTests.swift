import Testing
import VisitModel

@testable import VisitSolver

@Suite("Refusals")
struct RefusalTests {
    private func refused(_ world: World) throws -> RefusedRequest? {
        Solver.solve(try world.problem()).refused.first
    }

    @Test("a prison without sessions")
    func noSession() throws {
        var world = World()
        world.prison(on: [])
        world.request(of: world.prisoner())
        let refused = try #require(try refused(world))
        #expect(refused.code == .noSession)
        #expect(refused.facts.contains(RefusalFact(name: "sessions", value: .count(0))))
    }

    @Test("sessions that nobody can travel to")
    func noJourney() throws {
        var world = World()
        world.prison(on: [2, 9])
        world.request(of: world.prisoner(), only: [])
        #expect(try refused(world)?.code == .noJourney)
    }

    @Test("every session too soon after the last visit")
    func tooSoon() throws {
        var world = World(days: 10)
        world.prison(on: [2, 3])
        world.request(of: world.prisoner(minGap: 14), lastVisit: -1)
        #expect(try refused(world)?.code == .tooSoon)
    }

    @Test("a quota that is used up names the prisoner")
    func quotaUsed() throws {
        var world = World(days: 20)
        world.prison(on: [2, 9])
        let used = Problem.UsedVisits(day: world.draft.start, visits: 3)
        world.request(of: world.prisoner(visits: 2, used: [used]))
        let refused = try #require(try refused(world))
        #expect(refused.code == .quotaUsed)
        #expect(refused.facts.contains(RefusalFact(name: "prisoner", value: .text("I0"))))
    }

    @Test("full sessions are named")
    func sessionsFull() throws {
        var world = World(days: 20, catchUp: 15)
        world.prison(on: [2, 9])
        for number in 0..<3 { world.request(of: world.prisoner(visits: 1), children: number == 0 ? 1 : 2) }
        let refused = try #require(try refused(world))
        #expect(refused.request.position == 0)
        #expect(refused.code == .sessionsFull)
        #expect(refused.facts.contains(RefusalFact(name: "sessions", value: .list(["S0", "S1"]))))
        #expect(refused.facts.contains(RefusalFact(name: "saturated", value: .list(["S0", "S1"]))))
    }

    @Test("no escort on any day of a session")
    func noEscort() throws {
        var world = World()
        world.prison(on: [2])
        let home = world.home(trips: 1, children: 4, weekdays: [.sunday])
        world.request(of: world.prisoner(), home: home)
        let refused = try #require(try refused(world))
        #expect(refused.code == .noEscort)
        #expect(refused.facts.contains(RefusalFact(name: "home", value: .text("H0"))))
    }

    @Test("a visit that costs more than it is worth is outweighed")
    func outweighed() throws {
        var world = World(weights: Problem.Weights(covered: 0, visit: 10))
        world.prison(on: [2])
        world.request(of: world.prisoner(), cost: 5000)
        #expect(try refused(world)?.code == .outweighed)
    }

    @Test("a reason is what alone stands in the way: where quota and money lack, both are told")
    func besides() throws {
        var world = World(days: 20)
        world.prison(on: [2, 9])
        let used = Problem.UsedVisits(day: world.draft.start, visits: 2)
        world.request(of: world.prisoner(visits: 2, used: [used]), money: 500)
        let january = Month(year: 2027, month: 1)
        world.draft.budgets = [Problem.Budget(month: january, money: 400)]
        let both = try #require(try refused(world))
        #expect(both.code == .quotaUsed)
        #expect(both.facts.contains(RefusalFact(name: "besides", value: .list(["no-budget"]))))
        world.draft.budgets = [Problem.Budget(month: january, money: 500)]
        let one = try #require(try refused(world))
        #expect(one.code == .quotaUsed && !one.facts.contains { $0.name == "besides" })
    }

    @Test("where more money alone opens one session, money is the reason, though the quota keeps from more of them")
    func tested() throws {
        var world = World(days: 41)
        // Day 30 lies in February.
        world.prison(on: [2, 9, 16, 30])
        let used = Problem.UsedVisits(day: world.draft.start, visits: 2)
        world.request(of: world.prisoner(visits: 2, used: [used]), money: 500)
        world.draft.budgets = [1, 2].map { Problem.Budget(month: Month(year: 2027, month: $0), money: 400) }
        #expect(try refused(world)?.code == .noBudget)
    }

    @Test("a full session is a bottleneck with a price")
    func bottleneck() throws {
        let solution = Solver.solve(try World.weekly(families: 40, weeks: 4).problem(), iterations: 400)
        let first = try #require(solution.bottlenecks.first)
        #expect(first.shadowPrice > 100)
        #expect(solution.bottlenecks.map(\.shadowPrice) == solution.bottlenecks.map(\.shadowPrice).sorted(by: >))
    }

    @Test("a short budget and a full escort day have prices too")
    func otherBottlenecks() throws {
        var world = World(days: 27)
        world.prison(on: [2, 9, 16], tables: 9)
        let home = world.home(trips: 1, children: 1, weekdays: [.wednesday])
        world.draft.budgets = [Problem.Budget(month: Month(year: 2027, month: 1), money: 3000)]
        for _ in 0..<5 { world.request(of: world.prisoner(visits: 2), money: 500) }
        for _ in 0..<5 { world.request(of: world.prisoner(visits: 1), home: home) }
        let resources = Solver.solve(try world.problem(), iterations: 400).bottlenecks.map(\.resource)
        #expect(resources.contains(.budget(Problem.Purse(month: Month(year: 2027, month: 1)))))
        #expect(
            resources.contains { resource in
                if case .trip(home, _) = resource { true } else { false }
            })
    }
}
