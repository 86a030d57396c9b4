import VisitModel

/// What the rules give, what is planned and what took place, rule by rule; the mothers who were separated from a child
/// in prison; the rules that contradict each other; the rights without a number.
///
/// Every figure stands with its source and its force. What the operator has set stands apart and is called so.
public struct ComplianceReport: Report {
    /// A norm, as it is cited.
    public struct Norm: Hashable, Sendable {
        /// The rule’s identifier.
        public var rule: String
        /// The instrument and its clause.
        public var citation: BilingualText
        /// How binding it is.
        public var force: TraceStep.Force
        /// How sure we are of it.
        public var confidence: TraceStep.Confidence

        /// A norm.
        public init(
            rule: String, citation: BilingualText, force: TraceStep.Force, confidence: TraceStep.Confidence
        ) {
            self.rule = rule
            self.citation = citation
            self.force = force
            self.confidence = confidence
        }
    }

    /// What one rule gives to those whose visits it counts, against what they have.
    public struct Line: Hashable, Sendable {
        /// The rule; nil where no rule gives a number and the operator’s stands for it.
        public var norm: Norm?
        /// How many it gives.
        public var quota: Entitlement.Quota
        /// How many prisoners it is about.
        public var prisoners: Int
        /// Visits that it gives in the 365 days up to today, computed by days, in thousandths.
        public var entitledBefore: Int
        /// Visits that took place in those days.
        public var held: Int
        /// Visits that it gives in the days of the plan, in thousandths.
        public var entitledAhead: Int
        /// Visits that are planned in those days.
        public var planned: Int

        /// A line.
        public init(
            norm: Norm?, quota: Entitlement.Quota, prisoners: Int = 0, entitledBefore: Int = 0, held: Int = 0,
            entitledAhead: Int = 0, planned: Int = 0
        ) {
            self.norm = norm
            self.quota = quota
            self.prisoners = prisoners
            self.entitledBefore = entitledBefore
            self.held = held
            self.entitledAhead = entitledAhead
            self.planned = planned
        }
    }

    /// A child that was separated from its mother in prison (Bangkok Rules, Rule 52, paragraph 3).
    public struct Separation: Hashable, Sendable {
        /// The child and the mother, their visits.
        public var outlook: Outlook
        /// Since when they are separated.
        public var since: Day
        /// Visits since then that took place.
        public var held: Int
        /// The longest time that should pass between two visits, as the operator has set it.
        public var mostDays: Int
        /// The rule.
        public var norm: Norm

        /// A separation.
        public init(outlook: Outlook, since: Day, held: Int, mostDays: Int, norm: Norm) {
            self.outlook = outlook
            self.since = since
            self.held = held
            self.mostDays = mostDays
            self.norm = norm
        }
    }

    /// Rules that cannot both be followed.
    public struct Conflict: Hashable, Sendable {
        /// The rules, the one that was followed first.
        public var norms: [Norm]
        /// What they disagree about, and which was followed.
        public var sentence: BilingualText
        /// How many bonds it is about.
        public var bonds: Int

        /// A conflict.
        public init(norms: [Norm], sentence: BilingualText, bonds: Int) {
            self.norms = norms
            self.sentence = sentence
            self.bonds = bonds
        }
    }

    /// A right that its source does not put into a number.
    public struct OpenRight: Hashable, Sendable {
        /// The rule.
        public var norm: Norm
        /// The operator’s parameter that stands for the number.
        public var parameter: String
        /// Its value as used; nil where it is not set.
        public var value: String?
        /// The right in plain words.
        public var sentence: BilingualText
        /// How many bonds it is about.
        public var bonds: Int

        /// A right.
        public init(norm: Norm, parameter: String, value: String?, sentence: BilingualText, bonds: Int) {
            self.norm = norm
            self.parameter = parameter
            self.value = value
            self.sentence = sentence
            self.bonds = bonds
        }
    }

    /// The rules that give a number.
    public var lines: [Line]
    /// The children separated from their mothers in prison.
    public var separations: [Separation]
    /// The rules in conflict.
    public var conflicts: [Conflict]
    /// The rights without a number.
    public var openRights: [OpenRight]
    /// The days of the plan.
    public var horizon: DayRange
    /// The day for which it is made.
    public var today: Day
    /// The language.
    public var language: Language

    /// A report of these.
    public init(
        lines: [Line], separations: [Separation], conflicts: [Conflict], openRights: [OpenRight], horizon: DayRange,
        today: Day, language: Language
    ) {
        self.lines = lines
        self.separations = separations
        self.conflicts = conflicts
        self.openRights = openRights
        self.horizon = horizon
        self.today = today
        self.language = language
    }
}
