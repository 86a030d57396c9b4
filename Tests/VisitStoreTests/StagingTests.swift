import Foundation
import GRDB
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("A plan that is staged")
struct StagingTests {
    private func staged(_ store: VisitStore) throws -> Int? {
        try store.connection.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM stagedVisit") }
    }

    /// Stages visits as a run does that is killed before it can publish them.
    private func stage(_ visits: [Visit], in store: VisitStore) throws {
        try store.connection.write { try PlanStaging(2).add(visits[...], $0, path: store.path) }
        #expect(try staged(store) == visits.count)
    }

    @Test("is seen by nobody, and thrown away by the next run")
    func killed() throws {
        try World.withStore { (store, _) throws in
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            let before = try store.view(for: .everything).snapshot()
            var moved = World.planned("y1", in: 12)
            moved.sequence = 1
            try stage([moved, World.planned("y2", in: 19)], in: store)
            let after = try store.view(for: .everything).snapshot()
            #expect(after.plan == before.plan && after.register == before.register)
            #expect(try store.view(for: .everything).visits(VisitQuery()).map(\.visit.id).contains("y2") == false)
            let published = try store.publish(World.plan([World.planned("y3", in: 5)]), madeFrom: 1)
            #expect(published.number == 2)
            #expect(try staged(store) == 0)
            #expect(try store.view(for: .everything).visits(VisitQuery()).map(\.visit.id).contains("y2") == false)
            #expect(try store.integrityCheck() == [])
        }
    }

    @Test("holds only what is new or differs, and takes its place with the children")
    func differences() throws {
        try World.withStore { (store, _) throws in
            var both = World.planned("y1", in: 5)
            both.children = ["c1", "c2"]
            _ = try store.publish(World.plan([both, World.planned("y2", in: 12)]), madeFrom: 1)
            var one = both
            one.children = ["c2"]
            try store.connection.write { db in
                try PlanStaging(2).add([one, World.planned("y2", in: 12)], db, path: store.path)
            }
            #expect(try staged(store) == 1)
            _ = try store.publish(World.plan([one, World.planned("y2", in: 12)]), madeFrom: 1)
            let found = try store.view(for: .everything).visitDetail("y1").visit
            #expect(found.children == ["c2"])
            #expect(found == one)
        }
    }

    @Test("many more visits than are written at a time are published whole")
    func many() throws {
        try World.withStore { (store, _) throws in
            let visits = (0..<PlanStaging.together * 2 + 7).map { World.planned(Identifier("z\($0)"), in: 5 + $0 % 50) }
            _ = try store.publish(World.plan(visits), madeFrom: 1)
            #expect(try store.view(for: .everything).plan()?.visits.count == visits.count)
        }
    }

    @Test("from data that have changed is not published and not kept")
    func stale() throws {
        try World.withStore { (store, _) throws in
            #expect(throws: StoreError.changedMeanwhile(madeFrom: 0, found: 1)) {
                try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 0)
            }
            #expect(try staged(store) == 0)
            #expect(try store.view(for: .everything).plan() == nil)
        }
    }

    @Test("is covered by an erasure")
    func erasure() throws {
        try World.withStore { (store, _) throws in
            var visit = World.planned("y1", in: 5)
            visit.reasons = [BilingualText("marker-of-a-reason")]
            try stage([visit], in: store)
            _ = try store.view(for: .everything).erase("c1", stand: "erased-1", today: World.today, at: World.moment)
            #expect(try staged(store) == 0)
            try store.close()
            let bytes = try #require(FileManager.default.contents(atPath: store.path))
            #expect(bytes.range(of: Data("marker-of-a-reason".utf8)) == nil)
        }
    }
}
