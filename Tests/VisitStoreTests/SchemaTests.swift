import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("The schema")
struct SchemaTests {
    @Test("is the one that people have agreed on", .enabled(if: Stranger.python.isPresent))
    func golden() throws {
        try World.withStore { store, _ in
            let dump = try Stranger.run(
                """
                for pragma in ("application_id", "user_version", "journal_mode"):
                    print("--", pragma, db.execute("PRAGMA " + pragma).fetchone()[0])
                for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"):
                    print(sql + ";")
                """, on: store.path)
            try Golden.compare(dump, with: "schema.sql")
        }
    }

    @Test("has STRICT tables only", .enabled(if: Stranger.python.isPresent))
    func strict() throws {
        try World.withStore { store, _ in
            let loose = try Stranger.run(
                "print(db.execute(\"SELECT count(*), sum(strict) FROM pragma_table_list WHERE schema = 'main'"
                    + " AND name NOT LIKE 'sqlite_%'\").fetchone())", on: store.path)
            #expect(loose == "(41, 41)\n")
        }
    }

    @Test("has one version per migration, ascending")
    func versions() {
        let versions = Migration.all.map(\.version)
        #expect(versions == Set(versions).sorted())
        #expect(Migration.newest == versions.last)
    }

    /// Each statement breaks one rule; the schema itself must refuse it, whoever writes.
    static let violations = [
        "INSERT INTO child VALUES ('', 'n', 1, 'h1', NULL, '[]')",
        "INSERT INTO child VALUES ('c9', 'n', 'soon', 'h1', NULL, '[]')",
        "INSERT INTO child VALUES ('c9', 'n', 3000000, 'h1', NULL, '[]')",
        "INSERT INTO child VALUES ('c9', 'n', 1, 'h9', NULL, '[]')",
        "INSERT INTO child VALUES ('c9', 'n', 1, 'h1', NULL, 'none')",
        "INSERT INTO child VALUES ('c9', NULL, 1, 'h1', NULL, '[]')",
        "INSERT INTO bond VALUES ('b9', 'c1', 'm1', 'mother', 'allowed', '[]', NULL, NULL)",
        "UPDATE bond SET contact = 'perhaps'",
        "UPDATE bond SET maxGapDays = -1",
        "UPDATE bond SET reviewOn = 9999999",
        "UPDATE closure SET lastDay = firstDay - 1",
        "UPDATE distance SET metres = -1",
        "UPDATE escort SET firstDay = lastDay + 1",
        "UPDATE feed SET tokenDigest = x'00'",
        "UPDATE feed SET child = 'c1'",
        "UPDATE feed SET prison = NULL",
        "UPDATE feed SET prison = NULL, escort = 'e9'",
        "INSERT INTO absence VALUES ('', 'g1', NULL, NULL, NULL, 1, 1, NULL, NULL, '', '')",
        "INSERT INTO absence VALUES ('a', 'g9', NULL, NULL, NULL, 1, 1, NULL, NULL, '', '')",
        "INSERT INTO absence VALUES ('a', NULL, 'e9', NULL, NULL, 1, 1, NULL, NULL, '', '')",
        "INSERT INTO absence VALUES ('a', NULL, NULL, 'c9', NULL, 1, 1, NULL, NULL, '', '')",
        "INSERT INTO absence VALUES ('a', NULL, NULL, NULL, 'm9', 1, 1, NULL, NULL, '', '')",
        "INSERT INTO absence VALUES ('a', NULL, NULL, NULL, NULL, 1, 1, NULL, NULL, '', '')",
        "INSERT INTO absence VALUES ('a', 'g1', 'e1', NULL, NULL, 1, 1, NULL, NULL, '', '')",
        "INSERT INTO absence VALUES ('a', 'g1', NULL, NULL, NULL, 2, 1, NULL, NULL, '', '')",
        "INSERT INTO absence VALUES ('a', 'g1', NULL, NULL, NULL, 1, 1, 60, NULL, '', '')",
        "INSERT INTO absence VALUES ('a', 'g1', NULL, NULL, NULL, 1, 1, 60, 60, '', '')",
        "INSERT INTO absence VALUES ('a', 'g1', NULL, NULL, NULL, 1, 1, 60, 1441, '', '')",
        "UPDATE prisonerEvent SET guardian = 'g9'",
        "UPDATE prisonerEvent SET guardian = 'g1', escort = 'e1'",
        "INSERT INTO message VALUES ('', 'x1', 'g1', NULL, NULL, 1, 'moved', 0, 1, NULL, 0, 'waiting', 0, 0, NULL, '')",
        "INSERT INTO message VALUES ('a', 'x9', 'g1', NULL, NULL, 1, 'moved', 0, 1, NULL, 0, 'waiting', 0, 0, NULL, '')",
        "INSERT INTO message VALUES ('a', 'x1', NULL, NULL, NULL, 1, 'moved', 0, 1, NULL, 0, 'waiting', 0, 0, NULL, '')",
        "INSERT INTO message VALUES ('a', 'x1', 'g1', 'e1', NULL, 1, 'moved', 0, 1, NULL, 0, 'waiting', 0, 0, NULL, '')",
        "INSERT INTO message VALUES ('a', 'x1', 'g1', NULL, NULL, 0, 'moved', 0, 1, NULL, 0, 'waiting', 0, 0, NULL, '')",
        "INSERT INTO message VALUES ('a', 'x1', 'g1', NULL, NULL, 1, 'read', 0, 1, NULL, 0, 'waiting', 0, 0, NULL, '')",
        "INSERT INTO message VALUES ('a', 'x1', 'g1', NULL, NULL, 1, 'moved', 0, 1, NULL, 0, 'waiting', 0, 0, 9, '')",
        "INSERT INTO message VALUES ('a', 'x1', 'g1', NULL, NULL, 1, 'moved', 0, 1, NULL, 0, 'delivered', 0, 0, NULL, '')",
        "UPDATE guardian SET accompanies = 2",
        "UPDATE household SET language = 'fr'",
        "UPDATE household SET leavesAfter = 1441",
        "UPDATE household SET escortsFrom = 'h9'",
        "INSERT INTO planLevel VALUES (1, 'hope', 1, 1)",
        "INSERT INTO planLevel VALUES (0, 'covered', 1, 1)",
        "INSERT INTO planPrison VALUES (1, '', 1, 1)",
        "INSERT INTO planPrice VALUES (1, 'hope', 's1', 1, 5)",
        "INSERT INTO planPrice VALUES (1, 'table', 's1', NULL, 5)",
        "INSERT INTO planPrice VALUES (1, 'budget', '2027-01', 1, 5)",
        "INSERT INTO planPrice VALUES (1, 'table', 's1', 1, 0)",
        "UPDATE place SET latitude = 91",
        "UPDATE place SET longitude = NULL",
        "UPDATE place SET nameEnglish = '', nameChinese = ''",
        "UPDATE prison SET noticeMaximumDays = 0",
        "UPDATE prisoner SET grade = 'good'",
        "UPDATE prisonerEvent SET until = date - 1",
        "UPDATE schoolCalendar SET stretches = '{}'",
        "UPDATE sessionTemplate SET date = 1 WHERE id = 't1'",
        "UPDATE sessionTemplate SET everyWeeks = NULL WHERE id = 't1'",
        "UPDATE sessionTemplate SET modes = '[]'",
        "UPDATE storeState SET dataRevision = revision + 1",
        "INSERT INTO storeState VALUES (2, 0, 0, NULL, 0, NULL)",
        "INSERT INTO upkeep (id) VALUES (2)",
        "UPDATE upkeep SET isSimulated = 2",
        "UPDATE upkeep SET nightDay = 1",
        "UPDATE upkeep SET nightFault = 'x'",
        "UPDATE upkeep SET nightDay = 1, nightEnded = 1, nightFault = ''",
        "UPDATE upkeep SET lastWrite = 9999999",
        "INSERT INTO withdrawnPlan VALUES (99, 0)",
        "UPDATE storeState SET lastVisitNumber = -1",
        "UPDATE storeState SET secret = x'00'",
        "UPDATE household SET organisation = ''",
        "INSERT INTO token VALUES ('k1', 'caseworker', NULL, NULL, '', 0, 1, NULL, zeroblob(32))",
        "INSERT INTO token VALUES ('k1', 'prison', 'o1', 'p1', '', 0, 1, NULL, zeroblob(32))",
        "INSERT INTO token VALUES ('k1', 'guardian', NULL, NULL, '', 0, 1, NULL, zeroblob(32))",
        "INSERT INTO token VALUES ('k1', 'researcher', NULL, NULL, '', 1, 1, NULL, zeroblob(32))",
        "INSERT INTO visitAct VALUES ('x1', 1, 'forget', NULL, '', 0, NULL)",
        "INSERT INTO visitAct VALUES ('x9', 1, 'held', NULL, '', 0, NULL)",
        "INSERT INTO visitAct VALUES ('x1', 1, 'held', NULL, '', 0, 't1@2026-01-01')",
        "INSERT INTO auditEntry VALUES (1, 0, '', 'a', '', '[]', zeroblob(32))",
        "INSERT INTO auditEntry VALUES (1, 0, 'a', 'a', '', '[]', x'00')",
        "UPDATE visit SET guardian = 'g1', escort = 'e1'",
        "UPDATE visit SET status = 'done'",
        "UPDATE visit SET minutes = 0",
        "UPDATE visit SET trip = '{'",
        "INSERT INTO visitChild VALUES ('c9', 'x1')",
        "INSERT INTO budget VALUES ('', '2026-9', 1)",
        "INSERT INTO budget VALUES ('o1', '2026-10', -1)",
        "INSERT INTO budget VALUES (NULL, '2026-10', 1)",
        "UPDATE visit SET number = 0",
        "INSERT INTO visitAdult VALUES ('x1', 1, 'g1', NULL)",
        "INSERT INTO visitAdult VALUES ('x1', 2, NULL, NULL)",
        "INSERT INTO visitAdult VALUES ('x1', 2, 'g1', 'e1')",
        "INSERT INTO visitAdult VALUES ('x1', 2, 'g9', NULL)",
        "INSERT INTO visitAdult VALUES ('x9', 2, 'g1', NULL)",
        "UPDATE place SET zone = ''",
        "UPDATE prison SET maxVisitors = 0",
        "UPDATE prison SET tablesPerAdult = 0",
        "INSERT INTO separation VALUES ('a9', 'm1', 'm1')",
        "INSERT INTO separation VALUES ('a9', 'm1', 'm9')",
        "INSERT INTO organisation VALUES ('', 'a', '', NULL, NULL)",
        "INSERT INTO organisation VALUES ('o9', '', '', NULL, NULL)",
        "INSERT INTO visitCost VALUES ('k9', 'x9', '', 1, 'fare', NULL)",
        "INSERT INTO visitCost VALUES ('k9', 'x1', '', -1, 'fare', NULL)",
        "INSERT INTO visitCost VALUES ('k9', 'x1', '', 1, 'gift', NULL)",
        "INSERT INTO visitFlag VALUES ('x9', 'late', '', '[]', 0)",
        "INSERT INTO visitFlag VALUES ('x1', '', '', '[]', 0)",
        "INSERT INTO visitFlag VALUES ('x1', 'late', '', '{}', 0)",
        "INSERT INTO visitWaiver VALUES ('x9', 'late', '', 'local:1', 'why', 0)",
        "INSERT INTO visitWaiver VALUES ('x1', 'late', '', '', 'why', 0)",
        "INSERT INTO visitWaiver VALUES ('x1', 'late', '', 'local:1', '', 0)",
        "INSERT INTO refusal VALUES ('c1', 'm1', 'h1', 'because', '[]', '', '', '[]')",
        "INSERT INTO plan VALUES (1, 1, 2, 1, 0, '', 0, 0, 0, 0)",
        "DELETE FROM household WHERE id = 'h1'",
    ]

    @Test("refuses what breaks a rule", .enabled(if: Stranger.python.isPresent))
    func refusesViolations() throws {
        try World.withStore { store, _ in
            try store.createFeed(
                .init(id: "f1", scope: .prison("p1"), showsNames: false, language: .english, created: World.moment),
                token: "secret")
            let statements = Self.violations.map { "\"\($0)\"" }.joined(separator: ",\n")
            let accepted = try Stranger.run(
                """
                for statement in [\(statements)]:
                    try:
                        db.execute("BEGIN"); db.execute(statement); db.execute("COMMIT"); print(statement)
                    except sqlite3.IntegrityError:
                        if db.in_transaction: db.execute("ROLLBACK")
                """, on: store.path)
            #expect(accepted == "")
        }
    }
}
