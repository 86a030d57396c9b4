import Foundation
import Testing
import VisitTestSupport

@testable import VisitApplication

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

    @Test("a file that somebody changed is put right, also where its length is the same")
    func changedFile() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            let files = [(name: "a.txt", bytes: Array("one".utf8)), (name: "b.txt", bytes: Array("two".utf8))]
            _ = try FolderPublication(into: target).publish(files)
            try Data("eno".utf8).write(to: URL(filePath: target + "/a.txt"))
            try FileManager.default.removeItem(atPath: target + "/b.txt")
            let summary = try FolderPublication(into: target).publish(files)
            #expect((summary.written, summary.unchanged) == (["a.txt", "b.txt"], 0))
            #expect(try folder.read("out/a.txt") == Array("one".utf8))
        }
    }

    @Test("a file stays unread where it was made from the same, and nobody has touched it")
    func sameOrigin() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            var publication = try FolderPublication(into: target)
            for name in ["a", "b"] { try publication.put(FileContent(name, Array("1".utf8), from: "the same")) }
            _ = try publication.finish()
            // Within one tick of the file system's clock nothing is vouched for.
            let manifest = String(decoding: try folder.read("out/.visitd-manifest"), as: UTF8.self)
            let written = try #require(FileStatus(of: target + "/b")).changed
            while try #require(FileStatus(of: target + "/.visitd-manifest")).changed <= written {
                try folder.write(manifest, to: "out/.visitd-manifest")
            }

            try Data("2".utf8).write(to: URL(filePath: target + "/b"))
            publication = try FolderPublication(into: target)
            let kept = [("a", "another"), ("a", "the same"), ("b", "the same"), ("c", "the same")].map { name, origin in
                publication.keeps(name, from: origin)
            }
            #expect(kept == [false, true, false, false])
            let summary = try publication.finish()
            #expect((summary.unchanged, summary.removed) == (1, ["b"]))
        }
    }

    @Test("a publication that ended in the middle leaves whole files, all of which the next one knows as its own")
    func endedInTheMiddle() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            _ = try FolderPublication(into: target).publish([("a.txt", Array("1".utf8))])
            // The next one writes two files and is killed before it writes its manifest.
            let first = try folder.read("out/.visitd-manifest")
            _ = try FolderPublication(into: target).publish([("a.txt", Array("2".utf8)), ("b.txt", Array("3".utf8))])
            var names = String(decoding: first, as: UTF8.self).split(separator: "\n").map(String.init)
            names = names.map { String($0.prefix { $0 != "\t" }) } + ["b.txt"]
            try folder.write(names.joined(separator: "\n") + "\n", to: "out/.visitd-manifest")
            let summary = try FolderPublication(into: target).publish([("a.txt", Array("2".utf8))])
            #expect((summary.written, summary.removed, summary.unchanged) == ([], ["b.txt"], 1))
        }
    }

    @Test("many files are written together, and leave no drafts")
    func manyFiles() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            let files = (0..<40).map { (name: "f\($0).txt", bytes: Array("\($0)".utf8)) }
            #expect(try FolderPublication(into: target).publish(files).written.count == 40)
            let names = try FileManager.default.contentsOfDirectory(atPath: target)
            #expect(Set(names) == Set(files.map(\.name) + [".visitd-manifest"]))
            let mode = try FileManager.default.attributesOfItem(atPath: target + "/f1.txt")[.posixPermissions] as? Int
            #expect(mode == 0o640)
        }
    }

    /// The drafts in a folder.
    private func drafts(in target: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: target).filter { $0.contains("draft") }
    }

    @Test("a file that cannot be removed is named, and the next publication tries again")
    func stuckFile() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            let kept = [(name: "a.txt", bytes: Array("1".utf8))]
            _ = try FolderPublication(into: target).publish(kept + [("b.txt", Array("2".utf8))])
            try FileManager.default.removeItem(atPath: target + "/b.txt")
            try folder.write("mine", to: "out/b.txt/letter.txt")
            for _ in 1...2 {
                #expect(throws: DeskError.cannotRemove([target + "/b.txt"])) {
                    try FolderPublication(into: target).publish(kept)
                }
            }
            #expect(try folder.read("out/b.txt/letter.txt") == Array("mine".utf8))
            try FileManager.default.removeItem(atPath: target + "/b.txt")
            try folder.write("2", to: "out/b.txt")
            #expect(try FolderPublication(into: target).publish(kept).removed == ["b.txt"])
            #expect(!FileManager.default.fileExists(atPath: target + "/b.txt"))
        }
    }

    @Test("what a killed process had drafted goes with the next publication")
    func killed() async throws {
        try await TemporaryFolder.use { folder in
            let target = folder.path("out")
            await #expect(processExitsWith: .signal(SIGKILL)) { [target = target as String] in
                var publication = try FolderPublication(into: target)
                try publication.put(FileContent("child-C1.html", Array("a name".utf8)))
                kill(getpid(), SIGKILL)
            }
            #expect(try drafts(in: target).count == 1)
            _ = try FolderPublication(into: target).publish([])
            #expect(try drafts(in: target) == [])
        }
    }

    @Test(
        "drafts that killed processes of earlier versions left go too, and neither a living one's nor other people's files"
    )
    func earlierDrafts() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            // No process has the number of one that has ended and was waited for.
            var dead: pid_t = 0
            var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/true"), nil]
            #expect(posix_spawn(&dead, "/bin/true", nil, nil, &words, nil) == 0)
            while waitpid(dead, nil, 0) < 0, errno == EINTR {}
            free(words[0])
            for name in ["a.txt.tmp\(dead)", "a.txt.tmp\(getpid())", "letter.txt.tmp\(dead)", "a.txt.tmpl"] {
                try folder.write("x", to: "out/\(name)")
            }
            _ = try FolderPublication(into: target).publish([("a.txt", Array("1".utf8))])
            let names = try FileManager.default.contentsOfDirectory(atPath: target).sorted()
            #expect(
                names
                    == [
                        ".visitd-manifest", "a.txt", "a.txt.tmp\(getpid())", "a.txt.tmpl", "letter.txt.tmp\(dead)",
                    ].sorted())
        }
    }

    @Test("the drafts of a publication that is going on are left to it")
    func liveDrafts() throws {
        try TemporaryFolder.use { folder in
            let target = folder.path("out")
            var publication = try FolderPublication(into: target)
            try publication.put(FileContent("a.txt", Array("1".utf8)))
            _ = try FolderPublication(into: target).publish([("b.txt", Array("2".utf8))], removesOthers: false)
            #expect(try drafts(in: target).count == 1)
            _ = try publication.finish(removesOthers: false)
            #expect(try folder.read("out/a.txt") == Array("1".utf8))
            #expect(try drafts(in: target) == [])
        }
    }

    @Test("a publication that fails leaves no draft")
    func failed() throws {
        try TemporaryFolder.use { (folder) throws in
            let target = folder.path("out")
            #expect(throws: DeskError.cannotWrite(target + "/no/b.txt")) {
                try FolderPublication(into: target).publish([("a.txt", Array("1".utf8)), ("no/b.txt", [])])
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: target) == [])
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

    @Test("an identifier that is too long for a file system has a name of its own all the same")
    func longNames() throws {
        let stem = String(repeating: "!", count: 85)
        let names = [stem, stem + "!", "x" + stem, String(repeating: "家", count: 90)].map {
            FileName("household", $0, "ics").text
        }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf8.count <= 200 && $0.hasSuffix(".ics") })
        try TemporaryFolder.use { folder in
            for name in names { _ = try folder.write("x", to: name) }
        }
        #expect(FileName("household", String(repeating: "x", count: 160), "ics").text.count == 174, "Short ones stay.")
    }
}
