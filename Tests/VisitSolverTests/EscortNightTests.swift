import Testing
import VisitModel

@testable import VisitSolver

@Suite("Escorts who are away overnight, and what each session's trip costs")
struct EscortNightTests {
    /// A home with one escort, and two prisoners whose sessions are on two days one after the other.
    private func world(trips: Int, daysBefore: Int) -> World {
        var world = World(days: 20, catchUp: 15)
        let first = world.prison("P", on: [4])
        let second = world.prison("Q", on: [5])
        let home = world.home(trips: trips, children: 2)
        for prison in [first, second] {
            world.request(of: world.prisoner(in: prison, visits: 1), home: home)
        }
        world.draft.trips = [
            Problem.TripCharge(home: home, prison: first, cost: 10, money: 100),
            Problem.TripCharge(
                home: home, prison: second, session: SessionIndex(1), cost: 10, money: 300, daysBefore: daysBefore),
        ]
        return world
    }

    @Test("one escort cannot come back from one prison and be on the way to another on the same day")
    func oneEscort() throws {
        #expect(Solver.solve(try world(trips: 1, daysBefore: 0).problem()).visits.count == 2)
        let problem = try world(trips: 1, daysBefore: 1).problem()
        let solution = Solver.solve(problem)
        #expect(solution.visits.count == 1 && solution.verdict.violations.isEmpty)
        #expect(solution.certificate.score <= solution.certificate.bound)
        #expect(solution.refused.map(\.code) == [.noEscort])
        #expect(Solver.solve(try world(trips: 2, daysBefore: 1).problem()).visits.count == 2)
    }

    @Test("the judge counts the trips of every day on which an escort is away")
    func judge() throws {
        let problem = try world(trips: 1, daysBefore: 1).problem()
        let visits = [0, 1].map { Assignment(request: RequestIndex($0), session: SessionIndex($0)) }
        let violations = Judge.check(problem, visits).violations
        #expect(violations == [Violation(.escorts, visits, found: 2, allowed: 1)])
        #expect(problem.daysAway(from: EscortHomeIndex(0), to: SessionIndex(1)) == 4...5)
    }

    @Test("a session's own charge goes before its prison's")
    func charge() throws {
        let problem = try world(trips: 1, daysBefore: 0).problem()
        #expect(problem.tripCharge(from: EscortHomeIndex(0), to: SessionIndex(0)) == (10, 100))
        #expect(problem.tripCharge(from: EscortHomeIndex(0), to: SessionIndex(1)) == (10, 300))
    }

    @Test("what is taken out goes to another session where there is room, and is judged and explained anew")
    func repair() throws {
        var world = World(days: 20, catchUp: 15)
        world.prison(on: [2, 9])
        let request = world.request(of: world.prisoner(visits: 1))
        let problem = try world.problem()
        let solution = Solver.solve(problem)
        let taken = try #require(solution.visits.first)
        var repairer = PlanRepairer(problem, solution)
        #expect(repairer.repaired().solution.visits == solution.visits)
        repairer.takeOut(taken, for: .presence)
        let placed = repairer.place(request) { _ in nil }
        let other = try #require(placed)
        #expect(other.session != taken.session)
        let repaired = repairer.repaired().solution
        #expect(repaired.visits == [other] && repaired.verdict.violations.isEmpty)
        #expect(repaired.certificate.score == repaired.verdict.score && repaired.refused.isEmpty)
        repairer.takeOut(other, for: .money)
        let none = repairer.place(request) { _ in nil }
        #expect(none == nil)
        let empty = repairer.repaired().solution
        #expect(empty.visits.isEmpty && empty.certificate.covered.value == 0)
        #expect(empty.refused.map(\.code) == [.noBudget])
    }

    @Test("a published visit for which there is room comes back, and one that costs more than it is worth does not")
    func restored() throws {
        var world = World(days: 20, catchUp: 15)
        world.prison(on: [2, 9, 16])
        let request = world.request(of: world.prisoner(visits: 3))
        let published = Assignment(request: request, session: SessionIndex(1))
        world.draft.published = [published]
        let problem = try world.problem()
        var solution = Solver.solve(problem)
        solution.visits = []
        var repairer = PlanRepairer(problem, solution)
        repairer.restorePublished()
        #expect(repairer.visits == [published])
        #expect(repairer.repaired().solution.visits == [published])

        var dear = World(days: 20, catchUp: 15)
        dear.prison(on: [2, 9, 16])
        let far = dear.request(of: dear.prisoner(visits: 3), lastVisit: -1, cost: 9000)
        dear.draft.published = [Assignment(request: far, session: SessionIndex(1))]
        let other = try dear.problem()
        var without = Solver.solve(other)
        without.visits = []
        var left = PlanRepairer(other, without)
        left.restorePublished()
        #expect(left.visits.isEmpty && !left.isWorthwhile(dear.draft.published[0]))
    }

    @Test("what a visit wants is asked without the visits of its own request")
    func shortages() throws {
        var world = World(days: 20, catchUp: 15)
        world.prison(on: [2, 9])
        for _ in 0..<2 { world.request(of: world.prisoner(visits: 1)) }
        let problem = try world.problem()
        let solution = Solver.solve(problem)
        let (own, other) = (solution.visits[0], solution.visits[1])
        var repairer = PlanRepairer(problem, solution)
        let (here, there) = (
            repairer.shortages(of: own),
            repairer.shortages(of: Assignment(request: own.request, session: other.session))
        )
        #expect(here.isEmpty && there == [.table])
        let beside = repairer.shortages(of: own, besideOwn: true)
        #expect(beside.contains(.quota) && beside.contains(.gap))
    }
}
