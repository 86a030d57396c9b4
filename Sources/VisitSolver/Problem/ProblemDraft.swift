import VisitModel

/// The parts of a problem while somebody puts them together. `Problem.make` checks and closes it.
///
/// Positions in the lists are what the indices mean, so a thing is added before it is named. Requests go through
/// `add`, which keeps all options in one flat list: 630,000 requests are a handful of arrays.
public struct ProblemDraft: Sendable {
    /// The first day of the horizon: day 0.
    public var start: Day
    /// The length of the horizon; every visit has a day 0 ..< days.
    public var days: Int
    /// The days granted to requests that are overdue already.
    public var catchUp: Int
    /// What counts how much.
    public var weights: Problem.Weights
    /// The prisons.
    public var prisons: [Problem.Prison] = []
    /// Their sessions.
    public var sessions: [Problem.Session] = []
    /// The prisoners.
    public var prisoners: [Problem.Prisoner] = []
    /// The requests added so far.
    public private(set) var requests: [Problem.Request] = []
    /// Visits that must be in the plan.
    public var fixed: [Assignment] = []
    /// Visits of the plan before; dropping one costs `weights.change`.
    public var published: [Assignment] = []
    /// Homes from which escorts go.
    public var escortHomes: [Identifier<Problem.EscortHome>] = []
    /// Their escorts.
    public var escorts: [Problem.EscortRow] = []
    /// What escort trips cost.
    public var trips: [Problem.TripCharge] = []
    /// Money per payer and month; of several for one month the smallest holds.
    public var budgets: [Problem.Budget] = []
    /// Requests whose visits save cost when close together.
    public var links: [Problem.Link] = []

    var options: [Problem.Option] = []
    var optionEnds: [Int] = []

    /// A draft without people.
    public init(start: Day, days: Int, catchUp: Int, weights: Problem.Weights) {
        self.start = start
        self.days = days
        self.catchUp = catchUp
        self.weights = weights
    }

    /// Adds a request with the sessions that it could be given, in any order. `Problem.make` leaves out options outside
    /// the horizon, and options that are not fixed and too soon after the last visit; closures, notice, travel and
    /// rules are for the caller to have applied.
    @discardableResult
    public mutating func add(_ request: Problem.Request, options: some Sequence<Problem.Option>) -> RequestIndex {
        requests.append(request)
        self.options.append(contentsOf: options)
        optionEnds.append(self.options.count)
        return RequestIndex(requests.count - 1)
    }

    /// The options of the request at that position, in the order in which they were added.
    public func options(of request: Int) -> ArraySlice<Problem.Option> {
        options[(request == 0 ? 0 : optionEnds[request - 1])..<optionEnds[request]]
    }
}
