import Foundation

/// Text as a machine compares it, however an input method or a spreadsheet wrote it.
package enum PlainText {
    /// `text` with full-width digits, letters and signs in their ASCII forms, and dashes as hyphens.
    package static func halfWidth(_ text: String) -> String {
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

    /// `text` as identifiers are compared: without invisible characters, with narrow instead of full-width forms, with
    /// plain spaces and none at the ends, and with accented letters composed. Dashes stay what they are.
    package static func identifier(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var out = String.UnicodeScalarView()
        var isWide = false
        for scalar in text.unicodeScalars where !scalar.hasNoWidth {
            switch scalar.value {
            case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: out.append(" ")
            default:
                isWide = isWide || scalar.value >= 0xC0
                out.append(scalar)
            }
        }
        let plain = String(out).trimmed
        return isWide ? plain.precomposedStringWithCanonicalMapping : plain
    }

    /// What several spellings of a person's name have in common: letters and digits, narrow and small. Spaces, points
    /// between the parts of a name, hyphens and apostrophes are written in many ways and left out.
    package static func nameKey(_ name: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in identifier(name).lowercased().unicodeScalars where !scalar.isBlank && !scalar.joinsNames {
            key.append(scalar)
        }
        return String(key)
    }

    /// Whether a spreadsheet writes a long number so: `1.10101E+17`. Digits of it are lost.
    package static func isScientific(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let sign = parts[1].first, sign == "+" || sign == "-" else { return false }
        let digits = parts[0].filter { $0 != "." && $0 != "," }
        return parts[0].count - digits.count <= 1 && !digits.isEmpty
            && (digits + parts[1].dropFirst()).allSatisfy { $0.isASCII && $0.isNumber } && parts[1].count > 1
    }
}

extension StringProtocol {
    /// The text without white space around it.
    package var trimmed: String {
        let kept = unicodeScalars.drop { $0.isBlank }
        guard let end = kept.lastIndex(where: { !$0.isBlank }) else { return "" }
        return String(String.UnicodeScalarView(kept[...end]))
    }
}

extension Unicode.Scalar {
    /// Whether it is white space, the ideographic space of Chinese input methods above all, or of no width.
    package var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Whether it stands between the parts of a name: a middle dot of any kind, a point, a hyphen or dash, an apostrophe.
    package var joinsNames: Bool {
        switch value {
        case 0x27, 0x2D, 0x2E, 0x60, 0xB7, 0x2BC, 0x387, 0x2010...0x2015, 0x2018, 0x2019, 0x2022, 0x2024, 0x2027,
            0x2219,
            0x22C5, 0x2E31, 0x2E33, 0x30FB, 0xFF0E, 0xFF65:
            true
        default: false
        }
    }

    /// Whether nobody sees it: marks of direction, joiners, soft hyphens, selectors of variants.
    package var hasNoWidth: Bool {
        switch value {
        case 0xAD, 0x34F, 0x61C, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
            0xFEFF, 0xE0000...0xE01EF:
            true
        default: false
        }
    }
}
