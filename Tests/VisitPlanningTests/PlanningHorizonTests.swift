import Testing
import VisitModel

@testable import VisitPlanning

@Suite("The days of a plan")
struct PlanningHorizonTests {
    private let today = day("2026-11-23")
    private let parameters = PlanningParameters([Parameter(name: "plan.weeks", value: "3")])

    @Test("a plan begins tomorrow and covers the operator's weeks, unless others are asked for")
    func next() {
        #expect(parameters.horizon(on: today, published: nil) == DayRange(today + 1, today + 21))
        #expect(parameters.horizon(from: today, weeks: 1) == DayRange(today, today + 6))
    }

    @Test("the published plan counts up to its last day, and then the next one")
    func published() {
        let published = DayRange(today - 20, today)
        #expect(parameters.horizon(on: today, published: published) == published)
        #expect(parameters.horizon(on: today + 1, published: published) == DayRange(today + 2, today + 22))
    }
}
