/// What no longer holds of a visit, or never did: found by the judge, kept beside the visit until its ground goes.
public struct VisitFlag: Hashable, Sendable {
    /// The visit.
    public var visit: Identifier<Visit>
    /// What does not hold. The code is the name of the check that found it.
    public var code: Code
    /// Who or what it is about, by identifier and never by name: `child C17`, `escort E2`; empty where it is the visit itself.
    public var subject: String
    /// The figures behind it, as `facts` of a refusal.
    public var facts: [Refusal.Fact]
    /// When it was first found.
    public var since: Instant
    /// Who has let it pass, and why; nil where nobody has.
    public var waiver: VisitWaiver?

    /// What does not hold of a visit.
    public init(
        visit: Identifier<Visit>, code: Code, subject: String = "", facts: [Refusal.Fact] = [],
        since: Instant = Instant(seconds: 0), waiver: VisitWaiver? = nil
    ) {
        self.visit = visit
        self.code = code
        self.subject = subject
        self.facts = facts
        self.since = since
        self.waiver = waiver
    }

    /// Whether it keeps the visit from being proposed, requested or confirmed because nobody has waived it.
    public var isObstacle: Bool { code.isObstacle && waiver == nil }

    /// Whether it is about the adult who goes along, so that another adult may solve it.
    public var isOfAdult: Bool {
        switch code {
        case .noAdult, .adultUnderAge, .doesNotAccompany, .adultBanned, .adultNotAdmitted, .vettingEnded,
            .adultNotAvailable, .adultOtherWeekday, .adultAbsent, .adultTwice, .escortOverfull, .twoHouseholds,
            .tablesOver:
            true
        case .unknown: subject.hasPrefix("guardian ") || subject.hasPrefix("escort ")
        default: false
        }
    }

    /// Whether both say the same of one visit, whatever the figures.
    public func isAboutTheSame(as other: VisitFlag) -> Bool {
        visit == other.visit && code == other.code && subject == other.subject
    }

    /// The value of the fact of that name.
    public func fact(_ name: String) -> String? { facts.first { $0.name == name }?.value }
}

/// Somebody's decision that a visit takes place though something does not hold.
public struct VisitWaiver: Hashable, Sendable {
    /// The visit.
    public var visit: Identifier<Visit>
    /// What is let pass.
    public var code: VisitFlag.Code
    /// Who or what that is about, as in the flag.
    public var subject: String
    /// Who has decided it, as in the audit log: `local:1000`, `token:ID`. Never a person's name.
    public var actor: String
    /// Why, in somebody's words. Shown wherever the flag is; never logged.
    public var reason: String
    /// When it was decided.
    public var moment: Instant

    /// The text that is stored where nobody gave a reason, since every decision has one.
    public static let noWords = "–"

    /// A decision.
    public init(
        visit: Identifier<Visit>, code: VisitFlag.Code, subject: String = "", actor: String, reason: String,
        moment: Instant
    ) {
        self.visit = visit
        self.code = code
        self.subject = subject
        self.actor = actor
        self.reason = reason
        self.moment = moment
    }
}

extension VisitFlag.Code {
    /// Whose decision it is that a visit of which this is so does not take place: it ends the visit, agreed or not. Nil where
    /// people decide what becomes of it.
    public var endsVisit: VisitAct.Party? {
        switch self {
        case .closed, .released, .prisonerElsewhere: .prison
        case .contactForbidden: .operator
        default: nil
        }
    }

    /// Whether the two can still meet at another date where this ends a visit: the prison holds no visits that day, or the
    /// prisoner is in another prison, which is known.
    public var allowsAnotherDate: Bool { self == .closed || self == .prisonerElsewhere }

    /// Whether a visit with this flag may not be proposed, requested or confirmed unless somebody waives the flag.
    public var isObstacle: Bool {
        switch self {
        case .whereaboutsUnknown, .bookingClosed, .textUntrue, .noOutcome: false
        default: true
        }
    }
}

