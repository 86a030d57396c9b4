/// How long and with what luck the solver searches.
public struct SolverOptions: Sendable, Hashable {
    /// The seed of all random choices.
    public var seed: UInt64
    /// Search moves in each component, price steps at most as many. With it alone, the same problem and seed give the
    /// same plan, whatever the number of threads.
    public var iterations: Int?
    /// Seconds for the whole; the best plan found by then is given. Without either limit the solver makes
    /// `defaultMovesPerRequest` moves per request.
    public var timeLimit: Double?
    /// Components that are solved at the same time, at least 1.
    public var threads: Int

    /// Moves per request where nothing else limits the search.
    public static let defaultMovesPerRequest = 100
    /// Price steps per component at most.
    public static let mostSweeps = 400

    /// Options.
    public init(seed: UInt64 = 1, iterations: Int? = nil, timeLimit: Double? = nil, threads: Int = 1) {
        self.seed = seed
        self.iterations = iterations
        self.timeLimit = timeLimit
        self.threads = threads
    }
}

/// How far a run has come.
public struct SolverProgress: Sendable, Hashable {
    /// What the solver is doing.
    public enum Phase: String, Sendable, CaseIterable {
        /// First visits in time.
        case coverage
        /// The search for shadow prices.
        case prices
        /// Better and better plans.
        case search
        /// Checking and explaining.
        case certificate
    }

    /// What it is doing, in the component that reports.
    public var phase: Phase
    /// The part of the whole that is done, 0 … 1.
    public var fraction: Double
}
