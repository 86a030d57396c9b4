import VisitModel

extension PlanningParameters {
    /// The days of a plan that begins on `first`, over so many weeks; over the operator's where none are named.
    package func horizon(from first: Day, weeks: Int? = nil) -> DayRange {
        DayRange(from: first, days: (weeks ?? self.weeks) * 7)
    }

    /// The days over which everybody but the planner asks who goes along: those of the published plan while it lasts,
    /// otherwise those of the next plan. So every answer names the adult whom the plan takes.
    package func horizon(on today: Day, published: DayRange?) -> DayRange {
        if let published, published.last >= today { return published }
        return horizon(from: today + 1)
    }
}

extension PlanningSnapshot {
    /// The days over which it is asked who goes along.
    package func horizon(on today: Day) -> DayRange {
        PlanningParameters(register.parameters).horizon(on: today, published: plan?.horizon)
    }
}
