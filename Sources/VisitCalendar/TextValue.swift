/// Values of the type TEXT (RFC 5545, section 3.3.11).
enum TextValue {
    /// The text with its escapes.
    static func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var text = text
        text.withUTF8 { write($0, into: &bytes) }
        return bytes
    }

    /// Whether the text stands for itself.
    static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        for (position, byte) in utf8.enumerated() {
            switch byte {
            case 0..<0x09, 0x0A..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): return false
            case 0xC2, 0xD8, 0xE2: if special(utf8, at: position) != nil { return false }
            default: continue
            }
        }
        return true
    }

    /// Writes the text with its escapes. Line ends of every kind become `\n`; control characters, which the format
    /// cannot carry, and marks of direction are left out.
    static func write(_ utf8: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        var position = 0
        while position < utf8.count {
            let byte = utf8[position]
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            case 0x0D where position + 1 < utf8.count && utf8[position + 1] == 0x0A: break
            case 0x0A, 0x0D: newline(into: &out)
            case 0x09: out.append(byte)
            case 0..<0x20, 0x7F: break
            default:
                guard let special = special(utf8, at: position) else {
                    out.append(byte)
                    break
                }
                if special.endsLine { newline(into: &out) }
                position += special.length - 1
            }
            position += 1
        }
    }

    /// The character at `position` if it is a Unicode line separator (U+0085, U+2028, U+2029) or a control character.
    /// The format allows line separators, but readers that split text by Unicode's rules would take them for the end of
    /// the line: another control character, a mark of direction.
    private static func special(
        _ utf8: UnsafeBufferPointer<UInt8>, at position: Int
    ) -> (length: Int, endsLine: Bool)? {
        // Of these a text that is UTF-8 always has the next byte too.
        switch utf8[position] {
        case 0xC2:
            guard (0x80...0x9F).contains(utf8[position + 1]) else { return nil }
            return (2, utf8[position + 1] == 0x85)
        case 0xD8: return utf8[position + 1] == 0x9C ? (2, false) : nil
        case 0xE2: break
        default: return nil
        }
        switch (utf8[position + 1], utf8[position + 2]) {
        case (0x80, 0xA8), (0x80, 0xA9): return (3, true)
        case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return (3, false)
        default: return nil
        }
    }

    private static func newline(into out: inout [UInt8]) {
        out.append(UInt8(ascii: "\\"))
        out.append(UInt8(ascii: "n"))
    }
}
