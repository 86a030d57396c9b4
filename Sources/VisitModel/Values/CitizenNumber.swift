/// The number by which China knows a person: that of a resident identity card (GB 11643-1999), or of a residence permit
/// that has the same form.
///
/// Whoever writes one into a text gets it masked; the whole of it must be asked for by name (`unmasked`), which only what
/// keeps it, the caseworker's own tables and a prison's gate list do.
public struct CitizenNumber: Hashable, Sendable {
    /// Why something is no citizen number.
    public enum Flaw: Error, Hashable, Sendable {
        /// A spreadsheet has turned it into another number: `1.10101E+17`, or zeros in place of the last digits.
        case spoilt
        /// Digits of it are hidden by signs: `110101********1234`.
        case masked
        /// It holds something else than digits and a closing X.
        case otherSigns
        /// It has that many digits; the cards of today have 18, those of the first generation 15.
        case digits(Int)
        /// It begins with the code of no province, and not as a permit does.
        case area
        /// What stands where the birth date does is no date since 1800.
        case birthDate
        /// The last digit does not follow from the others: at least one of them is wrong.
        case checkDigit
    }

    /// All of it: 18 digits, of which the last may be X, or the 15 of a card of the first generation.
    public let unmasked: String
    /// The date of birth that is part of it.
    public let birthDate: Day
    /// The sex that is part of it: odd serial numbers are men's.
    public let sex: Sex

    /// Reads a number as people and spreadsheets write it: with spaces or hyphens between the groups, full-width digits, a
    /// small x, a sign × in place of the letter, and the marks by which spreadsheets keep a number as text.
    public static func read(_ typed: String) -> Result<CitizenNumber, Flaw> {
        let text = String(unwrapped(PlainText.identifier(typed)))
        if PlainText.isScientific(text) || hasDecimals(text) { return .failure(.spoilt) }
        guard let signs = signs(of: text) else { return .failure(isMasked(text) ? .masked : .otherSigns) }
        guard signs.count == 15 || signs.count == 18 else { return .failure(.digits(signs.count)) }
        if signs.dropLast().contains(letterX) || (signs.count == 15 && signs.last == letterX) {
            return .failure(.otherSigns)
        }
        // Spreadsheets keep fifteen digits of a number and put zeros in the place of the rest.
        let isCut = signs.count == 18 && signs.suffix(3).allSatisfy { $0 == zero }
        if signs.count == 18, checkDigit(of: signs) != signs[17] { return .failure(isCut ? .spoilt : .checkDigit) }
        guard hasArea(signs) else { return .failure(.area) }
        guard let birthDate = birthDate(in: signs) else { return .failure(.birthDate) }
        let serial = signs[signs.count == 18 ? 16 : 14]
        return .success(
            CitizenNumber(
                unmasked: String(decoding: signs, as: UTF8.self), birthDate: birthDate,
                sex: serial.isMultiple(of: 2) ? .female : .male))
    }

    /// Whether a number of eighteen digits stands somewhere in `text`, among words or beside other digits.
    public static func isWritten(in text: String) -> Bool {
        // Nearly every text has too few digits, which costs less to see.
        guard text.unicodeScalars.count(where: { $0.isDigit || $0.isWideDigit }) >= 17 else { return false }
        let scalars = Array(PlainText.halfWidth(PlainText.identifier(text)).unicodeScalars)
        let places = scalars.indices.filter { scalars[$0] != " " && scalars[$0] != "-" }
        func holdsDigit(_ place: Int) -> Bool { scalars.indices.contains(place) && scalars[place].isDigit }
        return places.indices.dropLast(17).contains { start in
            let number = places[start..<start + 18]
            guard number.dropLast().allSatisfy(holdsDigit), !holdsDigit(places[start] - 1),
                !holdsDigit(places[start + 17] + 1)
            else { return false }
            let signs = String(String.UnicodeScalarView(number.map { scalars[$0] }))
            if case .success = read(signs) { return true }
            return false
        }
    }

    private init(unmasked: String, birthDate: Day, sex: Sex) {
        self.unmasked = unmasked
        self.birthDate = birthDate
        self.sex = sex
    }

