import VisitModel

/// One of several workers that search for improvements of the same plan, each with its own copy and random stream.
///
/// Nearly all moves fail, so searchers that know nothing of each other seldom find changes that exclude each other.
final class SearchWorker {
    /// New visits for some units.
    struct Change: Sendable {
        var units: [Int]
        var visits: [[Int32]]
    }

    let plan: WorkingPlan
    /// What the last run of moves found, and how many moves it made. The plan is as it was before.
    private(set) var found: Change?
    private(set) var moves = 0
    private let planner: UnitPlanner
    private let neighbourhood: Neighbourhood
    private let prices: ShadowPrices?
    /// Whether a change must gain: so where a plan has been published.
    private let isCalm: Bool
    private var random: SeededRandom

    init(
        _ component: Component, visits: [[Int32]], penalties: PenaltyTables, prices: ShadowPrices?, isCalm: Bool,
        random: SeededRandom
    ) {
        plan = WorkingPlan(component, visits: visits)
        planner = UnitPlanner(component, penalties: penalties)
        self.prices = prices
        self.isCalm = isCalm
        self.random = random
        neighbourhood = Neighbourhood(component)
    }

    /// Moves until one changes the plan and makes it no worse, at most `most` of them.
    func run(most: Int) {
        found = nil
        moves = 0
        while moves < most, found == nil {
            moves += 1
            move()
        }
    }

    /// Takes some units out and puts them back in random order at random prices, the last one at none.
    private func move() {
        let units = neighbourhood.pick(plan, random: &random).shuffled(using: &random)
        guard !units.isEmpty else { return }
        let value = (plan.covered, plan.score)
        let before = units.map { plan.visits[$0] }
        for unit in units { planner.clear(unit, in: plan) }
        for (position, unit) in units.enumerated() {
            let isLast = position == units.count - 1
            let scale = isLast ? 0 : [0, 0.5, 1][Int.random(in: 0...2, using: &random)]
            planner.replan(unit, in: plan, prices: prices, scale: scale, random: &random)
        }
        let after = units.map { plan.visits[$0] }
        if isWelcome((plan.covered, plan.score), after: value), after != before {
            found = Change(units: units, visits: after)
        }
        for (unit, visits) in zip(units, before) { plan.place(visits, for: unit) }
    }

    private func isWelcome(_ value: (Int, Int), after old: (Int, Int)) -> Bool {
        isCalm ? value > old : value >= old
    }

    /// Makes the change where there is still room for it and it is still welcome.
    ///
    /// - Returns: whether it was made, and whether the plan gained.
    func attempt(_ change: Change) -> (isMade: Bool, isGain: Bool) {
        let value = (plan.covered, plan.score)
        let before = change.units.map { plan.visits[$0] }
        for unit in change.units { planner.clear(unit, in: plan) }
        let fits = zip(change.units, change.visits).allSatisfy { put($1, into: $0) }
        let result = (plan.covered, plan.score)
        if fits, isWelcome(result, after: value) { return (true, result > value) }
        for unit in change.units { planner.clear(unit, in: plan) }
        for (unit, visits) in zip(change.units, before) { plan.place(visits, for: unit) }
        return (false, false)
    }

    private func put(_ visits: [Int32], into unit: Int) -> Bool {
        var held = plan.visits[unit]
        for option in visits where !held.contains(option) {
            guard plan.hasRoom(for: Int(option)) else { return false }
            held.insert(option, at: held.firstIndex { $0 > option } ?? held.count)
            plan.place(held, for: unit)
        }
        return true
    }

    /// Takes over a change that another searcher has made.
    func adopt(_ change: Change) {
        for unit in change.units { planner.clear(unit, in: plan) }
        for (unit, visits) in zip(change.units, change.visits) { plan.place(visits, for: unit) }
    }
}
