import Foundation
import GRDB
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("A restored store")
struct RestoreTests {
    private static let author = Author("local:7", now: { World.moment })

    /// Restores the backup as a person would who has that kept beside it.
    @discardableResult
    static func restore(
        _ backup: String, to store: String, kept: StoreRestore.Kept? = nil
    ) throws -> Restoration {
        try StoreRestore(
            of: backup, to: store, draft: store + ".draft", today: World.today, author: author,
            newPseudonym: { Identifier("erased-again") }, kept: { _ in kept }
        ).run()
    }

    private static func token(_ id: Identifier<AccessToken>) -> AccessToken {
        AccessToken(id: id, role: .administrator, created: World.moment, expires: World.moment + 86_400)
    }

    private static func feed(_ id: Identifier<Feed>) -> Feed {
        Feed(
            id: id, scope: .prison("p1"), showsNames: false, language: .english, created: World.moment)
    }

    /// What stands beside the store besides the backups.
    private static func litter(_ folder: TemporaryFolder) throws -> [String] {
        try folder.contents().keys.filter { $0.contains("draft") }
    }

    @Test("holds what the backup held, also for those who have it open, and its numbers go on")
    func restored() throws {
        try World.withStore { store, folder in
            let copy = try store.backUp(to: folder.path("copy.db"))
            let before = try store.view(for: .everything).register()
            var later = before
            later.children[0].name = "Renamed (invented)"
            _ = try store.store(World.batch(later), at: World.moment)
            let revision = try store.revision()
            #expect(try store.view(for: .everything).register() != before)

            let made = try Self.restore(folder.path("copy.db"), to: store.path)
            #expect(made == Restoration(source: .store, revision: copy.revision, replacedRevision: revision))
            #expect(try store.view(for: .everything).register() == before)
            #expect(try store.revision() > revision)
            #expect(try store.integrityCheck().isEmpty)
            #expect(try Self.litter(folder) == [])
        }
    }

    @Test("is made where there is none yet, and where a killed restore of an earlier program left an empty one")
    func nothingThere() throws {
        try World.withStore { store, folder in
            try store.backUp(to: folder.path("copy.db"))
            let empty = try folder.write([], to: "empty.db")
            let unused = folder.path("unused.db")
            try VisitStore.create(at: unused).close()
            for path in [folder.path("new.db"), empty, unused] {
                #expect(try VisitStore.holdsNothing(at: path))
                try Self.restore(folder.path("copy.db"), to: path)
                #expect(try !VisitStore.holdsNothing(at: path))
                let restored = try VisitStore(openingAt: path)
                #expect(try restored.view(for: .everything).register() == store.view(for: .everything).register())
                #expect(try restored.integrityCheck().isEmpty)
                try restored.close()
            }
            #expect(try folder.mode(of: "new.db") == 0o660)
            #expect(try Self.litter(folder) == [])
        }
    }

    @Test("has what was ended since the backup ended again, and says so in its audit log with the old chain's end")
    func endedAgain() throws {
        try World.withStore { plain, folder in
            let store = plain.noting(Self.author)
            for id in ["k1", "k2"] { try store.createToken(Self.token(Identifier(id)), secret: "secret of \(id)") }
            for id in ["f1", "f2"] { try store.createFeed(Self.feed(Identifier(id)), token: "secret of \(id)") }
            try store.backUp(to: folder.path("copy.db"))
            try store.revokeToken("k1", at: World.moment)
            try store.revokeFeed("f1", at: World.moment)
            _ = try store.view(for: .everything).erase(
                "c1", pseudonym: "erased-1", today: World.today, at: World.moment)
            let old = try store.description()

            let made = try Self.restore(folder.path("copy.db"), to: store.path)
            #expect((made.children, made.tokens, made.feeds, made.returned) == (["c1"], ["k1"], ["f1"], []))
            #expect(try store.tokens().map { $0.revoked != nil } == [true, false])
            #expect(try store.feeds().map { $0.revoked != nil } == [true, false])
            #expect(try store.view(for: .everything).register().children.map(\.id) == ["c2", "c3", "erased-again"])
            #expect(try store.brokenAuditEntry() == nil)
            let entries = try store.view(for: .everything).auditEntries(limit: 100)
            let restore = try #require(entries.first { $0.act == "store.restore" })
            #expect(restore.subject == "store")
            #expect(restore.facts.contains("replaced-chain=\(old.chainEnd.text)"))
            #expect(restore.facts.contains("child-ended-again=1"))
            #expect(entries.prefix(3).map(\.subject) == ["token k1", "feed f1", "child c1"])
            let bytes = try folder.read("visits.db")
            #expect(!bytes.contains(Array("travel-sickness".utf8)))

            // A second time it is the same: what was ended again stays ended.
            let again = try Self.restore(folder.path("copy.db"), to: store.path)
            #expect((again.children, again.tokens, again.feeds) == (["c1"], ["k1"], ["f1"]))
        }
    }

