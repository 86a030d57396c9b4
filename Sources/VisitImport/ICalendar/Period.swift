import VisitModel

/// A stretch of time as an iCalendar value writes it (RFC 5545, section 3.3.9): `20261201T010000Z/PT2H`, or with its end.
struct Period {
    var start: Moment
    var minutes: Int

    /// The most days that an event takes; longer ones are slips.
    static let mostDays = 3660

    /// The stretch that `text` writes; nil where it writes none, or one that no event takes.
    init?(_ text: String) {
        let sides = text.split(separator: "/", maxSplits: 1).map { String($0).trimmed }
        guard sides.count == 2, let start = Moment(sides[0]), let clock = start.clock else { return nil }
        self.start = start
        if let end = Moment(sides[1]), let endClock = end.clock {
            minutes = (end.day - start.day) * 1440 + endClock.minutes - clock.minutes
        } else if let minutes = Self.minutes(sides[1]) {
            self.minutes = minutes
        } else {
            return nil
        }
        guard (0...(Self.mostDays * 1440)).contains(minutes) else { return nil }
    }

    /// The minutes of a duration (RFC 5545, section 3.3.6): `P1W`, `P3D`, `P1DT2H30M`; nil where it is none.
    static func minutes(_ text: String) -> Int? {
        guard
            let match = text.uppercased().wholeMatch(
                of: /\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d{1,6}S)?)?/)
        else { return nil }
        func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        return (number(match.1) * 7 + number(match.2)) * 1440 + number(match.3) * 60 + number(match.4)
    }
}
