/// The facts on which rules decide: one child, one prisoner, one date.
///
/// It can be built from the register or read from a `visitd-case/1` document; the rules see nothing else.
public struct ContactCase: Hashable, Sendable {
    /// The adult who would come along.
    public struct Companion: Hashable, Sendable {
        /// What the adult is to the child; nil for a charity's escort.
        public var relation: Guardian.Relation?
        /// The adult's age in whole years, if known.
        public var age: Int?

        /// An adult.
        public init(relation: Guardian.Relation?, age: Int? = nil) {
            self.relation = relation
            self.age = age
        }
    }

    /// A visit that took place.
    public struct PastVisit: Hashable, Sendable {
        public var date: Day
        public var minutes: Minutes
        public var mode: Mode

        /// A visit on that date.
        public init(date: Day, minutes: Minutes, mode: Mode) {
            self.date = date
            self.minutes = minutes
            self.mode = mode
        }
    }

    /// The date of the visit; ages and validity are taken on it.
    public var date: Day
    public var jurisdiction: Jurisdiction
    public var facility: Prison.Facility
    public var prisonHolds: Prison.Holds
    public var prisonerSex: Sex
    public var grade: Prisoner.Grade?
    public var sentence: Prisoner.Sentence?
    public var admitted: Day?
    public var prisonerBirthDate: Day?
    public var consents: Bool
    /// What happened to the prisoner, by date.
    public var events: [PrisonerEvent]
    public var childBirthDate: Day
    public var relation: Bond.Relation
    public var companion: Companion?
    /// How many persons would come, with the child; nil where not known yet.
    public var visitors: Int?
    /// Earlier visits, by date.
    public var history: [PastVisit]
    /// Whether the operator lifts rules that protect children's contact above policy and practice.
    public var protectChildContact: Bool
    /// What the operator has set.
    public var parameters: [Parameter]

    /// A case.
    public init(
        date: Day, jurisdiction: Jurisdiction, facility: Prison.Facility = .prison,
        prisonHolds: Prison.Holds = .mixed, prisonerSex: Sex, grade: Prisoner.Grade? = nil,
        sentence: Prisoner.Sentence? = nil, admitted: Day? = nil, prisonerBirthDate: Day? = nil,
        consents: Bool = true, events: [PrisonerEvent] = [], childBirthDate: Day, relation: Bond.Relation,
        companion: Companion? = nil, visitors: Int? = nil, history: [PastVisit] = [],
        protectChildContact: Bool = false, parameters: [Parameter] = []
    ) {
        self.date = date
        self.jurisdiction = jurisdiction
        self.facility = facility
        self.prisonHolds = prisonHolds
        self.prisonerSex = prisonerSex
        self.grade = grade
        self.sentence = sentence
        self.admitted = admitted
        self.prisonerBirthDate = prisonerBirthDate
        self.consents = consents
        self.events = events
        self.childBirthDate = childBirthDate
        self.relation = relation
        self.companion = companion
        self.visitors = visitors
        self.history = history
        self.protectChildContact = protectChildContact
        self.parameters = parameters
    }

    /// The child's age in whole years on the date of the visit.
    public var childAge: Int { childBirthDate.years(until: date) }
}