    @Test("of a backup that does not have what was ended remembers it for the next backup that does")
    func passedOn() throws {
        try World.withStore { plain, folder in
            let store = plain.noting(Self.author)
            try store.backUp(to: folder.path("early.db"))
            try store.createToken(Self.token("k1"), secret: "a secret")
            try store.backUp(to: folder.path("late.db"))
            try store.revokeToken("k1", at: World.moment)
            _ = try store.view(for: .everything).erase(
                "c1", pseudonym: "erased-1", today: World.today, at: World.moment)
            try Self.restore(folder.path("early.db"), to: store.path)
            #expect(try store.tokens().isEmpty)
            let made = try Self.restore(folder.path("late.db"), to: store.path)
            #expect((made.children, made.tokens) == (["c1"], ["k1"]))
            #expect(try store.tokens().map { $0.revoked != nil } == [true])
        }
    }

    @Test(
        "learns from digests beside the backups where the store is lost, and names what came back where nothing is known"
    )
    func lost() throws {
        try World.withStore { plain, folder in
            let store = plain.noting(Self.author)
            for id in ["k1", "k2"] { try store.createToken(Self.token(Identifier(id)), secret: "secret of \(id)") }
            try store.createFeed(Self.feed("f1"), token: "a secret")
            let copy = try store.backUp(to: folder.path("copy.db"))
            try store.revokeToken("k1", at: World.moment)
            _ = try store.view(for: .everything).erase(
                "c1", pseudonym: "erased-1", today: World.today, at: World.moment)
            let digests = try store.endingDigests()
            #expect(digests.count == 2 && digests.allSatisfy { $0.count == 32 && !$0.contains("k1") })
            let revision = try store.revision() + 7

            let known = try Self.restore(
                folder.path("copy.db"), to: folder.path("known.db"),
                kept: .init(digests: Set(digests), revision: revision))
            #expect((known.source, known.children, known.tokens) == (.digests, ["c1"], ["k1"]))
            #expect((known.returned, known.revision) == ([], copy.revision))
            let restored = try VisitStore(openingAt: folder.path("known.db"))
            #expect(try restored.revision() > revision)
            #expect(try restored.tokens().map { $0.revoked != nil } == [true, false])
            // Its own digests go on from there.
            #expect(try Set(restored.endingDigests()) == Set(digests))
            try restored.close()

            let unknown = try Self.restore(folder.path("copy.db"), to: folder.path("unknown.db"))
            #expect(unknown.source == .nothing)
            #expect(unknown.returned == ["feed f1", "token k1", "token k2"])
        }
    }

    @Test("erases again a child who was entered and erased a second time, and not one who was entered since")
    func enteredAgain() throws {
        try World.withStore { plain, folder in
            let store = plain.noting(Self.author)
            func erase(_ pseudonym: Identifier<Child>) throws {
                _ = try store.view(for: .everything).erase(
                    "c1", pseudonym: pseudonym, today: World.today, at: World.moment)
            }
            try erase("erased-1")
            _ = try store.store(World.batch(World.full), at: World.moment)
            try store.backUp(to: folder.path("copy.db"))
            let first = try Self.restore(folder.path("copy.db"), to: store.path)
            #expect(first.children == [])
            try erase("erased-2")
            let second = try Self.restore(folder.path("copy.db"), to: store.path)
            #expect(second.children == ["c1"])
        }
    }

