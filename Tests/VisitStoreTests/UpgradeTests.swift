import Foundation
import GRDB
import Synchronization
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("A store of schema 9")
struct UpgradeTests {
    /// Makes the store of the fixture, as the program of that time left it.
    private static func makeStore(in folder: TemporaryFolder) throws -> String {
        let text = try String(
            contentsOf: URL(filePath: #filePath).appending(path: "../Fixtures/schema-9.sql").standardized,
            encoding: .utf8)
        let path = folder.path("visits.db")
        // The rows come table by table, before those that they refer to.
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: text)
            try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
        return path
    }

    private static let backup = ".before-schema-\(Migration.newest)"

    @Test("is brought to the newest one with all that it holds, and a verified copy of before stays beside it")
    func upgraded() throws {
        try TemporaryFolder.use { folder in
            let path = try Self.makeStore(in: folder)
            let store = try VisitStore(openingAt: path)
            #expect(store.upgrade?.from == 9 && store.upgrade?.copy == path + Self.backup)
            let snapshot = try store.view(for: .everything).snapshot()
            #expect(snapshot.register.children.map(\.id) == ["EC1", "EC2", "EC3", "EC4"])
            let statuses = Dictionary(grouping: snapshot.register.visits, by: \.status).mapValues(\.count)
            #expect(statuses == [.held: 4, .confirmed: 1])
            #expect(snapshot.plan?.number == 1)
            #expect(try store.integrityCheck() == [])
            #expect(try store.feeds().count == 1)
            #expect(try store.brokenAuditEntry() == nil)
            try store.close()

            let copy = try DatabaseQueue(path: path + Self.backup)
            let found = try copy.read { db in
                (
                    try Int.fetchOne(db, sql: "PRAGMA user_version"),
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM visit"),
                    try String.fetchOne(db, sql: "PRAGMA integrity_check")
                )
            }
            #expect(found.0 == 9 && found.1 == 16 && found.2 == "ok")
        }
    }

