/// What a bond may have on a date, and why.
public struct Entitlement: Hashable, Sendable {
    /// The answer in one word. The raw values are those of `visitd-entitlement/1`.
    public enum Decision: String, Sendable, CaseIterable {
        case allowed
        /// Contact, but only by restricted means.
        case restricted
        /// Not now; a date is looked for afterwards.
        case deferred
        case suspended
        case ineligible
        /// The child lives with the prisoner.
        case coResident = "co-resident"
        /// The prisoner is not in prison.
        case outOfPrison = "out-of-prison"
        /// A parameter is missing that only the operator can set.
        case undetermined
    }

    /// Visit orders that the prisoner is issued, and on which rule they rest.
    public struct VisitOrders: Hashable, Sendable {
        /// How they are issued.
        public var policy: VisitOrderPolicy
        /// The rule.
        public var rule: String

        /// Orders of that policy.
        public init(policy: VisitOrderPolicy, rule: String) {
            self.policy = policy
            self.rule = rule
        }
    }

    /// How visits by video are counted.
    public struct Video: Hashable, Sendable {
        /// How long one lasts; nil where no rule says.
        public var minutes: Minutes?
        /// Whether it takes one of the period's visits.
        public var countsToQuota: Bool

        /// Visits by video.
        public init(minutes: Minutes? = nil, countsToQuota: Bool = true) {
            self.minutes = minutes
            self.countsToQuota = countsToQuota
        }
    }

    /// How many visits, in which period.
    public struct Quota: Hashable, Sendable {
        /// The number of visits.
        public var count: Int
        /// The period that they are counted in.
        public var period: Period

        /// A number of visits in a period.
        public init(count: Int, period: Period) {
            self.count = count
            self.period = period
        }
    }

    /// A span of minutes in a period.
    public struct MinuteQuota: Hashable, Sendable {
        /// The minutes.
        public var minutes: Minutes
        /// The period that they are counted in.
        public var period: Period

        /// Minutes in a period.
        public init(minutes: Minutes, period: Period) {
            self.minutes = minutes
            self.period = period
        }
    }

    /// How many persons may come. Nil stands for no limit that a rule sets.
    public struct VisitorLimit: Hashable, Sendable {
        /// Persons of any age, less those left uncounted by `uncountedBelowAge`.
        public var total: Int?
        /// Adults among them.
        public var adults: Int?
        /// Children among them.
        public var children: Int?
        /// Children younger than this many years are not counted in `total`; 0 where all are counted.
        public var uncountedBelowAge: Int

        /// A limit of visitors.
        public init(total: Int? = nil, adults: Int? = nil, children: Int? = nil, uncountedBelowAge: Int = 0) {
            self.total = total
            self.adults = adults
            self.children = children
            self.uncountedBelowAge = uncountedBelowAge
        }
    }

    /// Whether somebody must come along with the child.
    public struct EscortRule: Hashable, Sendable {
        /// Whether an adult must come along.
        public var isRequired: Bool
        /// The relations that may; empty where any adult may.
        public var relations: [Guardian.Relation]

        /// A rule on who comes along.
        public init(isRequired: Bool, relations: [Guardian.Relation] = []) {
            self.isRequired = isRequired
            self.relations = relations
        }
    }

    /// A right that its source does not put into a number, with what the operator has set for it.
    public struct Unquantified: Hashable, Sendable {
        /// The rule.
        public var rule: String
        /// The operator's parameter that stands for the number.
        public var parameter: String
        /// Its value as used.
        public var value: String
        /// The right in plain words.
        public var sentence: BilingualText

        /// The value of a parameter that the operator has not set and that has no default.
        public static let unset = "unset"
        /// Whether nothing can be computed before the operator sets the parameter.
        public var isUnset: Bool { value == Self.unset }

        /// An unquantified right.
        public init(rule: String, parameter: String, value: String, sentence: BilingualText) {
            self.rule = rule
            self.parameter = parameter
            self.value = value
            self.sentence = sentence
        }
    }

    /// Two rules that cannot both be followed.
    public struct Conflict: Hashable, Sendable {
        /// The rules.
        public var rules: [String]
        /// What they disagree about, and which was followed.
        public var sentence: BilingualText

        /// A conflict.
        public init(rules: [String], sentence: BilingualText) {
            self.rules = rules
            self.sentence = sentence
        }
    }

    /// More contact than a visit: hours or nights together on an occasion.
    public struct ExtendedStay: Hashable, Sendable {
        /// How often per occasion.
        public var days: Int
        /// How long on one day.
        public var hours: Int
        /// Whether nights are included.
        public var nights: Bool

