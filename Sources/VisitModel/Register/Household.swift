/// Where children live together: with family, in a foster family, in a charity's home.
public struct Household: Hashable, Sendable {
    /// What kind of household it is.
    public enum Kind: String, Sendable, CaseIterable {
        case family, foster
        case charityHome = "charity-home"
    }

    /// Its identifier.
    public var id: Identifier<Household>
    /// Its name. Personal data for families.
    public var name: String
    /// What kind it is.
    public var kind: Kind
    /// Where it is.
    public var place: Identifier<Place>
    /// The language in which it wants to be written to.
    public var language: Language
    /// A telephone number.
    public var phone: String?
    /// The earliest time at which its children leave home for a journey.
    public var leavesAfter: ClockTime
    /// The latest time at which they come home from one.
    public var returnsBefore: ClockTime
    /// The household whose escorts take its children along where no guardian of its own can; itself when nil.
    public var escortsFrom: Identifier<Household>?
    /// The organisation that looks after it; nil where the operator of the store does.
    public var organisation: Identifier<Organisation>?

    /// A household.
    public init(
        id: Identifier<Household>, name: String, kind: Kind = .family, place: Identifier<Place>,
        language: Language = .english, phone: String? = nil, leavesAfter: ClockTime = Self.usualLeaving,
        returnsBefore: ClockTime = Self.usualReturn, escortsFrom: Identifier<Household>? = nil,
        organisation: Identifier<Organisation>? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.place = place
        self.language = language
        self.phone = phone
        self.leavesAfter = leavesAfter
        self.returnsBefore = returnsBefore
        self.escortsFrom = escortsFrom
        self.organisation = organisation
    }

    /// The earliest leaving where a household names none: 06:00.
    public static let usualLeaving = ClockTime(minutes: 6 * 60) ?? .midnight
    /// The latest return where a household names none: 21:00.
    public static let usualReturn = ClockTime(minutes: 21 * 60) ?? .endOfDay
}

/// A child of an imprisoned parent: the right-holder. Everything is counted per child.
public struct Child: Hashable, Sendable {
    /// Something that a journey must be fit for.
    public enum Need: String, Sendable, CaseIterable {
        case wheelchair
        case travelSickness = "travel-sickness"
    }

    /// The identifier.
    public var id: Identifier<Child>
    /// The child's name. Personal data: shown on a person's terminal or page, never in logs, feeds or URLs.
    public var name: String
    /// The date of birth.
    public var birthDate: Day
    /// Where the child lives.
    public var household: Identifier<Household>
    /// The calendar of the child's school, if the child goes to one.
    public var schoolCalendar: Identifier<SchoolCalendar>?
    /// What a journey must be fit for.
    public var needs: [Need]
    /// The citizen number, where a prison asks for it. Personal data.
    public var citizenNumber: CitizenNumber?

    /// A child.
    public init(
        id: Identifier<Child>, name: String, birthDate: Day, household: Identifier<Household>,
        schoolCalendar: Identifier<SchoolCalendar>? = nil, needs: [Need] = [], citizenNumber: CitizenNumber? = nil
    ) {
        self.id = id
        self.name = name
        self.birthDate = birthDate
        self.household = household
        self.schoolCalendar = schoolCalendar
        self.needs = needs
        self.citizenNumber = citizenNumber
    }

    /// The child's age in whole years on `day`.
    public func age(on day: Day) -> Int { birthDate.years(until: day) }
}

/// An adult of a household who is responsible for its children.
public struct Guardian: Hashable, Sendable {
    /// What a guardian is to the children.
    public enum Relation: String, Sendable, CaseIterable {
        case mother, father, stepmother, stepfather, grandmother, grandfather, aunt, uncle
        case maternalAunt = "maternal-aunt"
        case maternalUncle = "maternal-uncle"
        case paternalAunt = "paternal-aunt"
        case paternalUncle = "paternal-uncle"
        case sibling, cousin, foster, guardian, carer, other

