import Testing
import VisitModel

/// A published visit with a journey of two legs there and one back, as the night finds it.
struct VisitBefore {
    let visit: Visit
    let stamp = Instant(seconds: 2000)

    init() throws {
        let date = try #require(Day("2026-12-05"))
        let ten = try #require(ClockTime("10:00"))
        func leg(
            _ from: Identifier<Place>, _ to: Identifier<Place>, _ minutes: Int, _ mode: Journey.Leg.Mode = .rail
        ) -> Journey.Leg {
            let begins = CivilTime(date, .midnight) + Minutes(minutes)
            return Journey.Leg(
                mode: mode, from: from, to: to, depart: begins, arrive: begins + 60, metres: 5000, route: "K1",
                trip: "T1")
        }
        let trip = Trip(
            outbound: Journey(
                legs: [leg("HOME", "STATION", 420), leg("STATION", "GATE", 490)], cents: 500, isEstimated: false),
            homeward: Journey(legs: [leg("GATE", "HOME", 660)], cents: 500, isEstimated: false), nights: 0,
            cents: 1000)
        visit = Visit(
            id: "visit-1", status: .requested, prisoner: "M1", household: "H1", children: ["C1", "C2"],
            companion: .guardian("G1"), prison: "W1", session: "SAT@2026-12-05", date: date, start: ten, minutes: 30,
            mode: .table, documents: [.householdRegister], trip: trip,
            reasons: [BilingualText(en: "First visit.", zh: "首次会见。")], sequence: 4,
            changed: Instant(seconds: 1000))
    }

    /// What the visit becomes after `change`.
    func following(_ change: (inout Visit) throws -> Void) rethrows -> Visit {
        var next = visit
        // A run names nothing of its own: identifier, number and moment are those of the visit before.
        next.id = ""
        next.sequence = 0
        next.changed = Instant(seconds: 0)
        try change(&next)
        return next.following(visit, at: stamp)
    }
}
