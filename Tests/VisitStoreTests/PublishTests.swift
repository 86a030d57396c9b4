import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Publishing a plan")
struct PublishTests {
    @Test("the published plan is read as it was published, with its number")
    func roundTrip() throws {
        try World.withStore { store, _ in
            #expect(try store.view(for: .everything).plan() == nil)
            let changes = [
                Plan.Change(visit: "y1", kind: .added, reason: .init(en: "new", zh: "新增")),
                Plan.Change(
                    visit: "y2", kind: .adult, reason: .init(en: "ill", zh: "生病"), dateBefore: World.today + 40,
                    adultBefore: .guardian("g1")),
            ]
            let plan = World.plan([World.planned("y1", in: 5), World.planned("y2", in: 40)], changes: changes)
            let published = try store.publish(plan, madeFrom: store.dataRevision())
            var expected = plan
            expected.number = 1
            (expected.visits[0].number, expected.visits[1].number) = (2, 3)
            #expect(published == expected)
            #expect(try store.view(for: .everything).plan() == expected)
            let snapshot = try store.view(for: .everything).snapshot()
            #expect(snapshot.plan == expected)
            #expect((snapshot.revision, snapshot.dataRevision) == (2, 1))
        }
    }

    @Test(
        "proposals ahead that the new plan leaves out are cancelled, once; what was asked for, agreed or is past stays")
    func cancelsAbandoned() throws {
        try World.withStore { store, _ in
            let old = [
                World.planned("past", in: -1), World.planned("agreed", in: 3, .confirmed),
                World.planned("asked", in: 4, .requested), World.planned("idea", in: 5), World.planned("kept", in: 6),
            ]
            _ = try store.publish(World.plan(old), madeFrom: 1)
            let published = try store.publish(World.plan([World.planned("kept", in: 6)]), madeFrom: 1)
            #expect(published.number == 2)
            #expect(published.visits.map(\.id) == ["asked", "idea", "kept"])
            #expect(published.visits.map(\.status) == [.requested, .cancelled, .proposed])
            #expect(published.visits.map(\.sequence) == [0, 1, 0])
            #expect(published.visits.map(\.changed) == [World.moment, World.moment + 60, World.moment])
            #expect(try store.view(for: .everything).plan() == published)
            #expect(try store.view(for: .everything).visitDetail("past").visit.status == .proposed)
            #expect(try store.view(for: .everything).visitDetail("agreed").visit.status == .confirmed)
            let third = try store.publish(World.plan([World.planned("kept", in: 6)]), madeFrom: 1)
            #expect(third.visits.map(\.id) == ["asked", "kept"])
            #expect(try store.view(for: .everything).visitDetail("idea").visit.sequence == 1)
        }
    }

    @Test("a visit that moves keeps its identifier; its children can change")
    func movesVisit() throws {
        try World.withStore { store, _ in
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            var moved = World.planned("y1", in: 12)
            (moved.sequence, moved.children, moved.companion) = (1, ["c1", "c2"], .guardian("g1"))
            moved.number = 2
            _ = try store.publish(World.plan([moved], refusals: []), madeFrom: 1)
            #expect(try store.view(for: .everything).plan()?.visits == [moved])
            #expect(try store.view(for: .everything).plan()?.refusals == [])
        }
    }

    @Test("an entered visit that a plan repeats stays an entered one")
    func enteredStaysEntered() throws {
        try World.withStore { store, _ in
            var agreed = World.planned("x1", in: 3, .confirmed)
            agreed.reasons = []
            agreed.number = 1
            _ = try store.publish(World.plan([agreed]), madeFrom: 1)
            _ = try store.publish(World.plan([]), madeFrom: 1)
            #expect(try store.view(for: .everything).register().visits == [agreed])
        }
    }

    @Test("a plan made from data that has changed since is refused, and the old one stays")
    func changedMeanwhile() throws {
        try World.withStore { store, _ in
            let first = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            try store.view(for: .everything).take(
                VisitAct(.missed, moment: World.moment), on: ["x1"], today: World.today + 99)
            #expect(throws: StoreError.changedMeanwhile(madeFrom: 1, found: 3)) {
                try store.publish(World.plan([]), madeFrom: 1)
            }
            #expect(try store.view(for: .everything).plan() == first)
        }
    }

    @Test("a plan that names what does not exist is refused whole, and the old one stays")
    func faultyPlan() throws {
        try World.withStore { store, _ in
            let first = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            var stranger = World.planned("y9", in: 9)
            stranger.children = ["c1", "c9"]
            #expect(throws: StoreError.refused(table: "visits", key: "c9→y9", rule: "reference")) {
                try store.publish(World.plan([World.planned("y2", in: 6), stranger]), madeFrom: 1)
            }
            var refusal = World.refusal
            refusal.prisoner = "m9"
            #expect(throws: StoreError.refused(table: "refusals", key: "c2→m9", rule: "reference")) {
                try store.publish(World.plan([World.planned("y2", in: 6)], refusals: [refusal]), madeFrom: 1)
            }
            #expect(try store.view(for: .everything).plan() == first)
            #expect(try store.revision() == 2)
            #expect(throws: StoreError.noSuch(.visit, asked: "y2", nearest: ["y1"])) {
                try store.view(for: .everything).visitDetail("y2")
            }
        }
    }

    @Test("one reader sees one plan, whole, while another process publishes the next ones")
    func consistentSnapshots() async throws {
        try await TemporaryFolder.use { folder in
            let store = try VisitStore.create(at: folder.path("visits.db"))
            _ = try store.store(World.batch(World.full), at: World.moment)
            let reader = try VisitStore(openingAt: store.path, readOnly: true)
            async let published = Task.detached {
                for round in 1...30 { _ = try store.publish(KilledPublisher.plan(round), madeFrom: 1) }
            }.value
            var seen = 0
            while seen < 30 {
                guard let plan = try reader.view(for: .everything).plan() else { continue }
                #expect(KilledPublisher.isWhole(plan))
                seen = plan.number
            }
            try await published
            try reader.close()
            try store.close()
        }
    }
}
