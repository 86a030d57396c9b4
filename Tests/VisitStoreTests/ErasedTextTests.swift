import Foundation
import GRDB
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Text about a child")
struct ErasedTextTests {
    /// What stands for a text that must be gone: in no other row of the world.
    private static let mark = "QZMARKQZ"

    /// A household with one child, whose mother has no other, and a row in every table in which text about the child
    /// can stand.
    private static func withWorld(_ body: (VisitStore, TemporaryFolder) throws -> Void) throws {
        var world = World.full
        world.children.removeAll { $0.id != "c1" }
        world.bonds.removeAll { $0.child != "c1" }
        world.visits[0].children = ["c1"]
        world.escorts[0].home = "h1"
        world.households[0].escortsFrom = nil
        try World.withStore(of: world) { plain, folder in
            let store = plain.noting(Author("local:7", now: { World.moment }))
            try store.connection.write { try $0.execute(sql: rows) }
            try body(store, folder)
        }
    }

    private static let rows = """
        INSERT INTO ledgerEntry VALUES ('m1', 1, 1, 'visit', 'granted', 'night', 1, 1, NULL, '', '');
        INSERT INTO visitAct VALUES ('x1', 1, 'held', NULL, 'well', 0, NULL);
        INSERT INTO visitWaiver VALUES ('x1', 'late', '', 'local:1', 'why', 0);
        INSERT INTO visitFlag VALUES ('x1', 'late', '', '[]', 0);
        INSERT INTO message VALUES ('n1', 'x1', 'g1', NULL, NULL, 1, 'moved', 0, 1, NULL, 0, 'waiting', 0, 0, NULL, '');
        INSERT INTO planChange VALUES (1, 'x1', 'moved', '', '', NULL, NULL, NULL);
        INSERT INTO refusal VALUES ('c1', 'm1', 'h1', 'too-soon', '[]', '', '', '[]');
        INSERT INTO token VALUES ('k1', 'researcher', NULL, NULL, '', 0, 1, NULL, zeroblob(32));
        """

    /// The tables that a test adds rows to by itself, since nothing of theirs is ever changed.
    private static func write(
        _ text: String, into place: PersonalText, where condition: String, _ store: VisitStore
    ) throws -> Int {
        let value =
            switch place.place {
            case "child.needs", "visit.reasons", "visitFlag.facts", "refusal.facts", "refusal.wouldHelp":
                "[\"\(text)\"]"
            case "schoolCalendar.stretches": "[[\"term\",1,2,\"\(text)\"],[\"term\",3,4,\"\"]]"
            case "child.citizenNumber", "guardian.citizenNumber", "escort.citizenNumber": number
            default: text
            }
        return try store.connection.write { db in
            if place.table == "ledgerEntry" {
                try db.execute(
                    sql: """
                        INSERT INTO ledgerEntry
                        SELECT prisoner, position + 1, day, unit, kind, cause, count, since, visit, rule, :text
                        FROM ledgerEntry WHERE \(condition)
                        """, arguments: ["text": value, "child": "c1", "household": "h1"])
            } else {
                try db.execute(
                    sql: "UPDATE \(place.table) SET \(place.column) = :text WHERE \(condition)",
                    arguments: ["text": value, "child": "c1", "household": "h1"])
            }
            return db.changesCount
        }
    }

    private static let number = "119999201909190019"

    private static func holds(_ text: String, in folder: TemporaryFolder) throws -> [String] {
        try folder.contents().filter { Data($0.value).range(of: Data(text.utf8)) != nil }.keys.sorted()
    }

