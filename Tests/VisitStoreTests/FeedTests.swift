import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Calendar subscriptions")
struct FeedTests {
    static let household = Feed(
        id: "f1", scope: .household("h1"), showsNames: true, language: .chinese, created: World.moment)
    static let prison = Feed(
        id: "f2", scope: .prison("p1"), showsNames: false, language: .english, created: World.moment + 1)

    @Test("a feed is found by its secret alone, also when it is revoked")
    func roundTrip() throws {
        try World.withStore { store, _ in
            try store.createFeed(Self.household, token: "alpha")
            try store.createFeed(Self.prison, token: "beta")
            #expect(try store.feeds() == [Self.household, Self.prison])
            #expect(try store.feed(token: "beta") == Self.prison)
            #expect(try store.feed(token: "f2") == nil)
            #expect(try store.revision() == 3)
            #expect(try store.dataRevision() == 1)
            try store.revokeFeed("f1", at: World.moment + 7)
            try store.revokeFeed("f1", at: World.moment + 8)
            #expect(try store.feed(token: "alpha")?.revoked == World.moment + 7)
            #expect(try store.revision() == 4)
        }
    }

    @Test("a feed can be of everybody who has visits, and of nobody else", arguments: Feed.Scope.Kind.allCases)
    func kinds(kind: Feed.Scope.Kind) throws {
        let subjects: [Feed.Scope.Kind: String] = [
            .household: "h1", .child: "c1", .escort: "e1", .prison: "p1", .home: "h2", .prisoner: "m1",
        ]
        try World.withStore { store, _ in
            var feed = Self.prison
            feed.scope = Feed.Scope(kind, try #require(subjects[kind]))
            try store.createFeed(feed, token: "t")
            #expect(try store.feed(token: "t") == feed)
            feed.id = "f9"
            feed.scope = Feed.Scope(kind, "nobody-1")
            #expect(throws: StoreError.self) { try store.createFeed(feed, token: "u") }
        }
    }

    @Test("each kind of calendar has its own visits")
    func visitsOfKinds() throws {
        try World.withStore { store, _ in
            _ = try store.publish(
                World.plan([World.planned("y1", in: 5), World.planned("y2", in: 12)]), madeFrom: 1)
            func visits(_ scope: Feed.Scope) throws -> [Identifier<Visit>] {
                try store.view(for: .everything).visitDetails(
                    .of(scope), from: World.today - 100, keepCancelledSince: World.today
                )
                .map(\.visit.id)
            }
            #expect(try visits(.household("h1")) == ["x1", "y1", "y2"])
            #expect(try visits(.child("c2")) == ["x1"])
            #expect(try visits(.escort("e1")) == ["y1", "y2"])
            #expect(try visits(.home("h2")) == ["y1", "y2"])
            #expect(try visits(.prison("p1")) == ["x1", "y1", "y2"])
            #expect(try visits(.prisoner("m1")) == ["x1", "y1", "y2"])
            #expect(try visits(.child("c3")).isEmpty)
            let guardian = try store.view(for: .everything).visitDetails(
                .accompanied(by: "g1"), from: World.today - 100, keepCancelledSince: World.today)
            #expect(guardian.map(\.visit.id) == ["x1"])
        }
    }

    @Test("the secret itself is nowhere in the file")
    func secretIsNotStored() throws {
        try World.withStore { store, folder in
            try store.createFeed(Self.household, token: "a-secret-that-is-long")
            try store.close()
            let bytes = try folder.read("visits.db")
            #expect(bytes.contains(Array("Sunflower".utf8)))
            #expect(!bytes.contains(Array("a-secret-that-is-long".utf8)))
        }
    }

    @Test("identifier and secret are each used once, and the scope exists")
    func refusals() throws {
        try World.withStore { store, _ in
            try store.createFeed(Self.household, token: "alpha")
            #expect(throws: StoreError.refused(table: "feeds", key: "f1", rule: "unique feed.id")) {
                try store.createFeed(Self.household, token: "beta")
            }
            #expect(throws: StoreError.refused(table: "feeds", key: "f2", rule: "unique feed.tokenDigest")) {
                try store.createFeed(Self.prison, token: "alpha")
            }
            var stray = Self.prison
            stray.scope = .household("h7")
            #expect(throws: StoreError.noSuch(.household, asked: "h7", nearest: ["h1", "h2"])) {
                try store.createFeed(stray, token: "gamma")
            }
            #expect(throws: StoreError.noSuch(.feed, asked: "f9", nearest: ["f1"])) {
                try store.revokeFeed("f9", at: World.moment)
            }
        }
    }
}
