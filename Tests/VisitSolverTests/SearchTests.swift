import Synchronization
import Testing
import VisitModel

@testable import VisitSolver

@Suite("Search stages")
struct SearchTests {
    private func component(_ world: World) throws -> (Problem, Component) {
        let problem = try world.problem()
        return (problem, WorkingPlanTests.component(problem))
    }

    @Test("coverage moves a family that can wait to make room for one that cannot")
    func augmentingPath() throws {
        var world = World(days: 35, catchUp: 20)
        world.prison(on: [2, 9, 16])
        let sessions = (0..<3).map { SessionIndex($0) }
        world.request(of: world.prisoner(), only: [sessions[0], sessions[1]])
        world.request(of: world.prisoner(), only: [sessions[0], sessions[2]])
        world.request(of: world.prisoner(), only: [sessions[0]])
        let (problem, component) = try component(world)
        let plan = WorkingPlan(component)
        var coverage = Coverage(component, plan)
        coverage.run()
        #expect(plan.covered == 3)
        #expect(coverage.saturated.isEmpty)
        #expect(WorkingPlanTests.judged(plan, problem).violations.isEmpty)
    }

    @Test("a family that cannot be covered is told which sessions are full")
    func saturated() throws {
        var world = World(days: 35, catchUp: 20)
        world.prison(on: [2, 9])
        for _ in 0..<3 { world.request(of: world.prisoner()) }
        let (_, component) = try component(world)
        let plan = WorkingPlan(component)
        var coverage = Coverage(component, plan)
        coverage.run()
        #expect(plan.covered == 2)
        #expect(coverage.saturated == [2: [0, 1]])
        #expect(CoverageBound(component, full: coverage.saturated).children == 2)
    }

    @Test("coverage prefers the family with more children at the table")
    func children() throws {
        var world = World(days: 35, catchUp: 20)
        world.prison(on: [2])
        world.request(of: world.prisoner(), party: 2, children: 1)
        world.request(of: world.prisoner(), party: 4, children: 3)
        let (_, component) = try component(world)
        let plan = WorkingPlan(component)
        var coverage = Coverage(component, plan)
        coverage.run()
        #expect(plan.covered == 3)
    }

    @Test("prices only lower the bound, and never below a plan", arguments: 0..<20)
    func prices(seed: Int) throws {
        let world = RandomWorld.make(seed: UInt64(seed), requests: 6, sessions: 4, features: .all)
        let (problem, component) = try component(world)
        let solution = Solver.solve(problem, iterations: 60)
        var search = VolumeAlgorithm(component, penalties: PenaltyTables(component))
        for _ in 0..<50 {
            let before = search.bound
            search.step(score: Double(solution.certificate.score))
            #expect(search.bound <= before)
            #expect(search.bound >= Double(solution.certificate.score))
        }
    }

    @Test("a round of moves leaves a legal plan that is no worse, and counts its score", arguments: 0..<20)
    func rounds(seed: Int) throws {
        let world = RandomWorld.make(seed: UInt64(seed), requests: 8, sessions: 5, features: .all)
        let (problem, component) = try component(world)
        var random = SeededRandom(seed: UInt64(seed))
        var search = NeighbourhoodSearch(
            WorkingPlan(component), penalties: PenaltyTables(component), prices: nil, isCalm: false, threads: 1,
            random: &random)
        var before = (Int.min, Int.min)
        while search.moves < 60 {
            search.round(most: 60 - search.moves)
            let plan = WorkingPlan(component, visits: search.visits)
            let verdict = WorkingPlanTests.judged(plan, problem)
            #expect(verdict.violations.isEmpty)
            #expect((plan.covered, plan.score) >= before)
            #expect(plan.score == search.score)
            before = (plan.covered, plan.score)
        }
        #expect(search.moves == 60)
    }

