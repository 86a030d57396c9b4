/// How many sequences beyond ASCII in some bytes are valid UTF-8, and how many are not.
struct UTF8Survey: Hashable {
    private(set) var valid = 0
    private(set) var invalid = 0

    init(of bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            var at = 0
            while at < bytes.count {
                if at + 8 <= bytes.count,
                    bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    at += 8
                } else if bytes[at] < 0x80 {
                    at += 1
                } else if let length = Self.sequenceLength(in: bytes, at: at) {
                    valid += 1
                    at += length
                } else {
                    invalid += 1
                    at += 1
                }
            }
        }
    }

    /// The length of the well-formed sequence at `at` (Unicode, table 3-7), or nil where there is none.
    private static func sequenceLength(in bytes: UnsafeRawBufferPointer, at: Int) -> Int? {
        func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            at + offset < bytes.count && range.contains(bytes[at + offset])
        }
        switch bytes[at] {
        case 0xC2...0xDF: return continues(1) ? 2 : nil
        case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : nil
        case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : nil
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : nil
        case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : nil
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : nil
        case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : nil
        default: return nil
        }
    }
}
