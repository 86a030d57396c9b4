import VisitModel

/// Who invites whom to one visit (RFC 5546: `ORGANIZER`, `ATTENDEE`).
///
/// An invitation goes to one person. It names nobody else: the others who go, and the prisoner, are no attendees.
public struct Invitation: Hashable, Sendable {
    /// Somebody with an address.
    public struct Party: Hashable, Sendable {
        /// An e-mail address.
        public var address: String
        /// The name to show beside it; nil to show none.
        public var name: String?

        /// A party.
        public init(address: String, name: String? = nil) {
            self.address = address
            self.name = name
        }

        /// A person without an address: one that leads nowhere by design (RFC 2606, section 2).
        public init(withoutAddress identifier: String, name: String? = nil) {
            self.init(address: "\(identifier)@visitd.invalid", name: name)
        }
    }

    /// Whoever speaks for the visits: the charity or office.
    public var organizer: Party
    /// Who is invited.
    public var attendee: Party

    /// An invitation.
    public init(organizer: Party, attendee: Party) {
        self.organizer = organizer
        self.attendee = attendee
    }

    /// Writes both lines. Nobody is asked for an answer: a visit is agreed with people, not with their calendars.
    func write(into lines: inout ContentLines) {
        lines.raw("ORGANIZER")
        write(organizer, into: &lines)
        lines.raw("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE")
        write(attendee, into: &lines)
    }

    private func write(_ party: Party, into lines: inout ContentLines) {
        if let name = party.name {
            lines.raw(";CN=\"")
            lines.parameter(name)
            lines.raw("\"")
        }
        lines.raw(":mailto:")
        lines.address(party.address)
        lines.end()
    }
}
