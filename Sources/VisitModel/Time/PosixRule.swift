/// How a zone's clocks go in years that its file does not list: the value of the environment variable `TZ` of POSIX,
/// with hours from −167 to 167 (RFC 9636, section 3.3).
struct PosixRule: Sendable, Equatable {
    /// When clocks change, every year.
    struct Change: Sendable, Equatable {
        /// On which day of the year.
        enum Date: Sendable, Equatable {
            /// `Jn`: the n-th day of a year without 29 February, 1 … 365.
            case julian(Int)
            /// `n`: the day n days after 1 January, 0 … 365.
            case ordinal(Int)
            /// `Mm.w.d`: in month m the w-th (5: the last) day d of the week, 0 being Sunday.
            case weekday(month: Int, week: Int, day: Int)
        }

        var date: Date
        /// Seconds of the wall clock after that day's midnight; may lie before the day or after it.
        var time: Int
    }

    /// Daylight saving time: what is observed, when it begins and when it ends.
    struct Daylight: Sendable, Equatable {
        var observance: Zone.Observance
        /// By the clock of standard time.
        var begins: Change
        /// By the clock of daylight saving time.
        var ends: Change
    }

    /// What is observed outside daylight saving time.
    let standard: Zone.Observance
    /// Daylight saving time; nil where there is none.
    let daylight: Daylight?

    /// The changes of `year` with what is observed from each on, in the order of time. Where two fall together, the
    /// beginning of daylight saving time comes last: so it is said that it lasts all year.
    func changes(in year: Int) -> [(time: Int, after: Zone.Observance)] {
        guard let daylight else { return [] }
        let begins = daylight.begins.clock(in: year) - standard.offsetSeconds
        let ends = daylight.ends.clock(in: year) - daylight.observance.offsetSeconds
        return begins < ends
            ? [(begins, daylight.observance), (ends, standard)] : [(ends, standard), (begins, daylight.observance)]
    }

    /// What is observed at `time`, in seconds of POSIX time.
    func observance(at time: Int) -> Zone.Observance {
        let year = Instant(seconds: time).utcDay.civil.year
        // A change may fall into the year before or after its own, by its hours or by the zone's offset.
        for candidate in [year + 1, year, year - 1] {
            if let change = changes(in: candidate).last(where: { $0.time <= time }) { return change.after }
        }
        return standard
    }
}

extension PosixRule.Change {
    /// The change in `year`, in seconds of the wall clock since 1970-01-01 00:00.
    fileprivate func clock(in year: Int) -> Int {
        // The calendar repeats every 400 years of 146,097 days; one cycle stands for all.
        let cycle = (year - 2000) >= 0 ? (year - 2000) / 400 : (year - 2399) / 400
        return (day(in: year - cycle * 400).number + cycle * 146_097) * 86_400 + time
    }

    private func day(in year: Int) -> Day {
        let newYear = Month(year: year, month: 1).firstDay
        switch date {
        case .julian(let n):
            let isLater = n >= 60 && Month(year: year, month: 2).lengthInDays == 29
            return newYear + (n - 1 + (isLater ? 1 : 0))
        case .ordinal(let n): return newYear + n
        case .weekday(let month, let week, let day):
            let days = Month(year: year, month: month).days
            let offset = (day - days.first.weekday.rawValue % 7 + 7) % 7
            let found = days.first + (offset + 7 * (week - 1))
            return found <= days.last ? found : found - 7
        }
    }
}
