import VisitModel

/// The whole task of the solver in dense integers: who wishes to visit whom, when each could, and what is scarce.
///
/// A problem is immutable and has been checked: every index points somewhere, no number is out of range, the fixed
/// visits can all be made, and no score of any plan overflows. Format and meaning are those of `visitd-problem/1`.
public struct Problem: Sendable {
    /// The first day of the horizon: day 0.
    public let start: Day
    /// The length of the horizon.
    public let days: Int
    /// The days granted to requests that are overdue already.
    public let catchUp: Int
    /// What counts how much.
    public let weights: Weights
    /// The prisons.
    public let prisons: [Prison]
    /// Their sessions, usable or not.
    public let sessions: [Session]
    /// The prisoners.
    public let prisoners: [Prisoner]
    /// Who wishes to visit whom.
    public let requests: [Request]
    /// Visits that every plan holds, without repetition.
    public private(set) var fixed: [Assignment]
    /// Visits of the plan before, without repetition.
    public let published: [Assignment]
    /// Homes from which escorts go.
    public let escortHomes: [Identifier<EscortHome>]
    /// What escort trips cost.
    public let trips: [TripCharge]
    /// Money per payer and month.
    public let budgets: [Budget]
    /// Requests whose visits save cost when close together.
    public let links: [Link]
    /// What is odd in the data and does not keep it from being planned.
    public private(set) var warnings: [Finding]

    let options: [Option]
    let optionEnds: [Int]
    /// Options that were left out because they lie too close after the last visit.
    let tooSoon: [Int32]
    let escortDays: EscortDays
    let escortTrips: EscortTrips
    let periods: PeriodTable

    /// The sessions that `request` can be given, by day and start. Sessions of one start are in the order of the problem.
    public func options(of request: RequestIndex) -> ArraySlice<Option> {
        options[optionRange(of: request.position)]
    }

    /// Trips that escorts of `home` can make on `day`, and children on each; nil where none of them goes that day.
    public func escort(of home: EscortHomeIndex, on day: Int) -> (trips: Int, maxChildren: Int)? {
        escortDays[home.position, day]
    }

    /// The charge of one escort trip from `home` to `prison`: nothing where none is given.
    public func tripCharge(from home: EscortHomeIndex, to prison: PrisonIndex) -> (cost: Int, money: Int) {
        escortTrips[home, prison].map { ($0.cost, $0.money) } ?? (0, 0)
    }

    /// What one escort trip from `home` to `session` costs.
    public func tripCharge(from home: EscortHomeIndex, to session: SessionIndex) -> (cost: Int, money: Int) {
        escortTrips[home, session, sessions].map { ($0.cost, $0.money) } ?? (0, 0)
    }

    /// The days of the horizon on which an escort is away who takes children from `home` to `session`.
    public func daysAway(from home: EscortHomeIndex, to session: SessionIndex) -> ClosedRange<Int> {
        let day = sessions[session.position].day
        guard let trip = escortTrips[home, session, sessions] else { return day...day }
        return max(min(0, day), day - trip.daysBefore)...min(max(days - 1, day), day + trip.daysAfter)
    }

    /// Tables that a request's party needs.
    public func tables(for request: RequestIndex) -> Int {
        let request = requests[request.position]
        let seats = prisons[prisoners[request.prisoner.position].prison.position].tableSeats
        return VisitModel.Prison.tables(for: request.party, seats: seats)
    }

    /// The day up to which the request's first visit is in time.
    public func due(_ request: RequestIndex) -> Int {
        let request = requests[request.position]
        return max((request.lastVisit ?? -request.maxGap) + request.maxGap, catchUp)
    }

    func optionRange(of request: Int) -> Range<Int> {
        (request == 0 ? 0 : optionEnds[request - 1])..<optionEnds[request]
    }

    init(
        draft: ProblemDraft, fixed: [Assignment], published: [Assignment], options: [Option], optionEnds: [Int],
        tooSoon: [Int32], escortDays: EscortDays, periods: PeriodTable, warnings: [Finding]
    ) {
        start = draft.start
        days = draft.days
        catchUp = draft.catchUp
        weights = draft.weights
        prisons = draft.prisons
        sessions = draft.sessions
        prisoners = draft.prisoners
        requests = draft.requests
        escortHomes = draft.escortHomes
        trips = draft.trips
        budgets = draft.budgets
        links = draft.links
        self.fixed = fixed
        self.published = published
        self.options = options
        self.optionEnds = optionEnds
        self.tooSoon = tooSoon
        self.escortDays = escortDays
        escortTrips = EscortTrips(draft.trips)
        self.periods = periods
        self.warnings = warnings
    }

    /// The same problem with other fixed visits.
    func with(fixed: [Assignment], warnings: [Finding]) -> Problem {
        var copy = self
        copy.fixed = fixed
        copy.warnings = warnings
        return copy
    }
}
