import VisitModel

/// What the search found for one component.
struct ComponentResult: Sendable {
    var visits: [Assignment]
    var bound: Double
    var prisonParts: [(prison: PrisonIndex, bound: Double)]
    var coverageBound: Int
    /// Sessions found full by requests that could not be covered in time.
    var saturated: [(request: RequestIndex, sessions: [SessionIndex])]
    var statistics: SearchStatistics
    var bottlenecks: [Bottleneck]
}

/// Solves one component: coverage, prices, priced insertion, neighbourhood search.
struct ComponentSearch {
    private let component: Component
    private let limits: SearchLimits
    private let plan: WorkingPlan
    private let planner: UnitPlanner
    private let penalties: PenaltyTables
    private var random: SeededRandom
    private var coverage: Coverage
    private let isCalm: Bool
    /// Prices of an earlier run.
    private let known: ShadowPrices?
    private var best: [[Int32]] = []
    private var bestValue = (covered: Int.min, score: Int.min)

    init(_ component: Component, limits: SearchLimits, seed: UInt64, known: ShadowPrices? = nil) {
        self.component = component
        self.limits = limits
        self.known = known
        plan = WorkingPlan(component)
        penalties = PenaltyTables(component)
        planner = UnitPlanner(component, penalties: penalties)
        // One stream per component: what other components do, and on which thread, does not change it.
        var mixer = SeededRandom(seed: seed &+ UInt64(component.requests[0].index.position) &* 0x2545_F491_4F6C_DD1D)
        random = SeededRandom(seed: mixer.next())
        isCalm = component.publishedCounts.contains { $0 > 0 }
        coverage = Coverage(component, plan)
    }

    mutating func run() -> ComponentResult {
        limits.report(.coverage, 0)
        if isCalm { restorePublished() }
        coverage.run()
        let reserved = plan.visits
        let insertion = Insertion(planner: planner, isCalm: isCalm)
        if isCalm {
            insertion.polish(plan, random: &random)
        } else {
            insertion.build(plan, prices: known, random: &random)
        }
        remember()
        let guesses =
            coverage.saturated.isEmpty
            ? [] : [min, max].map { ShadowPrices(component, full: coverage.saturated, $0) }
        var search = VolumeAlgorithm(
            component, penalties: penalties, known: known, guesses: guesses, threads: limits.threads)
        findPrices(&search, reserved, insertion)
        for unit in component.units.indices { plan.place(best[unit], for: unit) }
        let (moves, improvements) = explore(search)
        var result = result(search)
        result.statistics.moves = moves
        result.statistics.improvements = improvements
        return result
    }

    /// Takes over the published visits that are still possible, each where it was.
    private func restorePublished() {
        for unit in component.units.indices {
            for option in component.units[unit].options
            where component.isPublished[option] && !plan.visits[unit].contains(Int32(option)) {
                guard plan.hasRoom(for: option), component.isLegal(plan.visits[unit], with: option, unit: unit) else {
                    continue
                }
                plan.place((plan.visits[unit] + [Int32(option)]).sorted(), for: unit)
            }
        }
    }

    private mutating func remember() {
        guard (plan.covered, plan.score) > bestValue else { return }
        best = plan.visits
        bestValue = (plan.covered, plan.score)
    }

    /// Improves the prices. A plan is built early, because its score sets the step length; then again at a third, at
    /// two thirds and at the end.
    private mutating func findPrices(_ search: inout VolumeAlgorithm, _ reserved: [[Int32]], _ insertion: Insertion) {
        let sweeps = limits.sweeps
        var built = 0
        for sweep in 0..<max(0, sweeps) {
            let done = limits.fraction(Double(sweep) / Double(sweeps), ofShare: Self.priceShare)
            if done >= 1 || limits.isOver(share: Self.priceShare) { break }
            if sweep % 16 == 0 { limits.report(.prices, Self.priceShare * done) }
            if built < Self.builds.count, done >= Self.builds[built] {
                built += 1
                build(search.prices, reserved, insertion)
            }
            search.step(score: Double(bestValue.score))
            if search.bound < Double(bestValue.score) + 1 { return }
            if search.isSettled { break }
        }
        if search.sweeps > 0 { build(search.prices, reserved, insertion) }
    }

    /// When plans are built, in parts of the work on prices.
    private static let builds = [0.08, 1.0 / 3, 2.0 / 3]
    /// The part of the time that may go to prices.
    private static let priceShare = 0.4

    private mutating func build(_ prices: ShadowPrices, _ reserved: [[Int32]], _ insertion: Insertion) {
        guard !isCalm, !limits.isCancelled() else { return }
        for unit in component.units.indices { plan.place(reserved[unit], for: unit) }
        insertion.build(plan, prices: prices, random: &random)
        remember()
    }

    private mutating func explore(_ prices: VolumeAlgorithm) -> (moves: Int, improvements: Int) {
        var search = NeighbourhoodSearch(
            plan, penalties: penalties, prices: prices.prices, isCalm: isCalm, threads: limits.threads,
            random: &random)
        let count = limits.moves(requests: component.requests.count)
        var nextReport = 0
        while search.moves < count, !limits.isOver(share: 1) {
            if search.moves >= nextReport {
                nextReport += Self.movesPerReport
                let done = limits.fraction(Double(search.moves) / Double(count), ofShare: 1)
                limits.report(.search, max(Self.priceShare, done))
            }
            if prices.bound < Double(search.score) + 1 { break }
            search.round(most: count - search.moves)
        }
        let visits = search.visits
        for unit in component.units.indices { planner.clear(unit, in: plan) }
        for unit in component.units.indices { plan.place(visits[unit], for: unit) }
        return (search.moves, search.improvements)
    }

    private static let movesPerReport = 1024

    private func result(_ search: VolumeAlgorithm) -> ComponentResult {
        var visits: [Assignment] = []
        for unit in component.units.indices {
            for option in plan.visits[unit] {
                visits.append(
                    Assignment(
                        request: component.requests[Int(component.optionRequest[Int(option)])].index,
                        session: component.sessions[Int(component.optionSession[Int(option)])].index))
            }
        }
        let saturated = coverage.saturated.keys.sorted().map { request in
            (
                component.requests[request].index,
                (coverage.saturated[request] ?? []).map { component.sessions[$0].index }
            )
        }
        var statistics = SearchStatistics()
        statistics.components = 1
        statistics.sweeps = search.sweeps
        statistics.wasCut = limits.isOver(share: 1)
        return ComponentResult(
            visits: visits, bound: max(search.bound.rounded(.down), Double(plan.score)),
            prisonParts: zip(component.prisons, search.prisonParts).map { ($0, $1) },
            coverageBound: CoverageBound(component, full: coverage.saturated).children, saturated: saturated,
            statistics: statistics, bottlenecks: search.prices.bottlenecks(component))
    }
}
