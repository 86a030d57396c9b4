import Testing
import VisitModel

@testable import VisitSolver

@Suite("The judge")
struct JudgeTests {
    private func visit(_ request: Int, _ session: Int) -> Assignment {
        Assignment(request: RequestIndex(request), session: SessionIndex(session))
    }

    private func kinds(_ world: World, _ visits: [Assignment]) throws -> [Violation.Kind] {
        Judge.check(try world.problem(), visits).violations.map(\.kind)
    }

    @Test("a session of another prison is no option")
    func notAnOption() throws {
        var world = World()
        world.prison("P", on: [2])
        world.prison("Q", on: [2])
        world.request(of: world.prisoner())
        #expect(try kinds(world, [visit(0, 1)]) == [.notAnOption])
    }

    @Test("a visit given twice is named once")
    func duplicate() throws {
        #expect(try kinds(.weekly(families: 1), [visit(0, 0), visit(0, 0)]) == [.duplicate])
    }

    @Test("tables and seats run out")
    func tablesAndSeats() throws {
        var world = World()
        world.prison(on: [2], tables: 1, seats: 3)
        for _ in 0..<2 { world.request(of: world.prisoner()) }
        let violations = Judge.check(try world.problem(), [visit(0, 0), visit(1, 0)]).violations
        #expect(violations.map(\.kind) == [.tables, .seats])
        #expect(violations.map(\.found) == [2, 4])
        #expect(violations.map(\.allowed) == [1, 3])
    }

    @Test("quota, minutes and gap of a prisoner are the households' together")
    func prisoner() throws {
        var world = World()
        world.prison(on: [2, 5], minutes: 90)
        let prisoner = world.prisoner(visits: 1, minutes: 100)
        world.request(of: prisoner)
        world.request(of: prisoner)
        #expect(
            try kinds(world, [visit(0, 0), visit(1, 1)]).sorted { $0.rawValue < $1.rawValue }
                == [.minGap, .quotaMinutes, .quotaVisits])
    }

    @Test("a household is in one place a day")
    func household() throws {
        var world = World()
        world.prison("P", on: [2])
        world.prison("Q", on: [2])
        world.request(of: world.prisoner(in: PrisonIndex(0)), family: 7)
        world.request(of: world.prisoner(in: PrisonIndex(1)), family: 7)
        #expect(try kinds(world, [visit(0, 0), visit(1, 1)]) == [.twiceOnADay])
    }

    @Test("a fixed visit that is left out is missing")
    func fixed() throws {
        var world = World.weekly(families: 1)
        world.draft.fixed = [visit(0, 3)]
        #expect(try kinds(world, []) == [.fixedMissing])
    }

    @Test("escorts go on their days only, and so often only")
    func escorts() throws {
        var world = World()
        world.prison(on: [2, 3], tables: 9)
        let home = world.home(trips: 1, children: 1, weekdays: [.wednesday])
        for _ in 0..<2 { world.request(of: world.prisoner(), home: home) }
        #expect(try kinds(world, [visit(0, 1)]) == [.noEscort])
        #expect(try kinds(world, [visit(0, 0), visit(1, 0)]) == [.escorts])
        #expect(try kinds(world, [visit(0, 0)]).isEmpty)
    }

    @Test("visits and trips of a month are paid from its budget")
    func budget() throws {
        var world = World()
        world.prison(on: [2], tables: 9)
        let home = world.home(trips: 2, children: 1)
        world.draft.trips = [Problem.TripCharge(home: home, prison: PrisonIndex(0), cost: 7, money: 500)]
        world.draft.budgets = [Problem.Budget(month: Month(year: 2027, month: 1), money: 1100)]
        for _ in 0..<2 { world.request(of: world.prisoner(), home: home, money: 100) }
        let verdict = Judge.check(try world.problem(), [visit(0, 0), visit(1, 0)])
        #expect(verdict.violations.map(\.kind) == [.budget])
        #expect(verdict.violations[0].found == 1200)
        #expect(verdict.objective.cost == 2 * 7 + 2 * 100)
    }

    @Test("what one payer spends is not taken of another's budget")
    func payers() throws {
        var world = World()
        world.prison(on: [2], tables: 9)
        let january = Month(year: 2027, month: 1)
        world.draft.budgets = [
            Problem.Budget(month: january, money: 100), Problem.Budget(month: january, money: 99, payer: 1),
        ]
        for payer in 0...1 { world.request(of: world.prisoner(), money: 100, payer: payer) }
        let problem = try world.problem()
        #expect(Judge.check(problem, [visit(0, 0)]).violations.isEmpty)
        let violations = Judge.check(problem, [visit(0, 0), visit(1, 0)]).violations
        #expect(violations.map(\.visits) == [[visit(1, 0)]])
        #expect(violations.map(\.found) == [100] && violations.map(\.allowed) == [99])
    }

    @Test("gaps are counted from the last visit to the end of the horizon")
    func gaps() throws {
        var world = World(days: 40, catchUp: 5)
        world.prison(on: [2, 22])
        world.request(of: world.prisoner(), children: 2, lastVisit: -10, maxGap: 15)
        let objective = Judge.check(try world.problem(), [visit(0, 0), visit(0, 1)]).objective
        #expect(objective.spacing == 12 * 12 + 20 * 20 + 18 * 18)
        #expect(objective.neglect == 2 * (15 + 6))
        #expect(objective.maxGapDays == 20)
        #expect(objective.covered == 2 && objective.dueChildren == 2 && objective.childrenSeen == 2)
    }

    @Test("who was never visited counts from maxGap days before the start")
    func neverVisited() throws {
        var world = World(days: 40, catchUp: 0)
        world.prison(on: [2])
        world.request(of: world.prisoner(), lastVisit: nil, maxGap: 15)
        let verdict = Judge.check(try world.problem(), [])
        #expect(verdict.objective.spacing == 55 * 55)
        #expect(verdict.objective.dueChildren == 1)
    }

    @Test("each visit of a link is paired once, the earliest first")
    func links() throws {
        var world = World(days: 40)
        world.prison("P", on: [2, 12], tables: 9)
        world.prison("Q", on: [3, 11, 20], tables: 9)
        world.request(of: world.prisoner(in: PrisonIndex(0), minGap: 1), family: 0, cost: 0)
        world.request(of: world.prisoner(in: PrisonIndex(1), visits: 9, minGap: 1), family: 0, cost: 0)
        world.draft.links = [Problem.Link(RequestIndex(0), RequestIndex(1), maxDaysApart: 9, saving: 10)]
        let all = [visit(0, 0), visit(0, 1), visit(1, 2), visit(1, 3), visit(1, 4)]
        #expect(Judge.check(try world.problem(), all).objective.cost == -20)
    }

    @Test("the parts of the prisons add up", arguments: 0..<10)
    func prisonScores(seed: Int) throws {
        let problem = try RandomWorld.make(seed: UInt64(seed), requests: 6, sessions: 4, features: .all).problem()
        let solution = Solver.solve(problem, iterations: 30)
        #expect(solution.verdict.prisonScores.reduce(0, +) == solution.verdict.score)
        #expect(solution.certificate.prisons.reduce(0) { $0 + $1.bound } == solution.certificate.bound)
    }
}
