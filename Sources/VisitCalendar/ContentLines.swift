import VisitModel

/// The lines of a calendar as bytes, ended by CRLF and folded at 75 octets (RFC 5545, section 3.1).
///
/// A line is begun, filled piece by piece and ended. All pieces go straight into one buffer; a line is checked again
/// only where it is longer than 75 octets.
struct ContentLines {
    /// All lines ended so far.
    private(set) var bytes: [UInt8] = []
    private var lineStart = 0
    private var unfolded: [UInt8] = []

    private static let longest = 75

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// A whole line that needs neither folding nor escapes.
    mutating func line(_ text: StaticString) {
        raw(text)
        endShort()
    }

    /// A piece that is part of the format.
    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// A piece that has its escapes already.
    mutating func raw(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    /// A value of the type TEXT: escaped, line ends of all kinds as `\n`, other control characters left out.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            if TextValue.isPlain(utf8) { bytes.append(contentsOf: utf8) } else { TextValue.write(utf8, into: &bytes) }
        }
    }

    /// A parameter's value, which stands in double quotes: a quote becomes `^'`, a line end `^n`, `^` becomes `^^`
    /// (RFC 6868); other control characters are left out.
    mutating func parameter(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": raw("^'")
            case "^": raw("^^")
            case "\n", "\u{85}", "\u{2028}", "\u{2029}": raw("^n")
            case "\u{0}"..<" ", "\u{7F}": break
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
    }

    /// A piece of an address: everything but letters, digits and `-._@+` is percent-encoded, so that no address can end
    /// its line.
    mutating func address(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "@"), UInt8(ascii: "+"):
                bytes.append(byte)
            default:
                raw("%")
                for digit in [byte >> 4, byte & 15] {
                    bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
                }
            }
        }
    }

    /// A line end within a TEXT.
    mutating func newline() {
        raw(#"\n"#)
    }

    /// A number, with leading zeros up to `digits`.
    mutating func number(_ value: Int, digits: Int = 1) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = value.magnitude
        var weight: UInt = 1
        var count = 1
        while count < digits || magnitude / weight >= 10 {
            weight *= 10
            count += 1
        }
        while weight > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(magnitude / weight % 10))
            weight /= 10
        }
    }

    /// A number of 0 … 99 in two digits.
    private mutating func pair(_ value: Int) {
        bytes.append(UInt8(ascii: "0") + UInt8(value / 10))
        bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
    }

    private mutating func year(_ year: Int) {
        guard (0...9999).contains(year) else { return number(year, digits: 4) }
        pair(year / 100)
        pair(year % 100)
    }

    /// A date as the format has it: `20261003`.
    mutating func date(_ day: Day) {
        let civil = day.civil
        year(civil.year)
        pair(civil.month)
        pair(civil.day)
    }

    /// A time of day as the format has it: `093000`.
    mutating func dateTime(_ time: CivilTime, second: Int = 0) {
        date(time.day)
        raw("T")
        let minutes = time.clock.minutes
        pair(minutes / 60)
        pair(minutes % 60)
        pair(second)
    }

    /// A moment in UTC: `20261003T013000Z`.
    mutating func utc(_ instant: Instant) {
        let second = ((instant.seconds % 60) + 60) % 60
        dateTime(CivilTime(minuteNumber: (instant.seconds - second) / 60), second: second)
        raw("Z")
    }

    /// When an entry was last changed, never when it was written: the same entry gives the same bytes.
    mutating func revision(_ changed: Instant, _ sequence: Int) {
        let names: [StaticString] = ["DTSTAMP:", "LAST-MODIFIED:"]
        for name in names {
            raw(name)
            utc(changed)
            end()
        }
        raw("SEQUENCE:")
        number(sequence)
        end()
    }

    /// A time of day for people: `09:30`.
    mutating func clock(_ clock: ClockTime) {
        pair(clock.minutes / 60)
        raw(":")
        pair(clock.minutes % 60)
    }

    /// A date for people: `2026-10-03`.
    mutating func isoDate(_ day: Day) {
        let civil = day.civil
        year(civil.year)
        raw("-")
        pair(civil.month)
        raw("-")
        pair(civil.day)
    }

    /// A span of time, in hours and minutes: `-PT4H30M`. Hours, because a day of the format is not always 24 of them.
    mutating func duration(_ minutes: Int) {
        raw(minutes < 0 ? "-PT" : "PT")
        let (hours, rest) = Int(minutes.magnitude).quotientAndRemainder(dividingBy: 60)
        if hours > 0 {
            number(hours)
            raw("H")
        }
        if rest > 0 || hours == 0 {
            number(rest)
            raw("M")
        }
    }

    /// Ends the line.
    mutating func end() {
        if bytes.count - lineStart > Self.longest { fold() }
        endShort()
    }

    private mutating func endShort() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        lineStart = bytes.count
    }

    /// Breaks the line into pieces of at most 75 octets. Only the first begins without a space.
    private mutating func fold() {
        unfolded.removeAll(keepingCapacity: true)
        unfolded.append(contentsOf: bytes[lineStart...])
        bytes.removeLast(bytes.count - lineStart)
        var from = 0
        var room = Self.longest
        while unfolded.count - from > room {
            let to = Self.cut(unfolded, notAfter: from + room)
            bytes.append(contentsOf: unfolded[from..<to])
            raw("\r\n ")
            from = to
            room = Self.longest - 1
        }
        bytes.append(contentsOf: unfolded[from...])
    }

    /// The last place at or before `limit` that lies between two characters, a character and its escape being one.
    private static func cut(_ line: [UInt8], notAfter limit: Int) -> Int {
        var cut = limit
        while line[cut] & 0xC0 == 0x80 { cut -= 1 }
        var backslashes = 0
        while line[cut - 1 - backslashes] == UInt8(ascii: "\\") { backslashes += 1 }
        return cut - backslashes % 2
    }
}
