/// A telephone number as somebody typed it, checked for being one.
///
/// What people see is what was typed; what a machine dials is without the signs between the digits. Numbers of other
/// countries are known by a leading `+` (ITU-T E.164: at most 15 digits) or `00`; all others are national, and of those only
/// what no country has is refused: the forms of China are known more closely, since most numbers here are Chinese.
public struct Telephone: Hashable, Sendable {
    /// Why something is no telephone number.
    public enum Flaw: Hashable, Sendable {
        /// A spreadsheet has turned it into another number: `1.3E+10`, `13000000000.0`.
        case spoilt
        /// It holds something else than digits and the signs between them.
        case otherSigns
        /// So many digits are too few, or too many, for any number.
        case digits(Int)
        /// A Chinese mobile number has eleven digits and begins with 13 to 19.
        case notChineseMobile
    }

    /// The number as it was typed, without signs that nobody sees and with full-width ones made narrow.
    public let text: String
    /// The digits to dial, with `+` before the code of a country; an extension is left out.
    public let dialled: String

    /// How many digits a number can have (E.164 allows 15; short numbers of services have 5).
    public static let digits = 5...15

    /// Reads a number, which may end in an extension (`转801`, `ext 12`).
    ///
    /// - Parameter isChinese: whether a number without the code of a country is one of China.
    public static func read(_ typed: String, isChinese: Bool = false) -> Result<Telephone, FlawedNumber> {
        let text = PlainText.identifier(typed)
        let (number, rest) = parted(text)
        guard rest.utf8.count <= 6, rest.utf8.allSatisfy(\.isASCIIDigit) else { return .failure(.init(.otherSigns)) }
        if isSpoilt(number) { return .failure(.init(.spoilt)) }
        guard var digits = dialled(number) else { return .failure(.init(.otherSigns)) }
        if digits.hasPrefix("00"), digits.utf8.count > 11, digits.dropFirst(2).first != "0" {
            digits = "+" + digits.dropFirst(2)
        }
        let isForeign = digits.hasPrefix("+")
        let count = digits.utf8.count - (isForeign ? 1 : 0)
        guard Self.digits.contains(count), !digits.hasPrefix("+0") else { return .failure(.init(.digits(count))) }
        let chinese: Substring? =
            digits.hasPrefix("+86") ? digits.dropFirst(3) : !isForeign && isChinese ? digits[...] : nil
        if let chinese, chinese.hasPrefix("1"), chinese.utf8.count > 6, !isChineseMobile(chinese) {
            return .failure(.init(.notChineseMobile))
        }
        return .success(Telephone(text: text, dialled: digits))
    }

    /// A flaw as an error.
    public struct FlawedNumber: Error, Hashable {
        /// What is wrong.
        public let flaw: Flaw

        init(_ flaw: Flaw) {
            self.flaw = flaw
        }
    }

    /// The number and the extension behind it.
    private static func parted(_ text: String) -> (number: String, rest: String) {
        let lowered = text.lowercased()
        for mark in ["转", "轉", "分机", "extension", "ext.", "ext", "x", "#"] {
            guard let found = lowered.firstRange(of: mark) else { continue }
            let number = String(lowered[..<found.lowerBound])
            // Without a number before it, or an extension behind it, the mark is part of something else.
            let rest = String(lowered[found.upperBound...].filter { $0 != " " && $0 != ":" && $0 != "-" })
            return rest.isEmpty || number.isEmpty ? (lowered, "") : (number, rest)
        }
        return (text, "")
    }

    /// Whether a spreadsheet shows a number so: with an exponent, or with decimals.
    private static func isSpoilt(_ text: String) -> Bool {
        if PlainText.isScientific(text) { return true }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count >= 7 && parts[1].utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    }

    /// The digits of a number, with a leading plus; nil where something else is in it.
    private static func dialled(_ text: String) -> String? {
        var digits = ""
        for byte in PlainText.halfWidth(text).utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "+"):
                guard digits.isEmpty else { return nil }
                digits = "+"
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."),
                UInt8(ascii: "/"):
                continue
            default: return nil
            }
        }
        return digits
    }

    private static func isChineseMobile(_ digits: Substring) -> Bool {
        digits.utf8.count == 11 && ("3"..."9").contains(digits.dropFirst().first ?? "0")
    }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
