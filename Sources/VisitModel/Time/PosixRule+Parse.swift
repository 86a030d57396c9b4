extension PosixRule {
    /// Understands a rule: `CST-8`, `EST5EDT,M3.2.0,M11.1.0`, `<-03>3<-02>,M3.5.0/-2,M10.5.0/-1`.
    init(_ text: String) throws(ZoneError.Fault) {
        var scanner = Scanner(rest: text.utf8[...])
        guard let rule = scanner.rule(), scanner.rest.isEmpty else { throw .rule(text) }
        self = rule
    }

    /// Reads a rule from left to right. Every function takes what it understands, or gives nil.
    private struct Scanner {
        var rest: Substring.UTF8View

        mutating func rule() -> PosixRule? {
            guard let name = name(), let west = seconds(hours: 24) else { return nil }
            let standard = Zone.Observance(offsetSeconds: -west, isDaylightSaving: false, abbreviation: name)
            guard !rest.isEmpty else { return PosixRule(standard: standard, daylight: nil) }
            guard let other = self.name() else { return nil }
            var offset = standard.offsetSeconds + 3600
            if rest.first != UInt8(ascii: ",") {
                guard let west = seconds(hours: 24) else { return nil }
                offset = -west
            }
            guard take(","), let begins = change(), take(","), let ends = change() else { return nil }
            let daylight = Zone.Observance(offsetSeconds: offset, isDaylightSaving: true, abbreviation: other)
            return PosixRule(standard: standard, daylight: Daylight(observance: daylight, begins: begins, ends: ends))
        }

        /// `EST`, or `<+0330>` where it has more than letters.
        private mutating func name() -> String? {
            let isQuoted = take("<")
            let letters = rest.prefix { byte in
                let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                return isLetter || isQuoted && (isSign || Self.isDigit(byte))
            }
            rest = rest[letters.endIndex...]
            guard letters.count >= 3, !isQuoted || take(">") else { return nil }
            return String(Substring(letters))
        }

        /// `[+-]h[h][h][:mm[:ss]]`, as seconds.
        private mutating func seconds(hours limit: Int) -> Int? {
            let isNegative = take("-")
            if !isNegative { _ = take("+") }
            guard let hours = number(in: 0...limit) else { return nil }
            var total = hours * 3600
            for unit in [60, 1] where take(":") {
                guard let count = number(in: 0...59) else { return nil }
                total += count * unit
            }
            return isNegative ? -total : total
        }

        /// A date, and `/` a time where it is not 02:00.
        private mutating func change() -> Change? {
            guard let date = date() else { return nil }
            guard take("/") else { return Change(date: date, time: 7200) }
            return seconds(hours: 167).map { Change(date: date, time: $0) }
        }

        private mutating func date() -> Change.Date? {
            if take("J") { return number(in: 1...365).map { .julian($0) } }
            guard take("M") else { return number(in: 0...365).map { .ordinal($0) } }
            guard let month = number(in: 1...12), take("."), let week = number(in: 1...5), take("."),
                let day = number(in: 0...6)
            else { return nil }
            return .weekday(month: month, week: week, day: day)
        }

        private mutating func number(in range: ClosedRange<Int>) -> Int? {
            let digits = rest.prefix(while: Self.isDigit)
            guard digits.count <= 3, let value = Int(Substring(digits)), range.contains(value) else { return nil }
            rest = rest[digits.endIndex...]
            return value
        }

        private mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest = rest.dropFirst()
            return true
        }

        private static func isDigit(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}
