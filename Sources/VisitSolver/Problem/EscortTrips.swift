import VisitModel

extension Problem {
    /// What one escort trip from a home to a prison costs, whoever goes along, and how long the escort is away.
    public struct TripCharge: Sendable {
        /// The home.
        public var home: EscortHomeIndex
        /// The prison.
        public var prison: PrisonIndex
        /// The session to which alone it applies; nil where it does to all of the prison that have no charge of their own.
        public var session: SessionIndex?
        /// The burden in points.
        public var cost: Int
        /// The money in cents.
        public var money: Int
        /// On how many days before that of the session, and after it, the escort is away as well.
        public var daysBefore: Int, daysAfter: Int

        /// A charge.
        public init(
            home: EscortHomeIndex, prison: PrisonIndex, session: SessionIndex? = nil, cost: Int, money: Int,
            daysBefore: Int = 0, daysAfter: Int = 0
        ) {
            self.home = home
            self.prison = prison
            self.session = session
            self.cost = cost
            self.money = money
            self.daysBefore = daysBefore
            self.daysAfter = daysAfter
        }
    }
}

/// The charges of escort trips, looked up by home and session.
struct EscortTrips: Sendable {
    private struct ChargeKey: Hashable {
        let home: EscortHomeIndex
        let prison: PrisonIndex
        let session: SessionIndex?
    }

    private let charges: [ChargeKey: Problem.TripCharge]

    init(_ trips: [Problem.TripCharge]) {
        // As with `{(t["home"], t["prison"]): t}`, the last of several rows holds.
        charges = Dictionary(
            trips.map { (ChargeKey(home: $0.home, prison: $0.prison, session: $0.session), $0) }
        ) { _, last in last }
    }

    /// The charge that holds for all sessions of a prison.
    subscript(home: EscortHomeIndex, prison: PrisonIndex) -> Problem.TripCharge? {
        charges[ChargeKey(home: home, prison: prison, session: nil)]
    }

    /// The charge of one session: its own, otherwise that of its prison.
    subscript(
        home: EscortHomeIndex, session: SessionIndex, sessions: [Problem.Session]
    ) -> Problem.TripCharge? {
        let prison = sessions[session.position].prison
        return charges[ChargeKey(home: home, prison: prison, session: session)] ?? self[home, prison]
    }
}
