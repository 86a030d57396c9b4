import VisitModel

/// Writes one visit as a message to one person's calendar (iTIP, RFC 5546): a request, or a cancellation.
public struct InvitationWriter: Sendable {
    private let options: CalendarOptions
    private let invitation: Invitation

    /// A writer of messages that look like `options` and go to the attendee of `invitation`.
    public init(_ options: CalendarOptions, _ invitation: Invitation) {
        self.options = options
        self.invitation = invitation
    }

    /// The method of the message about a visit (RFC 5546, section 3.2): what does not take place is cancelled.
    public static func method(of visit: Visit) -> String { visit.status.holdsTable ? "REQUEST" : "CANCEL" }

    /// The message about a visit. It holds one entry; the ways there and back are told in its text, because a message is
    /// about one UID.
    ///
    /// - Parameter zone: the prison's.
    public func message(about detail: VisitDetail, in zone: Zone) -> [UInt8] {
        let trip = detail.visit.trip
        let first = min(detail.visit.date, trip?.leavesHome.day ?? detail.visit.date)
        let component = ZoneComponent(
            zone, over: DayRange(first, max(detail.visit.date + 1, trip?.isHome.day ?? first)))
        var lines = ContentLines(capacity: 4096)
        lines.line("BEGIN:VCALENDAR")
        lines.line("VERSION:2.0")
        lines.line("PRODID:-//visitd//visits//EN")
        lines.line("CALSCALE:GREGORIAN")
        lines.line(detail.visit.status.holdsTable ? "METHOD:REQUEST" : "METHOD:CANCEL")
        component.write(into: &lines)
        let share = JourneyShares.Share(outbound: trip?.outbound, homeward: trip?.homeward, begins: true)
        EventWriter(options, invitation: invitation).writeVisit(detail, share, component, into: &lines)
        lines.line("END:VCALENDAR")
        return lines.bytes
    }
}
