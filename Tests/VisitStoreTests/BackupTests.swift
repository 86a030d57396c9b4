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
            _ = try writer.connection.write { _ in try store.backUp(to: folder.path("copy.db")) }
            let copy = try VisitStore(openingAt: folder.path("copy.db"), readOnly: true)
            #expect(try copy.view(for: .everything).register() == store.view(for: .everything).register())
            try copy.close()
            try writer.close()
        }
    }

    @Test("a backup is never written over what stands there, and one that cannot be written leaves nothing")
    func noRoom() throws {
        try World.withStore { store, folder in
            try folder.write("a letter", to: "copy.db")
            #expect(throws: StoreError.cannotCreate(path: folder.path("copy.db"))) {
                try store.backUp(to: folder.path("copy.db"))
            }
            #expect(try folder.read("copy.db") == Array("a letter".utf8))
            #expect(throws: StoreError.folderMissing(path: folder.path("none"))) {
                try store.backUp(to: folder.path("none/copy.db"))
            }
        }
    }

    @Test("a backup says of which store it is, and how much of it it holds, whatever it is called")
    func descriptions() throws {
        try World.withStore { store, folder in
            let author = Author("local:7", now: { World.moment })
            let first = try store.backUp(to: folder.path("2099.db"))
            var later = World.full
            later.children[0].name = "Renamed (invented)"
            _ = try store.noting(author).store(World.batch(later), at: World.moment)
            let second = try store.backUp(to: folder.path("1970.db"))
            #expect(first.revision < second.revision && first.origin == second.origin && first.origin != nil)
            #expect(first.chainEnd == .init(position: 0, digest: ""))
            #expect(second.chainEnd.position == 1 && second.chainEnd.digest.count == 64)
            #expect(try store.description() == second)
            #expect(try VisitStore.describeCopy(at: folder.path("2099.db")) == first)
            let other = try VisitStore.create(at: folder.path("other.db"))
            #expect(try other.description().origin != first.origin)
            try other.close()
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
