import GRDB
import Testing
import VisitModel

@testable import VisitStore

@Suite("The audit log compared with what it tells of")
struct AuditComparisonTests {
    private static let author = Author("local:7", now: { World.moment + -1 })

    /// A store with a plan of three visits, one of them agreed and one asked for.
    private static func withStore(_ body: (VisitStore) throws -> Void) throws {
        try World.withStore { plain, _ in
            let store = plain.noting(author)
            var together = World.planned("y3", in: 19)
            together.children = ["c1", "c2"]
            let visits = [World.planned("y1", in: 5), World.planned("y2", in: 12), together]
            _ = try store.publish(World.plan(visits), madeFrom: store.dataRevision())
            let view = store.view(for: .everything)
            try view.take(VisitAct(.confirm, by: .prison, moment: World.moment), on: ["y1"], today: World.today)
            try view.take(VisitAct(.request, reason: "和小花", moment: World.moment), on: ["y2"], today: World.today)
            #expect(try store.differencesFromAudit() == [])
            try body(store)
        }
    }

    static let forgeries = [
        ("UPDATE visit SET status = 'held' WHERE id = 'y1'", "visit y1"),
        ("UPDATE visit SET date = date + 1 WHERE id = 'y1'", "visit y1"),
        ("UPDATE visit SET session = 't1@2026-01-01' WHERE id = 'y2'", "visit y2"),
        ("UPDATE visit SET status = 'confirmed' WHERE id = 'y3'", "visit y3"),
        ("DELETE FROM visitAct WHERE visit = 'y1'", "visit y1"),
        ("UPDATE visitAct SET party = 'household' WHERE visit = 'y1'", "visit y1"),
        ("UPDATE visitAct SET moment = moment + 1 WHERE visit = 'y1'", "visit y1"),
        ("UPDATE visitAct SET kind = 'withdrawn' WHERE visit = 'y2'", "visit y2"),
        ("INSERT INTO visitAct VALUES ('x1', 1, 'missed', NULL, '', 1788000099, NULL)", "visit x1"),
        (
            "DELETE FROM visitChild WHERE visit = 'y2'; DELETE FROM planVisit; DELETE FROM visitAct WHERE visit = 'y2'; "
                + "DELETE FROM visit WHERE id = 'y2'", "visit y2"
        ),
        ("UPDATE plan SET score = score + 1", "plan 1"),
        ("UPDATE plan SET published = published - 9", "plan 1"),
        ("DELETE FROM plan", "plan 1"),
        (
            "INSERT INTO plan SELECT 2, today, firstDay, lastDay, published, fingerprint, bound, score, coveredChildren, dueChildren "
                + "FROM plan", "plan 2"
        ),
    ]

