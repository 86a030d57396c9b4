import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@Suite("Zip archives")
struct ZipTests {
    static let python = OutsideTool.python("zipfile", "hashlib")

    private static func contents(_ seed: Int) -> [(name: String, bytes: [UInt8])] {
        var random = SeededRandom(seed: UInt64(seed))
        let noise = (0..<Int.random(in: 0..<5000, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
        return [
            ("empty.txt", []), ("folder/one.txt", [UInt8(truncatingIfNeeded: seed)]),
            ("folder/deeper/会见.txt", Array("会见 visit\n".utf8)), ("noise.bin", noise),
            ("long.txt", [UInt8](repeating: 0x61, count: Int.random(in: 1..<300_000, using: &random))),
        ]
    }

    private static func archive(_ contents: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var writer = ZipWriter()
        for (name, bytes) in contents { writer.add(name, bytes) }
        return writer.archive
    }

    @Test("what was packed is unpacked the same, in the same order", arguments: 0..<10)
    func roundTrip(seed: Int) throws {
        let contents = Self.contents(seed)
        let archive = try ZipArchive(Self.archive(contents))
        #expect(archive.entries.map(\.path) == contents.map(\.name))
        #expect(archive.entries.map(\.name) == ["empty.txt", "one.txt", "会见.txt", "noise.bin", "long.txt"])
        #expect(archive.entries.map(\.depth) == [1, 2, 3, 1, 1])
        for (entry, content) in zip(archive.entries, contents) {
            #expect(try Inflation.bytes(of: entry, in: archive, limit: content.bytes.count) == content.bytes)
        }
    }

    @Test("no entry bears the time at which it was packed: the same contents give the same bytes on any day")
    func same() throws {
        let bytes = Self.archive(Self.contents(1))
        // The local header (PKWARE APPNOTE 4.3.7): time of day at 10, date at 12; 1 January 1980 is the earliest.
        let headers = bytes.indices.dropLast(30).filter { bytes[$0..<($0 + 4)].elementsEqual([0x50, 0x4B, 3, 4]) }
        #expect(headers.count >= 5)
        #expect(headers.first == 0)
        for header in headers.prefix(1) + [try #require(headers.dropFirst().first)] {
            #expect(Array(bytes[(header + 10)..<(header + 14)]) == [0, 0, 0x21, 0])
        }
    }

    @Test("an archive without entries is one")
    func empty() throws {
        #expect(try ZipArchive(ZipWriter().archive).entries.isEmpty)
    }

    @Test("an entry with one byte more than is allowed is not unpacked")
    func limit() throws {
        let archive = try ZipArchive(Self.archive([("a.txt", [UInt8](repeating: 7, count: 1000))]))
        let entry = try #require(archive.entries.first)
        #expect(try Inflation.bytes(of: entry, in: archive, limit: 1000).count == 1000)
        #expect(throws: Inflation.Fault.tooLarge(limit: 999)) {
            try Inflation.bytes(of: entry, in: archive, limit: 999)
        }
    }

    @Test("what the directory says of an entry is enough to refuse it, and more than it says is damage")
    func directory() throws {
        func archive(saying bytes: [UInt8]) throws -> ZipArchive {
            var archive = Self.archive([("a.txt", [UInt8](repeating: 7, count: 1000))])
            let directory = archive.count - 22 - 46 - 5
            archive.replaceSubrange((directory + 24)..<(directory + 28), with: bytes)
            return try ZipArchive(archive)
        }
        let large = try archive(saying: [0, 0, 0, 0x40])
        #expect(throws: Inflation.Fault.self) {
            try Inflation.bytes(of: try #require(large.entries.first), in: large, limit: .max)
        }
        let small = try archive(saying: [0xE7, 3, 0, 0])
        #expect(throws: Inflation.Fault.damaged) {
            try Inflation.bytes(of: try #require(small.entries.first), in: small, limit: .max)
        }
    }

    @Test("an archive of a thousand entries is read, and one of a thousand and one is not")
    func most() throws {
        func archive(_ count: Int) -> [UInt8] { Self.archive((0..<count).map { ("f\($0)", []) }) }
        #expect(try ZipArchive(archive(ZipArchive.mostEntries)).entries.count == 1000)
        #expect(throws: ZipArchive.Fault.tooManyEntries(1001)) { try ZipArchive(archive(1001)) }
    }

    @Test("a byte changed in the packed bytes never gives other contents", arguments: 0..<40)
    func damaged(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let content = Array("The visit is on Saturday at ten; the visit is confirmed.".utf8)
        var bytes = Self.archive([("a.txt", content)])
        let packed = 30 + "a.txt".utf8.count
        let whole = try ZipArchive(bytes)
        let entry = try #require(whole.entries.first)
        // The directory of one entry: 46 bytes, its name, and the record of 22 that ends it.
        let end = bytes.count - 22 - 46 - "a.txt".utf8.count
        bytes[Int.random(in: packed..<end, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
        let damaged = try ZipArchive(bytes)
        do {
            #expect(try Inflation.bytes(of: entry, in: damaged, limit: 1 << 20) == content)
        } catch {
            #expect(error == .damaged)
        }
    }

    @Test("Python reads what was packed", .enabled(if: python.isPresent, "\(python.missing)"), arguments: [0, 7])
    func outside(seed: Int) throws {
        let contents = Self.contents(seed)
        try TemporaryFolder.use { folder in
            let path = try folder.write(Self.archive(contents), to: "a.zip")
            let told = try Self.python.run([
                "-c",
                """
                import sys, zipfile, hashlib
                with zipfile.ZipFile(sys.argv[1]) as archive:
                    assert archive.testzip() is None
                    for entry in archive.infolist():
                        assert entry.date_time == (1980, 1, 1, 0, 0, 0), entry.date_time
                        digest = hashlib.sha256(archive.read(entry)).hexdigest()
                        sys.stdout.buffer.write(f'{entry.filename} {entry.file_size} {digest}\\n'.encode())
                """, path,
            ])
            let lines = contents.map { name, bytes in
                let digest = SHA256Digest.bytes(of: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
                return "\(name) \(bytes.count) \(digest.joined())\n"
            }
            #expect(told == lines.joined())
        }
    }
}
