/// The directory of a zip archive (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16), read without inflating anything.
///
/// Nothing in the archive is believed: every offset is checked against the size, the number of entries is bounded
/// before the first one is read, and an entry is inflated only up to the caller's limit.
public struct ZipArchive: Sendable {
    /// One file of the archive.
    public struct Entry: Hashable, Sendable {
        /// The name with its folders.
        public var path: String
        /// How its bytes are packed: 0 stored, 8 deflated.
        var method: Int
        /// Whether a password is needed.
        var isEncrypted: Bool
        var packedBytes: Int
        var bytes: Int
        var checksum: UInt32
        /// Where its local header stands.
        var offset: Int

        /// The name without its folders.
        public var name: String { String(path.split(separator: "/").last ?? "") }
        /// How many folders it lies in.
        public var depth: Int { path.split(separator: "/").count }
    }

    /// What is wrong with an archive as a whole.
    public enum Fault: Error, Hashable {
        /// The bytes, so many, have no directory at their end.
        case notAnArchive(bytes: Int)
        /// It lists more entries than are read.
        case tooManyEntries(Int)
        /// It is of the 64-bit form.
        case tooLarge
        /// The directory is damaged at that byte.
        case damaged(at: Int)
    }

    /// More entries than any feed has. An archive with more is refused unseen.
    public static let mostEntries = 1000

    let bytes: [UInt8]
    /// The files, in the order of the directory.
    public private(set) var entries: [Entry] = []

    /// Reads the directory of the archive that `bytes` are.
    public init(_ bytes: [UInt8]) throws(Fault) {
        self.bytes = bytes
        guard let end = Self.endRecord(in: bytes) else { throw .notAnArchive(bytes: bytes.count) }
        let (count, size, start) = (number(end + 10, 2), number(end + 12, 4), number(end + 16, 4))
        // The largest values mean that a 64-bit record tells more (section 4.4.1.4): more than a feed has.
        guard count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else { throw .tooLarge }
        guard count <= Self.mostEntries else { throw .tooManyEntries(count) }
        guard start + size <= end else { throw .damaged(at: end) }
        var at = start
        for _ in 0..<count {
            let (entry, next) = try self.entry(at: at, before: end)
            if let entry { entries.append(entry) }
            at = next
        }
    }

    /// Where the packed bytes of `entry` are; nil where the archive is damaged there.
    func packed(_ entry: Entry) -> Range<Int>? {
        guard entry.offset + 30 <= bytes.count, number(entry.offset, 4) == 0x0403_4B50 else { return nil }
        let start = entry.offset + 30 + number(entry.offset + 26, 2) + number(entry.offset + 28, 2)
        guard start + entry.packedBytes <= bytes.count else { return nil }
        return start..<(start + entry.packedBytes)
    }

    /// One entry of the directory, nil for a folder, and where the next one begins.
    private func entry(at start: Int, before end: Int) throws(Fault) -> (Entry?, Int) {
        guard start + 46 <= end, number(start, 4) == 0x0201_4B50 else { throw .damaged(at: start) }
        let nameLength = number(start + 28, 2)
        let next = start + 46 + nameLength + number(start + 30, 2) + number(start + 32, 2)
        guard next <= end else { throw .damaged(at: start) }
        let path = String(decoding: bytes[(start + 46)..<(start + 46 + nameLength)], as: UTF8.self)
            .replacing("\\", with: "/")
        guard !path.hasSuffix("/") else { return (nil, next) }
        let entry = Entry(
            path: path, method: number(start + 10, 2), isEncrypted: number(start + 8, 2) & 1 == 1,
            packedBytes: number(start + 20, 4), bytes: number(start + 24, 4),
            checksum: UInt32(number(start + 16, 4)), offset: number(start + 42, 4))
        return (entry, next)
    }

    /// Where the record stands that ends the directory: within the last 65,557 bytes.
    private static func endRecord(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        let lowest = max(0, bytes.count - 22 - 0xFFFF)
        var at = bytes.count - 22
        while at >= lowest {
            if bytes[at] == 0x50, bytes[at + 1] == 0x4B, bytes[at + 2] == 5, bytes[at + 3] == 6 { return at }
            at -= 1
        }
        return nil
    }

    /// The number in `length` bytes at `start`, the lowest byte first. The caller has checked that they are there.
    private func number(_ start: Int, _ length: Int) -> Int {
        (0..<length).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
}
