/// When one component's search must end, as the solver tells it.
struct SearchLimits: Sendable {
    /// Price steps.
    var sweeps: Int
    /// Moves, if they are limited.
    var iterations: Int?
    /// Threads that may work on it at once. The result does not depend on how many they are.
    var threads = 1
    /// Seconds that the component may take, and when it began, on the caller's clock.
    var began: Double
    var seconds: Double?
    var now: @Sendable () -> Double
    var isCancelled: @Sendable () -> Bool
    var progress: @Sendable (SolverProgress.Phase, Double) -> Void

    /// Whether that part of the component's time is over, or the run was cancelled.
    func isOver(share: Double) -> Bool {
        if isCancelled() { return true }
        guard let seconds else { return false }
        return now() - began >= seconds * share
    }

    func moves(requests: Int) -> Int {
        if let iterations { return iterations }
        return seconds != nil ? .max : SolverOptions.defaultMovesPerRequest * requests
    }

    /// How much of a stage is done, by count, or by time where less of its share of time is left.
    func fraction(_ count: Double, ofShare share: Double) -> Double {
        guard let seconds, seconds > 0 else { return min(1, count) }
        return min(1, max(count, (now() - began) / (seconds * share)))
    }

    func report(_ phase: SolverProgress.Phase, _ fraction: Double) {
        progress(phase, fraction)
    }
}
