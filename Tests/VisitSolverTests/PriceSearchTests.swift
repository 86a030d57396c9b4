import Foundation
import Testing
import VisitModel

@testable import VisitSolver

@Suite("The search for prices")
struct PriceSearchTests {
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
            var search = PriceSearch(component, penalties: PenaltyTables(component))
            for _ in 0..<900 where !search.isSettled { search.step(score: Self.optimum * known) }
            bound += search.bound
        }
        #expect(bound >= Self.optimum)
        #expect(bound <= Self.optimum * 1.0005)
    }
}
