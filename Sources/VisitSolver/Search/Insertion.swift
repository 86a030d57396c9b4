import VisitModel

/// Builds a whole plan: unit by unit, the most urgent first, at given prices; then each unit again at no price.
struct Insertion {
    let planner: UnitPlanner
    /// Whether a change must gain: so where a plan has been published.
    let isCalm: Bool

    /// Replans all units of `plan`, from the seats that coverage has reserved.
    func build(_ plan: WorkingPlan, prices: ShadowPrices?, random: inout SeededRandom) {
        let component = planner.component
        let ties = component.units.map { _ in random.next() }
        let urgency = component.units.map { unit in
            unit.requests.map { component.requests[$0].isDue ? component.requests[$0].due : component.days }.min() ?? 0
        }
        let order = component.units.indices.sorted { (urgency[$0], ties[$0]) < (urgency[$1], ties[$1]) }
        for unit in order { planner.replan(unit, in: plan, prices: prices, scale: 1, random: &random) }
        polish(plan, random: &random)
        polish(plan, random: &random)
    }

    /// Takes every unit out and puts it back at no price: what prices kept free is given away.
    func polish(_ plan: WorkingPlan, random: inout SeededRandom) {
        for unit in planner.component.units.indices.shuffled(using: &random) {
            improve(unit, plan, &random)
        }
    }

    /// Replans one unit and keeps the result when it is no worse.
    private func improve(_ unit: Int, _ plan: WorkingPlan, _ random: inout SeededRandom) {
        let (score, covered, before) = (plan.score, plan.covered, plan.visits[unit])
        planner.replan(unit, in: plan, prices: nil, scale: 0, random: &random)
        let isBetter = (plan.covered, plan.score) > (covered, score)
        guard !isBetter, isCalm || (plan.covered, plan.score) < (covered, score) else { return }
        plan.place(before, for: unit)
    }
}
