import Foundation
import Testing
import VisitModel
import VisitRules

@testable import VisitBench

@Suite("Breaches planted in plans that hold")
struct PlantedBreachTests {
    private static let book: RuleBook = {
        let folder = URL(filePath: #filePath).appending(path: "../../../Config/rules").standardized.path
        do { return try RuleBook.load(folder: folder) } catch { preconditionFailure("\(folder): \(error)") }
    }()

    @Test("there is one for every code")
    func everyCode() {
        #expect(InjectedBreach.all.map(\.code).sorted() == VisitFlag.Code.allCases)
    }

    @Test("the judge finds each one, and nothing else", arguments: UInt64(1)...30)
    func foundExactly(seed: UInt64) {
        let count = BreachCount(seed: seed, book: Self.book)
        #expect(count.differences == [])
        #expect(count.injected >= InjectedBreach.all.count)
    }

    @Test("the same seed makes the same plan, another seed another one")
    func seeds() {
        #expect(JudgedPlan(families: 24, seed: 3).visits == JudgedPlan(families: 24, seed: 3).visits)
        #expect(JudgedPlan(families: 24, seed: 3).visits != JudgedPlan(families: 24, seed: 4).visits)
    }
}
