import Dispatch
import VisitModel

/// Large neighbourhood search (LNS): remove some competing units, insert them again in random order, and keep the
/// result if it is no worse.
///
/// Several workers search on copies of the plan; after every round their changes are applied in a fixed order. The
/// number of workers depends on the component alone, so the plan does not depend on the number of threads.
struct NeighbourhoodSearch {
    private let workers: [Guarded<SearchWorker>]
    private let threads: Int
    /// Points of the plan.
    private(set) var score: Int
    private(set) var moves = 0
    private(set) var improvements = 0

    /// Moves of a searcher in one round at most.
    static let movesPerRound = 12
    /// Units from which on several search at once, and how many.
    static let unitsForLanes = 64
    static let mostLanes = 4

    init(
        _ plan: WorkingPlan, penalties: PenaltyTables, prices: ShadowPrices?, isCalm: Bool, threads: Int,
        random: inout SeededRandom
    ) {
        self.threads = threads
        score = plan.score
        let (component, visits) = (plan.component, plan.visits)
        let count = component.units.count < Self.unitsForLanes ? 1 : Self.mostLanes
        workers = (0..<count).map { _ in
            let own = SeededRandom(seed: random.next())
            return Guarded {
                SearchWorker(
                    component, visits: visits, penalties: penalties, prices: prices, isCalm: isCalm, random: own)
            }
        }
    }

    /// The options of each unit in the plan as it is now.
    var visits: [[Int32]] { workers[0].use { $0.plan.visits } }

    /// One round of at most `most` moves. The plan is no worse after it, and no child loses its visit in time.
    mutating func round(most: Int) {
        let workers = workers[..<min(workers.count, max(1, most))]
        let each = max(1, min(Self.movesPerRound, most / workers.count))
        if threads > 1, workers.count > 1 {
            DispatchQueue.concurrentPerform(iterations: workers.count) { worker in
                workers[worker].use { $0.run(most: each) }
            }
        } else {
            for worker in workers { worker.use { $0.run(most: each) } }
        }
        for worker in workers {
            let (made, change) = worker.use { ($0.moves, $0.found) }
            moves += made
            if let change { take(change) }
        }
    }

    private mutating func take(_ change: SearchWorker.Change) {
        let (isMade, isGain, score) = workers[0].use { worker in
            let (isMade, isGain) = worker.attempt(change)
            return (isMade, isGain, worker.plan.score)
        }
        self.score = score
        if isGain { improvements += 1 }
        guard isMade else { return }
        for worker in workers.dropFirst() { worker.use { $0.adopt(change) } }
    }
}
