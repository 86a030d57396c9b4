import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Visits with all that they name")
struct VisitTests {
    @Test("a visit comes with people, places and the names of its stops")
    func detail() throws {
        try World.withStore { store, _ in
            let world = World.full
            var expected = VisitDetail(
                visit: World.held, prison: world.prisons[0], prisonPlace: world.places[1],
                prisoner: world.prisoners[0], household: world.households[0], householdPlace: world.places[0],
                children: [world.children[0], world.children[1]],
                adults: [.init(name: "He Lan", phone: "+86 1", wechat: "he_lan_88")],
                placeNames: ["lijiang": .init(en: "Lijiang", zh: "丽江"), "yuxi": .init(en: "Yuxi", zh: "玉溪")])
            expected.origin = .entered
            for index in expected.children.indices { expected.children[index].citizenNumber = nil }
            #expect(try store.view(for: .everything).visitDetail("x1") == expected)
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            #expect(try store.view(for: .everything).visitDetail("y1").companionName == "Teacher Yang")
        }
    }

    @Test("a home in the prison's own town is one place")
    func sharedPlace() throws {
        var world = World.full
        world.households[0].place = "yuxi"
        try World.withStore(of: world) { (store, _) throws in
            #expect(try store.view(for: .everything).visitDetail("x1").householdPlace.id == "yuxi")
        }
    }

    @Test("visits are listed from a day on by date, start and identifier, for all, a household or a prison")
    func listing() throws {
        try World.withStore { store, _ in
            var early = World.planned("y3", in: 5)
            early.start = nil
            let visits = [World.planned("y2", in: 5), World.planned("y1", in: 5), early, World.planned("y0", in: 9)]
            _ = try store.publish(World.plan(visits), madeFrom: 1)
            func ids(_ scope: StoreView.VisitScope, from days: Int) throws -> [Identifier<Visit>] {
                try store.view(for: .everything).visitDetails(
                    scope, from: World.today + days, keepCancelledSince: World.today
                ).map(\.visit.id)
            }
            #expect(try ids(.all, from: -99) == ["x1", "y3", "y1", "y2", "y0"])
            #expect(try ids(.household("h1"), from: 6) == ["y0"])
            #expect(try ids(.household("h2"), from: -99) == [])
            #expect(try ids(.prison("p1"), from: 0) == ["y3", "y1", "y2", "y0"])
            #expect(throws: StoreError.noSuch(.prison, asked: "p2", nearest: ["p1"])) {
                try ids(.prison("p2"), from: 0)
            }
            #expect(throws: StoreError.noSuch(.household, asked: "h3", nearest: ["h1", "h2"])) {
                try ids(.household("h3"), from: 0)
            }
        }
    }

    @Test("cancelled visits are listed for as long as calendars need them")
    func cancelledStay() throws {
        try World.withStore { store, _ in
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            let cancelled = Instant(utc: CivilTime(World.today, .midnight)) + 3600
            try store.view(for: .everything).take(
                VisitAct(.cancel, moment: cancelled), on: ["y1"], today: World.today + 99)
            func isListed(since day: Day) throws -> Bool {
                try !store.view(for: .everything).visitDetails(from: World.today, keepCancelledSince: day).isEmpty
            }
            #expect(try isListed(since: World.today - 30))
            #expect(try isListed(since: World.today))
            #expect(try !isListed(since: World.today + 1))
        }
    }

    /// What each status can become.
    static let ways: [(Visit.Status, Set<Visit.Status>)] = {
        let outcomes: Set<Visit.Status> = [.held, .cutShort, .missed, .turnedAway]
        return [
            (.proposed, outcomes.union([.requested, .confirmed, .withdrawn, .cancelled])),
            (.requested, outcomes.union([.confirmed, .refused, .withdrawn, .expired, .cancelled])),
            (.confirmed, outcomes.union([.cancelled])),
            (.held, [.cutShort, .missed, .turnedAway]), (.cutShort, [.held, .missed, .turnedAway]),
            (.missed, [.held, .cutShort, .turnedAway]), (.turnedAway, [.held, .cutShort, .missed]),
            (.refused, []), (.withdrawn, []), (.expired, []), (.cancelled, []),
        ]
    }()

    @Test("a visit's life goes one way", arguments: ways)
    func life(from: Visit.Status, ways: Set<Visit.Status>) throws {
        for kind in VisitAct.Kind.allCases {
            guard let to = kind.status, to != from else { continue }
            var world = World.full
            world.visits[0].status = from
            // On its day everything can be: what is ahead and what became of it.
            let date = world.visits[0].date
            try World.withStore(of: world) { store, _ in
                guard ways.contains(to) else {
                    #expect(throws: StoreError.transitionNotAllowed(visit: "V-0001", from: from, to: to)) {
                        try store.view(for: .everything).take(
                            VisitAct(kind, moment: World.moment + 5), on: ["x1"], today: date)
                    }
                    #expect(try store.revision() == 1)
                    return
                }
                var act = VisitAct(kind, by: .prison, reason: "flu", moment: World.moment + 5)
                let visit = try #require(
                    try store.view(for: .everything).take(act, on: ["x1"], today: date).first)
                #expect((visit.status, visit.sequence, visit.changed) == (to, 4, World.moment + 5))
                #expect(try store.view(for: .everything).visitDetail("x1").visit == visit)
                #expect(try store.dataRevision() == 2)
                act.givenUp = to.isCalledOff ? visit.session : nil
                #expect(try store.view(for: .everything).acts(of: "x1") == [act])
                let again = VisitAct(kind, moment: World.moment + 9)
                #expect(try store.view(for: .everything).take(again, on: ["x1"], today: date) == [visit])
                #expect(try store.revision() == 2)
            }
        }
    }
}
