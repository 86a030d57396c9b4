import Testing
import VisitModel

@testable import VisitSolver

@Suite("Prices of the night before")
struct WarmStartPricesTests {
    private func problem(published: [Assignment] = []) throws -> Problem {
        var world = World.weekly(families: 90, tables: 6, weeks: 10)
        world.draft.published = published
        return try world.problem()
    }

    @Test("come back as they were told")
    func roundTrip() throws {
        let component = WorkingPlanTests.component(
            try RandomWorld.make(seed: 3, requests: 9, sessions: 5, features: .all).problem())
        var prices = ShadowPrices(component)
        for i in prices.tables.indices { prices.tables[i] = Double(10 + i) }
        for i in prices.trips.indices { prices.trips[i] = Double(100 + i) }
        for i in prices.money.indices { prices.money[i] = 0.5 + Double(i) }
        let known = WarmStartPrices(prices.bottlenecks(component)).prices(for: component)
        #expect(known?.tables == prices.tables)
        #expect(known?.trips == prices.trips)
        #expect(known?.money == prices.money)
    }

    @Test("nothing is known of a first night, and nothing negative or infinite of any")
    func nothing() throws {
        let component = WorkingPlanTests.component(try problem())
        #expect(WarmStartPrices([]).prices(for: component) == nil)
        let odd = [
            Bottleneck(resource: .table(SessionIndex(0)), shadowPrice: -5),
            Bottleneck(resource: .table(SessionIndex(1)), shadowPrice: .infinity),
        ]
        #expect(WarmStartPrices(odd).prices(for: component)?.tables.allSatisfy { $0 == 0 } == true)
    }

    @Test("give a bound at once that a first night needs many steps for")
    func warm() throws {
        let problem = try problem()
        let first = Solver.solve(problem, iterations: 400)
        let cold = Solver.solve(problem, iterations: 3)
        let warm = Solver(
            problem, options: SolverOptions(seed: 1, iterations: 3, threads: 1), prices: first.bottlenecks
        ).solve()
        #expect(warm.certificate.bound <= cold.certificate.bound)
        #expect(warm.certificate.bound >= first.certificate.score)
        // Prices below a point are not remembered.
        #expect(warm.certificate.bound <= first.certificate.bound + problem.sessions.count * 6)
    }

    @Test("with the plan published, an unchanged night changes nothing that is not gained")
    func nextNight() throws {
        let first = Solver.solve(try problem(), iterations: 600)
        let problem = try problem(published: first.visits)
        let options = SolverOptions(seed: 1, iterations: 50, threads: 1)
        let second = Solver(problem, options: options, prices: first.bottlenecks).solve()
        #expect(second.verdict.violations.isEmpty)
        #expect(second.certificate.score >= first.certificate.score)
        #expect(second.certificate.bound >= second.certificate.score)
    }
}