        /// What the adult is to the child.
        public var name: BilingualText {
            switch self {
            case .mother: BilingualText(en: "mother", zh: "母亲")
            case .father: BilingualText(en: "father", zh: "父亲")
            case .stepmother: BilingualText(en: "stepmother", zh: "继母")
            case .stepfather: BilingualText(en: "stepfather", zh: "继父")
            case .grandmother: BilingualText(en: "grandmother", zh: "祖母或外祖母")
            case .grandfather: BilingualText(en: "grandfather", zh: "祖父或外祖父")
            case .aunt: BilingualText(en: "aunt, whose sister is not said", zh: "姑姨等女性长辈（未说明父方或母方）")
            case .uncle: BilingualText(en: "uncle, whose brother is not said", zh: "叔舅等男性长辈（未说明父方或母方）")
            case .maternalAunt: BilingualText(en: "mother's sister", zh: "姨妈")
            case .maternalUncle: BilingualText(en: "mother's brother", zh: "舅舅")
            case .paternalAunt: BilingualText(en: "father's sister", zh: "姑姑")
            case .paternalUncle: BilingualText(en: "father's brother", zh: "伯伯或叔叔")
            case .sibling: BilingualText(en: "grown-up brother or sister", zh: "成年的哥哥或姐姐")
            case .cousin: BilingualText(en: "cousin", zh: "堂表兄弟姐妹")
            case .foster: BilingualText(en: "foster parent", zh: "寄养父母")
            case .guardian: BilingualText(en: "legal guardian who is no relative", zh: "非亲属的法定监护人")
            case .carer: BilingualText(en: "carer of the home", zh: "福利机构照料人员")
            case .other: BilingualText(en: "another adult", zh: "其他成年人")
            }
        }
    }

    /// The identifier.
    public var id: Identifier<Guardian>
    /// The person's name. Personal data.
    public var name: String
    /// The household.
    public var household: Identifier<Household>
    /// What the person is to the children.
    public var relation: Relation
    /// The date of birth, if known.
    public var birthDate: Day?
    /// A telephone number.
    public var phone: String?
    /// An e-mail address. Personal data.
    public var email: String?
    /// Whether the person can take the children to a visit.
    public var accompanies: Bool
    /// The days of the week on which the person can.
    public var weekdays: [Weekday]
    /// The citizen number, where a prison asks for it. Personal data.
    public var citizenNumber: CitizenNumber?
    /// The name by which the person is found in WeChat, or the telephone number that stands for it. Personal data.
    public var wechat: String?

    /// A guardian.
    public init(
        id: Identifier<Guardian>, name: String, household: Identifier<Household>, relation: Relation,
        birthDate: Day? = nil, phone: String? = nil, email: String? = nil, accompanies: Bool = true,
        weekdays: [Weekday] = Weekday.allCases, citizenNumber: CitizenNumber? = nil, wechat: String? = nil
    ) {
        self.id = id
        self.name = name
        self.household = household
        self.relation = relation
        self.birthDate = birthDate
        self.phone = phone
        self.email = email
        self.accompanies = accompanies
        self.weekdays = weekdays
        self.citizenNumber = citizenNumber
        self.wechat = wechat
    }
}

/// An adult of a charity or an office who takes children to visits.
public struct Escort: Hashable, Sendable {
    /// The identifier.
    public var id: Identifier<Escort>
    /// The person's name. Personal data.
    public var name: String
    /// The household from which the escort works.
    public var home: Identifier<Household>
    /// The days of the week on which the escort can travel.
    public var weekdays: [Weekday]
    /// The days on which the escort is available at all.
    public var available: DayRange
    /// How many children the escort can take on one journey.
    public var maxChildren: Int
    /// The last day on which the escort's vetting is valid, if it ends.
    public var vettedUntil: Day?
    /// A telephone number.
    public var phone: String?
    /// An e-mail address. Personal data.
    public var email: String?
    /// The citizen number, where a prison asks for it. Personal data.
    public var citizenNumber: CitizenNumber?

    /// An escort.
    public init(
        id: Identifier<Escort>, name: String, home: Identifier<Household>, weekdays: [Weekday] = Weekday.allCases,
        available: DayRange, maxChildren: Int, vettedUntil: Day? = nil, phone: String? = nil, email: String? = nil,
        citizenNumber: CitizenNumber? = nil
    ) {
        self.id = id
        self.name = name
        self.home = home
        self.weekdays = weekdays
        self.available = available
        self.maxChildren = maxChildren
        self.vettedUntil = vettedUntil
        self.phone = phone
        self.email = email
        self.citizenNumber = citizenNumber
    }

    /// Whether the escort's own row lets the escort travel on `day`: available, vetted, and on one of the escort's weekdays.
    /// `Availability` knows the absences besides.
    public func canTravel(on day: Day) -> Bool {
        available.contains(day) && weekdays.contains(day.weekday) && vettedUntil.map { day <= $0 } ?? true
    }
}