    @Test("a neighbourhood holds each unit once", arguments: 0..<10)
    func neighbourhood(seed: Int) throws {
        let world = RandomWorld.make(seed: UInt64(seed), requests: 9, sessions: 5, features: .all)
        let (_, component) = try component(world)
        let plan = WorkingPlan(component)
        var random = SeededRandom(seed: UInt64(seed))
        let neighbourhood = Neighbourhood(component)
        for _ in 0..<50 {
            let units = neighbourhood.pick(plan, random: &random)
            #expect(Set(units).count == units.count)
            #expect(units.allSatisfy { component.units.indices.contains($0) })
        }
    }

    @Test("insertion keeps every child that coverage has seated", arguments: 0..<20)
    func insertion(seed: Int) throws {
        let world = RandomWorld.make(seed: UInt64(seed), requests: 8, sessions: 4, features: [.gaps, .minutes])
        let (problem, component) = try component(world)
        let plan = WorkingPlan(component)
        var coverage = Coverage(component, plan)
        coverage.run()
        let seated = plan.covered
        let planner = UnitPlanner(component, penalties: PenaltyTables(component))
        var random = SeededRandom(seed: UInt64(seed))
        Insertion(planner: planner, isCalm: false).build(plan, prices: nil, random: &random)
        #expect(plan.covered >= seated)
        #expect(WorkingPlanTests.judged(plan, problem).violations.isEmpty)
    }

    @Test("what shares nothing is solved apart; a budget that suffices ties nobody together")
    func components() throws {
        var world = World()
        for prison in 0..<3 {
            world.prison("P\(prison)", on: [2, 9], tables: 2)
            world.request(of: world.prisoner(in: PrisonIndex(prison)), money: 100)
        }
        #expect(Components(try world.problem()).requests.count == 3)
        world.draft.budgets = [Problem.Budget(month: Month(year: 2027, month: 1), money: 600)]
        #expect(Components(try world.problem()).requests.count == 3)
        world.draft.budgets = [Problem.Budget(month: Month(year: 2027, month: 1), money: 599)]
        #expect(Components(try world.problem()).requests.count == 1)
    }

    @Test("a budget that can run out ties those together whom it pays for, and nobody else")
    func componentsOfPayers() throws {
        var world = World()
        for prison in 0..<3 {
            world.prison("P\(prison)", on: [2, 9], tables: 2)
            world.request(of: world.prisoner(in: PrisonIndex(prison)), money: 100, payer: prison == 2 ? 1 : 0)
        }
        let january = Month(year: 2027, month: 1)
        world.draft.budgets = [
            Problem.Budget(month: january, money: 1), Problem.Budget(month: january, money: 1, payer: 1),
        ]
        #expect(Components(try world.problem()).requests.map(\.count) == [2, 1])
    }

    @Test("a cancelled search gives a legal plan")
    func cancelled() throws {
        let problem = try World.weekly(families: 12, tables: 2).problem()
        let solution = Solver(problem).solve(isCancelled: { true })
        #expect(solution.verdict.violations.isEmpty)
        #expect(solution.statistics.wasCut)
        #expect(!solution.visits.isEmpty)
        #expect(solution.certificate.score <= solution.certificate.bound)
    }

    @Test("a time limit ends the search by the caller's clock")
    func timeLimit() throws {
        let ticks = Mutex(0.0)
        let problem = try World.weekly(families: 20, tables: 2).problem()
        let solver = Solver(problem, options: SolverOptions(timeLimit: 50)) {
            ticks.withLock { ticks in
                ticks += 1
                return ticks
            }
        }
        let solution = solver.solve()
        #expect(solution.statistics.wasCut)
        #expect(solution.verdict.violations.isEmpty)
    }

    @Test("progress rises to one")
    func progress() throws {
        let seen = Mutex<[Double]>([])
        let problem = try World.weekly(families: 12, tables: 2).problem()
        _ = Solver(problem, options: SolverOptions(iterations: 2000)).solve(progress: { progress in
            seen.withLock { $0.append(progress.fraction) }
        })
        let fractions = seen.withLock { $0 }
        #expect(fractions == fractions.sorted())
        #expect(fractions.last == 1)
    }
}
