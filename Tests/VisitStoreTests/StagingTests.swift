import Testing
import VisitModel

@testable import VisitStore

@Suite("A plan that is staged")
struct StagingTests {
    @Test("is seen by nobody until it is published")
    func unseen() throws {
        try World.withStore { (store, _) throws in
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            let before = try store.view(for: .everything).snapshot()
            var moved = World.planned("y1", in: 12)
            moved.sequence = 1
            _ = try store.connection.read {
                try PlanStaging([moved, World.planned("y2", in: 19)], $0, path: store.path)
            }
            let after = try store.view(for: .everything).snapshot()
            #expect(after.plan == before.plan && after.register == before.register)
        }
    }

    @Test("holds what is new or differs, and takes its place with the children")
    func differences() throws {
        try World.withStore { (store, _) throws in
            var both = World.planned("y1", in: 5)
            both.children = ["c1", "c2"]
            _ = try store.publish(World.plan([both, World.planned("y2", in: 12)]), madeFrom: 1)
            var one = both
            one.children = ["c2"]
            let same = World.planned("y2", in: 12)
            let staged = try store.connection.read { try PlanStaging([one, same], $0, path: store.path) }
            #expect(staged.count == 1)
            _ = try store.publish(World.plan([one, same]), madeFrom: 1)
            let found = try store.view(for: .everything).visitDetail("y1").visit
            #expect(found.children == ["c2"])
            one.number = 2
            #expect(found == one)
        }
    }

    @Test("many visits are published whole")
    func many() throws {
        try World.withStore { (store, _) throws in
            let visits = (0..<5_000).map { World.planned(Identifier("z\($0)"), in: 5 + $0 % 50) }
            _ = try store.publish(World.plan(visits), madeFrom: 1)
            #expect(try store.view(for: .everything).plan()?.visits.count == visits.count)
        }
    }

    @Test("from data that have changed is not published")
    func stale() throws {
        try World.withStore { (store, _) throws in
            #expect(throws: StoreError.changedMeanwhile(madeFrom: 0, found: 1)) {
                try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 0)
            }
            #expect(try store.view(for: .everything).plan() == nil)
        }
    }
}
