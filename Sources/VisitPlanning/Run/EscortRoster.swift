import VisitModel

/// Who of a home's escorts takes which children on a day.
///
/// The solver counts trips; here each trip gets a person. Parties to one session travel together as long as the
/// escort's places last.
struct EscortRoster {
    private struct TripKey: Hashable {
        let home: Identifier<Household>
        let days: DayRange
        let session: Identifier<Session>
    }

    private let facts: BondFacts
    private var open: [TripKey: (escort: Identifier<Escort>, places: Int)] = [:]
    private var busy: [Day: Set<Identifier<Escort>>] = [:]

    init(facts: BondFacts) {
        self.facts = facts
    }

    /// The escort from `home` who is under way on `days` to take `children` children to `session`; nil where nobody is
    /// left.
    mutating func escort(
        from home: Identifier<Household>, on days: DayRange, to session: Identifier<Session>, children: Int
    ) -> Identifier<Escort>? {
        let key = TripKey(home: home, days: days, session: session)
        if let trip = open[key], trip.places >= children {
            open[key] = (trip.escort, trip.places - children)
            return trip.escort
        }
        let free = facts.escorts[home, default: []].filter { escort in
            escort.canTravel(on: days) && !days.contains { busy[$0, default: []].contains(escort.id) }
        }
        guard let escort = free.min(by: { $0.id < $1.id }) else { return open[key]?.escort }
        for day in days { busy[day, default: []].insert(escort.id) }
        open[key] = (escort.id, escort.maxChildren - children)
        return escort.id
    }
}

extension Escort {
    /// Whether the escort can be under way on all of `days`.
    func canTravel(on days: DayRange) -> Bool { days.allSatisfy(canTravel) }
}
