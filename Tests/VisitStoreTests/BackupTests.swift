import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Backups")
struct BackupTests {
    @Test("a backup is one sound file of its own, for owner and group alone")
    func backUp() throws {
        try World.withStore { store, folder in
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: store.dataRevision())
            try store.backUp(to: folder.path("copy.db"))
            #expect(try folder.contents().keys.filter { $0.hasPrefix("copy") } == ["copy.db"])
            #expect(try folder.mode(of: "copy.db") == 0o660)
            let copy = try VisitStore(openingAt: folder.path("copy.db"), readOnly: true)
            #expect(try copy.view(for: .everything).register() == store.view(for: .everything).register())
            #expect(try copy.view(for: .everything).plan() == store.view(for: .everything).plan())
            #expect(try copy.integrityCheck().isEmpty)
            try copy.close()
        }
    }

    @Test("a backup waits for nobody who is writing")
    func backUpWhileWriting() throws {
        try World.withStore { store, folder in
            let writer = try VisitStore(openingAt: store.path)
            try writer.connection.write { _ in try store.backUp(to: folder.path("copy.db")) }
            let copy = try VisitStore(openingAt: folder.path("copy.db"), readOnly: true)
            #expect(try copy.view(for: .everything).register() == store.view(for: .everything).register())
            try copy.close()
            try writer.close()
        }
    }

    @Test("a backup that cannot be written leaves the one before it, and no draft")
    func noSpace() throws {
        try World.withStore { store, folder in
            try store.backUp(to: folder.path("copy.db"))
            let before = FileManager.default.contents(atPath: folder.path("copy.db"))
            try FileManager.default.createDirectory(
                atPath: folder.path("copy.db.partial/x"), withIntermediateDirectories: true)
            #expect(throws: StoreError.cannotCreate(path: folder.path("copy.db.partial"))) {
                try store.backUp(to: folder.path("copy.db"))
            }
            #expect(before != nil)
            #expect(FileManager.default.contents(atPath: folder.path("copy.db")) == before)
            #expect(throws: StoreError.folderMissing(path: folder.path("none"))) {
                try store.backUp(to: folder.path("none/copy.db"))
            }
        }
    }

    @Test("a restored store holds what the backup held, also for those who have it open, and its numbers go on")
    func restore() throws {
        try World.withStore { store, folder in
            try store.backUp(to: folder.path("copy.db"))
            let before = try store.view(for: .everything).register()
            var later = before
            later.children[0].name = "Renamed (invented)"
            _ = try store.store(World.batch(later), at: World.moment)
            let revision = try store.revision()
            #expect(try store.view(for: .everything).register() != before)

            try VisitStore.restore(folder.path("copy.db"), to: store.path)
            #expect(try store.view(for: .everything).register() == before)
            #expect(try store.revision() > revision)
            #expect(try store.integrityCheck().isEmpty)
        }
    }

    @Test("a backup is restored also where there is no store yet")
    func restoreToNothing() throws {
        try World.withStore { store, folder in
            try store.backUp(to: folder.path("copy.db"))
            try VisitStore.restore(folder.path("copy.db"), to: folder.path("new.db"))
            let restored = try VisitStore(openingAt: folder.path("new.db"))
            #expect(try restored.view(for: .everything).register() == store.view(for: .everything).register())
            #expect(try folder.mode(of: "new.db") == 0o660)
            try restored.close()
        }
    }

    @Test("what is not a sound backup is refused, and the store stays as it is")
    func badBackups() throws {
        try World.withStore { store, folder in
            let before = try store.view(for: .everything).register()
            let text = try folder.write("not a store, but long enough to be looked at", to: "text.db")
            #expect(throws: StoreError.notAStore(path: text)) { try VisitStore.restore(text, to: store.path) }
            #expect(throws: StoreError.missing(path: folder.path("none.db"))) {
                try VisitStore.restore(folder.path("none.db"), to: store.path)
            }
            try store.backUp(to: folder.path("copy.db"))
            var bytes = try Data(contentsOf: URL(filePath: folder.path("copy.db")))
            for position in stride(from: 5000, to: bytes.count, by: 97) { bytes[position] ^= 0xFF }
            let broken = try folder.write([UInt8](bytes), to: "broken.db")
            #expect(throws: StoreError.damaged(path: broken)) { try VisitStore.restore(broken, to: store.path) }
            #expect(try store.view(for: .everything).register() == before)
        }
    }

    @Test("the surroundings of a store are looked at")
    func surroundings() throws {
        try World.withStore { store, folder in
            #expect(!store.surroundings().contains { $0.code == "store-open-to-others" })
            chmod(store.path, 0o664)
            #expect(store.surroundings().contains { $0.code == "store-open-to-others" })
        }
    }
}
