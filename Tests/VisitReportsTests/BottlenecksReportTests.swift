import Testing
import VisitModel
import VisitReports
import VisitTestSupport

@Suite("The report on bottlenecks")
struct BottlenecksReportTests {
    private static func text(currency: String, _ language: Language) -> String {
        var plan = Beijing.plan
        plan.prices = [.init(.budget, "2026-12", day: nil, points: 40)]
        let report = BottlenecksReport(
            plan, sessions: [], prisons: [], pointsPerVisit: 100, currency: currency, language: language)
        return report.text
    }

    @Test("tells money in units of the currency, as 100 of them")
    func money() {
        #expect(Self.text(currency: "CNY", .english).contains("CNY 100 more in the budget"))
        #expect(Self.text(currency: "CNY", .chinese).contains("预算增加100元"))
        #expect(Self.text(currency: "USD", .english).contains("USD 100 more in the budget"))
        #expect(Self.text(currency: "USD", .chinese).contains("预算增加100美元"))
    }
}
