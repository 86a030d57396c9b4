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
            case 0xC2, 0xE2: if separator(utf8, at: position) > 0 { return false }
            default: continue
            }
        }
        return true
    }

    /// Writes the text with its escapes. Line ends of every kind become `\n`; control characters, which the format
    /// cannot carry, are left out.
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
                let length = separator(utf8, at: position)
                if length == 0 { out.append(byte) } else { newline(into: &out) }
                position += max(0, length - 1)
            }
            position += 1
        }
    }

    /// The length of a line separator of Unicode (U+0085, U+2028, U+2029) at `position`; 0 where there is none. The
    /// format allows them, but readers that split text by Unicode's rules would take them for the end of the line.
    private static func separator(_ utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        if utf8[position] == 0xC2 { return utf8[position + 1] == 0x85 ? 2 : 0 }
        guard utf8[position] == 0xE2, utf8[position + 1] == 0x80 else { return 0 }
        return utf8[position + 2] == 0xA8 || utf8[position + 2] == 0xA9 ? 3 : 0
    }

    private static func newline(into out: inout [UInt8]) {
        out.append(UInt8(ascii: "\\"))
        out.append(UInt8(ascii: "n"))
    }
}
