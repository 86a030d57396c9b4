/// Text as a machine reads it, however an input method wrote it.
enum PlainText {
    /// `text` with full-width digits, letters and signs in their ASCII forms, and dashes as hyphens.
    static func halfWidth(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000, 0xA0: out.append(" ")
            case 0x2010...0x2015, 0x2212: out.append("-")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}

extension StringProtocol {
    /// The text without white space around it.
    var trimmed: String {
        let kept = unicodeScalars.drop { $0.isBlank }
        guard let end = kept.lastIndex(where: { !$0.isBlank }) else { return "" }
        return String(String.UnicodeScalarView(kept[...end]))
    }
}

extension Unicode.Scalar {
    /// Whether it is white space, the ideographic space of Chinese input methods above all, or of no width.
    var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
