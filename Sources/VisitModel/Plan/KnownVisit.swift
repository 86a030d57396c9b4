/// A visit as an import knows it before a file mentions it: what people call it, and what a file may leave out.
public struct KnownVisit: Hashable, Sendable {
    /// The identifier.
    public var id: Identifier<Visit>
    /// The number; nil before it was given one.
    public var number: Int?
    /// The prison in which it is, or was; nil where nobody says.
    public var prison: Identifier<Prison>?
    /// Its session, if it is in one.
    public var session: Identifier<Session>?
    /// When it begins, local to the prison.
    public var start: ClockTime?
    /// The form of the meeting.
    public var mode: Mode
    /// Who goes along, the one who leads first.
    public var adults: [Visit.Companion]

    /// A visit of that identifier and number.
    public init(
        id: Identifier<Visit>, number: Int?, session: Identifier<Session>? = nil, start: ClockTime? = nil,
        mode: Mode = .table, adults: [Visit.Companion] = []
    ) {
        self.id = id
        self.number = number
        self.session = session
        self.start = start
        self.mode = mode
        self.adults = adults
    }

    /// What is known of `visit`.
    public init(_ visit: Visit) {
        self.init(
            id: visit.id, number: visit.number, session: visit.session, start: visit.start, mode: visit.mode,
            adults: visit.adults)
        prison = visit.prison
    }
}