    @Test("takes every state of a visit afterwards, refuses others, and keeps its references")
    func states() throws {
        try TemporaryFolder.use { folder in
            let store = try VisitStore(openingAt: Self.makeStore(in: folder))
            let view = store.view(for: .everything)
            let agreed = try #require(try view.register().visits.first { $0.status == .confirmed })
            for kind in [VisitAct.Kind.held, .cutShort, .turnedAway, .missed] {
                let act = VisitAct(kind, by: .prison, reason: "invented", moment: Instant(seconds: 1_795_500_000))
                #expect(try view.take(act, on: [agreed.id], today: agreed.date).map(\.status) == [kind.status])
            }
            #expect(try view.acts(of: agreed.id).map(\.kind).suffix(4) == [.held, .cutShort, .turnedAway, .missed])
            #expect(throws: StoreError.self) {
                try store.connection.write { try $0.execute(sql: "UPDATE visit SET status = 'done'") }
            }
            #expect(throws: StoreError.self) {
                try store.connection.write {
                    try $0.execute(sql: "DELETE FROM visit WHERE id = ?", arguments: [agreed.id.text])
                }
            }
            #expect(try store.integrityCheck() == [])
        }
    }

    @Test("derives identifiers of its own, the same each time, and another store other ones")
    func identifiers() throws {
        try TemporaryFolder.use { folder in
            let path = try Self.makeStore(in: folder)
            let first = try VisitStore(openingAt: path).identifierDerivation()
            let again = try VisitStore(openingAt: path, readOnly: true).identifierDerivation()
            let other = try VisitStore.create(at: folder.path("other.db")).identifierDerivation()
            #expect(first("a visit") == again("a visit"))
            #expect(first("a visit") != first("another visit"))
            #expect(first("a visit") != other("a visit"))
            #expect(first("a visit").wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
        }
    }

    @Test("is one of real people, unless its first plan was made for a day that was not the clock’s")
    func simulated() throws {
        try TemporaryFolder.use { folder in
            for (days, isSimulated) in [(0, false), (7, false), (8, true), (-40, true)] {
                let path = try Self.makeStore(in: folder)
                let queue = try DatabaseQueue(path: path)
                try queue.write { db in
                    try db.execute(sql: "UPDATE plan SET published = (today + ?) * 86400 + 3600", arguments: [days])
                }
                try queue.close()
                let store = try VisitStore(openingAt: path)
                let upkeep = try store.upkeep()
                #expect(upkeep.isSimulated == isSimulated, "\(days)")
                #expect(upkeep.lastWrite != nil && upkeep.lastWrite == upkeep.lastPlan)
                try store.close()
                for name in try folder.contents().keys { try FileManager.default.removeItem(atPath: folder.path(name)) }
            }
            // Where nothing was ever written, the first write says it.
            #expect(try VisitStore.create(at: folder.path("new.db")).upkeep().isSimulated == nil)
        }
    }

    @Test("turns the days on which escorts were busy into absences of their calendars")
    func busyTime() throws {
        try TemporaryFolder.use { folder in
            let path = try Self.makeStore(in: folder)
            let queue = try DatabaseQueue(path: path)
            try queue.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO escort (id, name, home, weekdays, firstDay, lastDay, maxChildren)
                          VALUES ('EE1', 'Escort (invented)', 'EH1', '1234567', 20000, 21000, 4);
                        INSERT INTO busyTime VALUES ('EE1', '[[20800,20800],[20810,20812]]');
                        """)
            }
            try queue.close()
            let store = try VisitStore(openingAt: path)
            let person = Absence.Person.escort("EE1")
            let expected = [(20_800, 20_800), (20_810, 20_812)].map { first, last in
                let days = DayRange(Day(number: first), Day(number: last))
                return Absence(
                    id: Absence.calendarIdentifier(of: person, days), person: person, days: days,
                    source: Absence.calendarSource)
            }
            #expect(try store.view(for: .everything).register().absences == expected)
            #expect(try store.connection.read { try !$0.tableExists("busyTime") })
            #expect(try store.integrityCheck() == [])
            // The calendar that is read again finds its own days.
            var batch = ImportBatch(register: Register(), sources: [])
            batch.register.absences = [expected[1]]
            batch.absenceCalendars = [.init(person, source: Absence.calendarSource)]
            let summary = try store.store(batch, at: Instant(seconds: 1_795_500_000))
            #expect(
                summary.tables == [
                    .init(
                        name: "absences", added: [], changed: [], unchanged: 1, removed: [expected[0].id.text])
                ])
        }
    }

    @Test("is not touched by a reader")
    func reader() throws {
        try TemporaryFolder.use { folder in
            let path = try Self.makeStore(in: folder)
            #expect(throws: StoreError.olderSchema(path: path, found: 9, known: Migration.newest)) {
                try VisitStore(openingAt: path, readOnly: true)
            }
            #expect(!FileManager.default.fileExists(atPath: path + Self.backup))
        }
    }

    /// The schema of the copy at `path`.
    private static func schema(of path: String) throws -> Int? {
        let copy = try DatabaseQueue(path: path)
        defer { try? copy.close() }
        return try copy.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    }

    @Test("that several open at once is brought to the newest one once, and the copy beside it is of before")
    func manyOpeners() throws {
        for _ in 1...6 {
            try TemporaryFolder.use { folder in
                let path = try Self.makeStore(in: folder)
                let faults = Mutex<[String]>([])
                let ready = Atomic<Int>(0)
                let ended = DispatchGroup()
                for _ in 1...4 {
                    ended.enter()
                    Thread {
                        defer { ended.leave() }
                        // They begin together, on threads of their own: a pool would let one follow the other.
                        ready.add(1, ordering: .relaxed)
                        while ready.load(ordering: .relaxed) < 4 {}
                        do {
                            let store = try VisitStore(openingAt: path, timeout: 60)
                            _ = try store.revision()
                            try store.close()
                        } catch {
                            faults.withLock { $0.append("\(error)") }
                        }
                    }.start()
                }
                ended.wait()
                #expect(faults.withLock { $0 } == [])
                #expect(try Self.schema(of: path + Self.backup) == 9)
                let names = try folder.contents().keys.filter { $0.contains("before-schema") }
                #expect(names.count == 1, "\(names)")
            }
        }
    }

    @Test("waits for another opener who is at it, and says so when that takes too long")
    func waits() throws {
        try TemporaryFolder.use { folder in
            let path = try Self.makeStore(in: folder)
            let lock = try FileLock.forUpgrade(of: path, timeout: 0)
            #expect(throws: StoreError.busy(path: path)) { try VisitStore(openingAt: path, timeout: 0.05) }
            withExtendedLifetime(lock) {}
            #expect(!FileManager.default.fileExists(atPath: path + Self.backup))
        }
    }

    @Test("has what killed upgrades left of their copies swept, and nothing else")
    func deadDrafts() throws {
        try TemporaryFolder.use { folder in
            let path = try Self.makeStore(in: folder)
            let dead = ["visits.db.before-schema-11.partial", "visits.db\(Self.backup).partial-journal"]
            for name in dead + ["visits.db.before-schema-9"] { try folder.write("of another time", to: name) }
            try VisitStore(openingAt: path).close()
            let names = try folder.contents().keys.sorted()
            #expect(!names.contains { $0.contains(".partial") })
            #expect(names.contains("visits.db.before-schema-9"))
        }
    }

    @Test("has its copy written over no other one")
    func otherCopy() throws {
        try TemporaryFolder.use { folder in
            let path = try Self.makeStore(in: folder)
            try folder.write("a copy of another time", to: "visits.db" + Self.backup)
            try VisitStore(openingAt: path).close()
            #expect(try folder.read("visits.db" + Self.backup) == Array("a copy of another time".utf8))
            #expect(try Self.schema(of: path + Self.backup + ".2") == 9)
        }
    }
}
