import Synchronization

/// Hands out components to threads, the largest first, each with its share of the time that is left.
final class Schedule: Sendable {
    struct Task: Sendable {
        /// The component's number.
        var part: Int
        var began: Double
        /// Seconds that it may take, if time is limited.
        var seconds: Double?
        /// Threads that may work on it: more than one where it alone is more than a thread's share of what is left.
        var threads = 1
    }

    private struct State {
        var next = 0
        /// Work that nobody has begun.
        var waiting: Int
        /// Work that is done, in units of work.
        var done = 0.0
        var inProgress: [Int: Double] = [:]
    }

    /// Components that are solved at the same time.
    let threads: Int
    private let cores: Int
    private let order: [Int]
    private let work: [Int]
    private let deadline: Double?
    private let now: @Sendable () -> Double
    private let progress: @Sendable (SolverProgress) -> Void
    private let state: Mutex<State>

    init(
        work: [Int], cores: Int, deadline: Double?, now: @escaping @Sendable () -> Double,
        progress: @escaping @Sendable (SolverProgress) -> Void
    ) {
        self.work = work
        self.cores = max(1, cores)
        threads = max(1, min(cores, work.count))
        self.deadline = deadline
        self.now = now
        self.progress = progress
        order = work.indices.sorted { (work[$1], $0) < (work[$0], $1) }
        state = Mutex(State(waiting: work.reduce(0, +)))
    }

    /// The next component, or nil when all are taken.
    func next() -> Task? {
        let began = deadline == nil ? 0 : now()
        return state.withLock { state in
            guard state.next < order.count else { return nil }
            let part = order[state.next]
            state.next += 1
            let share = min(1, Double(work[part] * threads) / Double(max(1, state.waiting)))
            let own = share >= 1 ? cores : 1
            state.waiting -= work[part]
            state.inProgress[part] = 0
            return Task(part: part, began: began, seconds: deadline.map { max(0, $0 - began) * share }, threads: own)
        }
    }

    func finish(_ task: Task) {
        state.withLock { state in
            state.inProgress[task.part] = nil
            state.done += Double(work[task.part])
        }
    }

    func report(_ task: Task, _ phase: SolverProgress.Phase, _ fraction: Double) {
        let done = state.withLock { state in
            state.inProgress[task.part] = fraction
            return state.inProgress.reduce(state.done) { $0 + $1.value * Double(work[$1.key]) }
        }
        let total = Double(max(1, work.reduce(0, +)))
        progress(SolverProgress(phase: phase, fraction: min(1, done / total)))
    }
}
