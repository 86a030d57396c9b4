import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Feeds in archives")
struct ArchiveTests {
    static let python = OutsideTool.python("zipfile")

    /// Packs a file or folder by Python's zipfile; `prefix` is a folder inside the archive.
    private func pack(_ path: String, as archive: String, prefix: String = "", method: String = "ZIP_DEFLATED") throws {
        _ = try Self.python.run([
            "-c",
            """
            import os, sys, zipfile
            with zipfile.ZipFile(sys.argv[2], 'w', zipfile.\(method)) as archive:
                for name in sorted(os.listdir(sys.argv[1])):
                    archive.write(os.path.join(sys.argv[1], name), sys.argv[3] + name)
                if sys.argv[3]: archive.writestr('__MACOSX/stops.txt', 'rubbish')
            """, path, archive, prefix,
        ])
    }

    private func read(_ path: String) throws -> Reading { try FileReader(known: Register()).read([path]) }

    @Test(
        "a feed is the same packed or not, in a folder or not", .enabled(if: python.isPresent, "\(python.missing)"),
        arguments: [("", "ZIP_DEFLATED"), ("inner/folder/", "ZIP_DEFLATED"), ("", "ZIP_STORED")])
    func packed(prefix: String, method: String) throws {
        try TemporaryFolder.use { folder in
            let path = try FeedWorld.write(in: folder)
            let archive = "\(folder.path)/feed.zip"
            try pack(path, as: archive, prefix: prefix, method: method)
            let (plain, packed) = (try read(path), try read(archive))
            #expect(plain.batch?.timetables == packed.batch?.timetables)
            #expect(packed.batch?.timetables.count == 1)
            #expect(packed.sources.first?.table == "timetables")
        }
    }

    @Test("a folder of tables may hold feeds, packed or not; two of one name are refused")
    func beside() throws {
        try TemporaryFolder.use { folder in
            _ = try FeedWorld.write(in: folder)
            _ = try folder.write(Array("id,name\nPL1,Town\n".utf8), to: "places.csv")
            let reading = try read(folder.path)
            #expect(reading.batch?.timetables.map(\.id) == ["feed"])
            #expect(reading.batch?.register.places.map(\.id) == ["PL1"])
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/other", withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: "\(folder.path)/feed", toPath: "\(folder.path)/other/feed")
            let both = try FileReader(known: Register()).read(["\(folder.path)/feed", "\(folder.path)/other/feed"])
            #expect(both.findings.map(\.code) == [FaultCode.repeatedFeed.rawValue])
        }
    }

    @Test("three bytes are no archive")
    func threeBytes() throws {
        try TemporaryFolder.use { folder in
            let reading = try read(try folder.write([0x50, 0x4B, 0x03], to: "feed.zip"))
            #expect(reading.batch == nil)
            #expect(reading.findings.map(\.code) == [FaultCode.badArchive.rawValue])
            #expect(reading.findings.first?.sentence.english.contains("3 bytes") ?? false)
        }
    }

    @Test("an archive of ten million files is refused before one is looked at")
    func tenMillion() throws {
        try TemporaryFolder.use { folder in
            // The end record of a directory alone: first one that lists 60,000 files, then one that leaves the number to
            // a 64-bit record, as ten million need.
            for (count, sentence) in [([0x60, 0xEA], "60000"), ([0xFF, 0xFF], "65,535")] {
                let bytes: [UInt8] =
                    [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + (count + count).map { UInt8($0) }
                    + Array(repeating: 0, count: 10)
                let reading = try read(try folder.write(bytes, to: "feed.zip"))
                #expect(reading.findings.map(\.code) == [FaultCode.badArchive.rawValue])
                #expect(reading.findings.first?.sentence.english.contains(sentence) ?? false)
            }
        }
    }

    @Test("an archive made to fill the memory is refused", .enabled(if: python.isPresent, "\(python.missing)"))
    func bomb() throws {
        try TemporaryFolder.use { folder in
            let path = "\(folder.path)/feed.zip"
            _ = try Self.python.run([
                "-c",
                """
                import sys, zipfile
                with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:
                    archive.writestr('stops.txt', bytes(64 << 20))
                """, path,
            ])
            let reading = try read(path)
            #expect(reading.batch == nil)
            #expect(reading.findings.contains { $0.code == FaultCode.badArchive.rawValue })
        }
    }

    @Test(
        "an archive cut short or with a byte changed anywhere never crashes, and is never read as whole",
        .enabled(if: python.isPresent, "\(python.missing)"), arguments: 0..<40)
    func damaged(seed: Int) throws {
        try TemporaryFolder.use { folder in
            let path = try FeedWorld.write(in: folder)
            let archive = "\(folder.path)/feed.zip"
            try pack(path, as: archive)
            var bytes = Array(try Data(contentsOf: URL(filePath: archive)))
            var random = SeededRandom(seed: UInt64(seed))
            if seed % 2 == 0 {
                bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
            } else {
                bytes[Int.random(in: bytes.indices, using: &random)] ^= 0x55
            }
            let reading = try read(try folder.write(bytes, to: "damaged/feed.zip"))
            let hasErrors = reading.findings.contains { $0.severity == .error }
            #expect((reading.batch == nil) == hasErrors)
            // The directory stands at the end: without it nothing is read.
            if seed % 2 == 0 { #expect(hasErrors) }
        }
    }
}