    @Test("erases a child who was merged under every identifier that a backup has, by the store and by the digests")
    func merged() throws {
        try World.withStore { plain, folder in
            let store = plain.noting(Self.author)
            try store.backUp(to: folder.path("copy.db"))
            let view = store.view(for: .everything)
            let merge = try view.merge(
                .init(
                    .child("c1"), .child("c2"), isForced: true, today: World.today, moment: World.moment,
                    settling: { _, _ in [] }))
            try #require(merge.obstacles.isEmpty)
            _ = try view.erase("c1", pseudonym: "erased-1", today: World.today, at: World.moment)
            let kept = StoreRestore.Kept(digests: Set(try store.endingDigests()), revision: try store.revision())
            for path in [store.path, folder.path("new.db")] {
                let made = try StoreRestore(
                    of: folder.path("copy.db"), to: path, draft: path + ".draft", today: World.today,
                    author: Self.author, newPseudonym: { Identifier("again-\(UUID().uuidString)") }, kept: { _ in kept }
                ).run()
                #expect((made.children, made.returned) == (["c1", "c2"], []))
            }
        }
    }

    @Test("does not trust another store, nor an older copy, to know what was ended")
    func ignorant() throws {
        try World.withStore { plain, folder in
            let store = plain.noting(Self.author)
            try store.backUp(to: folder.path("early.db"))
            try store.createToken(Self.token("k1"), secret: "a secret")
            try store.backUp(to: folder.path("late.db"))
            let other = folder.path("other.db")
            try VisitStore.create(at: other).close()
            for path in [other, folder.path("early.db")] {
                let made = try Self.restore(folder.path("late.db"), to: path)
                #expect((made.source, made.returned) == (.nothing, ["token k1"]))
            }
        }
    }

    @Test("takes the place of a store without a log, as a backup is that was put into place as one")
    func withoutLog() throws {
        try World.withStore { store, folder in
            try store.backUp(to: folder.path("copy.db"))
            let path = folder.path("put.db")
            try FileManager.default.copyItem(atPath: folder.path("copy.db"), toPath: path)
            #expect(try Self.restore(folder.path("copy.db"), to: path).source == .store)
            let restored = try VisitStore(openingAt: path)
            #expect(try restored.integrityCheck().isEmpty)
            try restored.close()
        }
    }

