import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("A store that this user may only read")
struct ReadOnlyFolderTests {
    static let isRoot = geteuid() == 0

    /// Gives `body` a store in a folder without write permission.
    private func inReadOnlyFolder(_ body: (String, TemporaryFolder) throws -> Void) throws {
        try World.withStore { store, folder in
            try store.close()
            chmod(store.path, 0o440)
            chmod(folder.path, 0o550)
            defer { chmod(folder.path, 0o700) }
            try body(store.path, folder)
        }
    }

    @Test("answers, and leaves no trace", .disabled(if: isRoot, "root may write everywhere"))
    func answers() throws {
        try inReadOnlyFolder { path, folder in
            let before = try folder.contents()
            let store = try VisitStore(openingAt: path, readOnly: true)
            #expect(try store.view(for: .everything).register().children.count == 3)
            try store.close()
            #expect(try folder.contents() == before)
        }
    }

    @Test("cannot be opened for writing, nor created", .disabled(if: isRoot, "root may write everywhere"))
    func refusesWriting() throws {
        try inReadOnlyFolder { path, folder in
            #expect(throws: StoreError.notWritable(path: path)) { try VisitStore(openingAt: path) }
            #expect(throws: StoreError.notWritable(path: path)) { try VisitStore.create(at: path) }
            let other = folder.path("other.db")
            #expect(throws: StoreError.cannotCreate(path: other)) { try VisitStore.create(at: other) }
        }
    }

    @Test("cannot be opened where not even reading is allowed", .disabled(if: isRoot, "root may read everything"))
    func refusesReading() throws {
        try World.withStore { store, _ in
            chmod(store.path, 0)
            #expect(throws: StoreError.notReadable(path: store.path)) {
                try VisitStore(openingAt: store.path, readOnly: true)
            }
        }
    }

    @Test("is read through the files of a process that has it open", .disabled(if: isRoot, "root may write everywhere"))
    func besideAWriter() throws {
        try World.withStore { writer, folder in
            chmod(folder.path, 0o550)
            defer { chmod(folder.path, 0o700) }
            let reader = try VisitStore(openingAt: writer.path, readOnly: true)
            #expect(try reader.revision() == 1)
            try reader.close()
            #expect(try folder.contents().keys.sorted() == ["visits.db", "visits.db-shm", "visits.db-wal"])
        }
    }

    @Test(
        "is not read where a killed process left something to recover",
        .disabled(if: isRoot, "root may write everywhere"), .enabled(if: Stranger.python.isPresent))
    func needsRecovery() throws {
        try World.withStore { store, folder in
            try store.close()
            #expect(throws: OutsideToolFailure.self) {
                try Stranger.run(
                    "db.execute('UPDATE visit SET sequence = 9'); os.kill(os.getpid(), signal.SIGKILL)", on: store.path)
            }
            try FileManager.default.removeItem(atPath: folder.path("visits.db-shm"))
            chmod(folder.path, 0o550)
            #expect(throws: StoreError.needsRecovery(path: store.path)) {
                try VisitStore(openingAt: store.path, readOnly: true)
            }
            chmod(folder.path, 0o700)
            let recovered = try VisitStore(openingAt: store.path, readOnly: true)
            #expect(try recovered.view(for: .everything).visitDetail("x1").visit.sequence == 9)
            try recovered.close()
        }
    }

    @Test("read without locks, does not miss that somebody writes it")
    func noticesWriters() throws {
        try World.withStore { store, _ in
            try store.close()
            let still = try Connection(StoreFile(store.path), access: .immutable, readOnly: true, timeout: 0)
            #expect(try still.read { try StoreState(of: $0).revision } == 1)
            let writer = try VisitStore(openingAt: store.path)
            var news = Register()
            news.parameters = (0..<500).map { Parameter(name: "p\($0)", value: String(repeating: "x", count: 100)) }
            _ = try writer.store(World.batch(news), at: World.moment)
            try writer.close()
            #expect(throws: StoreError.busy(path: store.path)) { try still.read { try StoreState(of: $0).revision } }
            try still.close()
        }
    }
}
