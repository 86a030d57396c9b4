import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("When is the next visit?")
struct OutlookTests {
    /// The store of the full world with two visits of `c1` and a refusal for `c2`.
    private func withPlan(_ body: (VisitStore) throws -> Void) throws {
        try World.withStore { store, _ in
            var both = World.planned("y2", in: 12)
            both.children = ["c1", "c2"]
            _ = try store.publish(World.plan([World.planned("y1", in: 5), both]), madeFrom: 1)
            try body(store)
        }
    }

    private func outlooks(_ store: VisitStore, _ selection: OutlookSelection, in days: Int = 0) throws -> [Outlook] {
        try store.view(for: .everything).outlooks(selection, today: World.today + days)
    }

    @Test("all bonds are answered, by child and prisoner")
    func all() throws {
        try withPlan { store in
            let all = try outlooks(store, OutlookSelection())
            #expect(all.map(\.child.id) == ["c1", "c2", "c3"])
            #expect(all.map(\.status) == [.planned, .planned, .unplanned])
            #expect(all.map(\.next?.visit.id) == ["y1", "y2", nil])
            #expect(all.map(\.lastVisit) == [World.today - 40, World.today - 40, nil])
            #expect(all.map(\.household.id) == ["h1", "h1", "h2"])
            #expect(all.map(\.relation) == [.mother, .mother, .stepmother])
        }
    }

    @Test("the next visit is the first on the day itself or later; a refusal stands where there is none")
    func nextByDay() throws {
        try withPlan { store in
            let children = OutlookSelection(children: ["c1", "c2"])
            #expect(try outlooks(store, children, in: 5).map(\.next?.visit.id) == ["y1", "y2"])
            #expect(try outlooks(store, children, in: 6).map(\.next?.visit.id) == ["y2", "y2"])
            let later = try outlooks(store, children, in: 13)
            #expect(later.map(\.next?.visit.id) == [nil, nil])
            #expect(later.map(\.refusal) == [nil, World.refusal])
            #expect(later.map(\.status) == [.unplanned, .refused])
            #expect(try outlooks(store, children).map(\.refusal) == [nil, nil])
        }
    }

    @Test("cancelled, missed and merely planned visits are neither next nor last", arguments: [0, 30])
    func statusCounts(days: Int) throws {
        try withPlan { store in
            try store.view(for: .everything).take(
                VisitAct(.cancel, moment: World.moment), on: ["y1"], today: World.today + 99)
            try store.view(for: .everything).take(
                VisitAct(.missed, moment: World.moment), on: ["y2"], today: World.today + 99)
            let outlook = try #require(try outlooks(store, OutlookSelection(children: ["c1"]), in: days).first)
            #expect(outlook.next == nil)
            #expect(outlook.lastVisit == World.today - 40)
        }
    }

    @Test("a visit that was held becomes the last one, from its day on")
    func heldBecomesLast() throws {
        try withPlan { store in
            try store.view(for: .everything).take(
                VisitAct(.held, moment: World.moment), on: ["y1"], today: World.today + 99)
            let c1 = OutlookSelection(children: ["c1"])
            #expect(try outlooks(store, c1, in: 4).first?.lastVisit == World.today - 40)
            #expect(try outlooks(store, c1, in: 5).first?.lastVisit == World.today + 5)
            #expect(try outlooks(store, c1, in: 8).first?.gap(on: World.today + 8) == 3)
        }
    }

    @Test("a visit that was agreed and of which nobody has said what became of it is told, until somebody says")
    func withoutOutcome() throws {
        try withPlan { store in
            try store.view(for: .everything).take(
                VisitAct(.confirm, moment: World.moment), on: ["y1"], today: World.today)
            func ids(in days: Int) throws -> [Identifier<Visit>?] {
                try outlooks(store, OutlookSelection(children: ["c1", "c2"]), in: days).map(\.withoutOutcome?.id)
            }
            #expect(try ids(in: 5) == [nil, nil])
            #expect(try ids(in: 6) == ["y1", nil])
            // Nobody was told of the proposal of day 12.
            #expect(try ids(in: 13) == ["y1", nil])
            try store.view(for: .everything).take(
                VisitAct(.held, moment: World.moment), on: ["y1"], today: World.today + 6)
            #expect(try ids(in: 6) == [nil, nil])
        }
    }

    @Test("a child is found by identifier or full name; children who share a name are all answered")
    func byName() throws {
        try withPlan { (store) throws in
            #expect(try outlooks(store, OutlookSelection(children: ["和小木"])).map(\.child.id) == ["c2"])
            #expect(try outlooks(store, OutlookSelection(children: ["和小花"])).map(\.child.id) == ["c1", "c3"])
            #expect(try outlooks(store, OutlookSelection(children: ["c3", "和小花"])).map(\.child.id) == ["c1", "c3"])
            for typed in ["和 小木", "He Xiaomu", "hé xiǎo mù", "hxm"] {
                #expect(try outlooks(store, OutlookSelection(children: [typed])).map(\.child.id) == ["c2"], "\(typed)")
            }
        }
    }

