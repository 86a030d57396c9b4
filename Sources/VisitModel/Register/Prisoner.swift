/// A parent, or another person who cared for a child, in custody.
public struct Prisoner: Hashable, Sendable {
    /// How much trust the prison has put in a prisoner; decides visits in many systems.
    public enum Grade: String, Sendable, CaseIterable {
        // China
        case strict, observation, ordinary, lenient
        case veryLenient = "very-lenient"
        // England and Wales
        case basic, standard, enhanced
    }

    /// What kind of sentence is served.
    public enum Sentence: String, Sendable, CaseIterable {
        case fixedTerm = "fixed-term"
        case life
        case deathWithReprieve = "death-with-reprieve"
        case remand
        /// A short sentence served in a detention centre: criminal detention, or little left of a term at judgment.
        case detention

        /// The custody status that a prisoner of that sentence has.
        public var custody: Custody {
            switch self {
            case .remand: .remand
            case .detention: .detention
            case .fixedTerm, .life, .deathWithReprieve: .convicted
            }
        }
    }

    /// In which sort of custody somebody is held; other rules apply before judgment, and in detention centres.
    public enum Custody: String, Sendable, CaseIterable {
        /// Before judgment.
        case remand
        /// Serving a short sentence in a detention centre.
        case detention
        /// Serving a sentence in prison.
        case convicted

        /// The custody status for people.
        public var name: BilingualText {
            switch self {
            case .remand: BilingualText(en: "on remand", zh: "未决在押")
            case .detention: BilingualText(en: "serving a short sentence in a detention centre", zh: "在看守所服短期刑")
            case .convicted: BilingualText(en: "convicted, in prison", zh: "已决，在监狱服刑")
            }
        }
    }

    /// The identifier.
    public var id: Identifier<Prisoner>
    /// The person's name. Personal data: shown on a person's terminal or page, never in logs, feeds or URLs.
    public var name: String
    /// The person's sex.
    public var sex: Sex
    /// Where the person is held.
    public var prison: Identifier<Prison>
    /// The date of birth, if known.
    public var birthDate: Day?
    /// The grade, if the prison has one.
    public var grade: Grade?
    /// When the person was admitted to prison.
    public var admitted: Day?
    /// When the person will be released, if known.
    public var release: Day?
    /// The kind of sentence.
    public var sentence: Sentence?
    /// Whether the prisoner has agreed to be visited (Bangkok Rule 44, Mandela Rule 60).
    public var consents: Bool

    /// A prisoner.
    public init(
        id: Identifier<Prisoner>, name: String, sex: Sex, prison: Identifier<Prison>, birthDate: Day? = nil,
        grade: Grade? = nil, admitted: Day? = nil, release: Day? = nil, sentence: Sentence? = nil,
        consents: Bool = true
    ) {
        self.id = id
        self.name = name
        self.sex = sex
        self.prison = prison
        self.birthDate = birthDate
        self.grade = grade
        self.admitted = admitted
        self.release = release
        self.sentence = sentence
        self.consents = consents
    }
}

/// Something that happened to a prisoner and that rules mention.
public struct PrisonerEvent: Hashable, Sendable {
    /// What happened. The words are those of the case format `visitd-case/1`.
    public enum Kind: String, Sendable, CaseIterable {
        case admitted, transferred, gradeChanged, solitary, strictManagement, misconduct, visitBreach, birth, nursing
        case outOfPrison, returned, nurseryStart, nurseryEnd, parentalRightsTerminated, guardianshipRevoked
        case fosterPlacement, relativePlacement, visitorSuspended, released
        /// A reason is on record why parental rights should not be ended (45 CFR 1356.21(i)(2)(ii)).
        case compellingReason
        /// The State has not given the services that its plan for the child names (45 CFR 1356.21(i)(2)(iii)).
        case servicesMissing
        /// A court found for the first time that the child had been abused or neglected (42 U.S.C. 675(5)(F)).
        case judicialFinding
        /// The child lives at home on trial, which is not counted as foster care.
        case trialHomeVisit
        /// The child has run away from foster care, which is not counted either.
        case runaway

        /// Whether it can be about one visitor instead of everybody.
        public var mayNameVisitor: Bool { self == .visitorSuspended || self == .visitBreach }
    }

    /// What a misconduct was about.
    public enum Misconduct: String, Sendable, CaseIterable {
        case drug, alcohol, visit, other
    }

    /// Its identifier.
    public var id: Identifier<PrisonerEvent>
    /// Whom it concerns.
    public var prisoner: Identifier<Prisoner>
    /// What happened.
    public var kind: Kind
    /// When, or when it began.
    public var date: Day
    /// Its last day, for what lasts.
    public var until: Day?
    /// What a misconduct was about.
    public var misconduct: Misconduct?
    /// The visitor whom a suspension or a ban is about; everybody who visits the prisoner where nil.
    public var visitor: Visit.Companion?
    /// Facts of the event in the operator's words, such as the new grade.
    public var note: String

    /// An event.
    public init(
        id: Identifier<PrisonerEvent>, prisoner: Identifier<Prisoner>, kind: Kind, date: Day, until: Day? = nil,
        misconduct: Misconduct? = nil, visitor: Visit.Companion? = nil, note: String = ""
    ) {
        self.id = id
        self.prisoner = prisoner
        self.kind = kind
        self.date = date
        self.until = until
        self.misconduct = misconduct
        self.visitor = visitor
        self.note = note
    }
}

extension PrisonerEvent {
    /// Whether it keeps one named visitor away from the prisoner.
    public var isBan: Bool { visitor != nil && kind.mayNameVisitor }

    /// Whether it keeps visitors away without naming one. Until somebody names one it keeps everybody away.
    public var isBanOfEverybody: Bool { visitor == nil && kind == .visitorSuspended }

    /// Whether it keeps that person away on `day`: from its date to its last day, and on where none is recorded.
    public func bans(_ adult: Visit.Companion, on day: Day) -> Bool {
        (isBan && visitor == adult || isBanOfEverybody) && date <= day && until.map { day <= $0 } ?? true
    }
}
