import Foundation
import Testing
import VisitTestSupport

@testable import VisitPlanning

@Suite("A folder of published files")
struct FolderPublicationTests {
    private func inode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
    }

    @Test("only what differs is written, and what vanished is removed")
    func onlyChanges() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            _ = try FolderPublication(into: target).publish([("a.txt", Array("1".utf8)), ("b.txt", Array("2".utf8))])
            let before = try inode(target + "/a.txt")

            let summary = try FolderPublication(into: target).publish([
                ("a.txt", Array("1".utf8)), ("c.txt", Array("3".utf8)),
            ])
            #expect(summary.written == ["c.txt"])
            #expect(summary.removed == ["b.txt"])
            #expect(summary.unchanged == 1)
            #expect(try inode(target + "/a.txt") == before)
            #expect(!FileManager.default.fileExists(atPath: target + "/b.txt"))
        }
    }

    @Test("a file of somebody else's is left alone")
    func foreignFiles() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            _ = try FolderPublication(into: target).publish([])
            try "mine".write(toFile: target + "/mine.txt", atomically: true, encoding: .utf8)
            _ = try FolderPublication(into: target).publish([("a.txt", [])])
            #expect(FileManager.default.fileExists(atPath: target + "/mine.txt"))
        }
    }

    @Test("a manifest that was tampered with does not lead out of the folder")
    func tamperedManifest() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            let victim = folder.path("victim.txt")
            try "x".write(toFile: victim, atomically: true, encoding: .utf8)
            _ = try FolderPublication(into: target).publish([])
            try "../victim.txt\n".write(toFile: target + "/.visitd-manifest", atomically: true, encoding: .utf8)
            _ = try FolderPublication(into: target).publish([])
            #expect(FileManager.default.fileExists(atPath: victim))
        }
    }

    @Test("a file where the folder should be is refused")
    func fileInTheWay() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("file")
            try "x".write(toFile: path, atomically: true, encoding: .utf8)
            #expect(throws: DeskError.notAFolder(path)) { try FolderPublication(into: path) }
        }
    }

    @Test("identifiers never share a file, and none leads out of the folder")
    func fileNames() {
        let names = ["H1", "H/1", "H%2F1", "../x", "家庭1", "a.b"].map { FileName("household", $0, "ics").text }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { !$0.contains("/") && !$0.contains("..") })
    }
}
