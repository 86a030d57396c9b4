import Foundation
import Testing
import VisitModel

@testable import VisitSolver

@Suite("The search for prices")
struct VolumeAlgorithmTests {
    /// Made up by `visitbench solver --families 100 --load 0.7 --seed 4`: many want a visit in the last four days, of which
    /// July has six sessions; whom one of them is too dear for goes to the next. HiGHS proves the optimum.
    private static let instance = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden/scarce-last-month.json")
    private static let optimum = 15_731_753.0

    @Test("finds that sessions must become dearer together, also from a poor plan", arguments: [1, 0.95])
    func together(known: Double) throws {
        let problem = try ProblemDocument.read([UInt8](Data(contentsOf: Self.instance)))
        var builder = ComponentBuilder(problem)
        var bound = 0.0
        for part in Components(problem).requests {
            let component = builder.component(of: part)
            var search = VolumeAlgorithm(component, penalties: PenaltyTables(component))
            for _ in 0..<900 where !search.isSettled { search.step(score: Self.optimum * known) }
            bound += search.bound
        }
        #expect(bound >= Self.optimum)
        #expect(bound <= Self.optimum * 1.0005)
    }

    @Test("begins where coverage alone makes a whole month of sessions scarce")
    func coverage() throws {
        // 84 of 110 can be covered in time; the others come later. Costs below 60 tell the sessions apart.
        var world = World()
        let prison = world.prison(on: Array(0..<28), tables: 3)
        for day in 29..<40 { world.session(prison, on: day, tables: 10) }
        for _ in 0..<110 { world.request(of: world.prisoner(visits: 1, period: .calendarYear)) }
        world.draft.options = world.draft.options.enumerated().map { number, option in
            Problem.Option(session: option.session, cost: number * 37 % 60, money: 0)
        }
        let component = WorkingPlanTests.component(try world.problem())
        let plan = WorkingPlan(component)
        var coverage = Coverage(component, plan)
        coverage.run()
        #expect(plan.covered == 84)
        #expect(coverage.saturated.count == 110 - 84)
        let guess = ShadowPrices(component, full: coverage.saturated, max)
        #expect(guess.tables == Array(repeating: 100_000, count: 28) + Array(repeating: 0, count: 11))

        let best = 84.0 * 100_000 + 110 * 2000
        let bounds = [[guess], []].map { guesses in
            var search = VolumeAlgorithm(component, penalties: PenaltyTables(component), guesses: guesses)
            for _ in 0..<40 where !search.isSettled { search.step(score: best - 110 * 60) }
            return search.bound
        }
        #expect(bounds[0] >= best - 110 * 60)
        #expect(bounds[0] <= best)
        #expect(bounds[1] > best * 1.01)
    }
}
