import VisitModel

/// An event of an iCalendar file (RFC 5545, section 3.6.1), in whole days.
struct CalendarEvent {
    /// A day more than the rule gives (RFC 5545, section 3.8.5.2).
    struct Addition: Equatable {
        var moment: Moment
        /// How long the occurrence takes, where that is said; otherwise as long as the others.
        var minutes: Int?
    }

    /// Somebody who was asked to come (RFC 5545, section 3.8.4.1).
    struct Attendee: Equatable {
        /// The e-mail address in small letters, without `mailto:`.
        var address: String
        /// The answer, in capitals: `ACCEPTED`, `DECLINED`, `TENTATIVE`.
        var answer: String
    }

    /// The line of the file on which it begins.
    var line: Int
    /// What stays the same through all its changes.
    var identifier = ""
    /// The number of the version, which rises with every change of weight; nil where none is given.
    var sequence: Int?
    /// When the version was written, as the file says it.
    var stamp = ""
    var summary = ""
    var categories: [String] = []
    /// What Apple's calendars of holidays say of a day: `WORK-HOLIDAY`, `ALTERNATE-WORKDAY`.
    var specialDay = ""
    var start: Moment
    /// How long it takes, where it says so; days are whole days of 24 hours.
    var minutes = 0
    var zone: Zone?
    var isCancelled = false
    /// Whether it is not certain to take place.
    var isTentative = false
    /// Whether it takes nobody's time (RFC 5545, section 3.8.2.7).
    var isFree = false
    var attendees: [Attendee] = []
    var rule: RecurrenceRule?
    var added: [Addition] = []
    var removed: [Moment] = []
    /// The occurrence of the event of the same identifier that this one stands for.
    var replaced: Moment?
    /// Whether it stands for all later occurrences too (`RANGE=THISANDFUTURE`, RFC 5545, section 3.2.13).
    var isForLaterOnes = false

    init(line: Int, start: Moment) {
        self.line = line
        self.start = start
    }

    /// Whether it has a time of day. From midnight to midnight is how some programs write whole days.
    var isTimed: Bool {
        guard let clock = start.clock else { return false }
        return start.isUniversal || clock != .midnight || minutes == 0 || minutes % 1440 != 0
    }

    /// How many days more than the first one each occurrence takes.
    ///
    /// - Parameter local: the zone in which moments in universal time are read.
    func furtherDays(local: Zone?) -> Int {
        let begin = start.local(in: zone ?? local).clock?.minutes ?? 0
        return minutes == 0 ? 0 : (begin + minutes - 1) / 1440
    }

    /// Whether the other one says the same, wherever it stands.
    func isTwin(of other: CalendarEvent) -> Bool {
        (start, minutes, summary, isCancelled, isFree) == (
            other.start, other.minutes, other.summary, other.isCancelled, other.isFree
        )
            && (categories, rule, added, removed) == (other.categories, other.rule, other.added, other.removed)
            && zone?.name == other.zone?.name
    }
}