    @Test("finds a step, a visit or a plan that was changed, put in or taken out from outside", arguments: forgeries)
    func forged(statement: String, subject: String) throws {
        try Self.withStore { store in
            try store.connection.write { try $0.execute(sql: statement) }
            let found = try store.differencesFromAudit()
            #expect(
                !found.isEmpty && found.allSatisfy { $0.subject == subject && $0.code == "audit-differs" }, "\(found)")
            #expect(try store.brokenAuditEntry() == nil)
        }
    }

    @Test("finds nothing where the program itself has changed what a line told of")
    func lawful() throws {
        try Self.withStore { store in
            let view = store.view(for: .everything)
            // The next plan has neither the visit that was asked for, which stays, nor the one that was proposed.
            _ = try store.publish(World.plan([World.planned("y4", in: 26)]), madeFrom: store.dataRevision())
            #expect(try view.visitDetail("y2").visit.status == .requested)
            #expect(try store.differencesFromAudit() == [])
            // A file has other news of a visit with a step.
            try view.take(VisitAct(.missed, reason: "ill", moment: World.moment), on: ["x1"], today: World.today)
            _ = try store.store(World.batch(World.full), at: World.moment + 5)
            #expect(try view.visitDetail("x1").visit.status == .held)
            #expect(try store.differencesFromAudit() == [])
            let closure = Closure(id: "z9", prison: "p1", days: DayRange(World.today + 5, World.today + 5), reason: "")
            let act = VisitAct(.cancel, by: .prison, reason: "closed", moment: World.moment + 6)
            #expect(try view.close(closure, act: act, today: World.today).map(\.id) == ["y1"])
            #expect(try view.auditEntries(about: "visit y1", limit: 1).map(\.act) == ["visit.cancel"])
            #expect(try store.differencesFromAudit() == [])
            try view.take(VisitAct(.request, moment: World.moment + 7), on: ["y4"], today: World.today)
            _ = try view.erase("c1", pseudonym: "erased-1", today: World.today, at: World.moment + 9)
            #expect(try view.visitDetail("y4").visit.status == .cancelled)
            #expect(try store.differencesFromAudit() == [])
        }
    }

    @Test("compares nothing with lines of versions that did not seal what they told of")
    func earlier() throws {
        try World.withStore { plain, _ in
            _ = try plain.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: plain.dataRevision())
            let view = plain.view(for: .everything)
            try view.take(VisitAct(.confirm, by: .prison, moment: World.moment), on: ["y1"], today: World.today)
            try plain.connection.write { db in
                try AuditLog(db).append([
                    .init(
                        actor: "a", moment: World.moment, act: "visit.confirm", subject: "visit y1",
                        facts: ["from=proposed"])
                ])
            }
            #expect(try plain.differencesFromAudit() == [])
        }
    }

    @Test("names twenty differences, and counts the others")
    func many() throws {
        try Self.withStore { store in
            try store.connection.write { db in
                for position in 1...30 {
                    try db.execute(
                        sql: "INSERT INTO visitAct VALUES ('x1', ?, 'missed', NULL, '', ?, NULL)",
                        arguments: [position, World.moment.seconds])
                }
            }
            let found = try store.differencesFromAudit()
            #expect(found.count == AuditComparison.mostNamed + 1)
            #expect(found.last?.sentence.english.hasPrefix("10 more") == true)
        }
    }

    @Test("the check of the store finds a trigger, an index or a table that is not as the program makes it")
    func schema() throws {
        let changes = [
            ("DROP TRIGGER auditEntryIsNeverDeleted", "trigger auditEntryIsNeverDeleted"),
            ("DROP INDEX auditEntryBySubject", "index auditEntryBySubject"),
            ("CREATE TABLE mine (a)", "table mine"),
            ("CREATE TRIGGER quiet AFTER INSERT ON visit BEGIN SELECT 1; END", "trigger quiet"),
        ]
        for (change, name) in changes {
            try World.withStore { store, _ in
                #expect(try store.integrityCheck() == [])
                try store.connection.write { try $0.execute(sql: change) }
                let found = try store.integrityCheck()
                #expect(found.map(\.code) == ["schema-changed"])
                #expect(found.first?.sentence.english.contains(name) == true)
            }
        }
    }

    @Test("a look at a list is one line, found under each record in it, without the others")
    func list() throws {
        try World.withStore { store, _ in
            let children = (1...500).map { "child C\($0)" }
            try store.note([
                AccessLogEntry(actor: "token:t1", moment: World.moment, act: "child.read", subjects: children),
                AccessLogEntry(actor: "token:t1", moment: World.moment, act: "child.read", subjects: ["child C7"]),
                AccessLogEntry(actor: "token:t1", moment: World.moment, act: "child.read", subjects: []),
            ])
            let view = store.view(for: .everything)
            let all = try view.auditEntries(limit: 9)
            #expect(all.map(\.subject) == ["child C7", "list"])
            #expect(all[1].facts.count == 501 && all[1].toldFacts.count == 7)
            let about = try view.auditEntries(about: "child C7", limit: 9)
            #expect(about.map(\.facts) == [[], ["seen=500", "child=C7"]])
            #expect(try view.auditEntries(about: "child C50", limit: 9).map(\.facts) == [["seen=500", "child=C50"]])
            #expect(try view.auditEntries(about: "child C501", limit: 9).isEmpty)
            #expect(try view.auditEntries(about: "child", limit: 9).isEmpty)
            #expect(try view.auditEntries(about: ["child C1", "child C500"], limit: 9).map(\.facts.count) == [3])
            #expect(try store.brokenAuditEntry() == nil)
            let size = try store.auditSize(at: World.moment + 1)
            #expect((size.lines, size.linesOfLastDay, size.busiest) == (2, 2, "token:t1"))
            #expect(size.bytes > 5000 && size.bytes < 20_000)
            #expect(try store.auditSize(at: World.moment + 86_401).linesOfLastDay == 0)
        }
    }

    @Test("an end of before is there, or is not")
    func ends() throws {
        try World.withStore { plain, _ in
            let store = plain.noting(Self.author)
            #expect(try store.auditHolds(store.description().chainEnd))
            let sight = AccessLogEntry(actor: "a", moment: World.moment, act: "child.read", subjects: ["child c1"])
            try store.note([sight])
            let first = try store.description().chainEnd
            try store.note([sight])
            let second = try store.description().chainEnd
            #expect(try store.auditHolds(first) && store.auditHolds(second))
            #expect(StoreCopy.ChainEnd(second.text) == second && StoreCopy.ChainEnd("0:")?.position == 0)
            for text in [
                "", "1", "1:", "x:\(first.digest)", "1:\(first.digest.uppercased())", "-1:\(first.digest)", "0:a",
            ] {
                #expect(StoreCopy.ChainEnd(text) == nil, "\(text)")
            }
            // Cut off where the chain still holds.
            try store.connection.write { db in
                try db.execute(sql: "DROP TRIGGER auditEntryIsNeverDeleted; DELETE FROM auditEntry WHERE position = 2")
            }
            #expect(try store.brokenAuditEntry() == nil)
            #expect(try store.auditHolds(first) && !store.auditHolds(second))
        }
    }
}
