import Foundation
import Synchronization
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Creating and opening a store")
struct OpeningTests {
    /// In a process of its own: the umask is one for all threads.
    @Test("a new store belongs to owner and group alone, whatever the umask", arguments: [0o000, 0o077, 0o777])
    func mode(mask: Int) async throws {
        await #expect(processExitsWith: .success) { [mask = mask as Int] in
            try TemporaryFolder.use { folder in
                umask(mode_t(mask))
                let store = try VisitStore.create(at: folder.path("visits.db"))
                _ = try store.store(World.batch(World.full), at: World.moment)
                let lock = try PlanningLock.acquire(store.path)
                for name in ["visits.db", "visits.db-wal", "visits.db-shm", "visits.db.lock"] {
                    #expect(try folder.mode(of: name) == 0o660)
                }
                withExtendedLifetime(lock) {}
                try store.close()
            }
        }
    }

    @Test("creating twice opens the store that is there, and changes no byte of it")
    func createTwice() throws {
        try World.withStore { store, folder in
            try store.close()
            let before = try folder.contents()
            let again = try VisitStore.create(at: store.path)
            #expect(try again.view(for: .everything).register().children.count == 3)
            try again.close()
            #expect(try folder.contents() == before)
        }
    }

    @Test("a creation that was killed before the tables existed is taken up again")
    func createOverEmptyFile() throws {
        try TemporaryFolder.use { folder in
            let path = try folder.write("", to: "visits.db")
            #expect(throws: StoreError.notAStore(path: path)) { try VisitStore(openingAt: path) }
            let store = try VisitStore.create(at: path)
            #expect(try store.revision() == 0)
            try store.close()
        }
    }

    @Test("a store that is kept open is read by many threads at a time, and sees at once what others write")
    func keptOpen() throws {
        try World.withStore { store, folder in
            try store.close()
            let kept = try VisitStore(keepingOpen: store.path)
            let revision = try kept.revision()
            let found = Mutex<[Int]>([])
            DispatchQueue.concurrentPerform(iterations: 16) { _ in
                let outlooks = try? kept.view(for: .everything).outlooks(OutlookSelection(), today: World.today)
                found.withLock { $0.append(outlooks?.count ?? 0) }
            }
            let all = try kept.view(for: .everything).outlooks(OutlookSelection(), today: World.today).count
            let counts = found.withLock { $0 }
            #expect(all > 0)
            #expect(counts == Array(repeating: all, count: 16))

            // A reading that fails is over too: the next one on its connection is of a new moment.
            #expect(throws: StoreError.self) { try kept.view(for: .everything).visitDetail("y1") }
            let writer = try VisitStore(openingAt: store.path)
            _ = try writer.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: writer.dataRevision())
            #expect(try kept.view(for: .everything).visitDetail("y1").visit.id == "y1")
            #expect(try kept.revision() == revision + 1)
            #expect(throws: StoreError.notWritable(path: kept.path)) { try kept.revokeFeed("F1", at: World.moment) }
            try writer.close()
            #expect(kept.isCurrent)
            try kept.close()
            #expect(try folder.contents().keys.sorted() == ["visits.db"])
        }
    }

    @Test("opening, reading everything and closing leaves every byte and no file behind", arguments: [true, false])
    func readingLeavesNoTrace(readOnly: Bool) throws {
        try World.withStore { store, folder in
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: store.dataRevision())
            try store.close()
            let before = try folder.contents()
            #expect(before.keys.sorted() == ["visits.db"])
            let reader = try VisitStore(openingAt: store.path, readOnly: readOnly)
            _ = try reader.view(for: .everything).snapshot()
            _ = try reader.view(for: .everything).outlooks(OutlookSelection(), today: World.today)
            _ = try reader.feeds()
            #expect(try reader.integrityCheck() == [])
            try reader.close()
            #expect(try folder.contents() == before)
        }
    }

    @Test("a path that is no store is refused, and left as it is")
    func notAStore() throws {
        try TemporaryFolder.use { folder in
            let text = try folder.write("id,name\nc1,x\n", to: "children.csv")
            #expect(throws: StoreError.notAStore(path: text)) { try VisitStore(openingAt: text) }
            #expect(throws: StoreError.notAStore(path: text)) { try VisitStore.create(at: text) }
            #expect(try folder.read("children.csv") == Array("id,name\nc1,x\n".utf8))
            #expect(throws: StoreError.isAFolder(path: folder.path)) { try VisitStore(openingAt: folder.path) }
            #expect(throws: StoreError.isAFolder(path: folder.path)) { try VisitStore.create(at: folder.path) }
            let missing = folder.path("none.db")
            #expect(throws: StoreError.missing(path: missing)) { try VisitStore(openingAt: missing) }
            #expect(!FileManager.default.fileExists(atPath: missing))
            let nowhere = folder.path("no/where/visits.db")
            #expect(throws: StoreError.folderMissing(path: folder.path("no/where"))) {
                try VisitStore.create(at: nowhere)
            }
            let pipe = folder.path("pipe")
            mkfifo(pipe, 0o600)
            #expect(throws: StoreError.notAStore(path: pipe)) { try VisitStore(openingAt: pipe) }
        }
    }

    @Test("another program's database is refused", .enabled(if: Stranger.python.isPresent))
    func foreignDatabase() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("other.db")
            _ = try Stranger.run("db.execute('CREATE TABLE child (id TEXT)')", on: path)
            #expect(throws: StoreError.notAStore(path: path)) { try VisitStore(openingAt: path) }
            #expect(throws: StoreError.notAStore(path: path)) { try VisitStore.create(at: path) }
        }
    }

    @Test("a store of a newer schema is refused with both versions", .enabled(if: Stranger.python.isPresent))
    func newerSchema() throws {
        try World.withStore { store, _ in
            try store.close()
            _ = try Stranger.run("db.execute('PRAGMA user_version = 99')", on: store.path)
            let failure = StoreError.newerSchema(path: store.path, found: 99, known: Migration.newest)
            #expect(throws: failure) { try VisitStore(openingAt: store.path, readOnly: true) }
            #expect(throws: failure) { try VisitStore(openingAt: store.path) }
            #expect(throws: failure) { try VisitStore.create(at: store.path) }
        }
    }

    @Test("a damaged file is said to be damaged", .enabled(if: Stranger.python.isPresent))
    func damaged() throws {
        try World.withStore { store, folder in
            try store.close()
            var bytes = try folder.read("visits.db")
            for index in 4096..<bytes.count { bytes[index] = 0xA5 }
            let path = try folder.write(bytes, to: "damaged.db")
            #expect(throws: StoreError.damaged(path: path)) { try VisitStore(openingAt: path, readOnly: true) }
        }
    }

    @Test("a store opened for reading refuses to write")
    func readOnlyRefusesWriting() throws {
        try World.withStore { store, _ in
            try store.close()
            let reader = try VisitStore(openingAt: store.path, readOnly: true)
            #expect(throws: StoreError.notWritable(path: store.path)) {
                try reader.store(World.batch(World.full), at: World.moment)
            }
            try reader.close()
        }
    }

    @Test("a file whose name looks like a URI is only a file")
    func oddName() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("file:日 100%?mode=memory#x.db")
            let store = try VisitStore.create(at: path)
            _ = try store.store(World.batch(World.full), at: World.moment)
            try store.close()
            #expect(try folder.contents().keys.sorted() == ["file:日 100%?mode=memory#x.db"])
            let still = try Connection(StoreFile(path), access: .immutable, readOnly: true, timeout: 0)
            #expect(try still.read { try StoreState(of: $0).revision } == 1)
            try still.close()
        }
    }
}
