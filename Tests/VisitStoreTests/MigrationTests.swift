import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Migrations")
struct MigrationTests {
    private static let next =
        Migration.all + [
            Migration(version: Migration.newest + 1, sql: "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;"),
            Migration(version: Migration.newest + 2, sql: "INSERT INTO later VALUES (7);"),
        ]

    @Test("run those that are missing, each once")
    func missingOnes() throws {
        try World.withStore { store, _ in
            for _ in 1...2 {
                try store.connection.write { try Schema(of: $0).migrate($0, by: Self.next) }
                let schema = try store.connection.read { try Schema(of: $0) }
                #expect(schema.version == Migration.newest + 2)
                #expect(schema.isStore)
            }
            #expect(try store.view(for: .everything).register().children == World.full.children)
        }
    }

    @Test("all or nothing: a faulty one leaves the store as it was")
    func faulty() throws {
        try World.withStore { (store, _) throws in
            let faulty = Self.next + [Migration(version: 99, sql: "CREATE TABLE child (id TEXT);")]
            #expect(throws: StoreError.failed(path: store.path, code: 1)) {
                try store.connection.write { try Schema(of: $0).migrate($0, by: faulty) }
            }
            #expect(try store.connection.read { try Schema(of: $0).version } == Migration.newest)
        }
    }

    @Test("upgrade an older store that is opened for writing, and never one that is opened for reading")
    func older() throws {
        try World.withStore { store, folder in
            try store.close()
            let before = try folder.contents()
            let known = Migration.newest + 2
            #expect(throws: StoreError.olderSchema(path: store.path, found: Migration.newest, known: known)) {
                try VisitStore(openingAt: store.path, readOnly: true, timeout: 0, migrations: Self.next)
            }
            #expect(try folder.contents() == before)
            let upgraded = try VisitStore(openingAt: store.path, readOnly: false, timeout: 0, migrations: Self.next)
            #expect(try upgraded.connection.read { try Schema(of: $0).version } == known)
            try upgraded.close()
            let reader = try VisitStore(openingAt: store.path, readOnly: true, timeout: 0, migrations: Self.next)
            #expect(try reader.view(for: .everything).register().bonds == World.full.bonds)
            try reader.close()
        }
    }

    @Test("that replaced nothing in the text of a table fail as the program's fault, and leave the store as it was")
    func withoutOutcome() throws {
        try World.withStore { (store, _) throws in
            let edit = """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = replace(sql, 'no such words', 'others') WHERE name = 'visit';
                PRAGMA writable_schema = RESET;
                """
            let idle = Migration(
                version: Migration.newest + 1, sql: edit, outcome: [.init(table: "visit", part: "others")])
            let failure = #expect(throws: StoreError.self) {
                try store.connection.write { try Schema(of: $0).migrate($0, by: Migration.all + [idle]) }
            }
            #expect(failure?.kind == .bug)
            #expect(try store.connection.read { try Schema(of: $0).version } == Migration.newest)
        }
    }

    @Test("that fail each time leave one copy of the store beside it, not one for each try")
    func triedAgain() throws {
        try World.withStore { (store, folder) throws in
            try store.close()
            let faulty = Migration.all + [Migration(version: 99, sql: "CREATE TABLE child (id TEXT);")]
            for _ in 1...3 {
                #expect(throws: StoreError.failed(path: store.path, code: 1)) {
                    try VisitStore(openingAt: store.path, readOnly: false, timeout: 0, migrations: faulty)
                }
            }
            let copies = try folder.contents().keys.filter { $0.contains("before-schema") }
            #expect(copies == ["visits.db.before-schema-99"])
        }
    }
}
