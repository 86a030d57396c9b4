/// All openings of the prisons' visiting rooms: templates laid over days, less the closures.
public struct SessionCalendar: Sendable {
    private let templates: [Identifier<Prison>: [SessionTemplate]]
    private let closures: [Identifier<Prison>: [Closure]]

    /// The openings that these templates and closures give.
    public init(templates: [SessionTemplate], closures: [Closure]) {
        self.templates = Dictionary(grouping: templates, by: \.prison)
        self.closures = Dictionary(grouping: closures, by: \.prison)
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
}
