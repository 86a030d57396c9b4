import VisitModel

/// The occurrences of the events of one file: what rules give, with the days that other events of the same UID move, call
/// off or change from a day on.
struct EventSeries {
    /// One occurrence: what describes it, and the days that it takes.
    struct Occurrence {
        var event: CalendarEvent
        var days: DayRange
    }

    /// What repeats is written out within these days only; nil for as far as the rules go.
    private let window: DayRange?
    private let local: Zone?
    /// The events that stand for single occurrences, by UID.
    private var single: [String: [CalendarEvent]] = [:]
    /// The events that stand for an occurrence and all later ones, by UID.
    private var lasting: [String: [CalendarEvent]] = [:]
    /// The identifiers of events that are no occurrence of another one.
    private var masters: Set<String> = []

    /// - Parameter local: the zone in which times are read that name none.
    init(_ events: [CalendarEvent], window: DayRange?, local: Zone?) {
        self.window = window
        self.local = local
        for event in events where !event.identifier.isEmpty {
            if event.replaced == nil {
                masters.insert(event.identifier)
            } else if event.isForLaterOnes {
                lasting[event.identifier, default: []].append(event)
            } else {
                single[event.identifier, default: []].append(event)
            }
        }
    }

    /// Whether the event is to be asked for its occurrences; one that changes another from a day on is described by that one.
    func isOnItsOwn(_ event: CalendarEvent) -> Bool {
        !(event.isForLaterOnes && event.replaced != nil && masters.contains(event.identifier))
    }

    /// Whether a rule that has an end goes on after the days that are written out.
    func isCut(_ event: CalendarEvent) -> Bool {
        guard let window, let until = event.rule?.until else { return false }
        return until.day > window.last
    }

    /// The occurrences of `event`, ascending.
    func occurrences(of event: CalendarEvent) -> [Occurrence] {
        guard event.replaced == nil else { return [occurrence(event, on: event.start.day(in: event.zone ?? local))] }
        let zone = event.zone ?? local
        let replaced = Set((single[event.identifier] ?? []).compactMap { $0.replaced?.day(in: zone) })
        let changes = (lasting[event.identifier] ?? [])
            .compactMap { change in change.replaced.map { (from: $0.day(in: zone), event: change) } }
            .sorted { $0.from < $1.from }
        return plain(event).compactMap { plain in
            guard !replaced.contains(plain.days.first) else { return nil }
            guard let change = changes.last(where: { $0.from <= plain.days.first }) else { return plain }
            guard !change.event.isCancelled else { return nil }
            let shift = change.event.start.day(in: change.event.zone ?? local) - change.from
            return occurrence(change.event, on: plain.days.first + shift)
        }
    }

    /// The occurrences as the event itself describes them.
    private func plain(_ event: CalendarEvent) -> [Occurrence] {
        let zone = event.zone ?? local
        let (first, clock) = event.start.local(in: zone)
        let removed = Set(event.removed.map { $0.day(in: zone) })
        var days: [Day] = [first]
        if let rule = event.rule {
            let until = rule.until?.local(in: zone)
            // The last day is out where the rule ends before the event's time on it.
            let isBefore = until?.clock.map { end in clock.map { end < $0 } ?? false } ?? false
            days = rule.days(
                from: first, until: until.map { $0.day - (isBefore ? 1 : 0) }, notBefore: window?.first,
                notAfter: window?.last ?? .latest)
        }
        var found = days.filter { !removed.contains($0) }.map { occurrence(event, on: $0) }
        let known = Set(days)
        for addition in event.added {
            let (day, time) = addition.moment.local(in: zone)
            guard !removed.contains(day), addition.minutes != nil || time != clock || !known.contains(day) else {
                continue
            }
            var event = event
            // A date alone leaves the time of day as it is.
            if time != nil { event.start = addition.moment }
            event.minutes = addition.minutes ?? event.minutes
            found.append(occurrence(event, on: day))
        }
        return event.added.isEmpty ? found : found.sorted { $0.days.first < $1.days.first }
    }

    private func occurrence(_ event: CalendarEvent, on day: Day) -> Occurrence {
        Occurrence(event: event, days: DayRange(from: day, days: event.furtherDays(local: local) + 1))
    }
}

extension Day {
    /// The last day that a date can name.
    fileprivate static let latest = Month(year: 9999, month: 12).days.last
}