    @Test("every column of text is in the list of those that can hold text about a child, or of those that cannot")
    func columns() throws {
        try World.withStore { store, _ in
            let columns = try store.connection.read { db in
                try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                ).flatMap { table in
                    try db.columns(in: table).filter { $0.type.uppercased() == "TEXT" }.map { "\(table).\($0.name)" }
                }
            }
            let personal = PersonalText.all.map(\.place)
            let impersonal = ImpersonalText.all.flatMap { table, grounds in
                grounds.values.joined().map { "\(table).\($0)" }
            }
            let listed = personal + impersonal
            #expect(Set(columns).subtracting(listed).isEmpty, "In neither list.")
            #expect(Set(listed).subtracting(columns).isEmpty, "Not in the schema.")
            #expect(listed.count == Set(listed).count, "In both lists.")
        }
    }

    @Test(
        "of the child itself, its visits, household and prisoner is gone from the file and its log",
        arguments: PersonalText.all.indices)
    func own(_ index: Int) throws {
        let place = PersonalText.all[index]
        for (owner, _) in place.owners {
            try Self.withWorld { store, folder in
                #expect(try Self.write(Self.mark, into: place, where: owner.condition, store) > 0, "\(place.place)")
                let isNumber = place.column == "citizenNumber"
                #expect(try !Self.holds(isNumber ? Self.number : Self.mark, in: folder).isEmpty)
                _ = try store.view(for: .everything).erase(
                    "c1", pseudonym: "erased-1", today: World.today, at: World.moment)
                #expect(try Self.holds(Self.mark, in: folder) == [], "\(place.place) by \(owner)")
                #expect(try Self.holds(Self.number, in: folder) == [], "\(place.place) by \(owner)")
                _ = try store.view(for: .everything).snapshot()
                #expect(try store.brokenAuditEntry() == nil)
            }
        }
    }

    @Test(
        "of anybody that names the child is emptied, or told where other things go by it",
        arguments: PersonalText.all.indices)
    func named(_ index: Int) throws {
        let place = PersonalText.all[index]
        guard place.isFree else { return }
        for name in ["和小花", "he xiaohua", "C1", "119999201607180024"] {
            try Self.withWorld { store, folder in
                // The rows are somebody else's: the child has no visit, and its mother another child.
                try store.connection.write { db in
                    try db.execute(
                        sql: """
                            INSERT INTO child VALUES ('c8', 'Another', 1, 'h2', NULL, '[]', NULL);
                            INSERT INTO bond SELECT 'b8', 'c8', prisoner, relation, contact, papers, maxGapDays, reviewOn FROM bond;
                            UPDATE visitChild SET child = 'c8';
                            UPDATE refusal SET child = 'c8';
                            UPDATE guardian SET household = 'h2';
                            UPDATE escort SET home = 'h2';
                            DELETE FROM absence WHERE child IS NOT NULL;
                            """)
                }
                #expect(try Self.write("\(Self.mark) \(name) ill", into: place, where: "TRUE", store) > 0)
                let erasure = try store.view(for: .everything).erase(
                    "c1", pseudonym: "erased-1", today: World.today, at: World.moment)
                #expect(!erasure.namings.isEmpty && erasure.namings.allSatisfy { $0.place == place.place })
                #expect(erasure.namings.allSatisfy { $0.stays == (place.search == .told) && $0.text.isEmpty })
                #expect(try Self.holds(Self.mark, in: folder).isEmpty == (place.search == .emptied), "\(place.place)")
                _ = try store.view(for: .everything).snapshot()
                #expect(try store.integrityCheck() == [])
            }
        }
    }

    @Test("stays where it is of others, and a prison in the note of a transfer stays even if it has the child's name")
    func others() throws {
        try World.withStore { store, _ in
            try store.connection.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO ledgerEntry VALUES ('m1', 1, 1, 'visit', 'granted', 'night', 1, 1, NULL, '', 'a gift');
                        INSERT INTO ledgerEntry VALUES ('m1', 2, 1, 'visit', 'granted', 'night', 1, 1, NULL, '', '和小花 rang');
                        INSERT INTO token VALUES ('k1', 'researcher', NULL, NULL, 'c17', 0, 1, NULL, zeroblob(32));
                        UPDATE closure SET reason = '和小木 and 和花 are others, c10 too';
                        INSERT INTO prison SELECT '和小花', nameEnglish, nameChinese, jurisdiction, facility, holds, place, zone,
                          tableSeats, noticeMinimumDays, noticeMaximumDays, checkInMinutes, phone, maxVisitors, tablesPerAdult,
                          listsCitizenNumbers FROM prison;
                        UPDATE prisonerEvent SET kind = 'transferred', misconduct = NULL, note = '和小花' WHERE id = 'v1';
                        """)
            }
            let erasure = try store.view(for: .everything).erase(
                "c1", pseudonym: "erased-1", today: World.today, at: World.moment)
            #expect(erasure.namings.map { "\($0.place) \($0.row)" } == ["ledgerEntry.note m1 2"])
            #expect(try store.view(for: .everything).ledger(of: "m1").map(\.note) == ["a gift", ""])
            let register = try store.view(for: .everything).register()
            #expect(Set(register.closures.map(\.reason)) == ["和小木 and 和花 are others, c10 too"])
            #expect(register.events.first { $0.id == "v1" }?.note == "和小花")
            #expect(try store.tokens().map(\.label) == ["c17"])
        }
    }

    @Test("in a visit account can be emptied and never written anew")
    func ledger() throws {
        try World.withStore { store, _ in
            try store.connection.write { db in
                try db.execute(
                    sql:
                        "INSERT INTO ledgerEntry VALUES ('m1', 1, 1, 'visit', 'granted', 'night', 1, 1, NULL, '', 'why')"
                )
            }
            for change in ["note = 'else'", "note = '', count = 2", "note = '', position = 2", "note = '', rule = 'r'"]
            {
                #expect(throws: StoreError.self, "\(change)") {
                    try store.connection.write { try $0.execute(sql: "UPDATE ledgerEntry SET \(change)") }
                }
            }
            try store.connection.write { try $0.execute(sql: "UPDATE ledgerEntry SET note = ''") }
        }
    }

    @Test("is told to the child, with what others wrote of it, and to nobody who sees a part only")
    func told() throws {
        try World.withStore { store, _ in
            try store.connection.write { db in
                try db.execute(sql: Self.rows)
                try db.execute(
                    sql: "UPDATE closure SET reason = 'the birthday of He Xiaohua' WHERE id = 'z1'")
            }
            let texts = try store.view(for: .everything).texts(about: "c1")
            #expect(
                texts.map { "\($0.place) \($0.row): \($0.text)" } == [
                    "absence.reason a3: in hospital", "closure.reason z1: the birthday of He Xiaohua",
                    #"visit.reasons x1: [["Her birthday","生日"]]"#, "visitAct.reason x1 1: well",
                    "visitWaiver.reason x1 late : why",
                ])
            #expect(
                try store.view(for: .organisation("o1")).texts(about: "c1").allSatisfy { $0.place != "closure.reason" })
            #expect(throws: StoreError.self) { try store.view(for: .organisation("o2")).texts(about: "c1") }
        }
    }
}
