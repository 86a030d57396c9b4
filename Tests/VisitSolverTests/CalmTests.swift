import Testing
import VisitModel

@testable import VisitSolver

@Suite("Calm replanning")
struct CalmTests {
    private func world(seed: Int) -> World {
        RandomWorld.make(seed: UInt64(seed), requests: 10, sessions: 6, features: [.shared, .escorts, .links])
    }

    private func weighed(_ world: World) -> World {
        var world = world
        world.draft.weights.change = 300
        return world
    }

    @Test("on unchanged data the published plan comes back", arguments: 0..<20)
    func unchanged(seed: Int) throws {
        var world = weighed(world(seed: seed))
        let first = Solver.solve(try world.problem(), iterations: 600)
        world.draft.published = first.visits
        let second = Solver.solve(try world.problem(), iterations: 200)
        if second.certificate.score <= first.certificate.score { #expect(second.visits == first.visits) }
        // A better plan than the first is worth its changes.
        let gain = second.certificate.score - first.certificate.score
        #expect(gain >= 0)
        #expect(second.certificate.objective.changes == 0 || gain > 0)
    }

    @Test("a session that closes moves its visitors and few others", arguments: 0..<10)
    func closure(seed: Int) throws {
        var world = World(days: 56, catchUp: 28, weights: Problem.Weights(covered: 100_000, visit: 2000, change: 300))
        world.prison(on: (0..<8).map { $0 * 7 + 2 }, tables: 3)
        for number in 0..<12 {
            world.request(of: world.prisoner(visits: 1 + (number + seed) % 2), lastVisit: -5 * number)
        }
        let first = Solver.solve(try world.problem(), seed: UInt64(seed), iterations: 500)
        var next = World(days: 56, catchUp: 28, weights: world.draft.weights)
        next.draft.prisons = world.draft.prisons
        next.draft.sessions = world.draft.sessions
        next.draft.prisoners = world.draft.prisoners
        let open = world.draft.sessions.indices.filter { $0 != 3 }.map { SessionIndex($0) }
        for request in world.draft.requests {
            next.draft.add(request, options: open.map { Problem.Option(session: $0, cost: 100) })
        }
        next.draft.published = first.visits
        let concerned = first.visits.count { $0.session.position == 3 }
        let second = Solver.solve(try next.problem(), seed: UInt64(seed), iterations: 500)
        #expect(second.verdict.violations.isEmpty)
        #expect(second.certificate.objective.changes <= 2 * concerned)
    }

    @Test(
        "one closure, one new family and one lost escort change the visits concerned and those in their way",
        arguments: 0..<6)
    func night(seed: Int) throws {
        func world(isNextNight: Bool) -> World {
            var world = World(
                days: 84, catchUp: 28, weights: Problem.Weights(covered: 100_000, visit: 2000, change: 300))
            world.prison(on: (0..<24).map { $0 * 7 / 2 + 2 }.filter { $0 < 84 }, tables: 5)
            let home = world.home(trips: 1, children: 4)
            if isNextNight { world.draft.escorts[0].firstDay = 14 }
            for number in 0..<40 {
                let prisoner = world.prisoner(visits: 1 + (number + seed) % 2)
                let open = world.draft.sessions.indices.filter { !isNextNight || $0 != 5 }.map { SessionIndex($0) }
                let isEscorted = number % 8 == 0
                world.request(
                    of: prisoner, lastVisit: -2 * number, home: isEscorted ? home : nil, cost: 50 + 3 * number,
                    only: open)
            }
            if isNextNight { world.request(of: world.prisoner(), lastVisit: nil) }
            return world
        }
        let before = world(isNextNight: false)
        let first = Solver.solve(try before.problem(), seed: UInt64(seed), iterations: 1500)
        var after = world(isNextNight: true)
        after.draft.published = first.visits
        let concerned = first.visits.count { visit in
            let isEscorted = before.draft.requests[visit.request.position].escortHome != nil
            return visit.session.position == 5 || isEscorted && before.draft.sessions[visit.session.position].day < 14
        }
        let second = Solver(
            try after.problem(), options: SolverOptions(seed: UInt64(seed), iterations: 400),
            prices: first.bottlenecks
        ).solve()
        #expect(second.verdict.violations.isEmpty)
        // Each visit that had to go, and the new family's, may at most take the place of another.
        #expect(second.certificate.objective.changes <= 2 * (concerned + 2))
    }
}