    @Test("conditions narrow each other")
    func narrowing() throws {
        try withPlan { (store) throws in
            #expect(try outlooks(store, OutlookSelection(household: "h2")).map(\.child.id) == ["c3"])
            #expect(try outlooks(store, OutlookSelection(prisoner: "m1")).count == 3)
            let both = OutlookSelection(children: ["和小花"], prisoner: "m1", household: "h1")
            #expect(try outlooks(store, both).map(\.child.id) == ["c1"])
        }
    }

    @Test("who does not exist is named by identifier, with those nearest to it; a name is not repeated")
    func unknown() throws {
        try withPlan { store in
            #expect(throws: StoreError.noSuch(.child, asked: "c4", nearest: ["c2", "c3"])) {
                try outlooks(store, OutlookSelection(children: ["c1", "c4"]))
            }
            let failure = #expect(throws: StoreError.self) {
                try outlooks(store, OutlookSelection(children: ["Mary Smith"]))
            }
            #expect(failure == .noSuch(.child, asked: nil, nearest: []))
            #expect(failure?.sentence.english.contains("Mary") == false)
            #expect(throws: StoreError.noSuch(.prisoner, asked: "m7", nearest: ["m1"])) {
                try outlooks(store, OutlookSelection(prisoner: "m7"))
            }
            #expect(throws: StoreError.noSuch(.household, asked: nil, nearest: [])) {
                try outlooks(store, OutlookSelection(household: "王"))
            }
        }
    }

    @Test("questions that are asked together are answered as if each were alone")
    func together() throws {
        try withPlan { store in
            let own = Reach.organisation("o1")
            let selections: [(Reach, OutlookSelection)] = [
                (.everything, OutlookSelection(children: ["c1"])), (.everything, OutlookSelection(children: ["c4"])),
                (.everything, OutlookSelection(children: ["和小花", "c2"])), (own, OutlookSelection(children: ["c3"])),
                (.everything, OutlookSelection()), (.everything, OutlookSelection(children: ["c1"], household: "h2")),
                (own, OutlookSelection(household: "h1")),
                (.everything, OutlookSelection(children: ["c1"], prisoner: "m7")),
                (.everything, OutlookSelection(children: ["c2"])), (.everything, OutlookSelection(children: ["c1"])),
            ]
            let together = try store.outlooks(
                selections.map { OutlookQuestion($1, within: $0) }, today: World.today)
            let alone = selections.map { reach, selection in
                Result { () throws(StoreError) in try store.view(for: reach).outlooks(selection, today: World.today) }
            }
            #expect(together == alone)
            // Three of them name what is not there, or not for the asker.
            #expect(together.map { (try? $0.get())?.count } == [1, nil, 3, nil, 3, 0, 2, nil, 1, 1])
        }
    }

    @Test("a damaged row is told only to those who asked for it", .enabled(if: Stranger.python.isPresent))
    func damagedTogether() throws {
        try withPlan { store in
            let whose = try Stranger.run(
                """
                db.execute("UPDATE bond SET papers = '[\\"passport\\"]' WHERE id = 'b2'")
                print(db.execute("SELECT child FROM bond WHERE id = 'b2'").fetchone()[0], end="")
                """, on: store.path)
            let selections = ["c1", "c2", "c3"].map {
                OutlookQuestion(OutlookSelection(children: [$0]), within: .everything)
            }
            let failures = try store.outlooks(selections, today: World.today).map { answer -> StoreError? in
                if case .failure(let failure) = answer { failure } else { nil }
            }
            let damage = StoreError.damagedRow(table: "bond", key: "b2", column: "papers")
            #expect(failures == ["c1", "c2", "c3"].map { $0 == whose ? damage : nil })
            #expect(failures.contains(damage))
        }
    }

    @Test("an empty store has no answers, and no failure")
    func emptyStore() throws {
        try TemporaryFolder.use { folder in
            let store = try VisitStore.create(at: folder.path("visits.db"))
            #expect(try outlooks(store, OutlookSelection()) == [])
            try store.close()
        }
    }

    @Test("each lookup of one child uses an index", .enabled(if: Stranger.python.isPresent))
    func indexes() throws {
        try World.withStore { store, _ in
            let scans = try Stranger.run(
                """
                for sql in (
                    "SELECT id FROM child WHERE id = 'c'", "SELECT id FROM child WHERE name = 'n' ORDER BY id",
                    "SELECT * FROM bond WHERE child IN (SELECT value FROM json_each('[]'))",
                    "SELECT * FROM bond WHERE prisoner = 'm'", "SELECT * FROM visitChild WHERE visit = 'v'",
                    "SELECT * FROM visitChild WHERE child = 'c'", "SELECT * FROM feed WHERE tokenDigest = x'00'",
                    "SELECT * FROM visit WHERE prison = 'p' AND date BETWEEN 1 AND 2",
                    "SELECT * FROM visit WHERE household = 'h' AND date >= 1",
                    "SELECT * FROM refusal WHERE child IN (SELECT value FROM json_each('[]'))",
                ):
                    for row in db.execute("EXPLAIN QUERY PLAN " + sql):
                        if row[3].startswith("SCAN") and "json_each" not in row[3]: print(sql, row[3])
                """, on: store.path)
            #expect(scans == "")
        }
    }
}
