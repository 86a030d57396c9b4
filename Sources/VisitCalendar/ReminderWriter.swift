import VisitModel

/// Writes entries for whole days. They are events and no tasks (VTODO), because the calendars of telephones do not show
/// the tasks of a subscription.
struct ReminderWriter {
    private let options: CalendarOptions
    private let words: Wording

    init(_ options: CalendarOptions) {
        self.options = options
        words = Wording.of(options.language)
    }

    /// Writes the entry. It takes no time of the day, and rings at nine in the morning: of a deadline's day before, of a
    /// call's own.
    func write(_ reminder: Reminder, into lines: inout ContentLines) {
        lines.line("BEGIN:VEVENT")
        lines.raw("UID:")
        lines.text(reminder.subject)
        lines.raw(suffix(of: reminder.kind))
        lines.end()
        lines.revision(reminder.changed, reminder.visit?.sequence ?? 0)
        lines.raw("DTSTART;VALUE=DATE:")
        lines.date(reminder.day)
        lines.end()
        lines.line("STATUS:CONFIRMED")
        lines.line("TRANSP:TRANSPARENT")
        if let visit = reminder.visit {
            lines.raw("RELATED-TO:")
            lines.text(visit.id.text)
            lines.raw("@visitd")
            lines.end()
        }
        writeTexts(reminder, into: &lines)
        lines.line("BEGIN:VALARM")
        lines.line("ACTION:DISPLAY")
        lines.line(reminder.kind == .call ? "TRIGGER:PT9H" : "TRIGGER:-PT15H")
        lines.raw("DESCRIPTION:")
        writeTitle(reminder, into: &lines)
        lines.end()
        lines.line("END:VALARM")
        lines.line("END:VEVENT")
    }

    private func suffix(of kind: Reminder.Kind) -> StaticString {
        switch kind {
        case .booking: "@booking.visitd"
        case .papers: "@papers.visitd"
        case .call: "@call.visitd"
        }
    }

    private func writeTexts(_ reminder: Reminder, into lines: inout ContentLines) {
        lines.raw("SUMMARY:")
        writeTitle(reminder, into: &lines)
        if options.perspective.mixesHouseholds {
            lines.raw(words.dash)
            lines.text(reminder.household.text)
        }
        lines.end()
        lines.raw("DESCRIPTION:")
        for (position, source) in reminder.sources.enumerated() {
            if position > 0 { lines.newline() }
            lines.text(source.sentence[options.language])
            lines.newline()
            lines.raw(words.ruleNote)
            lines.text(source.citation[options.language])
        }
        lines.end()
        lines.raw("CATEGORIES:")
        lines.raw(reminder.kind == .call ? words.call : words.deadline)
        lines.end()
        lines.line(reminder.kind == .call ? "COLOR:mediumpurple" : "COLOR:firebrick")
    }

    private func writeTitle(_ reminder: Reminder, into lines: inout ContentLines) {
        switch reminder.kind {
        case .booking: lines.raw(words.askFor)
        case .papers: lines.raw(words.papersFor)
        case .call: lines.raw(words.callDay)
        }
        if let visit = reminder.visit {
            lines.isoDate(visit.date)
            lines.raw(words.colon)
        }
        lines.text(reminder.prison[options.language])
    }
}
