import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Who may ask, and what was done")
struct AccessStoreTests {
    private static let author = Author("local:7", now: { World.moment + 99 })

    private static func token(_ id: Identifier<AccessToken>, _ role: Role) -> AccessToken {
        AccessToken(
            id: id, role: role, label: "desk \(id)", created: World.moment, expires: World.moment + 100)
    }

    @Test("a token is found by its secret alone, and only its digest is kept", .enabled(if: Stranger.python.isPresent))
    func tokens() throws {
        try World.withStore { (store, _) throws in
            let tokens = [
                Self.token("t1", .administrator), Self.token("t2", .caseworker("o1")), Self.token("t3", .prison("p1")),
                Self.token("t4", .researcher),
            ]
            for token in tokens { try store.createToken(token, secret: "secret of \(token.id)") }
            #expect(try store.tokens() == tokens)
            #expect(try store.token(secret: "secret of t2") == tokens[1])
            #expect(try store.token(secret: "t2") == nil)
            #expect(throws: StoreError.noSuch(.prison, asked: "p9", nearest: ["p1"])) {
                try store.createToken(Self.token("t5", .prison("p9")), secret: "x")
            }
            try store.revokeToken("t1", at: World.moment + 5)
            try store.revokeToken("t1", at: World.moment + 6)
            #expect(try store.token(secret: "secret of t1")?.revoked == World.moment + 5)
            #expect(throws: StoreError.self) { try store.revokeToken("t9", at: World.moment) }
            let dump = try Stranger.run("print([row for row in db.execute('SELECT * FROM token')])", on: store.path)
            #expect(!dump.contains("secret of"))
        }
    }

    @Test("a token opens until it ends or is revoked")
    func validity() {
        var token = Self.token("t1", .researcher)
        #expect(token.isValid(at: World.moment + 99))
        #expect(!token.isValid(at: World.moment + 100))
        token.revoked = World.moment + 1
        #expect(!token.isValid(at: World.moment + 2))
    }

    @Test("every act that writes is a line of the log, in its own transaction; what changes nothing is none")
    func notes() throws {
        try World.withStore { (plain, _) throws in
            let store = plain.noting(Self.author)
            _ = try store.store(World.batch(World.full), at: World.moment)
            var changed = World.full
            changed.children[0].name = "和小草"
            _ = try store.store(World.batch(changed), at: World.moment)
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: try store.dataRevision())
            let step = VisitAct(.confirm, by: .prison, reason: "和小草", moment: World.moment)
            try store.view(for: .everything).take(step, on: ["y1"], today: World.today)
            try store.view(for: .everything).take(step, on: ["y1"], today: World.today)
            #expect(throws: StoreError.self) {
                try store.view(for: .everything).take(step, on: ["y1", "x1"], today: World.today)
            }
            let lines = try store.view(for: .everything).auditEntries(limit: 99).reversed().map {
                "\($0.position) \($0.actor) \($0.act) \($0.subject) \($0.facts.joined(separator: ","))"
            }
            #expect(
                lines == [
                    "1 local:7 import table children added=0,changed=1", "2 local:7 plan.publish plan 1 visits=1",
                    "3 local:7 visit.confirm visit y1 from=proposed,by=prison",
                ])
            #expect(try store.view(for: .everything).auditEntries(about: "visit y1", limit: 9).map(\.position) == [3])
            #expect(try store.brokenAuditEntry() == nil)
        }
    }

    @Test(
        "a line that was changed, taken out or put in shows", .enabled(if: Stranger.python.isPresent),
        arguments: [
            ("UPDATE auditEntry SET subject = 'child c2' WHERE position = 2", 2),
            ("UPDATE auditEntry SET moment = moment + 1 WHERE position = 1", 1),
            ("DELETE FROM auditEntry WHERE position = 2", 2),
            (
                "INSERT INTO auditEntry SELECT 4, moment, actor, act, subject, facts, digest FROM auditEntry "
                    + "WHERE position = 3", 4
            ),
        ])
    func forged(statement: String, position: Int) throws {
        try World.withStore { (store, _) throws in
            let accesses = (1...3).map {
                AccessLogEntry(actor: "token:t1", moment: World.moment + $0, act: "child.read", subject: "child c1")
            }
            try store.note(accesses)
            #expect(try store.brokenAuditEntry() == nil)
            _ = try Stranger.run(
                """
                db.execute("DROP TRIGGER auditEntryIsNeverChanged"); db.execute("DROP TRIGGER auditEntryIsNeverDeleted")
                db.execute("\(statement)")
                """, on: store.path)
            #expect(try store.brokenAuditEntry() == position)
        }
    }

    @Test("a move needs a table and seats that are free, and data that have not changed; it keeps the identifier")
    func move() throws {
        try World.withStore { (store, _) throws in
            let visits = [World.planned("y1", in: 5), World.planned("y2", in: 12)]
            _ = try store.publish(World.plan(visits), madeFrom: 1)
            var template = World.full.templates[0]
            (template.tables, template.modes) = (1, [.glass])
            var act = VisitAct(.move, by: .household, reason: "flu", moment: World.moment + 5)
            func move(_ id: Identifier<Visit>, to day: Day, madeFrom: Int = 1) throws -> Visit {
                let placement = Placement(session: Session(of: template, on: day), mode: .glass, minutes: 45)
                return try store.view(for: .everything).move(id, to: placement, act: act, madeFrom: madeFrom)
            }
            let taken = World.today + 12
            #expect(throws: StoreError.sessionFull(Identifier("t1@\(taken)"), tables: 1, taken: 1)) {
                try move("y1", to: taken)
            }
            (template.tables, template.seats) = (2, 3)
            #expect(throws: StoreError.seatsTaken(Identifier("t1@\(taken)"), seats: 3, taken: 2)) {
                try move("y1", to: taken)
            }
            #expect(throws: StoreError.changedMeanwhile(madeFrom: 0, found: 1)) {
                try move("y1", to: World.today + 19, madeFrom: 0)
            }
            let moved = try move("y1", to: World.today + 19)
            #expect((moved.id, moved.status, moved.date) == ("y1", .requested, World.today + 19))
            #expect((moved.mode, moved.minutes, moved.trip, moved.sequence) == (.glass, 45, nil, 1))
            #expect(try store.view(for: .everything).visitDetail("y1").visit == moved)
            act.givenUp = Identifier("t1@\(World.today + 5)")
            #expect(try store.view(for: .everything).acts(of: "y1") == [act])
            #expect(throws: StoreError.notMovable(visit: "V-0001", status: .held)) { try move("x1", to: taken) }
        }
    }

    @Test("what people gave up by cancelling and moving is remembered, until they put the visit there again")
    func givenUp() throws {
        try World.withStore { (store, _) throws in
            let visits = [World.planned("y1", in: 5), World.planned("y2", in: 12), World.planned("y3", in: 40)]
            _ = try store.publish(World.plan(visits), madeFrom: 1)
            let template = World.full.templates[0]
            func move(to days: Int) throws {
                let placement = Placement(
                    session: Session(of: template, on: World.today + days), mode: .glass, minutes: 45)
                _ = try store.view(for: .everything).move(
                    "y1", to: placement, act: VisitAct(.move, moment: World.moment), madeFrom: store.dataRevision())
            }
            func given(_ days: Int) -> GivenUp {
                GivenUp(session: Identifier("t1@\(World.today + days)"), prisoner: "m1", children: ["c1"])
            }
            try move(to: 19)
            try store.view(for: .everything).take(
                VisitAct(.cancel, moment: World.moment), on: ["y2"], today: World.today)
            let closure = Closure(id: "z9", prison: "p1", days: DayRange(World.today + 40, World.today + 40))
            _ = try store.view(for: .everything).close(
                closure, act: VisitAct(.cancel, moment: World.moment), today: World.today)
            #expect(
                try store.view(for: .everything).register().givenUp
                    == [given(12), given(5)].sorted { $0.session < $1.session })
            #expect(try store.view(for: .everything).register().moved == ["y1"])
            try move(to: 5)
            #expect(
                try store.view(for: .everything).register().givenUp
                    == [given(12), given(19)].sorted { $0.session < $1.session })
        }
    }

    @Test("a closure cancels the visits of its days, of one pattern or of all, and leaves the others")
    func closure() throws {
        try World.withStore { (store, _) throws in
            var other = World.planned("y2", in: 5)
            other.session = "t2@2026-01-01"
            let visits = [World.planned("y1", in: 5), other, World.planned("y3", in: 12)]
            _ = try store.publish(World.plan(visits), madeFrom: 1)
            let act = VisitAct(.cancel, by: .prison, reason: "inspection", moment: World.moment + 5)
            let days = DayRange(World.today, World.today + 6)
            let pattern = Closure(id: "z8", prison: "p1", template: "t1", days: days)
            #expect(try store.view(for: .everything).close(pattern, act: act, today: World.today).map(\.id) == ["y1"])
            let all = Closure(id: "z9", prison: "p1", days: days)
            #expect(
                try store.view(for: .everything).close(all, act: act, today: World.today + 6).isEmpty,
                "What is over is left as it is.")
            let again = Closure(id: "z7", prison: "p1", days: days)
            #expect(try store.view(for: .everything).close(again, act: act, today: World.today).map(\.id) == ["y2"])
            #expect(try store.view(for: .everything).visitDetail("y3").visit.status == .proposed)
            #expect(try store.view(for: .everything).acts(of: "y1") == [act])
            #expect(throws: StoreError.self) {
                try store.view(for: .everything).close(pattern, act: act, today: World.today)
            }
        }
    }

    @Test("an organisation's reach ends at its own households")
    func reach() throws {
        var world = World.full
        (world.households[0].organisation, world.households[1].organisation) = ("o1", "o2")
        try World.withStore(of: world) { (store, _) throws in
            let own = Reach.organisation("o2")
            #expect(try store.view(for: own).children().map(\.child.id) == ["c3"])
            #expect(try store.view(for: own).households().map(\.household.id) == ["h2"])
            #expect(try store.view(for: own).visits(VisitQuery()).isEmpty)
            #expect(try store.view(for: .organisation("o1")).visits(VisitQuery()).map(\.visit.id) == ["x1"])
            #expect(try store.view(for: .prison("p1")).visits(VisitQuery()).map(\.visit.id) == ["x1"])
            #expect(try store.view(for: .prison("p9")).visits(VisitQuery()).isEmpty)
            #expect(throws: StoreError.noSuch(.visit, asked: nil, nearest: [])) {
                try store.view(for: own).visitDetail("x1")
            }
            let act = VisitAct(.missed, reason: "snow", moment: World.moment)
            #expect(throws: StoreError.noSuch(.visit, asked: nil, nearest: [])) {
                try store.view(for: own).take(act, on: ["x1"], today: World.today)
            }
            #expect(try store.view(for: .nothing).visits(VisitQuery()).isEmpty)
            #expect(try store.view(for: .nothing).households().isEmpty)
            #expect(try store.view(for: .prison("p1")).children().isEmpty)
            func outlooks(_ selection: OutlookSelection) throws -> [Identifier<Child>] {
                try store.view(for: own).outlooks(selection, today: World.today).map(\.child.id)
            }
            #expect(try outlooks(OutlookSelection()) == ["c3"])
            // Two children bear this name; the other organisation's is not there.
            #expect(try outlooks(OutlookSelection(children: ["和小花"])) == ["c3"])
            #expect(throws: StoreError.noSuch(.child, asked: nil, nearest: [])) {
                try outlooks(OutlookSelection(children: ["c1"]))
            }
            #expect(throws: StoreError.noSuch(.household, asked: nil, nearest: [])) {
                try outlooks(OutlookSelection(household: "h1"))
            }
        }
    }

    @Test("a list does not go on after a visit beyond reach, whose place in it would tell its date")
    func foreignPlace() throws {
        var world = World.full
        (world.households[0].organisation, world.households[1].organisation) = ("o1", "o2")
        try World.withStore(of: world) { (store, _) throws in
            var other = World.planned("y2", in: 5)
            (other.household, other.children) = ("h2", ["c3"])
            _ = try store.publish(World.plan([World.planned("y1", in: 12), other]), madeFrom: 1)
            func after(_ id: String, _ reach: Reach) throws -> [Identifier<Visit>] {
                try store.view(for: reach).visits(VisitQuery(page: Page(after: id))).map(\.visit.id)
            }
            #expect(try after("y2", .everything) == ["y1"])
            #expect(try after("y2", .organisation("o1")).isEmpty)
            #expect(try after("x1", .organisation("o1")) == ["y1"])
        }
    }

    @Test("a journey shared with another organisation's children does not tell of them")
    func sharedJourney() throws {
        var world = World.full
        (world.households[0].organisation, world.households[1].organisation) = ("o1", "o2")
        try World.withStore(of: world) { (store, _) throws in
            let begins = CivilTime(World.today + 5, .midnight)
            func meeting(_ children: [Identifier<Child>]) -> SharedTrip.Meeting {
                SharedTrip.Meeting(
                    session: "t1@x", prison: "p1", prisoner: "m1", children: children, begins: begins,
                    ends: begins + 60)
            }
            var visit = World.planned("y1", in: 5)
            visit.trip?.shared = SharedTrip(meetings: [meeting(["c1"]), meeting(["c3"]), meeting(["c1", "c2"])])
            _ = try store.publish(World.plan([visit]), madeFrom: 1)
            func seen(_ reach: Reach) throws -> [[Identifier<Child>]]? {
                let found = try store.view(for: reach).visitDetail("y1").visit.trip?.shared
                #expect(try store.view(for: reach).visits(VisitQuery()).last?.visit.trip?.shared == found)
                return found?.meetings.map(\.children)
            }
            #expect(try seen(.everything)?.count == 3)
            #expect(try seen(.organisation("o1")) == [["c1"], ["c1", "c2"]])
            let selection = OutlookSelection(children: ["c1"])
            let next = try #require(
                try store.view(for: .organisation("o1")).outlooks(selection, today: World.today).first?.next)
            #expect(next.visit.trip?.shared?.children == ["c1", "c2"])
        }
    }
}