    /// The province's two digits and the last sign, with stars between them. The birth date is often shown beside the
    /// number, and does not reveal the rest.
    public var masked: String {
        unmasked.prefix(2) + String(repeating: "*", count: unmasked.utf8.count - 3) + unmasked.suffix(1)
    }

    /// What a card of today would show: two numbers of one person are alike in it, whichever generation they are of.
    public var identity: String {
        guard unmasked.utf8.count == 15 else { return unmasked }
        let long = Array(unmasked.utf8.prefix(6)) + Array("19".utf8) + Array(unmasked.utf8.dropFirst(6))
        return String(decoding: long + [Self.checkDigit(of: long)], as: UTF8.self)
    }

    /// Whether its last three digits are zeros, as a spreadsheet leaves a long number; one of eleven such passes the check.
    public var endsInZeros: Bool { unmasked.utf8.count == 18 && unmasked.hasSuffix("000") }
}

extension CitizenNumber: CustomStringConvertible, CustomReflectable {
    /// The masked number.
    public var description: String { masked }
    /// No part that a dump could show.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CitizenNumber {
    private static let zero = UInt8(ascii: "0")
    private static let letterX = UInt8(ascii: "X")

    /// The text without the marks by which spreadsheets keep a number as text: `'110…` and `="110…"`.
    private static func unwrapped(_ text: String) -> Substring {
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 { return text.dropFirst(2).dropLast() }
        return text.first.map { "'`‘’".contains($0) } == true ? text.dropFirst() : text[...]
    }

    private static func hasDecimals(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count >= 15 && parts[0].utf8.allSatisfy(isDigit)
            && !parts[1].isEmpty && parts[1].utf8.allSatisfy { $0 == zero }
    }

    /// The digits and the X, without the signs between them; nil where something else is in it.
    private static func signs(of text: String) -> [UInt8]? {
        var signs: [UInt8] = []
        for scalar in PlainText.halfWidth(text).unicodeScalars {
            switch scalar {
            case " ", "-": continue
            case "0"..."9": signs.append(UInt8(scalar.value))
            // A multiplication sign, a Roman ten, and letters of other scripts look like an X and are near at hand on some keyboards.
            case "x", "X", "×", "Ⅹ", "ⅹ", "х", "Х", "χ", "Χ": signs.append(letterX)
            default: return nil
            }
        }
        return signs
    }

    private static func isMasked(_ text: String) -> Bool {
        text.unicodeScalars.contains { "*＊●•█".unicodeScalars.contains($0) }
            && text.unicodeScalars.contains { $0.isDigit }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (zero...UInt8(ascii: "9")).contains(byte) }

    private static func number(_ signs: some Sequence<UInt8>) -> Int { signs.reduce(0) { $0 * 10 + Int($1 - zero) } }

    /// The check digit of the first seventeen (ISO 7064, MOD 11-2).
    private static func checkDigit(of signs: [UInt8]) -> UInt8 {
        let remainder = signs.prefix(17).reduce(0) { (($0 + Int($1 - zero)) * 2) % 11 }
        let digit = (12 - remainder) % 11
        return digit == 10 ? letterX : zero + UInt8(digit)
    }

    /// The first two digits of the codes of provinces (GB/T 2260).
    private static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
        63, 64, 65, 71,
    ]
    /// Residence permits of people from Hong Kong, Macao and Taiwan, by their first six digits.
    private static let permits: Set<Int> = [810_000, 820_000, 830_000]

    /// Whether it begins as a number can. Permanent residence cards of foreigners have a 9, the province, and the country.
    private static func hasArea(_ signs: [UInt8]) -> Bool {
        let area = number(signs.prefix(6))
        if signs.count == 18, area / 100_000 == 9 { return provinces.contains(area / 1000 % 100) && area % 1000 > 0 }
        return (provinces.contains(area / 10_000) && area % 10_000 > 0) || permits.contains(area)
    }

    private static func birthDate(in signs: [UInt8]) -> Day? {
        let digits = signs.count == 18 ? Array(signs[6..<14]) : Array("19".utf8) + signs[6..<12]
        let year = number(digits[0..<4])
        guard year >= 1800 else { return nil }
        return Day(year: year, month: number(digits[4..<6]), day: number(digits[6..<8]))
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isWideDigit: Bool { ("０"..."９").contains(self) }
}
