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
            try store.take(step, on: ["y1"], today: World.today)
            try store.take(step, on: ["y1"], today: World.today)
            #expect(throws: StoreError.self) { try store.take(step, on: ["y1", "x1"], today: World.today) }
            let lines = try store.auditEntries(limit: 99).reversed().map {
                "\($0.position) \($0.actor) \($0.act) \($0.subject) \($0.facts.joined(separator: ","))"
            }
            #expect(
                lines == [
                    "1 local:7 import table children added=0,changed=1", "2 local:7 plan.publish plan 1 visits=1",
                    "3 local:7 visit.confirm visit y1 from=proposed,by=prison",
                ])
            #expect(try store.auditEntries(about: "visit y1", limit: 9).map(\.position) == [3])
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
            let sights = (1...3).map {
                Sight(actor: "token:t1", moment: World.moment + $0, act: "child.read", subject: "child c1")
            }
            try store.note(sights)
            #expect(try store.brokenAuditEntry() == nil)
            _ = try Stranger.run(
                """
                db.execute("DROP TRIGGER auditEntryIsNeverChanged"); db.execute("DROP TRIGGER auditEntryIsNeverDeleted")
                db.execute("\(statement)")
                """, on: store.path)
            #expect(try store.brokenAuditEntry() == position)
        }
    }

    @Test("a move needs a table that is free, keeps the identifier, and loses the old journey")
    func move() throws {
        try World.withStore { (store, _) throws in
            let visits = [World.planned("y1", in: 5), World.planned("y2", in: 12)]
            _ = try store.publish(World.plan(visits), madeFrom: 1)
            var template = World.full.templates[0]
            (template.tables, template.modes) = (1, [.glass])
            let act = VisitAct(.move, by: .household, reason: "flu", moment: World.moment + 5)
            let full = Session(of: template, on: World.today + 12)
            #expect(throws: StoreError.sessionFull(full.id, tables: 1, taken: 1)) {
                try store.move("y1", to: full, act: act)
            }
            let free = Session(of: template, on: World.today + 19)
            let moved = try store.move("y1", to: free, act: act)
            #expect((moved.id, moved.status, moved.date) == ("y1", .requested, World.today + 19))
            #expect((moved.session, moved.mode, moved.trip, moved.sequence) == (free.id, .glass, nil, 1))
            #expect(try store.visitDetail("y1").visit == moved)
            #expect(try store.acts(of: "y1") == [act])
            #expect(throws: StoreError.notMovable(visit: "x1", status: .held)) {
                try store.move("x1", to: free, act: act)
            }
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
            #expect(try store.close(pattern, act: act).map(\.id) == ["y1"])
            #expect(try store.close(Closure(id: "z9", prison: "p1", days: days), act: act).map(\.id) == ["y2"])
            #expect(try store.visitDetail("y3").visit.status == .proposed)
            #expect(try store.acts(of: "y1") == [act])
            #expect(throws: StoreError.self) { try store.close(pattern, act: act) }
        }
    }

    @Test("an organisation's reach ends at its own households")
    func reach() throws {
        var world = World.full
        (world.households[0].organisation, world.households[1].organisation) = ("o1", "o2")
        try World.withStore(of: world) { (store, _) throws in
            let own = Reach.organisation("o2")
            #expect(try store.children(within: own).map(\.child.id) == ["c3"])
            #expect(try store.households(within: own).map(\.household.id) == ["h2"])
            #expect(try store.visits(VisitQuery(reach: own)).isEmpty)
            #expect(try store.visits(VisitQuery(reach: .organisation("o1"))).map(\.visit.id) == ["x1"])
            #expect(try store.visits(VisitQuery(reach: .prison("p1"))).map(\.visit.id) == ["x1"])
            #expect(try store.visits(VisitQuery(reach: .prison("p9"))).isEmpty)
            #expect(try !store.sees(own, Identifier<Visit>("x1")))
            #expect(try store.children(within: .prison("p1")).isEmpty)
            func outlooks(_ selection: OutlookSelection) throws -> [Identifier<Child>] {
                try store.outlooks(selection, today: World.today).map(\.child.id)
            }
            #expect(try outlooks(OutlookSelection(reach: own)) == ["c3"])
            // Two children bear this name; the other organisation's is not there.
            #expect(try outlooks(OutlookSelection(children: ["和小花"], reach: own)) == ["c3"])
            #expect(throws: StoreError.noSuch(.child, asked: nil, nearest: [])) {
                try outlooks(OutlookSelection(children: ["c1"], reach: own))
            }
            #expect(throws: StoreError.noSuch(.household, asked: nil, nearest: [])) {
                try outlooks(OutlookSelection(household: "h1", reach: own))
            }
        }
    }
}
