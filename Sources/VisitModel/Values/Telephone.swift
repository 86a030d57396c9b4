/// A telephone number as somebody typed it, checked for being one.
///
/// People see what was typed. A machine dials the international number (ITU-T E.164) where the country is known: from a
/// leading `+` or `00`, otherwise from the place where the number is used.
public struct Telephone: Hashable, Sendable {
    /// Why something is no telephone number.
    public enum Flaw: Hashable, Sendable {
        /// A spreadsheet has turned it into another number: `1.3E+10`, `13000000000.0`.
        case spoilt
        /// It holds something else than digits and the signs between them.
        case otherSigns
        /// So many digits are too few, or too many, for any number.
        case digits(Int)
        /// No country has the code with which it begins.
        case unknownCode
        /// So many digits, without the country code and what is dialled before them at home, are too few or too many there.
        case length(Int, code: String, expected: [Int])
        /// A Chinese mobile number has eleven digits and begins with 13 to 19.
        case notChineseMobile
        /// The zero with which people of the country write their numbers is missing.
        case lostZero

        /// Whether it can be a number after all, of a plan that has changed: people are asked, and no machine dials it.
        public var isDoubtful: Bool {
            switch self {
            case .length, .notChineseMobile, .lostZero: true
            case .spoilt, .otherSigns, .digits, .unknownCode: false
            }
        }
    }

    /// The number as it was typed, without signs that nobody sees and with full-width ones made narrow.
    public let text: String
    /// The digits to dial, without an extension: `+8613800000001`. Without `+` where the country is not known, or the number is
    /// one that is dialled there alone.
    public let dialled: String

    /// How many digits a number can have (E.164 allows 15; short numbers of services have 5).
    public static let digits = 5...15

    /// Reads a number, which may end in an extension (`转801`, `ext 12`).
    ///
    /// - Parameter country: the country, by its two letters, in whose form a number without a country code is written.
    public static func read(_ typed: String, in country: String? = nil) -> Result<Telephone, FlawedNumber> {
        let text = PlainText.identifier(typed)
        let (number, rest) = parted(text)
        guard rest.utf8.count <= 6, rest.utf8.allSatisfy(\.isASCIIDigit) else { return .failure(.init(.otherSigns)) }
        if isSpoilt(number) { return .failure(.init(.spoilt)) }
        guard let digits = digits(of: number) else { return .failure(.init(.otherSigns)) }
        let home = country.flatMap(NumberingPlan.plan)
        let reading = abroad(digits, from: home) ?? atHome(digits, home)
        return reading.map { Telephone(text: text, dialled: $0) }
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
        // Chinese offices write area, number and extension with nothing but hyphens between: 0551-62880000-801.
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }), text.hasPrefix("0"),
            (3...4).contains(parts[0].utf8.count), (7...8).contains(parts[1].utf8.count),
            (1...5).contains(parts[2].utf8.count)
        else { return (text, "") }
        return (parts[0] + "-" + parts[1], String(parts[2]))
    }

    /// Whether a spreadsheet shows a number so: with an exponent, or with decimals.
    private static func isSpoilt(_ text: String) -> Bool {
        if PlainText.isScientific(text) { return true }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count >= 7 && !parts[1].isEmpty
            && parts[1].utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    }

    /// The digits of a number, with a leading plus; nil where something else is in it.
    private static func digits(of text: String) -> String? {
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
}

extension Telephone {
    /// What to dial for a number with a country code; nil where it has none.
    private static func abroad(_ digits: String, from home: NumberingPlan?) -> Result<String, FlawedNumber>? {
        if digits.hasPrefix("+") { return world(digits.dropFirst()) }
        // Country codes begin with 1 to 9, invented numbers with three zeros.
        if digits.hasPrefix("0") {
            let dialled = digits.hasPrefix("00") ? "00" : home?.international ?? "00"
            let rest = digits.dropFirst(dialled.utf8.count)
            return digits.hasPrefix(dialled) && rest.first != "0" && rest.utf8.count > 9 ? world(rest) : nil
        }
        // Programs often leave out the plus before the code of the own country.
        guard let home, home.prefix != home.code, digits.hasPrefix(home.code) else { return nil }
        let rest = digits.dropFirst(home.code.utf8.count)
        let isWithCode = home.lengths.contains(rest.utf8.count) && rest.utf8.count >= 8 && rest.first != "0"
        let isNational = !home.writesZero && home.lengths.contains(digits.utf8.count)
        return isWithCode && !isNational ? world(digits[...]) : nil
    }

    /// What to dial for a number that begins with its country code.
    private static func world(_ digits: Substring) -> Result<String, FlawedNumber> {
        guard (7...15).contains(digits.utf8.count), digits.first != "0" else {
            return .failure(.init(.digits(digits.utf8.count)))
        }
        guard let plan = NumberingPlan.plan(ofCodeIn: digits) else { return .failure(.init(.unknownCode)) }
        var national = digits.dropFirst(plan.code.utf8.count)
        // Many write +44 (0)20: where a zero is dialled at home, no number begins with one.
        if plan.prefix == "0", national.first == "0" { national = national.dropFirst() }
        return number(national, of: plan)
    }

    /// What to dial for a number without a country code.
    private static func atHome(_ digits: String, _ home: NumberingPlan?) -> Result<String, FlawedNumber> {
        let count = digits.utf8.count
        guard Self.digits.contains(count) else { return .failure(.init(.digits(count))) }
        // Three zeros begin no number: those who make up people for trials use them.
        guard let home, !digits.hasPrefix("000") else { return .success(digits) }
        // Short numbers of services, of which every country has its own.
        if count <= 6 { return .success(digits) }
        let isPrefixed = !home.prefix.isEmpty && digits.hasPrefix(home.prefix)
        if home.code == "86", digits.hasPrefix("1"), !isChineseMobile(digits[...]) {
            return .failure(.init(.notChineseMobile))
        }
        if home.local.contains(count), !isPrefixed { return .success(digits) }
        guard let national = home.national(digits[...]) else {
            return .failure(.init(home.length(count - (isPrefixed ? home.prefix.utf8.count : 0))))
        }
        if home.writesZero, !digits.hasPrefix("0"), !home.isWrittenWithoutZero(digits) {
            return .failure(.init(.lostZero))
        }
        return number(national, of: home)
    }

    private static func number(_ national: Substring, of plan: NumberingPlan) -> Result<String, FlawedNumber> {
        let isBeijing = national.hasPrefix("10") && national.utf8.count == 10
        if plan.code == "86", national.hasPrefix("1"), !isBeijing, !isChineseMobile(national) {
            return .failure(.init(.notChineseMobile))
        }
        guard plan.lengths.contains(national.utf8.count) else {
            return .failure(.init(plan.length(national.utf8.count)))
        }
        return .success("+\(plan.code)\(national)")
    }

    private static func isChineseMobile(_ digits: Substring) -> Bool {
        digits.utf8.count == 11 && digits.hasPrefix("1") && ("3"..."9").contains(digits.dropFirst().first ?? "0")
    }
}

extension NumberingPlan {
    /// Whether people write such a number without a zero: mobile numbers of China, and those that a whole country shares.
    fileprivate func isWrittenWithoutZero(_ digits: String) -> Bool {
        if code == "86" {
            return digits.hasPrefix("1")
                || (digits.utf8.count == 10 && (digits.hasPrefix("400") || digits.hasPrefix("800")))
        }
        return digits.hasPrefix("1") || digits.utf8.count < 9
    }

    fileprivate func length(_ count: Int) -> Telephone.Flaw { .length(count, code: code, expected: lengths.sorted()) }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
