import VisitModel

/// Writes visits as a calendar (iCalendar, RFC 5545; its name and refreshing after RFC 7986) that people subscribe to.
///
/// Every visit is an event, and for those who travel the ways there and back are two more. The entry of a visit keeps
/// its UID however often it is written; SEQUENCE, DTSTAMP and LAST-MODIFIED come from the visit, so that the same
/// visits and options give the same bytes on every day and machine.
public struct CalendarWriter: Sendable {
    private let options: CalendarOptions
    private let zones: [Zone]

    /// A writer of calendars that look like `options`. `zones` are those that the caller has read already; what else
    /// is needed is read from the system.
    public init(_ options: CalendarOptions, zones: [Zone] = []) {
        self.options = options
        self.zones = zones
    }

    /// The calendar of `visits`, in the order given, and after them the days to keep in mind.
    ///
    /// - Throws: `ZoneError` where a prison's zone cannot be had.
    public func calendar(of visits: [VisitDetail], reminders: [Reminder] = []) throws(ZoneError) -> [UInt8] {
        try calendar(of: visits, at: Array(visits.indices), reminders: reminders)
    }

    /// The calendar of those of `visits` that stand at `positions`, in their order, and after them the days to keep in mind.
    ///
    /// - Throws: `ZoneError` where a prison's zone cannot be had.
    public func calendar(
        of visits: [VisitDetail], at positions: [Int], reminders: [Reminder] = []
    ) throws(ZoneError) -> [UInt8] {
        let components = try components(of: visits, at: positions)
        var lines = ContentLines(capacity: 2048 + positions.count * 2048 + reminders.count * 1024)
        writeHeading(into: &lines)
        for component in components { component.write(into: &lines) }
        let byName = Dictionary(uniqueKeysWithValues: components.map { ($0.zone.name, $0) })
        let events = EventWriter(options)
        let shown = positions.filter { position in
            byName[visits[position].prison.zone].map { isShown(visits[position], $0.zone) } ?? false
        }
        let shares = JourneyShares(visits, shown: shown)
        for position in shown {
            guard let component = byName[visits[position].prison.zone] else { continue }
            let share = shares.share(position, visits[position].visit.trip)
            events.write(visits[position], share, component, into: &lines)
        }
        let writer = ReminderWriter(options)
        for reminder in reminders { writer.write(reminder, into: &lines) }
        lines.line("END:VCALENDAR")
        return lines.bytes
    }

    /// Whether the calendar shows the visit: a cancelled visit is shown for 30 days, so that every calendar program
    /// reads it at least once.
    private func isShown(_ detail: VisitDetail, _ zone: Zone) -> Bool {
        detail.visit.status.holdsTable
            || options.today - zone.civil(at: detail.visit.changed).time.day <= Visit.daysShownAfterCallingOff
    }

    private func writeHeading(into lines: inout ContentLines) {
        lines.line("BEGIN:VCALENDAR")
        lines.line("VERSION:2.0")
        lines.line("PRODID:-//visitd//visits//EN")
        lines.line("CALSCALE:GREGORIAN")
        lines.raw("NAME:")
        lines.text(options.name[options.language])
        lines.end()
        lines.raw("X-WR-CALNAME:")
        lines.text(options.name[options.language])
        lines.end()
        lines.line("COLOR:seagreen")
        lines.line("X-APPLE-CALENDAR-COLOR:#2E8B57")
        lines.raw("REFRESH-INTERVAL;VALUE=DURATION:")
        lines.duration(options.refresh.count)
        lines.end()
        lines.raw("X-PUBLISHED-TTL:")
        lines.duration(options.refresh.count)
        lines.end()
    }

    /// The zones of the prisons, by name. A calendar must hold something (RFC 5545, section 3.4): where there is no
    /// visit, it holds UTC.
    private func components(of visits: [VisitDetail], at positions: [Int]) throws(ZoneError) -> [ZoneComponent] {
        var days: [String: DayRange] = [:]
        for position in positions {
            let own = Self.days(of: visits[position])
            let zone = visits[position].prison.zone
            let known = days[zone] ?? own
            days[zone] = DayRange(min(known.first, own.first), max(known.last, own.last))
        }
        if days.isEmpty { days["UTC"] = DayRange(options.today, options.today) }
        var components: [ZoneComponent] = []
        for (name, range) in days.sorted(by: { $0.key < $1.key }) {
            let zone = if let known = zones.first(where: { $0.name == name }) { known } else { try Zone(named: name) }
            components.append(ZoneComponent(zone, over: range))
        }
        return components
    }

    /// The days on which the visit and its journeys lie.
    private static func days(of detail: VisitDetail) -> DayRange {
        let date = detail.visit.date
        guard let trip = detail.visit.trip else { return DayRange(date, date + 1) }
        return DayRange(min(date, trip.leavesHome.day), max(date + 1, trip.isHome.day))
    }
}