    @Test("is what it was where what is restored is no sound backup")
    func badBackups() throws {
        try World.withStore { store, folder in
            let before = try store.view(for: .everything).register()
            let text = try folder.write("not a store, but long enough to be looked at", to: "text.db")
            #expect(throws: StoreError.notAStore(path: text)) { try Self.restore(text, to: store.path) }
            #expect(throws: StoreError.missing(path: folder.path("none.db"))) {
                try Self.restore(folder.path("none.db"), to: store.path)
            }
            try store.backUp(to: folder.path("copy.db"))
            var bytes = try folder.read("copy.db")
            for position in stride(from: 5000, to: bytes.count, by: 97) { bytes[position] ^= 0xFF }
            let broken = try folder.write(bytes, to: "broken.db")
            #expect(throws: StoreError.damaged(path: broken)) { try Self.restore(broken, to: store.path) }
            #expect(try store.view(for: .everything).register() == before)
            #expect(try Self.litter(folder) == [])
        }
    }

    @Test("does not make the day of the backup the last day on which was written")
    func lastWrite() throws {
        try World.withStore { store, folder in
            try store.connection.write {
                try $0.execute(sql: "UPDATE upkeep SET lastWrite = ?", arguments: [World.today.number])
            }
            try store.backUp(to: folder.path("copy.db"))
            #expect(try store.upkeep().lastWrite == World.today)
            _ = try Self.restore(folder.path("copy.db"), to: store.path)
            #expect(try store.upkeep().lastWrite == nil)
        }
    }

    @Test("takes the place of a store that is damaged, and says that nothing is known of what was ended")
    func damaged() throws {
        try World.withStore { store, folder in
            try store.backUp(to: folder.path("copy.db"))
            var bytes = try folder.read("copy.db")
            for position in stride(from: 4096, to: bytes.count, by: 97) { bytes[position] ^= 0xFF }
            let broken = try folder.write(bytes, to: "broken.db")
            #expect(try !VisitStore.holdsNothing(at: broken))
            let made = try Self.restore(folder.path("copy.db"), to: broken)
            #expect(made.source == .nothing && made.replacedRevision == nil)
            let restored = try VisitStore(openingAt: broken)
            #expect(try restored.view(for: .everything).register() == store.view(for: .everything).register())
            #expect(try restored.integrityCheck().isEmpty)
            try restored.close()
            #expect(try Self.litter(folder) == [])
        }
    }

    @Test("keeps what somebody ends in the store while it is being restored")
    func endedMeanwhile() throws {
        try World.withStore { plain, folder in
            let store = plain.noting(Self.author)
            try store.createToken(Self.token("k1"), secret: "a secret")
            try store.backUp(to: folder.path("copy.db"))
            // It ends between the look at the store and the step that replaces it: while the digests are read.
            let path = store.path
            _ = try StoreRestore(
                of: folder.path("copy.db"), to: path, draft: path + ".draft", today: World.today,
                author: Self.author, newPseudonym: { Identifier("erased-again") },
                kept: { _ in
                    let other = try? VisitStore(openingAt: path).noting(Self.author)
                    try? other?.revokeToken("k1", at: World.moment)
                    try? other?.close()
                    return nil
                }
            ).run()
            #expect(try store.tokens().map { $0.revoked != nil } == [true])
        }
    }

    /// Lets the calling process end after so many microseconds, whatever it is doing then, as SIGKILL would.
    static func end(after microseconds: Int) {
        var alarm = itimerval()
        alarm.it_value.tv_usec = __suseconds_t(microseconds)
        setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &alarm, nil)
    }

    @Test(
        "is the old one or the new one, whole, where the restore was killed, and can be restored then",
        arguments: [300, 1_500, 4_000, 9_000, 17_000, 31_000, 60_000])
    func killed(microseconds: Int) async throws {
        try await TemporaryFolder.use { folder in
            let (path, backup, fresh) = (folder.path("visits.db"), folder.path("copy.db"), folder.path("fresh.db"))
            let store = try VisitStore.create(at: path).noting(Self.author)
            _ = try store.store(World.batch(World.full), at: World.moment)
            try store.createToken(Self.token("k1"), secret: "a secret")
            try store.backUp(to: backup)
            let then = try store.view(for: .everything).register()
            try store.revokeToken("k1", at: World.moment)
            _ = try store.view(for: .everything).erase(
                "c1", pseudonym: "erased-1", today: World.today, at: World.moment)
            let now = try store.view(for: .everything).register()
            try store.close()
            for target in [path, fresh] {
                await #expect(processExitsWith: .signal(SIGALRM)) {
                    [target = target as String, backup = backup as String, microseconds = microseconds as Int] in
                    RestoreTests.end(after: microseconds)
                    while true { try RestoreTests.restore(backup, to: target) }
                }
                if FileManager.default.fileExists(atPath: target) {
                    let after = try VisitStore(openingAt: target)
                    #expect(try after.integrityCheck() == [] && after.brokenAuditEntry() == nil)
                    let found = try after.view(for: .everything).register()
                    let ids = found.children.map(\.id)
                    if target == path {
                        #expect(found == now || ids == ["c2", "c3", "erased-again"], "\(ids)")
                        #expect(try after.tokens().allSatisfy { $0.revoked != nil })
                    } else {
                        #expect(found == then)
                    }
                    try after.close()
                }
                try Self.restore(backup, to: target)
                let again = try VisitStore(openingAt: target)
                #expect(try again.tokens().map { $0.revoked != nil } == [target == path])
                #expect(try again.integrityCheck() == [])
                try again.close()
            }
            #expect(try Self.litter(folder) == [])
        }
    }
}
