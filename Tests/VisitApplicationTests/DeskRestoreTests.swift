import Foundation
import Testing
import VisitModel
import VisitReports
import VisitStore
import VisitTestSupport

@testable import VisitApplication

@Suite("A restore at the desk")
struct DeskRestoreTests {
    /// A desk whose settings name the folder of the backups.
    private func use(_ body: (Desk, String, TemporaryFolder) throws -> Void) throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            world.addChild("C2", in: "H1", of: "M1")
            let backups = folder.path("backups")
            try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
            try folder.write("backups: \(backups)\noutput: \(folder.path("published"))\n", to: "etc/visitd.yaml")
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("etc/rules"), withDestinationPath: SmallWorld.configuration + "/rules")
            try body(try world.desk(in: folder, configuration: folder.path("etc")), backups, folder)
        }
    }

    @Test("does not bring back who was erased and what was revoked, also where the store is lost")
    func lost() throws {
        try use { desk, backups, _ in
            let (token, _) = try desk.createToken(role: .researcher, label: "", days: 30)
            let (feed, _) = try desk.createFeed(
                scope: .prison("W1"), showsNames: false, language: .english, today: SmallWorld.today)
            let copy = try desk.backUp(to: backups, today: SmallWorld.today).file
            try desk.revokeToken(token.id)
            try desk.revokeFeed(feed.id)
            _ = try desk.erase("C1", today: SmallWorld.today)
            let beside = String(decoding: try Data(contentsOf: URL(filePath: backups + "/backups.json")), as: UTF8.self)
            for id in [token.id.text, feed.id.text, "C1"] { #expect(!beside.contains(id)) }

            for ending in ["", "-wal", "-shm"] { unlink(desk.store + ending) }
            let made = try desk.restore(from: copy, replacing: false, today: SmallWorld.today)
            #expect((made.source, made.children) == ("digests", ["C1"]))
            #expect((made.tokens, made.feeds, made.returned) == ([token.id.text], [feed.id.text], []))
            #expect(try desk.tokens().allSatisfy { $0.revoked != nil })
            #expect(try desk.children().filter { !$0.child.name.isEmpty }.map(\.child.id) == ["C2"])
            let audit = try desk.auditEntries(about: nil, limit: 10)
            #expect(audit.contains { $0.act == "store.restore" && $0.facts.contains("known-from=digests") })
            #expect(try desk.doctor().filter { $0.severity == .error }.isEmpty)
            // Numbers go on from the highest that a copy holds.
            #expect(try desk.revision() > VisitStore.describeCopy(at: copy).revision + 2)
        }
    }

    @Test("knows what was ended also in a folder that no setting names, and says how far it knows")
    func otherFolder() throws {
        try use { desk, backups, folder in
            let other = folder.path("other")
            try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
            let copy = try desk.backUp(to: other, keep: 3, today: SmallWorld.today).file
            let early = try Data(contentsOf: URL(filePath: other + "/backups.json"))
            _ = try desk.erase("C1", today: SmallWorld.today)
            for ending in ["", "-wal", "-shm", ".backup-folders"] { unlink(desk.store + ending) }
            let made = try desk.restore(from: copy, replacing: false, today: SmallWorld.today)
            #expect((made.source, made.children) == ("digests", ["C1"]))
            // The list of folders is there again: the folder of the backup is in it.
            #expect(BackupFolderList(of: desk.store).folders == [BackupFolderList.absolute(other)])

            // A record from before the erasure cannot know of it, and the answer says until when it knows.
            try FileManager.default.removeItem(atPath: backups)
            try early.write(to: URL(filePath: other + "/backups.json"))
            for ending in ["", "-wal", "-shm"] { unlink(desk.store + ending) }
            let stale = try desk.restore(from: copy, replacing: false, today: SmallWorld.today)
            #expect((stale.source, stale.children) == ("digests", []))
            let noted = try #require(stale.noted)
            for language in Language.allCases {
                #expect(RestoreText(stale, language: language).text.contains("\(noted)"))
            }
            // A folder that is gone has nothing to note in.
            try FileManager.default.removeItem(atPath: other)
            _ = try desk.erase("C1", today: SmallWorld.today)
        }
    }

    @Test("names what came back where nobody knows what was ended")
    func unknown() throws {
        try use { desk, backups, folder in
            let (token, _) = try desk.createToken(role: .researcher, label: "", days: 30)
            let copy = try desk.backUp(to: folder.path("alone.db"), today: SmallWorld.today).file
            try desk.revokeToken(token.id)
            try FileManager.default.removeItem(atPath: backups)
            for ending in ["", "-wal", "-shm"] { unlink(desk.store + ending) }
            // The copy went elsewhere without what is noted beside it.
            unlink(folder.path("backups.json"))
            let made = try desk.restore(from: copy, replacing: false, today: SmallWorld.today)
            #expect((made.source, made.returned) == ("nothing", ["token \(token.id)"]))
            for language in Language.allCases {
                #expect(RestoreText(made, language: language).text.contains(token.id.text))
            }
        }
    }

    @Test("replaces a store that holds something only where that was asked for")
    func replacing() throws {
        try use { desk, backups, folder in
            let copy = try desk.backUp(to: backups, today: SmallWorld.today).file
            #expect(throws: DeskError.exists(desk.store)) {
                try desk.restore(from: copy, replacing: false, today: SmallWorld.today)
            }
            _ = try desk.plan(fourWeeks())
            let made = try desk.restore(from: copy, replacing: true, today: SmallWorld.today)
            #expect((made.source, made.returned) == ("store", []))
            #expect(try desk.status(today: SmallWorld.today).plan == nil)
            // What a killed first restore of an earlier program left holds nothing.
            let other = Desk(
                store: try folder.write([], to: "empty.db"), configuration: folder.path("etc"), reach: .everything)
            _ = try other.restore(from: copy, replacing: false, today: SmallWorld.today)
            #expect(try other.children().count == 2)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(!left.contains { $0.contains("draft") })
        }
    }

    @Test("says that something has ended and could not be noted beside the backups")
    func notNoted() throws {
        try use { desk, backups, _ in
            let (token, _) = try desk.createToken(role: .researcher, label: "", days: 30)
            // A folder in the place of the record cannot be written over.
            try FileManager.default.createDirectory(
                atPath: backups + "/backups.json/x", withIntermediateDirectories: true)
            try FileManager.default.createDirectory(
                atPath: backups + "/backups.json.unreadable/x", withIntermediateDirectories: true)
            #expect(throws: BackupError.notNoted(folders: [BackupFolderList.absolute(backups)])) {
                try desk.revokeToken(token.id)
            }
            #expect(try desk.tokens().allSatisfy { $0.revoked != nil })
            #expect(BackupError.notNoted(folders: [backups]).outcome == .followUpFailed)
        }
    }

    @Test("keeps a record beside the backups that cannot be read, under another name")
    func unreadableRecord() throws {
        try use { desk, backups, _ in
            try Data("not a record".utf8).write(to: URL(filePath: backups + "/backups.json"))
            _ = try desk.backUp(to: backups, today: SmallWorld.today)
            let aside = try Data(contentsOf: URL(filePath: backups + "/backups.json.unreadable"))
            #expect(String(decoding: aside, as: UTF8.self) == "not a record")
            #expect(try BackupRecord(in: backups).copies.keys.sorted() == ["visits-2026-11-23.db"])
        }
    }
}
