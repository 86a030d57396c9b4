/// The form of e-mail addresses: the one check for files, parameters and requests.
public enum MailAddress {
    /// Whether mail can be sent to `text`: one `@`, something before it, and a domain with a point in it (RFC 5321 without
    /// quoted names and without addresses of numbers; RFC 1035 for the domain). Letters of any script are taken (RFC 6531).
    public static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return false }
        let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return atoms.allSatisfy(isAtom) && labels.count >= 2 && labels.allSatisfy(isLabel)
            && labels.last.map(isTopLevel) == true
    }

    /// One part of the name before the `@`, between points.
    private static func isAtom(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.value < 0x80
                    ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
                    : isWritten(scalar)
            }
    }

    /// One part of the domain, between points.
    private static func isLabel(_ text: Substring) -> Bool {
        (1...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.value < 0x80
                    ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
                    : isWritten(scalar)
            }
    }

    /// Whether a domain can end so: no country and no kind of address has one letter or begins with a digit (RFC 3696, 2).
    private static func isTopLevel(_ label: Substring) -> Bool {
        guard let first = label.unicodeScalars.first, first.properties.numericType == nil else { return false }
        return first.value >= 0x80 || label.utf8.count >= 2
    }

    /// Whether a sign beyond ASCII is one of a script, and no punctuation, blank or sign that an input method left behind.
    private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            true
        default: false
        }
    }
}
