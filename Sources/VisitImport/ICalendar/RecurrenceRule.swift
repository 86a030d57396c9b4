import VisitModel

/// How an event of whole days repeats (RRULE): the part of RFC 5545, section 3.3.10, that calendars of schools and offices use.
///
/// FREQ (daily to yearly), INTERVAL, COUNT, UNTIL, WKST, BYMONTH, BYMONTHDAY and BYDAY, each counted on the wall clock. The
/// first occurrence is the event's own day where the rule has it, as python-dateutil and most calendars take it.
struct RecurrenceRule: Equatable {
    enum Frequency: String, CaseIterable {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// A day of the week, alone or as the n-th of its month or year, from the end where negative.
    struct WeekdayRule: Equatable {
        var weekday: Weekday
        var ordinal: Int?
    }

    var frequency = Frequency.daily
    var interval = 1
    var count: Int?
    var until: Moment?
    var weekStart = Weekday.monday
    var months: [Int] = []
    var monthDays: [Int] = []
    var weekdays: [WeekdayRule] = []

    /// Whether it ends at all.
    var hasEnd: Bool { count != nil || until != nil }

    /// The days on which an event that begins on `start` occurs, ascending, none after `last`, and none a hundred years after
    /// the later of `start` and `first`.
    ///
    /// - Parameters:
    ///   - until: the last day that the rule itself allows, on the wall clock of the event.
    ///   - first: earlier days are skipped, so that a rule which began long ago costs no more than a recent one.
    func days(from start: Day, until: Day?, notBefore first: Day? = nil, notAfter last: Day) -> [Day] {
        let end = min(until ?? last, last, max(start, first ?? start) + Self.farthest)
        let filled = filled(from: start)
        var found: [Day] = []
        // What is counted must be counted from the beginning.
        var step = count == nil ? steps(from: start, to: first ?? start) : 0
        while let period = period(number: step, from: start), period.first <= end {
            for day in period where day >= start && filled.allows(day) {
                if day > end { return found.filter { $0 >= first ?? start } }
                found.append(day)
                if found.count == count { return found.filter { $0 >= first ?? start } }
            }
            step += interval
        }
        return found.filter { $0 >= first ?? start }
    }

    /// How many periods after that of `start` no day before `first` is missed, a multiple of the interval.
    private func steps(from start: Day, to first: Day) -> Int {
        guard first > start else { return 0 }
        let periods =
            switch frequency {
            case .daily: first - start
            case .weekly: (first - start) / 7
            case .monthly: (first.civil.year - start.civil.year) * 12 + first.civil.month - start.civil.month
            case .yearly: first.civil.year - start.civil.year
            }
        return max(0, periods / interval - 1) * interval
    }

    /// The rule with what it leaves to the first day written out.
    private func filled(from start: Day) -> RecurrenceRule {
        var rule = self
        guard monthDays.isEmpty, weekdays.isEmpty else { return rule }
        switch frequency {
        case .daily: break
        case .weekly: rule.weekdays = [WeekdayRule(weekday: start.weekday)]
        case .monthly: rule.monthDays = [start.civil.day]
        case .yearly:
            rule.monthDays = [start.civil.day]
            if months.isEmpty { rule.months = [start.civil.month] }
        }
        return rule
    }

    /// The days of the period so many after the one of `start`; nil beyond the calendar.
    private func period(number: Int, from start: Day) -> DayRange? {
        switch frequency {
        case .daily: return DayRange(start + number, start + number)
        case .weekly:
            let offset = (start.weekday.rawValue - weekStart.rawValue + 7) % 7
            return DayRange(from: start - offset + 7 * number, days: 7)
        case .monthly:
            let index = start.civil.year * 12 + start.civil.month - 1 + number
            guard index / 12 <= Self.lastYear else { return nil }
            return Month(year: index / 12, month: index % 12 + 1).days
        case .yearly:
            let year = start.civil.year + number
            guard year <= Self.lastYear else { return nil }
            return DayRange(Month(year: year, month: 1).firstDay, Month(year: year, month: 12).days.last)
        }
    }

    private static let lastYear = 9999
    private static let farthest = 36_525

    private func allows(_ day: Day) -> Bool {
        let (_, month, number) = day.civil
        if !months.isEmpty, !months.contains(month) { return false }
        if !monthDays.isEmpty {
            let length = day.month.lengthInDays
            guard monthDays.contains(where: { $0 == number || length + 1 + $0 == number }) else { return false }
        }
        return weekdays.isEmpty || weekdays.contains { isMeant(day, by: $0) }
    }

    private func isMeant(_ day: Day, by rule: WeekdayRule) -> Bool {
        guard day.weekday == rule.weekday else { return false }
        guard let ordinal = rule.ordinal else { return true }
        // The n-th of the year only where the rule names no months.
        let span =
            frequency == .yearly && months.isEmpty
            ? DayRange(
                Month(year: day.civil.year, month: 1).firstDay, Month(year: day.civil.year, month: 12).days.last)
            : day.month.days
        return ordinal > 0
            ? (day - span.first) / 7 + 1 == ordinal : (span.last - day) / 7 + 1 == -ordinal
    }
}
