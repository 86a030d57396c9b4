import VisitModel

/// A plan, how good it is at most and at least, and why some have no visit in it.
public struct Solution: Sendable {
    /// The visits, by request and time.
    public var visits: [Assignment]
    /// Requests without any visit, in the order of the problem.
    public var refused: [RefusedRequest]
    /// How far from perfect the plan can be.
    public var certificate: Certificate
    /// The shadow prices of scarce resources, the highest first.
    public var bottlenecks: [Bottleneck]
    /// What the judge says. A plan with violations is a fault of the solver: it must not be published.
    public var verdict: Verdict
    /// How much was searched.
    public var statistics: SearchStatistics
    /// Sessions that were found full by requests which could not be covered in time.
    var saturated: [RequestIndex: [SessionIndex]]
}

/// A request without a visit, and why.
public struct RefusedRequest: Sendable, Hashable {
    /// The request.
    public var request: RequestIndex
    /// The reason: `noSession`, `tooSoon`, `noJourney`, `noEscort`, `noCompanion`, `noBudget`, `quotaUsed`, `sessionsFull`, `doesNotHold` or
    /// `outweighed`. Were it lifted, a visit would be possible, unless a fact tells what is missing besides.
    public var code: Refusal.Code
    /// What stands behind it.
    public var facts: [RefusalFact]
}

/// A fact behind a refusal.
public struct RefusalFact: Sendable, Hashable {
    /// What a fact says.
    public enum Value: Sendable, Hashable {
        /// A count.
        case count(Int)
        /// Identifiers or days.
        case list([String])
        /// A word.
        case text(String)
    }

    /// The name of the fact that lists what is missing as well, by the codes of refusals: then no one thing alone would help.
    public static let besides = "besides"

    /// The fact's name: `sessions`, `period`.
    public var name: String
    /// What it says.
    public var value: Value
}

/// How far from perfect a plan can be.
public struct Certificate: Sendable, Hashable {
    /// One level of the objective.
    public struct Level: Sendable, Hashable {
        /// What the plan reaches.
        public var value: Int
        /// No plan reaches more (or, of what should be little, less), where that is known.
        public var bound: Int?
    }

    /// One prison's part.
    public struct PrisonPart: Sendable, Hashable {
        /// The prison.
        public var prison: PrisonIndex
        /// Its part of the bound. With budgets or escorts in common, the parts are shares: only their sum is a bound.
        public var bound: Int
        /// Its part of the score.
        public var score: Int
    }

    /// No plan scores more.
    public var bound: Int
    /// What the plan scores.
    public var score: Int
    /// The levels by name, in the order of their importance.
    public var levels: [(name: Plan.Certificate.Level.Name, level: Level)] {
        [
            (.covered, covered), (.neglect, Level(value: objective.neglect)),
            (.visits, visits), (.minutes, Level(value: objective.minutes)),
            (.changes, Level(value: objective.changes, bound: objective.changes == 0 ? 0 : nil)),
            (.spacing, Level(value: objective.spacing)), (.cost, Level(value: objective.cost)),
        ]
    }
    /// Children covered in time, and the most that any plan covers.
    public var covered: Level
    /// Visits, and the most that any plan has.
    public var visits: Level
    /// What the plan reaches, level by level.
    public var objective: Objective
    /// The parts of the prisons, in the order of the problem.
    public var prisons: [PrisonPart]

    /// (bound − score) ÷ |bound|; 0 where the bound is 0.
    public var gap: Double { bound == 0 ? 0 : Double(bound - score) / Double(abs(bound)) }
}

/// A scarce resource and its shadow price: the value of one unit more, estimated by the search for the bound.
public struct Bottleneck: Sendable, Hashable {
    /// What is scarce.
    public enum Resource: Sendable, Hashable {
        /// One more table in a session.
        case table(SessionIndex)
        /// One more person in a session that limits persons.
        case seat(SessionIndex)
        /// `budgetUnit` cents more in a payer's budget of a month.
        case budget(Problem.Purse)
        /// One more trip of a home's escorts on a day.
        case trip(EscortHomeIndex, day: Int)
        /// One more visit of a prisoner, whom several households visit, in the quota period that begins on a day.
        case visit(PrisonerIndex, since: Day)
    }

    /// The cents that `shadowPrice` of a budget is for.
    public static let budgetUnit = Double(Plan.Price.budgetUnit.count)

    /// What is scarce.
    public var resource: Resource
    /// Points that one unit more would gain.
    public var shadowPrice: Double

    /// A price, found by an earlier run.
    public init(resource: Resource, shadowPrice: Double) {
        self.resource = resource
        self.shadowPrice = shadowPrice
    }
}

/// How much was searched.
public struct SearchStatistics: Sendable, Hashable {
    /// Parts that share nothing.
    public var components = 0
    /// Price steps.
    public var sweeps = 0
    /// Moves of the neighbourhood search, and how many improved the plan.
    public var moves = 0
    /// Moves that improved the plan.
    public var improvements = 0
    /// Whether a limit of time or a cancellation ended the search.
    public var wasCut = false
}
