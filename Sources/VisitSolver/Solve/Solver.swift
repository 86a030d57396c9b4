import Dispatch
import Synchronization
import VisitModel

/// Solves a problem: the best plan that the limits allow, with a certificate and the reasons of every refusal.
///
/// The solver reads no clock and no random source of its own. With an iteration limit, the same problem and seed give
/// the same solution in every process and for any number of threads.
public struct Solver: Sendable {
    private let problem: Problem
    private let options: SolverOptions
    private let known: WarmStartPrices
    private let now: @Sendable () -> Double

    /// A solver for `problem`.
    ///
    /// - Parameters:
    ///   - prices: `Solution.bottlenecks` of an earlier run, for a warm start. Together with that run's plan as the
    ///     published one, a problem that has changed little is solved in a fraction of the time.
    ///   - now: seconds on any clock that only rises; asked only where `options.timeLimit` is set.
    public init(
        _ problem: Problem, options: SolverOptions = SolverOptions(), prices: [Bottleneck] = [],
        now: @escaping @Sendable () -> Double = { 0 }
    ) {
        self.problem = problem
        self.options = options
        known = WarmStartPrices(prices)
        self.now = now
    }

    /// Searches until a limit is reached or `isCancelled` answers true, and gives the best plan found. It is legal
    /// however early the search ends.
    public func solve(
        progress: @escaping @Sendable (SolverProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) -> Solution {
        let parts = Components(problem).requests
        let work = parts.map { part in
            part.reduce(0) { $0 + problem.options(of: $1).count } + part.count
        }
        let schedule = Schedule(
            work: work, cores: options.threads,
            deadline: options.timeLimit.map { now() + $0 }, now: now, progress: progress)
        let results = Mutex<[ComponentResult?]>(Array(repeating: nil, count: parts.count))
        DispatchQueue.concurrentPerform(iterations: schedule.threads) { _ in
            var builder = ComponentBuilder(problem)
            while let task = schedule.next() {
                let limits = limits(task, schedule, isCancelled)
                let component = builder.component(of: parts[task.part])
                var search = ComponentSearch(
                    component, limits: limits, seed: options.seed, known: known.prices(for: component))
                let result = search.run()
                results.withLock { $0[task.part] = result }
                schedule.finish(task)
            }
        }
        progress(SolverProgress(phase: .certificate, fraction: 1))
        return SolutionBuilder(problem).solution(of: results.withLock { $0 }.compactMap { $0 })
    }

    private func limits(
        _ task: Schedule.Task, _ schedule: Schedule, _ isCancelled: @escaping @Sendable () -> Bool
    ) -> SearchLimits {
        SearchLimits(
            sweeps: min(SolverOptions.mostSweeps, options.iterations ?? .max), iterations: options.iterations,
            threads: task.threads, began: task.began, seconds: task.seconds, now: now, isCancelled: isCancelled,
            progress: { schedule.report(task, $0, $1) })
    }
}
