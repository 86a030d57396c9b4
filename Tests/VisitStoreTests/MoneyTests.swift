import Testing
import VisitModel

@testable import VisitStore

@Suite("Whose money it is, and what was spent")
struct MoneyTests {
    @Test("budgets of one month stand side by side, one for each organisation and one of the operator")
    func budgets() throws {
        try World.withStore { (store, _) throws in
            let view = store.view(for: .everything)
            #expect(try view.register().budgets == World.full.budgets)
            var later = Register()
            later.budgets = [Budget(organisation: "o1", month: Month(year: 2026, month: 9), cents: 7)]
            _ = try store.store(World.batch(later), at: World.moment)
            #expect(try view.register().budgets.map(\.cents) == [1_250_000, 0, 7])
        }
    }

    @Test("an organisation is told of its own money and the operator's, of itself, and of what its visits cost")
    func reach() throws {
        var world = World.full
        world.organisations.append(Organisation(id: "o2", name: BilingualText("Other")))
        world.households[1].organisation = "o2"
        world.budgets.append(Budget(organisation: "o2", month: Month(year: 2026, month: 9), cents: 5))
        try World.withStore(of: world) { (store, _) throws in
            func told(_ reach: Reach) throws -> Register { try store.view(for: reach).register() }
            let own = try told(.organisation("o1"))
            #expect(own.organisations.map(\.id) == ["o1"])
            #expect(own.budgets.map(\.organisation) == [nil, "o1", "o1"])
            #expect(own.costs.map(\.id) == ["k1", "k2"])
            let other = try told(.organisation("o2"))
            #expect(other.organisations.map(\.id) == ["o2"])
            #expect(other.budgets.map(\.organisation) == [nil, "o2"])
            #expect(other.costs == [])
            #expect(try told(.prison("p1")).costs == [])
            #expect(try told(.household("h1")).costs.count == 2)
            #expect(try told(.household("h1")).budgets.map(\.organisation) == [nil])
        }
    }

    @Test("what was spent changes what plans are made from, and the digest of the register")
    func revisions() throws {
        try World.withStore { (store, _) throws in
            let view = store.view(for: .everything)
            let (digest, before) = (try view.registerDigest(), try view.snapshot().dataRevision)
            var more = Register()
            more.costs = [VisitCost(id: "k3", visit: "x1", cents: 100, kind: .lodging)]
            _ = try store.store(World.batch(more), at: World.moment)
            #expect(try view.registerDigest() != digest)
            #expect(try view.snapshot().dataRevision > before)
            #expect(try view.register().costs.map(\.id) == ["k1", "k2", "k3"])
        }
    }

    @Test("all visits are known by identifier and number, whatever became of them")
    func knownVisits() throws {
        try World.withStore { (store, _) throws in
            let visits = [World.planned("y1", in: 5, .cancelled), World.planned("y2", in: 5)]
            _ = try store.publish(World.plan(visits), madeFrom: 1)
            let known = try store.view(for: .everything).knownVisits()
            let held = try #require(World.full.visits.first { $0.id == "x1" })
            #expect(Set(known.map(\.id)) == ["x1", "y1", "y2"] && Set(known.map(\.number)) == [1, 2, 3])
            #expect(known.first { $0.id == "x1" } == KnownVisit(held))
            #expect(try store.view(for: .household("h2")).knownVisits() == [])
        }
    }
}
