/// All openings of the prisons' visiting rooms: the session templates applied to days, without the closures.
public struct SessionCalendar: Sendable {
    private let templates: [Identifier<Prison>: [SessionTemplate]]
    private let closures: [Identifier<Prison>: [Closure]]
    /// Closures by what they say, for those that say the same.
    private let sayings: [Saying: [Identifier<Closure>]]

    private struct Saying: Hashable {
        var prison: Identifier<Prison>
        var template: Identifier<SessionTemplate>?
        var days: DayRange

        init(_ closure: Closure) {
            (prison, template, days) = (closure.prison, closure.template, closure.days)
        }
    }

    /// The openings that these templates and closures give.
    public init(templates: [SessionTemplate], closures: [Closure]) {
        self.templates = Dictionary(grouping: templates, by: \.prison)
        self.closures = Dictionary(grouping: closures, by: \.prison)
        sayings = Dictionary(grouping: closures) { Saying($0) }.mapValues { $0.map(\.id) }
    }

    /// The dated sessions of `prison` within `days`, by date, start and identifier. Closed ones are left out.
    public func sessions(of prison: Identifier<Prison>, within days: DayRange) -> [Session] {
        let templates = templates[prison, default: []]
        guard !templates.isEmpty else { return [] }
        var sessions: [Session] = []
        for day in days {
            for template in templates where template.isHeld(on: day) && closure(of: template, on: day) == nil {
                sessions.append(Session(of: template, on: day))
            }
        }
        return sessions.sorted { ($0.date, $0.start, $0.id) < ($1.date, $1.start, $1.id) }
    }

    /// The session of that template on `day`, or nil where the room does not open then.
    public func session(of template: SessionTemplate, on day: Day) -> Session? {
        template.isHeld(on: day) && closure(of: template, on: day) == nil ? Session(of: template, on: day) : nil
    }

    /// The closure that takes `template`'s opening on `day` away, if there is one.
    public func closure(of template: SessionTemplate, on day: Day) -> Closure? {
        closures[template.prison]?.first {
            $0.days.contains(day) && ($0.template == nil || $0.template == template.id)
        }
    }

    /// What speaks against `closure`, which may be one of the closures already.
    ///
    /// - Parameter today: days before it are over; nil where nobody says what day it is.
    public func doubts(about closure: Closure, today: Day?) -> [ClosureDoubt] {
        var doubts: [ClosureDoubt] = []
        if let today, closure.days.last < today { doubts.append(.over(days: closure.days)) }
        let own = templates[closure.prison, default: []]
        if let id = closure.template {
            if let template = own.first(where: { $0.id == id }) {
                if !template.isHeld(within: closure.days) {
                    doubts.append(.notHeld(id, days: closure.days, next: template.firstDay(from: closure.days.first)))
                }
            } else if let prison = templates.values.joined().first(where: { $0.id == id })?.prison {
                doubts.append(.ofOtherPrison(id, prison))
            } else {
                doubts.append(.noSuchSession(id))
            }
        } else if !own.isEmpty, !own.contains(where: { $0.isHeld(within: closure.days) }) {
            doubts.append(.nothingHeld(closure.prison, days: closure.days))
        }
        let twin = sayings[Saying(closure), default: []].first { $0 != closure.id }
        if let twin { doubts.append(.said(by: twin, days: closure.days)) }
        return doubts + extraSessions(takenBy: closure)
    }

    /// The sessions of single dates that `closure` takes away as one of many.
    public func extraSessions(takenBy closure: Closure) -> [ClosureDoubt] {
        guard closure.template == nil else { return [] }
        return templates[closure.prison, default: []].compactMap { template in
            guard case .once(let date) = template.recurrence, closure.days.contains(date) else { return nil }
            return .extraSession(template.id, on: date, by: closure.id)
        }
    }
}
