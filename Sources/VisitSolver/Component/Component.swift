import VisitModel

/// One part of a problem that shares nothing with the rest, in the dense form that the search works on.
///
/// Numbers are local to the part. A **unit** is a prisoner with all requests to visit that prisoner: they share the
/// quota and the minimum gap, so they are planned together. A **pair** is an escort home with a session that some of its
/// children could be taken to; a **home day** is the day's trips of a home.
struct Component: Sendable {
    struct Unit: Sendable {
        /// Positions in `requests`.
        var requests: Range<Int>
        /// Positions in the option lists.
        var options: Range<Int>
        /// Fewest days between two visits, whoever makes them.
        var minGap: Int
        var prison: Int
        /// Position in `allowances`.
        var allowance: Int
        /// Where the states of its periods stand in `periodStates`.
        var periodStart: Int
        var periods: Int
    }

    struct Request: Sendable {
        var index: RequestIndex
        var unit: Int
        /// Tables that the party takes.
        var tables: Int
        var party: Int
        var children: Int
        /// Places that the party takes on an escort's trip.
        var escortPlaces: Int
        var last: Int
        var maxGap: Int
        var due: Int
        var isDue: Bool
        /// Position among the households of several requests, or −1.
        var family: Int
        var links: [Int]
    }

    struct Session: Sendable {
        var index: SessionIndex
        var day: Int
        var tables: Int
        /// Persons, or Int.max.
        var seats: Int
        var prison: Int
    }

    struct Pair: Sendable {
        var homeDay: Int
        /// The other home days on which the escort is away.
        var otherHomeDays: [Int]
        var session: Int
        /// Children on one trip.
        var places: Int
        /// Points and cents of one trip.
        var cost: Int
        var money: Int
    }

    struct Link: Sendable {
        var first: Int
        var second: Int
        var maxDaysApart: Int
        var saving: Int
    }

    let days: Int
    let weights: Problem.Weights
    var units: [Unit] = []
    var requests: [Request] = []
    var sessions: [Session] = []
    var pairs: [Pair] = []
    /// Trips that are possible on each home day.
    var homeDayTrips: [Int] = []
    /// The home and the day of each home day.
    var homeDays: [(home: EscortHomeIndex, day: Int)] = []
    /// The cents of each budget that can be exhausted, with its payer and month.
    var budgets: [Int] = []
    var purses: [Problem.Purse] = []
    var links: [Link] = []
    var allowances: [Allowance] = []
    /// The state at the beginning of each period of each unit, for plans and for bounds.
    var periodStates: [Int32] = []
    var relaxedPeriodStates: [Int32] = []
    var familyCount = 0
    var prisons: [PrisonIndex] = []
    /// Published visits of each prison; those that are no options any more are lost in every plan.
    var publishedCounts: [Int] = []
    /// Points that make a fixed visit part of every best chain: more than any chain of other visits can earn or lose.
    var mustHave = 0.0
    /// Visits that each period of each unit has left, and the period's first day.
    var periodRoom: [Int] = []
    var periodFirstDays: [Day] = []
    /// The prisoner of each unit.
    var prisoners: [PrisonerIndex] = []

    // Options, by unit and then by day and start.
    var optionRequest: [Int32] = []
    var optionSession: [Int32] = []
    var optionDay: [Int32] = []
    var optionPeriod: [Int32] = []
    /// Which of the unit's lengths of visit it has.
    var optionLength: [Int32] = []
    var optionMinutes: [Int32] = []
    /// Points for the visit itself: visit, minutes, kept publication, less its cost.
    var optionGain: [Double] = []
    var optionMoney: [Int32] = []
    /// Position in `budgets`, or −1 where no budget can bind.
    var optionBudget: [Int32] = []
    /// Position in `pairs`, or −1.
    var optionPair: [Int32] = []
    var isFixed: [Bool] = []
    var isPublished: [Bool] = []
    /// Options of each session.
    var sessionOptionEnds: [Int] = []
    var sessionOptions: [Int32] = []

    /// Whether gaps cost nothing: then only the order of visits matters, not how far apart they are.
    var isFlat: Bool { weights.neglect == 0 && weights.spacing == 0 }

    init(days: Int, weights: Problem.Weights) {
        self.days = days
        self.weights = weights
    }

    func options(of session: Int) -> ArraySlice<Int32> {
        sessionOptions[(session == 0 ? 0 : sessionOptionEnds[session - 1])..<sessionOptionEnds[session]]
    }
}

extension Problem.Weights {
    /// Points that a gap of so many days costs for children who may wait `maxGap` days.
    func gapCost(_ gap: Int, children: Int, maxGap: Int) -> Int {
        let overdue = max(0, gap - maxGap)
        return neglect * children * (overdue * (overdue + 1) / 2) + spacing * gap * gap
    }
}
