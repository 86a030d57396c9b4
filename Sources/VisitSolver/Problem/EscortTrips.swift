import VisitModel

/// The charges of escort trips, looked up by home and session.
struct EscortTrips: Sendable {
    private struct Way: Hashable {
        let home: EscortHomeIndex
        let prison: PrisonIndex
        let session: SessionIndex?
    }

    private let charges: [Way: Problem.TripCharge]

    init(_ trips: [Problem.TripCharge]) {
        // As with `{(t["home"], t["prison"]): t}`, the last of several rows holds.
        charges = Dictionary(
            trips.map { (Way(home: $0.home, prison: $0.prison, session: $0.session), $0) }
        ) { _, last in last }
    }

    /// The charge that holds for all sessions of a prison.
    subscript(home: EscortHomeIndex, prison: PrisonIndex) -> Problem.TripCharge? {
        charges[Way(home: home, prison: prison, session: nil)]
    }

    /// The charge of one session: its own, otherwise that of its prison.
    subscript(
        home: EscortHomeIndex, session: SessionIndex, sessions: [Problem.Session]
    ) -> Problem.TripCharge? {
        let prison = sessions[session.position].prison
        return charges[Way(home: home, prison: prison, session: session)] ?? self[home, prison]
    }
}