        /// A stay.
        public init(days: Int, hours: Int, nights: Bool) {
            self.days = days
            self.hours = hours
            self.nights = nights
        }
    }

    /// The answer in one word.
    public var decision: Decision
    /// Until when a decision other than `allowed` holds, where it ends by itself (its last day).
    public var until: Day?
    /// The step that called for a decision other than `allowed`; nil where none did, or where a figure is missing.
    public var decisiveStep: TraceStep?
    /// The number of visits; nil where no rule gives a number.
    public var visits: Quota?
    /// The rule that gave their number; nil where no rule gives one.
    public var visitsRule: String?
    /// How many of them make up for visits that a deferral took out of the period before.
    public var visitsMadeUp = 0
    /// Visit orders, where visits rest on them: what the prisoner holds counts then, not the period.
    public var visitOrders: VisitOrders?
    /// The longest a visit may last.
    public var minutesPerVisit: Minutes?
    /// Visits by video, where a rule mentions them.
    public var video: Video?
    /// The minutes in a period.
    public var minutesPerPeriod: MinuteQuota?
    /// How many may come.
    public var visitors: VisitorLimit
    /// The forms in which they may meet. Empty where there is to be no contact.
    public var modes: [Mode]
    /// Who must come along.
    public var escort: EscortRule
    /// The papers to bring.
    public var documents: [Paper]
    /// How many days ahead a visit must be requested, where a rule says so.
    public var noticeDays: Int?
    /// The rule that asks for that notice.
    public var noticeRule: String?
    /// The rule that asks for each paper.
    public var documentRules: [Paper: String] = [:]
    /// Days together on holidays, where a rule allows them.
    public var extendedStay: ExtendedStay?
    /// Rights without a number.
    public var unquantified: [Unquantified]
    /// Rules that disagree.
    public var conflicts: [Conflict]
    /// What somebody must do or watch because of the rules, where the rules were asked about one day.
    public var duties: [Duty] = []
    /// How the answer came about, step by step.
    public var trace: [TraceStep]

    /// An entitlement of that decision with nothing else said.
    public init(decision: Decision) {
        self.decision = decision
        visitors = VisitorLimit()
        modes = []
        escort = EscortRule(isRequired: true)
        documents = []
        unquantified = []
        conflicts = []
        trace = []
    }
}

/// One step of the reasoning behind an entitlement.
public struct TraceStep: Hashable, Sendable {
    /// The binding force of a rule.
    public enum Force: String, Sendable, CaseIterable {
        case law, policy, practice, soft, historic

        /// The force's name for people.
        public var name: BilingualText {
            switch self {
            case .law: BilingualText(en: "law", zh: "法律法规")
            case .policy: BilingualText(en: "policy", zh: "政策")
            case .practice: BilingualText(en: "practice", zh: "惯例")
            case .soft: BilingualText(en: "international standard, not binding", zh: "国际标准，无强制力")
            case .historic: BilingualText(en: "no longer in force", zh: "已失效")
            }
        }
    }

    /// How sure we are of what the rule says.
    public enum Confidence: String, Sendable, CaseIterable {
        /// Verified in the instrument itself.
        case verified = "V"
        /// Verified in another source that restates it.
        case verifiedSecondHand = "V2"
        /// Well known, not verified.
        case known = "K"
        /// Uncertain.
        case uncertain = "U"
    }

    /// The identifier of the rule.
    public var rule: String
    /// The instrument and its clause.
    public var citation: BilingualText
    /// How binding the rule is.
    public var force: Force
    /// How sure we are of it.
    public var confidence: Confidence
    /// The effect in one word: `cap`, `bonus`, `immunity`, …
    public var effect: String
    /// Whether the step decided the answer, or was overridden by another rule.
    public var overriddenBy: String?
    /// What the step did, in plain words.
    public var sentence: BilingualText

    /// Whether the step bears on the answer. The others say what should be recorded, watched or published.
    public var bearsOnAnswer: Bool { !["flag", "clock", "placement", "data", "publish"].contains(effect) }

    /// A step.
    public init(
        rule: String, citation: BilingualText, force: Force, confidence: Confidence, effect: String,
        overriddenBy: String? = nil, sentence: BilingualText
    ) {
        self.rule = rule
        self.citation = citation
        self.force = force
        self.confidence = confidence
        self.effect = effect
        self.overriddenBy = overriddenBy
        self.sentence = sentence
    }
}
