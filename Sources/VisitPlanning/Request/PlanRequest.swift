import VisitModel

/// What is asked of a planning run.
public struct PlanRequest: Hashable, Sendable {
    /// The day on which the plan is made.
    public var today: Day
    /// The first day of the plan; the day after `today` when nil.
    public var from: Day?
    /// How many weeks it covers; the operator's `plan.weeks` when nil.
    public var weeks: Int?
    /// Whether only to say what would be published.
    public var isDryRun: Bool
    /// The seed of the search.
    public var seed: UInt64
    /// How many rounds the search may take; with this limit the same input gives the same plan.
    public var iterations: Int?
    /// How many seconds the search may take.
    public var timeLimit: Double?
    /// How many threads it may use.
    public var threads: Int

    /// A request.
    public init(
        today: Day, from: Day? = nil, weeks: Int? = nil, isDryRun: Bool = false, seed: UInt64 = 1,
        iterations: Int? = nil, timeLimit: Double? = nil, threads: Int = 2
    ) {
        self.today = today
        self.from = from
        self.weeks = weeks
        self.isDryRun = isDryRun
        self.seed = seed
        self.iterations = iterations
        self.timeLimit = timeLimit
        self.threads = threads
    }
}

/// How far a planning run has come.
public struct PlanProgress: Hashable, Sendable {
    /// The stages of a run, in order.
    public enum Stage: String, Sendable, CaseIterable {
        case reading, rules, journeys, solving, judging, publishing, writing

        /// The stage's name for people.
        public var name: BilingualText {
            switch self {
            case .reading: BilingualText(en: "reading the data", zh: "读取数据")
            case .rules: BilingualText(en: "asking the rules", zh: "核对规则")
            case .journeys: BilingualText(en: "finding journeys", zh: "安排行程")
            case .solving: BilingualText(en: "choosing the visits", zh: "选择会见场次")
            case .judging: BilingualText(en: "checking the plan", zh: "核查计划")
            case .publishing: BilingualText(en: "publishing", zh: "发布")
            case .writing: BilingualText(en: "writing calendars and reports", zh: "写入日历和报告")
            }
        }
    }

    /// The stage.
    public var stage: Stage
    /// How much of the whole run is done, 0 … 1.
    public var fraction: Double

    package init(_ stage: Stage, _ fraction: Double) {
        self.stage = stage
        self.fraction = fraction
    }
}

/// What a planning run did.
public struct PlanReport: Sendable {
    /// What became of the plan.
    public enum Outcome: Sendable, Hashable {
        /// It was published.
        case published
        /// Nothing had changed since the plan that is published; it stays.
        case unchanged
        /// It was made for show.
        case dryRun
    }

    /// What became of the plan.
    public var outcome: Outcome
    /// The plan.
    public var plan: Plan
    /// Children with at least one bond.
    public var children: Int
    /// Children with a visit ahead.
    public var childrenWithVisit: Int
    /// The ISO 4217 code of the currency in which the plan counts money.
    public var currency: String
    /// What the planner had to let go: agreed visits that have become impossible, with the rule that they break.
    public var warnings: [Finding]
    /// What is worth knowing about the data that it was made from.
    public var findings: [Finding]

    package init(
        outcome: Outcome, plan: Plan, children: Int, childrenWithVisit: Int, currency: String,
        warnings: [Finding], findings: [Finding]
    ) {
        self.outcome = outcome
        self.plan = plan
        self.children = children
        self.childrenWithVisit = childrenWithVisit
        self.currency = currency
        self.warnings = warnings
        self.findings = findings
    }
}
