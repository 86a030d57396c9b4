import CZlib

/// Unpacks one entry of an archive, piece by piece, by the system's zlib.
public enum Inflation {
    /// Why an entry could not be unpacked.
    public enum Fault: Error, Hashable {
        /// A password is needed.
        case encrypted
        /// It is packed in a way that is not read: the number of PKWARE's list.
        case unknownMethod(Int)
        /// The bytes do not fit their checksum, or are no deflated bytes at all.
        case damaged
        /// It would be more bytes than the caller allows.
        case tooLarge(limit: Int)
        /// So few bytes became so many that it must be a zip bomb.
        case suspicious(bytes: Int, packed: Int)
    }

    /// Tables of times shrink to a tenth or a twentieth. What grows more than 250 times past `unsuspicious` bytes is a
    /// zip bomb.
    private static let mostGrowth = 250
    private static let unsuspicious = 16 << 20
    private static let piece = 256 << 10

    /// The bytes of `entry`, at most `limit` of them.
    public static func bytes(of entry: ZipArchive.Entry, in archive: ZipArchive, limit: Int) throws(Fault) -> [UInt8] {
        guard !entry.isEncrypted else { throw .encrypted }
        // What the directory says is enough to refuse an entry; that it says less than the truth is found below.
        guard entry.bytes <= limit else { throw .tooLarge(limit: limit) }
        if entry.bytes > unsuspicious, entry.bytes / mostGrowth > entry.packedBytes {
            throw .suspicious(bytes: entry.bytes, packed: entry.packedBytes)
        }
        guard let range = archive.packed(entry) else { throw .damaged }
        let found: [UInt8]
        switch entry.method {
        case 0:
            guard range.count <= limit else { throw .tooLarge(limit: limit) }
            found = Array(archive.bytes[range])
        case 8: found = try inflate(archive.bytes, range, expected: entry.bytes, limit: limit)
        default: throw .unknownMethod(entry.method)
        }
        let checksum = found.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
        guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else { throw .damaged }
        return found
    }

    private static func inflate(
        _ packed: [UInt8], _ range: Range<Int>, expected: Int, limit: Int
    ) throws(Fault) -> [UInt8] {
        var stream = z_stream()
        // Minus 15: no header of zlib's own around the deflated bytes (RFC 1951).
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .damaged
        }
        defer { inflateEnd(&stream) }
        var out: [UInt8] = []
        // The directory's word has been weighed already; what it does not keep to is damage.
        out.reserveCapacity(min(expected, limit))
        var buffer = [UInt8](repeating: 0, count: piece)
        var taken = range.lowerBound
        while true {
            let (status, used, made) = step(&stream, packed, taken..<range.upperBound, &buffer)
            taken += used
            out += buffer[..<made]
            guard out.count <= expected else { throw .damaged }
            guard out.count <= limit else { throw .tooLarge(limit: limit) }
            if out.count > unsuspicious, out.count / mostGrowth > range.count {
                throw .suspicious(bytes: out.count, packed: range.count)
            }
            if status == Z_STREAM_END { return out }
            guard status == Z_OK, used + made > 0 else { throw .damaged }
        }
    }

    /// One call of zlib: what it says, how many bytes it took, and how many it made.
    private static func step(
        _ stream: inout z_stream, _ packed: [UInt8], _ range: Range<Int>, _ buffer: inout [UInt8]
    ) -> (status: Int32, used: Int, made: Int) {
        packed.withUnsafeBufferPointer { input in
            buffer.withUnsafeMutableBufferPointer { output in
                let given = min(range.count, 1 << 30)
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.advanced(by: range.lowerBound))
                stream.avail_in = UInt32(given)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                let status = CZlib.inflate(&stream, Z_NO_FLUSH)
                return (status, given - Int(stream.avail_in), output.count - Int(stream.avail_out))
            }
        }
    }
}
