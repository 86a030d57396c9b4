import Testing
import VisitModel
import VisitRules

@testable import VisitPlanning

/// A published plan stays as it is while everything that it was made from is the same, and no longer.
@Suite("What a plan was made from")
struct PlanFingerprintTests {
    private static let request = PlanRequest(
        today: PlanningWorld.today, weeks: 4, seed: 1, iterations: 100, threads: 1)

    private static func run(
        _ request: PlanRequest = request, by book: RuleBook = PlanningWorld.book, dataRevision: Int = 1,
        published: Plan? = nil
    ) -> PlanningRun {
        let world = PlanningWorld.oneChild()
        let snapshot = PlanningSnapshot(
            revision: 1, dataRevision: dataRevision, register: world.register, plan: published)
        return PlanningRun(
            PlanningInput(
                snapshot: snapshot, book: book, request: request,
                accounts: LedgerSurvey(snapshot, book: book, ledgers: [:], today: request.today),
                stamp: PlanningWorld.stamp, identifiers: VisitIdentifiers(taken: []) { "new \($0)" }))
    }

    /// The plan of `request`, published.
    private static func published() -> Plan {
        let world = PlanningWorld.oneChild()
        var plan = world.plan(of: [])
        plan.fingerprint = run().fingerprint
        return plan
    }

    @Test("the same request by the same rules on the same data finds it in force")
    func same() {
        let published = Self.published()
        #expect(Self.run(published: published).planInForce == published)
        // More threads give the same bytes.
        var request = Self.request
        request.threads = 2
        #expect(Self.run(request, published: published).planInForce == published)
    }

    @Test("other rules make a new plan, also where the data is the same")
    func rules() throws {
        let fewer = try PlanningWorld.book.limited(to: ["CN-MOJ118"])
        #expect(Self.run(by: fewer, published: Self.published()).planInForce == nil)
    }

    @Test("other data, another day, other weeks, another seed or another number of rounds make a new plan")
    func others() {
        let published = Self.published()
        #expect(Self.run(dataRevision: 2, published: published).planInForce == nil)
        let changes: [(inout PlanRequest) -> Void] = [
            { $0.today = $0.today + 1 }, { $0.weeks = 5 }, { $0.seed = 2 }, { $0.iterations = 200 },
        ]
        for (number, change) in changes.enumerated() {
            var request = Self.request
            change(&request)
            #expect(Self.run(request, published: published).planInForce == nil, "change \(number)")
        }
    }
}
