import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("What the store could not do")
struct StoreErrorTests {
    static let all: [StoreError] = [
        .missing(path: "/v.db"), .isAFolder(path: "/v.db"), .notAStore(path: "/v.db"),
        .newerSchema(path: "/v.db", found: 3, known: 1), .olderSchema(path: "/v.db", found: 0, known: 1),
        .notReadable(path: "/v.db"), .needsRecovery(path: "/v.db"), .notWritable(path: "/v.db"),
        .folderMissing(path: "/none"), .cannotCreate(path: "/v.db"), .diskFull(path: "/v.db"), .busy(path: "/v.db"),
        .planningElsewhere(path: "/v.db.lock", process: 17), .planningElsewhere(path: "/v.db.lock", process: nil),
        .changedMeanwhile(madeFrom: 4, found: 6), .inputOutput(path: "/v.db", code: 266), .damaged(path: "/v.db"),
        .completionUnknown(path: "/v.db", code: 1034),
        .damagedRow(table: "child", key: "c1", column: "needs"),
        .refused(table: "children", key: "c1", rule: "birthDateIsDay"),
        .noSuch(.child, asked: "c4", nearest: ["c3", "c5"]), .noSuch(.child, asked: nil, nearest: []),
        .noSuch(.prisoner, asked: "m2", nearest: []), .noSuch(.feed, asked: "f1", nearest: []),
        .transitionNotAllowed(visit: "x1", from: .cancelled, to: .held), .failed(path: "/v.db", code: 1),
    ]

    @Test("is said in both languages, with advice that begins as advice does")
    func words() throws {
        let lines = Self.all.map { failure in
            var lines = ["\(failure.code) (\(failure.kind))", failure.sentence.english, failure.sentence.chinese]
            if let advice = failure.advice { lines += [advice.english, advice.chinese] }
            return lines.joined(separator: "\n") + "\n"
        }
        try Golden.compare(lines.joined(separator: "\n"), with: "failures.txt")
        #expect(Self.all.compactMap(\.advice).allSatisfy { $0.english.hasPrefix("Perhaps ") })
        #expect(Self.all.compactMap(\.advice).allSatisfy { $0.chinese.contains("或许") })
    }

    @Test("a writer that does not end in time makes the store busy", .enabled(if: Stranger.python.isPresent))
    func busy() throws {
        try World.withStore { (store, _) throws in
            let other = try VisitStore(openingAt: store.path, timeout: 0)
            try store.connection.write { (_) throws in
                let failure = #expect(throws: StoreError.self) {
                    try other.view(for: .everything).take(
                        VisitAct(.missed, moment: World.moment), on: ["x1"], today: World.today + 99)
                }
                #expect(failure == .busy(path: store.path))
                #expect(try other.view(for: .everything).register().visits.count == 1)
            }
            try other.close()
        }
    }

    @Test("a full disk is told from other faults, and nothing is changed")
    func diskFull() throws {
        try World.withStore { store, _ in
            // The connection is told that the disk ends after 60 pages.
            let limit = Migration(version: 99, sql: "PRAGMA max_page_count = 60")
            try store.connection.write { try Schema(of: $0).migrate($0, by: [limit]) }
            var news = Register()
            news.parameters = (0..<5000).map { Parameter(name: "p\($0)", value: String(repeating: "x", count: 200)) }
            #expect(throws: StoreError.diskFull(path: store.path)) {
                try store.store(World.batch(news), at: World.moment)
            }
            #expect(try store.view(for: .everything).register().parameters.count == 2)
            #expect(try store.revision() == 1)
        }
    }

    @Test(
        "a row damaged behind the program's back is named by table, key and column",
        .enabled(if: Stranger.python.isPresent))
    func damagedRow() throws {
        try World.withStore { store, _ in
            _ = try Stranger.run(
                "db.execute(\"UPDATE bond SET papers = '[\\\"passport\\\"]' WHERE id = 'b2'\")", on: store.path)
            #expect(throws: StoreError.damagedRow(table: "bond", key: "b2", column: "papers")) {
                try store.view(for: .everything).register()
            }
        }
    }

    @Test("the integrity check names what does not fit together", .enabled(if: Stranger.python.isPresent))
    func integrity() throws {
        try World.withStore { store, _ in
            #expect(try store.integrityCheck() == [])
            _ = try Stranger.run(
                """
                db.execute("PRAGMA foreign_keys = OFF")
                db.execute("DELETE FROM visitChild")
                db.execute("UPDATE bond SET prisoner = 'm9' WHERE id = 'b1'")
                """, on: store.path)
            let findings = try store.integrityCheck()
            #expect(findings.map(\.code) == ["stray-reference", "visit-without-child"])
            #expect(findings.map(\.subject) == ["table bond", "visit x1"])
        }
    }
}
