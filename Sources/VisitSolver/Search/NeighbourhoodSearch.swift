import VisitModel

/// Large-neighbourhood search: take out some units that compete, put them back in random order, keep what is no worse.
struct NeighbourhoodSearch {
    private let plan: WorkingPlan
    private let planner: UnitPlanner
    private let neighbourhood: Neighbourhood
    private let prices: Prices?
    /// Whether a change must gain: so where a plan has been published.
    private let isCalm: Bool
    private(set) var moves = 0
    private(set) var improvements = 0

    init(_ plan: WorkingPlan, planner: UnitPlanner, prices: Prices?, isCalm: Bool) {
        self.plan = plan
        self.planner = planner
        self.prices = prices
        self.isCalm = isCalm
        neighbourhood = Neighbourhood(plan.component)
    }

    /// One move. The plan is no worse after it, and no child loses its visit in time.
    mutating func move(random: inout SeededRandom) {
        moves += 1
        let units = neighbourhood.pick(plan, random: &random).shuffled(using: &random)
        guard !units.isEmpty else { return }
        let (score, covered) = (plan.score, plan.covered)
        let before = units.map { plan.visits[$0] }
        for unit in units { planner.clear(unit, in: plan) }
        for (position, unit) in units.enumerated() {
            let isLast = position == units.count - 1
            let scale = isLast ? 0 : [0, 0.5, 1][Int.random(in: 0...2, using: &random)]
            planner.replan(unit, in: plan, prices: prices, scale: scale, random: &random)
        }
        let isBetter = (plan.covered, plan.score) > (covered, score)
        if isBetter { improvements += 1 }
        guard !isBetter, isCalm || (plan.covered, plan.score) < (covered, score) else { return }
        for (unit, visits) in zip(units, before) { plan.place(visits, for: unit) }
    }
}
