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
        /// Whether a court or authority has made the adult the child's legal guardian, whatever the relation.
        public var isLegalGuardian: Bool
        /// What the adult is to the prisoner, where somebody has said so; see `kin(to:)`.
        public var relationToPrisoner: Kin?

        /// An adult.
        public init(
            relation: Guardian.Relation?, age: Int? = nil, isLegalGuardian: Bool = false,
            relationToPrisoner: Kin? = nil
        ) {
            self.relation = relation
            self.age = age
            self.isLegalGuardian = isLegalGuardian || relation == .guardian
            self.relationToPrisoner = relationToPrisoner
        }

        /// What the adult is to the prisoner who is the child's `relation`, as far as it is said or follows from what both
        /// are to the child; nil where it does not.
        public func kin(to prisoner: Bond.Relation) -> Kin? {
            relationToPrisoner ?? relation.flatMap { Kin(of: $0, to: prisoner) }
        }
    }

    /// What an adult is to the prisoner. The raw values are those of the rule packs and of `visitd-case/1`.
    public enum Kin: String, Sendable, CaseIterable {
        case spouse, parent, stepparent, grandparent, sibling, child
        case parentInLaw = "parent-in-law"
        /// Another relative, such as a cousin or a spouse's sister.
        case relative
        /// No relative.
        case none

        /// What an adult who is `adult` to a child is to that child's `prisoner`; nil where that does not say it.
        public init?(of adult: Guardian.Relation, to prisoner: Bond.Relation) {
            switch (prisoner, adult) {
            case (.mother, .maternalAunt), (.mother, .maternalUncle), (.father, .paternalAunt),
                (.father, .paternalUncle):
                self = .sibling
            case (.mother, .paternalAunt), (.mother, .paternalUncle), (.father, .maternalAunt),
                (.father, .maternalUncle):
                self = .relative
            case (.mother, .stepfather), (.father, .stepmother): self = .spouse
            case (.mother, .sibling), (.father, .sibling): self = .child
            default: return nil
            }
        }

        /// What the adult is to the prisoner, for people.
        public var name: BilingualText {
            switch self {
            case .spouse: BilingualText(en: "spouse", zh: "配偶")
            case .parent: BilingualText(en: "parent", zh: "父母")
            case .stepparent: BilingualText(en: "step-parent", zh: "继父母")
            case .grandparent: BilingualText(en: "grandparent", zh: "祖父母或外祖父母")
            case .sibling: BilingualText(en: "brother or sister", zh: "兄弟姐妹")
            case .child: BilingualText(en: "child", zh: "子女")
            case .parentInLaw: BilingualText(en: "parent-in-law", zh: "公婆或岳父母")
            case .relative: BilingualText(en: "another relative", zh: "其他亲属")
            case .none: BilingualText(en: "no relative", zh: "非亲属")
            }
        }
    }

    /// The child's other parent, as far as somebody knows.
    public struct OtherParent: Hashable, Sendable {
        /// How the other parent is. The raw values are those of the rule packs and of `visitd-case/1`.
        public enum State: String, Sendable, CaseIterable {
            case unknown
            /// Free, alive, and there for the child.
            case present
            case inCustody = "in-custody"
            case dead
            /// Without a word and without support.
            case missing
            /// Declared missing by a court.
            case declaredMissing = "declared-missing"
            case disabled, ill, deported
            case guardianshipRevoked = "guardianship-revoked"
        }

        /// How the other parent is.
        public var state: State
        /// Since when, if known.
        public var since: Day?

        /// The other parent.
        public init(_ state: State, since: Day? = nil) {
            self.state = state
            self.since = since
        }
    }

    /// A visit that took place.
    public struct PastVisit: Hashable, Sendable {
        /// The date on which it took place.
        public var date: Day
        /// How long it lasted.
        public var minutes: Minutes
        /// The form that it took.
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
    /// The law that the prison is under.
    public var jurisdiction: Jurisdiction
    /// What kind of institution the prison is.
    public var facility: Prison.Facility
    /// Whom the prison holds.
    public var prisonHolds: Prison.Holds
    /// The prisoner's sex.
    public var prisonerSex: Sex
    /// The prisoner's grade, if the prison has one.
    public var grade: Prisoner.Grade?
    /// The kind of sentence; nil where not known.
    public var sentence: Prisoner.Sentence?
    /// The custody status on record besides the sentence; nil where it is only known by the sentence, or not at all.
    public var recordedCustody: Prisoner.Custody?
    /// How long the sentence is, in months; nil where not known, or where it has no end.
    public var termMonths: Int?
    /// When the prisoner was admitted, if known.
    public var admitted: Day?
    /// The prisoner's date of birth, if known.
    public var prisonerBirthDate: Day?
    /// Whether the prisoner has agreed to be visited.
    public var consents: Bool
    /// What happened to the prisoner, by date.
    public var events: [PrisonerEvent]
    /// The child's date of birth.
    public var childBirthDate: Day
    /// What the prisoner is to the child.
    public var relation: Bond.Relation
    /// The adult who would come along; nil where the child would come alone.
    public var companion: Companion?
    /// The child's other parent.
    public var otherParent = OtherParent(.unknown)
    /// The State in whose foster care the child is, which need not be the prison's; nil where not known.
    public var careState: Jurisdiction?
    /// How far the prison is from the child's home; nil where not known.
    public var distance: Metres?
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

    /// In which sort of custody the prisoner is held; nil where neither that nor the sentence is known.
    public var custody: Prisoner.Custody? { recordedCustody ?? sentence?.custody }

    /// The child's age in whole years on the date of the visit.
    public var childAge: Int { childBirthDate.years(until: date) }
}
