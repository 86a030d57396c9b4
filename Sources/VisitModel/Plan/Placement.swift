/// Where a visit is put, with all that goes with the place: the session, the form and length of the meeting there, the papers,
/// the adult and the journey.
public struct Placement: Hashable, Sendable {
    /// The session.
    public var session: Session
    /// The form that the meeting takes there.
    public var mode: Mode
    /// How long it lasts there.
    public var minutes: Minutes
    /// The papers to bring.
    public var documents: [Paper]
    /// The adult who goes along.
    public var companion: Visit.Companion?
    /// The journey; nil where nobody knows one yet.
    public var trip: Trip?

    /// A place for a visit.
    public init(
        session: Session, mode: Mode, minutes: Minutes, documents: [Paper] = [], companion: Visit.Companion? = nil,
        trip: Trip? = nil
    ) {
        self.session = session
        self.mode = mode
        self.minutes = minutes
        self.documents = documents
        self.companion = companion
        self.trip = trip
    }
}
