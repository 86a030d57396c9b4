import VisitModel

/// A zone as a calendar needs it: its VTIMEZONE over the days of the calendar (RFC 5545, section 3.6.5), and what
/// stands before a local time.
struct ZoneComponent {
    /// The zone.
    let zone: Zone
    /// What stands between a property's name and a local time: `;TZID=Asia/Shanghai:`.
    let parameter: [UInt8]
    private let initial: Zone.Observance
    private let transitions: [Zone.Transition]
    /// The minutes of the wall clock that each change skips or repeats.
    private let disturbed: [ClosedRange<Int>]

    /// The zone for `days`, beginning a year before the first of them, so that the component changes only once a year.
    init(_ zone: Zone, over days: DayRange) {
        self.zone = zone
        parameter = Array(";TZID=\(zone.name):".utf8)
        let from = Self.newYear(days.first.civil.year - 1)
        initial = zone.civil(at: from).observance
        transitions = zone.transitions(from: from + 1, to: Self.newYear(days.last.civil.year + 1) + 86_400)
        disturbed = transitions.map { change in
            let clocks = [change.before, change.after].map { (change.instant.seconds + $0.offsetSeconds) / 60 }
            return min(clocks[0], clocks[1])...max(clocks[0], clocks[1])
        }
    }

    /// Minutes that pass from `a` to `b`, both local to the zone. They differ from what a wall clock says only where
    /// the clocks are changed in between.
    func minutes(from a: CivilTime, to b: CivilTime) -> Int {
        let (first, last) = (min(a, b).minuteNumber, max(a, b).minuteNumber)
        let isDisturbed = disturbed.contains { $0.lowerBound <= last && first <= $0.upperBound }
        return isDisturbed ? (zone.instant(b) - zone.instant(a)) / 60 : (b - a).count
    }

    /// Writes the component: what is observed at first, then one part for every change of the clocks. Rules (RRULE) and
    /// lists of dates (RDATE) would be shorter; single changes are what every reader understands.
    func write(into lines: inout ContentLines) {
        lines.line("BEGIN:VTIMEZONE")
        lines.raw("TZID:")
        lines.text(zone.name)
        lines.end()
        write(initial, from: initial.offsetSeconds, at: CivilTime(Day(number: 0), .midnight), second: 0, into: &lines)
        for change in transitions {
            // An onset is told by the clock that is put aside.
            let local = change.instant.seconds + change.before.offsetSeconds
            let second = ((local % 60) + 60) % 60
            write(
                change.after, from: change.before.offsetSeconds, at: CivilTime(minuteNumber: (local - second) / 60),
                second: second, into: &lines)
        }
        lines.line("END:VTIMEZONE")
    }

    private func write(
        _ observance: Zone.Observance, from offset: Int, at onset: CivilTime, second: Int,
        into lines: inout ContentLines
    ) {
        lines.line(observance.isDaylightSaving ? "BEGIN:DAYLIGHT" : "BEGIN:STANDARD")
        lines.raw("DTSTART:")
        lines.dateTime(onset, second: second)
        lines.end()
        lines.raw("TZOFFSETFROM:")
        write(offset: offset, into: &lines)
        lines.raw("TZOFFSETTO:")
        write(offset: observance.offsetSeconds, into: &lines)
        lines.raw("TZNAME:")
        lines.text(observance.abbreviation)
        lines.end()
        lines.line(observance.isDaylightSaving ? "END:DAYLIGHT" : "END:STANDARD")
    }

    /// An offset from UTC and the end of its line: `+0800`, with seconds only where there are some.
    private func write(offset: Int, into lines: inout ContentLines) {
        lines.raw(offset < 0 ? "-" : "+")
        let seconds = abs(offset)
        lines.number(seconds / 3600, digits: 2)
        lines.number(seconds / 60 % 60, digits: 2)
        if seconds % 60 > 0 { lines.number(seconds % 60, digits: 2) }
        lines.end()
    }

    private static func newYear(_ year: Int) -> Instant {
        Instant(utc: CivilTime(Month(year: max(1, min(9999, year)), month: 1).firstDay, .midnight))
    }
}
