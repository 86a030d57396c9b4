import CZlib

/// Writes a zip archive with deflated entries (PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16). The same entries give the same
/// bytes: every entry bears the earliest date that the format knows.
public struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// 1 January 1980, midnight.
    private static let date = 1 << 5 | 1
    /// Bit 11: the names are UTF-8.
    private static let flags = 1 << 11
    private static let deflated = 8

    /// An archive without entries.
    public init() {}

    /// Adds an entry after the others.
    public mutating func add(_ name: String, _ content: [UInt8]) {
        let packed = Self.deflate(content)
        let checksum = Int(crc32(0, content, UInt32(content.count)))
        // Version 2.0, flags, method, time, date, checksum, sizes, length of the name, no extra field.
        let common: [(Int, Int)] = [
            (20, 2), (Self.flags, 2), (Self.deflated, 2), (0, 2), (Self.date, 2), (checksum, 4), (packed.count, 4),
            (content.count, 4), (name.utf8.count, 2), (0, 2),
        ]
        let offset = bytes.count
        bytes += Self.record(0x0403_4B50, common) + Array(name.utf8) + packed
        directory += Self.record(0x0201_4B50, [(20, 2)] + common + [(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)])
        directory += Array(name.utf8)
        count += 1
    }

    /// The bytes of the archive.
    public var archive: [UInt8] {
        bytes + directory
            + Self.record(
                0x0605_4B50,
                [(0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (bytes.count, 4), (0, 2)])
    }

    private static func record(_ signature: Int, _ fields: [(value: Int, bytes: Int)]) -> [UInt8] {
        ([(signature, 4)] + fields).flatMap { value, length in
            (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
    }

    private static func deflate(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        // Negative window bits: a bare deflate stream, as archives hold it.
        let begun = deflateInit2_(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(begun == Z_OK, "zlib could not be started: \(begun).")
        defer { deflateEnd(&stream) }
        var input = content
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        let written = input.withUnsafeMutableBufferPointer { source in
            packed.withUnsafeMutableBufferPointer { target in
                (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
                (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(target.count))
                // The bound was asked for, so one call ends it.
                let status = CZlib.deflate(&stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "zlib did not finish: \(status).")
                return target.count - Int(stream.avail_out)
            }
        }
        return Array(packed.prefix(written))
    }
}
