import VisitModel

/// A date, or a date with a time, as an iCalendar value writes it (RFC 5545, sections 3.3.4 and 3.3.5).
struct Moment: Hashable {
    /// The date on the wall clock of its zone.
    var day: Day
    /// The time; nil for a date alone.
    var clock: ClockTime?
    /// Whether it is in universal time.
    var isUniversal = false

    /// The moment that `text` writes: `20261001`, `20261001T090000`, `20261001T010000Z`; nil where it writes none.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 8 || bytes.count == 15 || bytes.count == 16 && bytes[15] == UInt8(ascii: "Z"),
            let day = Self.day(bytes[0..<8])
        else { return nil }
        self.day = day
        guard bytes.count > 8 else { return }
        guard bytes[8] == UInt8(ascii: "T"), let hour = Self.number(bytes[9..<11]),
            let minute = Self.number(bytes[11..<13]), let second = Self.number(bytes[13..<15]), hour < 24, minute < 60,
            second <= 60, let clock = ClockTime(minutes: hour * 60 + minute)
        else { return nil }
        self.clock = clock
        isUniversal = bytes.count == 16
    }

    /// A date alone.
    init(date: Day) { day = date }

    private static func day(_ digits: ArraySlice<UInt8>) -> Day? {
        guard let year = number(digits.prefix(4)), let month = number(digits.dropFirst(4).prefix(2)),
            let day = number(digits.suffix(2))
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// The date and time on the wall clock of `zone`, for a moment in universal time; otherwise its own.
    func local(in zone: Zone?) -> (day: Day, clock: ClockTime?) {
        guard isUniversal, let clock, let zone else { return (day, clock) }
        let time = zone.civil(at: Instant(utc: CivilTime(day, clock))).time
        return (time.day, time.clock)
    }

    /// The date on the wall clock of `zone`.
    func day(in zone: Zone?) -> Day { local(in: zone).day }
}
