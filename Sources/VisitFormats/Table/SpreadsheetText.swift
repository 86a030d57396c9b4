/// Text for the cells of tables that people open in a spreadsheet (CSV, RFC 4180).
///
/// It prevents CSV injection: a spreadsheet runs a cell that begins like a formula. Where a cell begins depends on the
/// separator, which the writer of the file does not know: `x;=1+1` is one cell between commas, and two between
/// semicolons. An apostrophe before each such beginning makes it text.
///
/// Source: OWASP, CSV Injection.
public enum SpreadsheetText {
    /// `text` with an apostrophe before all that would begin a formula under any separator: comma, semicolon, tab, line end.
    /// What was guarded so is given back by `unguarded`.
    ///
    /// - Parameter sparesNumbers: whether a signed number is left as it is, which is the same number in any spreadsheet.
    public static func guarded(_ text: String, sparesNumbers: Bool = false) -> String {
        edited(text) { apostrophes, rest in
            // Apostrophes of the text's own get one more, so that taking off the guard leaves them.
            guard let sign = rest.first, beginsFormula(sign) else { return apostrophes }
            return sparesNumbers && apostrophes == 0 && isNumber(rest) ? 0 : apostrophes + 1
        }
    }

    /// `text` without the apostrophes that `guarded` has put in.
    public static func unguarded(_ text: String) -> String {
        edited(text) { apostrophes, rest in
            guard apostrophes > 0, let sign = rest.first, beginsFormula(sign) else { return apostrophes }
            return apostrophes - 1
        }
    }

    /// `text` in quotes, those within it doubled.
    public static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// The text with as many apostrophes at each place where a cell may begin as `count` says of those that are there and of
    /// what follows them.
    private static func edited(_ text: String, count: (Int, Substring.UnicodeScalarView) -> Int) -> String {
        guard text.unicodeScalars.contains(where: beginsFormula) else { return text }
        var edited = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars
        var canBegin = true
        while let scalar = rest.first {
            if canBegin, !isPassedOver(scalar) {
                let apostrophes = rest.prefix { $0 == "'" }.count
                rest = rest.dropFirst(apostrophes)
                edited.append(contentsOf: repeatElement("'", count: count(apostrophes, rest)))
                canBegin = false
            } else {
                edited.append(scalar)
                rest.removeFirst()
                if separates(scalar) { canBegin = true }
            }
        }
        return String(edited)
    }

    /// Whether a spreadsheet may take a cell that begins so for a formula; fullwidth signs count in East Asian versions.
    private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "\t", "\r", "\n": true
        default: false
        }
    }

    /// What may stand before the first sign of a cell without being part of what is run.
    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || separates(scalar) || scalar.properties.isWhitespace
    }

    /// Whether a sign and what follows it up to a separator are a number: `-73.5`.
    private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
        guard let sign = text.first, sign == "-" || sign == "+" else { return false }
        let parts = text.dropFirst().prefix { !separates($0) }.split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) } }
    }
}
