/// What a plan reaches, level by level, and its score.
public struct Objective: Hashable, Sendable {
    /// Children whose first visit is in time; only children whose visit falls due in the horizon are counted.
    public var covered = 0
    /// Children whose visit falls due in the horizon.
    public var dueChildren = 0
    /// Children with a visit in the plan.
    public var childrenSeen = 0
    /// The longest gap of a request that has options, in days.
    public var maxGapDays = 0
    /// Σ children × o(o+1)/2 over gaps that are o days too long.
    public var neglect = 0
    /// Visits.
    public var visits = 0
    /// Minutes of visit.
    public var minutes = 0
    /// Σ squared days of gaps.
    public var spacing = 0
    /// Published visits that are not kept.
    public var changes = 0
    /// Burden of visits and trips, less what links save.
    public var cost = 0

    /// Nothing.
    public init() {}

    /// The weighted sum; more is better.
    public func score(_ weights: Problem.Weights) -> Int {
        weights.covered * covered + weights.visit * visits + weights.minute * minutes - weights.neglect * neglect
            - weights.spacing * spacing - weights.change * changes - weights.cost * cost
    }

    static func += (a: inout Objective, b: Objective) {
        a.covered += b.covered
        a.dueChildren += b.dueChildren
        a.childrenSeen += b.childrenSeen
        a.maxGapDays = max(a.maxGapDays, b.maxGapDays)
        a.neglect += b.neglect
        a.visits += b.visits
        a.minutes += b.minutes
        a.spacing += b.spacing
        a.changes += b.changes
        a.cost += b.cost
    }
}
