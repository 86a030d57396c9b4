import VisitModel

extension Check {
    /// The party leaves home and is home again within the hours of its household, by the clocks there.
    static let homeHours = Check(.homeHours) { visit, world in
        guard visit.visit.trip != nil, let household = visit.household, let away = visit.away else { return [] }
        let hours = household.leavesAfter.minutes...max(household.leavesAfter.minutes, household.returnsBefore.minutes)
        let leaves = world.clocks.civil(away.begins, in: visit.homeZone)
        let home = world.clocks.civil(away.ends, in: visit.homeZone)
        var facts: [Refusal.Fact] = []
        if !hours.contains(leaves.clock.minutes) { facts.append(Refusal.Fact("leaves", "\(leaves)")) }
        // Who comes home at midnight comes at the end of a day, not at the beginning of one.
        let returns = home.clock == .midnight ? ClockTime.endOfDay : home.clock
        if !hours.contains(returns.minutes) { facts.append(Refusal.Fact("home", "\(home)")) }
        guard !facts.isEmpty else { return [] }
        let allowed = [
            Refusal.Fact("after", "\(household.leavesAfter)"), Refusal.Fact("before", "\(household.returnsBefore)"),
        ]
        return [visit.flag(.homeHours, "household \(household.id)", facts + allowed)]
    }
}
