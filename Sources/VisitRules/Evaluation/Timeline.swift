import VisitModel

/// What happened to the prisoner, as seen on the date of the visit.
struct Timeline {
    /// An event with the days that it lasts.
    struct Stretch: Hashable {
        var kind: PrisonerEvent.Kind
        var misconduct: PrisonerEvent.Misconduct?
        var first: Day
        /// Its last day; nil while no end is known.
        var last: Day?
    }

    /// The date of the visit.
    let date: Day
    /// The events that have begun by then, by date.
    let past: [Stretch]

    init(of contact: ContactCase) {
        date = contact.date
        past = Self.stretches(of: contact).filter { $0.first <= contact.date }
    }

    /// All that is on record, also what is yet to come, by date; with the admission that the prisoner's own record
    /// describes.
    static func stretches(of contact: ContactCase) -> [Stretch] {
        var events = contact.events
        if let admitted = contact.admitted, !events.contains(where: { $0.kind == .admitted && $0.date == admitted }) {
            events.append(PrisonerEvent(id: "admission", prisoner: "", kind: .admitted, date: admitted))
        }
        events.sort { ($0.date, $0.kind.rawValue, $0.id) < ($1.date, $1.kind.rawValue, $1.id) }
        return events.map { event in
            Stretch(
                kind: event.kind, misconduct: event.misconduct, first: event.date,
                last: Self.end(of: event, among: events))
        }
    }

    /// The last day of `event`: its own, or the day before the event that closes it.
    private static func end(of event: PrisonerEvent, among events: [PrisonerEvent]) -> Day? {
        let closing = closing(event.kind)
        let closed = events.first { closing.contains($0.kind) && $0.date > event.date }.map { $0.date - 1 }
        return [event.until, closed].compactMap { $0 }.min()
    }

    /// The events that end one of that kind.
    private static func closing(_ kind: PrisonerEvent.Kind) -> [PrisonerEvent.Kind] {
        switch kind {
        case .outOfPrison, .nursing: [.returned]
        case .released: [.admitted, .returned]
        case .nurseryStart: [.nurseryEnd]
        case .strictManagement: [.gradeChanged]
        // What followed a misconduct does not go on into a new prison term.
        case .misconduct: [.released]
        default: []
        }
    }

    /// The latest event of `kind` that has begun and not ended.
    func running(_ kind: PrisonerEvent.Kind) -> Stretch? {
        past.last { $0.kind == kind && $0.last.map { date <= $0 } ?? true }
    }

    /// The events that `occurrence` mentions, by date.
    func matches(_ occurrence: Condition.Occurrence, values: ParameterValues) -> [Stretch] {
        let found = past.filter { stretch in
            guard occurrence.kinds.contains(stretch.kind) else { return false }
            if !occurrence.misconduct.isEmpty {
                guard let misconduct = stretch.misconduct, occurrence.misconduct.contains(misconduct) else {
                    return false
                }
            }
            switch occurrence.state {
            case .ever, .accumulated: return true
            case .during: return stretch.last.map { date <= $0 } ?? true
            case .lasting:
                guard let span = occurrence.window, let last = values.lastDay(of: span, from: stretch.first) else {
                    return false
                }
                return last < date && stretch.last.map { date <= $0 } ?? true
            case .within: return reaches(from: stretch.first, occurrence.window, values)
            case .ended:
                let end = stretch.last ?? stretch.first
                return (stretch.last == nil ? stretch.kind.isMoment : end < date)
                    && reaches(from: end, occurrence.window, values)
            }
        }
        return occurrence.state == .accumulated ? gathered(found, occurrence, values) : found
    }

    /// The last of `found` that has as many of them as `occurrence` asks for within its window, together with those; nothing
    /// where there is none.
    private func gathered(
        _ found: [Stretch], _ occurrence: Condition.Occurrence, _ values: ParameterValues
    ) -> [Stretch] {
        guard let window = occurrence.window, found.count >= occurrence.least else { return [] }
        for last in stride(from: found.count - 1, through: occurrence.least - 1, by: -1) {
            let first = last - (occurrence.least - 1)
            if let end = values.lastDay(of: window, from: found[first].first), found[last].first <= end {
                return Array(found[first...last])
            }
        }
        return []
    }

    /// Whether the date lies within `window`, counted from `day`.
    private func reaches(from day: Day, _ window: Span?, _ values: ParameterValues) -> Bool {
        guard let window, let last = values.lastDay(of: window, from: day) else { return false }
        return date <= last
    }
}

extension PrisonerEvent.Kind {
    /// Whether it is over on the day on which it happens.
    var isMoment: Bool {
        switch self {
        case .admitted, .transferred, .gradeChanged, .misconduct, .visitBreach, .birth, .returned, .nurseryEnd: true
        default: false
        }
    }
}