extension VisitFlag {
    /// What may not hold of a visit. Every check of the judge has one or more; the raw value is the `code` of flags.
    public enum Code: String, Sendable, CaseIterable, Comparable {
        // May they meet at all? The gravest first.
        /// A court or authority forbids contact.
        case contactForbidden = "contact-forbidden"
        /// Somebody is still deciding about contact.
        case contactOnHold = "contact-on-hold"
        /// The child does not want it now.
        case declinedByChild = "declined-by-child"
        /// Child and prisoner are not known to belong together.
        case noBond = "no-bond"
        /// The prisoner does not agree to be visited.
        case prisonerDeclines = "prisoner-declines"
        /// The rules do not admit the child on that day, whoever goes along.
        case notPermitted = "not-permitted"
        /// The rules do not say whether the child may.
        case undetermined
        /// Two prisoners who must be kept apart are in one session.
        case keptApart = "kept-apart"

        // Is the prisoner there?
        /// The prisoner is held elsewhere on that day.
        case prisonerElsewhere = "prisoner-elsewhere"
        /// A transfer is on record, and not to which prison.
        case whereaboutsUnknown = "whereabouts-unknown"
        /// The prisoner is released by then.
        case released
        /// The prisoner is out of prison: nursing an infant, in hospital, on leave.
        case prisonerAway = "prisoner-away"

        // Does an adult go along, and may that adult?
        /// A child under 18 goes without an adult.
        case noAdult = "no-adult"
        /// A person or thing that the visit names is not in the register.
        case unknown
        /// The adult is not 18.
        case adultUnderAge = "adult-under-age"
        /// The register says that the adult does not go along.
        case doesNotAccompany = "does-not-accompany"
        /// The adult is banned or suspended as a visitor.
        case adultBanned = "adult-banned"
        /// The rules do not admit the child in the company of this adult.
        case adultNotAdmitted = "adult-not-admitted"
        /// The escort's vetting ends before the journey does.
        case vettingEnded = "vetting-ended"
        /// The escort is not there on a day of the journey.
        case adultNotAvailable = "adult-not-available"
        /// A day of the journey is none of the adult's weekdays.
        case adultOtherWeekday = "adult-other-weekday"
        /// The adult cannot on a day of the journey.
        case adultAbsent = "adult-absent"
        /// The child cannot on a day of the journey.
        case childAbsent = "child-absent"
        /// The adult would be in two places at once.
        case adultTwice = "adult-twice"
        /// The child would be in two places at once.
        case childTwice = "child-twice"
        /// The child has two visits to the prisoner at once.
        case bondTwice = "bond-twice"
        /// An escort leads more children on the journey than they may.
        case escortOverfull = "escort-overfull"
        /// Children of two households, or a guardian of another household, in one party.
        case twoHouseholds = "two-households"

        // Does the visiting room have room for it?
        /// The prison or the session is closed.
        case closed
        /// There is no such session on that day.
        case noSession = "no-session"
        /// The session begins at another time, is shorter or of another kind than was agreed.
        case sessionChanged = "session-changed"
        /// More tables are taken than the session has.
        case tablesFull = "tables-full"
        /// More persons come than the session has seats.
        case seatsFull = "seats-full"
        /// More persons come than may at one visit.
        case visitorsOver = "visitors-over"
        /// An adult sits at more tables of one session than may be.
        case tablesOver = "tables-over"
        /// The prisoner's quota does not reach.
        case quotaOver = "quota-over"
        /// It is too soon after another visit.
        case tooSoon = "too-soon"
        /// It is too late to ask the prison.
        case bookingClosed = "booking-closed"
        /// A paper that must be in the file is not.
        case papersMissing = "papers-missing"

        // Does the journey work?
        /// The party is at the gate too late.
        case late
        /// The party leaves home, or is home, outside the hours of its household.
        case homeHours = "home-hours"
        /// The parts of the journey do not fit each other, or do not lead from home to the gate and back.
        case journeyBroken = "journey-broken"
        /// A part of the journey is not in the timetable, or takes longer by road.
        case legUntrue = "leg-untrue"
        /// The visits of one journey do not fit each other.
        case journeyTorn = "journey-torn"

        // Is there money, is what is said true, was it written down?
        /// The journeys of the month cost more than there is.
        case budgetOver = "budget-over"
        /// A sentence of the visit is not true.
        case textUntrue = "text-untrue"
        /// The day has passed and nobody has said what became of it.
        case noOutcome = "no-outcome"

        /// Orders what may not hold by how grave it is.
        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

        private var rank: Int { Self.ranks[self] ?? Self.ranks.count }

        private static let ranks = Dictionary(
            uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })
    }
}
