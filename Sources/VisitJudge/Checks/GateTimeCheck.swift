import VisitModel

extension Check {
    /// The party is at the gate by check-in.
    static let gateTime = Check(.late) { visit, world in
        guard let trip = visit.visit.trip, let prison = visit.prison, let due = visit.gateBy,
            world.clocks.instant(trip.arrives, in: prison.zone) > due
        else { return [] }
        let gate = world.clocks.civil(due, in: prison.zone)
        return [visit.flag(.late, "", ["arrives": "\(trip.arrives)", "due": "\(gate)"])]
    }
}
