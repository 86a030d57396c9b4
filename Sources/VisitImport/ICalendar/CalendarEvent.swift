import VisitModel

/// An event of an iCalendar file (RFC 5545, section 3.6.1), in whole days.
struct CalendarEvent {
    /// The line of the file on which it begins.
    var line: Int
    /// What stays the same through all its changes.
    var identifier = ""
    var summary = ""
    var categories: [String] = []
    var start: Moment
    /// How long it takes, where it says so; days are whole days of 24 hours.
    var minutes = 0
    var zone: Zone?
    var isCancelled = false
    /// Whether it takes nobody's time (RFC 5545, section 3.8.2.7).
    var isFree = false
    var rule: RecurrenceRule?
    var added: [Moment] = []
    var removed: [Moment] = []
    /// The occurrence of the event of the same identifier that this one stands for.
    var replaced: Moment?

    /// Whether it has a time of day.
    var isTimed: Bool { start.clock != nil }

    /// How many days more than the first one each occurrence takes.
    ///
    /// - Parameter local: the zone in which moments in universal time are read.
    func furtherDays(local: Zone?) -> Int {
        let begin = start.local(in: zone ?? local).clock?.minutes ?? 0
        return minutes == 0 ? 0 : (begin + minutes - 1) / 1440
    }

    /// The first days of its occurrences, ascending, none after `last`.
    ///
    /// - Parameter local: the zone in which moments in universal time are read.
    func occurrences(notAfter last: Day, local: Zone?) -> [Day] {
        let zone = zone ?? local
        let (first, clock) = start.local(in: zone)
        var days = Set(added.map { $0.day(in: zone) })
        if let rule {
            let until = rule.until?.local(in: zone)
            // The last day is out where the rule ends before the event's time on it.
            let isCut = until?.clock.map { end in clock.map { end < $0 } ?? false } ?? false
            days.formUnion(rule.days(from: first, until: until.map { $0.day - (isCut ? 1 : 0) }, notAfter: last))
        } else {
            days.insert(first)
        }
        return days.subtracting(removed.map { $0.day(in: zone) }).filter { $0 <= last }.sorted()
    }
}
