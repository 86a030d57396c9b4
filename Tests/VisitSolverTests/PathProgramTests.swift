import Testing
import VisitModel

@testable import VisitSolver

@Suite("Path programs")
struct PathProgramTests {
    /// A world of one prisoner; the programs plan it alone, so they must find the best there is.
    private func lonely(_ seed: Int, households: Int, gaps: Bool, minutes: Bool) throws -> Problem {
        var random = SeededRandom(seed: UInt64(seed))
        func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        var world = World(
            days: 50, catchUp: pick(0...30),
            weights: Problem.Weights(
                covered: 5000, visit: 2000, neglect: gaps ? 20 : 0, spacing: gaps ? pick(1...3) : 0))
        let prison = world.prison(on: [])
        for _ in 0..<(9 / households + 2) {
            world.session(prison, on: pick(0...49), at: 600, tables: 9, minutes: minutes ? pick(3...6) * 15 : 60)
        }
        let prisoner = world.prisoner(
            visits: pick(1...3), minutes: minutes ? pick(45...140) : nil, minGap: pick(1...12))
        for _ in 0..<households {
            world.draft.add(
                Problem.Request(
                    id: Identifier("R\(world.draft.requests.count)"), family: FamilyIndex(world.draft.requests.count),
                    prisoner: prisoner, party: 2, children: pick(1...3), lastVisit: -pick(1...60), maxGap: pick(15...50)
                ),
                options: world.draft.sessions.indices.map {
                    Problem.Option(session: SessionIndex($0), cost: pick(0...2600))
                })
        }
        return try world.problem()
    }

    private func planned(_ problem: Problem) -> Int {
        let component = WorkingPlanTests.component(problem)
        let plan = WorkingPlan(component)
        let planner = UnitPlanner(component, penalties: PenaltyTables(component))
        var random = SeededRandom(seed: 1)
        planner.replan(0, in: plan, prices: nil, scale: 0, random: &random)
        return plan.score
    }

    @Test("the chain program finds the best chain", arguments: 0..<40)
    func chain(seed: Int) throws {
        let problem = try lonely(seed, households: 1 + seed % 3, gaps: false, minutes: seed % 2 == 0)
        #expect(planned(problem) == Enumeration(problem).best)
    }

    @Test("the gap program finds the best chain when gaps cost", arguments: 0..<40)
    func gap(seed: Int) throws {
        let problem = try lonely(seed, households: 1, gaps: true, minutes: seed % 2 == 0)
        #expect(planned(problem) == Enumeration(problem).best)
    }

    @Test("the label program finds the best chain of two or three households when gaps cost", arguments: 0..<40)
    func labels(seed: Int) throws {
        let problem = try lonely(seed, households: 2 + seed % 2, gaps: true, minutes: false)
        #expect(planned(problem) == Enumeration(problem).best)
    }

    @Test("an allowance that cannot bind has one state")
    func unbound() {
        let free = Allowance(
            Allowance.Key(visits: 5, minutes: nil, lengths: [60], starts: [0], mostInPeriod: 5))
        #expect(free.strict.stateCount == 1)
        let bound = Allowance(
            Allowance.Key(visits: 2, minutes: 100, lengths: [45, 60], starts: [0, 1], mostInPeriod: 5))
        #expect(bound.strict.starts.count == 2)
        #expect(bound.strict.next.contains(-1))
    }

    @Test("too many states are made fewer, on the safe side for plans and for bounds")
    func coarse() throws {
        let lengths = [31, 37, 41, 43, 47, 53, 59, 61]
        let allowance = Allowance(
            Allowance.Key(visits: 20, minutes: 600, lengths: lengths, starts: [0], mostInPeriod: 20))
        #expect(allowance.strict.stateCount <= Allowance.mostStates)
        var state = try #require(allowance.strict.starts[0])
        var minutes = 0
        while true {
            let next = allowance.strict.next[Int(state) * lengths.count]
            guard next >= 0 else { break }
            minutes += lengths[0]
            state = next
        }
        #expect(minutes <= 600)
        #expect(!allowance.relaxed.next[0..<lengths.count].contains(-1))
    }
}
