import VisitModel

/// What a rule does to a bond. The names are those of `Docs/guides/add-a-rule.md`.
public enum Effect: Hashable, Sendable {
    /// At least so much.
    case floor(Measure, Amount, per: CountingPeriod)
    /// At most so much. A soft cap ("generally") yields to bonuses and named overrides.
    case cap(Measure, Amount, per: CountingPeriod, isSoft: Bool)
    /// More than the soft cap or the floor.
    case bonus(Measure, Bonus, per: CountingPeriod)
    /// Somebody may approve more in a single case.
    case override([Permission])
    /// An adult must come along.
    case escort(EscortDemand)
    /// Papers to bring.
    case documents([Paper])
    /// So many days ahead a visit must be requested.
    case notice(days: Amount)
    /// The prisoner must agree.
    case consent
    /// Children's visits are to be of that form, where the prison offers it.
    case contactForm(Mode)
    /// Something that the room or the staff must be.
    case setting(Setting)
    /// Forms in which they may meet, the preferred first.
    case modes([Mode])
    /// No form but these.
    case limitModes([Mode])
    /// Relations that may visit.
    case eligibility(Admission)
    /// Nobody of the rule's scope may visit.
    case exclusion
    /// Children below that age are not counted among the visitors.
    case notCounted(belowAge: Amount)
    /// Sanctions may not forbid contact.
    case immunity(Immunity)
    /// The rule leaves the answer to somebody who must be asked.
    case ask
    /// Contact is taken away for a while.
    case suspend(Suspension)
    /// Contact waits until an event ends, at most so long where the rule says so, and is made up.
    case `defer`(maxDays: Amount?, isMadeUp: Bool)
    /// Hours or nights together on an occasion.
    case extendedStay(Stay)
    /// The child may live with the prisoner, below that age.
    case coResidence(belowAge: Span)
    /// The prisoner serves outside prison until the child reaches that age.
    case suspendCustody(untilAge: Span)
    /// Days at home.
    case homeLeave(leastDays: Int, mostDays: Int)
    /// Visits by video.
    case video(Video)
    /// Visit orders are issued.
    case visitOrders(OrderTerms)
    /// Privilege orders are issued besides.
    case privilegeOrders(OrderTerms)
    /// Time that runs out for somebody.
    case clock(Clock)
    /// Something to record, to tell somebody or to ask for.
    case flag(Flag)
    /// Where a prisoner should be held.
    case placement
    /// What must be recorded or kept confidential.
    case data
    /// What must be published.
    case publish

    /// More than a soft cap or a floor.
    public enum Bonus: Hashable, Sendable {
        /// So much on top.
        case adding(Amount)
        /// Not less than so much.
        case raisingTo(Amount)
        /// So many times as much.
        case multiplying(by: Int)
    }

    /// What a warden, or whoever heads a prison, may approve in a single case.
    public enum Permission: String, Sendable, CaseIterable {
        case extendMinutes = "extend-minutes"
        case extraVisit = "extra-visit"
        case offHours = "off-hours"
        case extraVisitors = "extra-visitors"
        case otherPersons = "other-persons"
    }

    /// Who may visit, by what the prisoner is to the child.
    public struct Admission: Hashable, Sendable {
        /// The relations that are admitted.
        public var relations: [Bond.Relation]
        /// Relations of which the rule does not say; the prison must be asked.
        public var unsettled: [Bond.Relation]
        /// Whether the list is an open one: relations that are not on it are admitted too, but the prison may limit them.
        public var isOpen: Bool
    }

    /// Who must come along with a child.
    public struct EscortDemand: Hashable, Sendable {
        /// Children below this age need somebody.
        public var belowAge: Amount
        /// What the adult may be to the child; empty where any adult may come.
        public var relations: [Guardian.Relation]
        /// What the adult may be to the prisoner instead.
        public var kin: [ContactCase.Kin]
        /// Relations to the child that may or may not be one of `kin`: whose aunt somebody is must be asked.
        public var unsettled: [Guardian.Relation]
        /// Whether a legal guardian may come, whatever the relation.
        public var admitsLegalGuardian: Bool
        /// From this age on somebody counts as an adult.
        public var adultAge: Int
    }

    /// What a visiting room or its staff must be.
    public enum Setting: String, Sendable, CaseIterable {
        case childArea = "child-area"
        case trainedStaff = "trained-staff"
        case childSearch = "child-search"
        case searchConsent = "search-consent"
    }

    /// A protection of contact against sanctions.
    public struct Immunity: Hashable, Sendable {
        /// The forms to which a ban is reduced where it is lifted, the most open first.
        public var restrictedMeans: [Mode]
        /// Whether a restriction needs a recorded end.
        public var needsEnd: Bool
    }

    /// A taking away of contact.
    public struct Suspension: Hashable, Sendable {
        /// Who loses visits.
        public enum Target: String, Sendable, CaseIterable {
            case prisoner
            /// An adult who broke the visiting rules; the child may come with another.
            case visitor
        }

        /// What is lost.
        public enum Reach: String, Sendable, CaseIterable {
            case all
            /// Visits in person; video and calls stay.
            case inPerson = "in-person"
        }

        /// How it ends.
        public enum Restoration: String, Sendable, CaseIterable {
            case automatic, request, hearing
        }

        /// Who loses visits.
        public var target: Target
        /// What is lost.
        public var reach: Reach
        /// How long it lasts, where it ends by itself; how long before restoration may be asked for otherwise.
        public var length: Span?
        /// How it ends.
        public var restoration: Restoration
        /// The number of visits that remain by restricted means where an immunity lifts the ban; the usual one when nil.
        public var liftedVisits: Amount?
    }

    /// Hours or nights together.
    public struct Stay: Hashable, Sendable {
        /// Whether the operator allows it at all; nil where no parameter decides.
        public var allowed: String?
        /// How often per occasion.
        public var days: Amount
        /// How long on one day.
        public var hours: Amount
        /// Whether nights are included.
        public var nights: Bool
    }

    /// How visits by video are counted.
    public struct Video: Hashable, Sendable {
        /// How long one lasts; nil where the rule does not mention it.
        public var minutes: Amount?
        /// The yes/no parameter that says whether it takes one of the period's visits; nil where the rule does not.
        public var countsToQuota: String?
    }

    /// How orders are issued, each good for one visit.
    public struct OrderTerms: Hashable, Sendable {
        /// From one issue to the next, in days.
        public var every: Int
        /// How many each time.
        public var amount: Amount
        /// After how many days a visit order is accumulated, or a privilege order expires.
        public var keptFor: Int
        /// How many visit orders can be held; nil for privilege orders.
        public var cap: Int?
    }

    /// A count of time that ends in something.
    public struct Clock: Hashable, Sendable {
        /// The events whose time is counted.
        public var counts: [PrisonerEvent.Kind]
        /// Events whose time is not.
        public var pausedBy: [PrisonerEvent.Kind]
        /// At how much it ends.
        public var threshold: Span
        /// Events with which the time begins where they come before `beginsAfterDays`.
        public var beginsWith: [PrisonerEvent.Kind] = []
        /// After how many days of each stretch the time begins at the latest.
        public var beginsAfterDays = 0
        /// The trailing window within which is counted, in months; nil for all time.
        public var windowMonths: Amount?
        /// How many months of counted time before the end somebody is warned.
        public var warnFromMonths: Amount?
        /// What a caseworker must do by then; nil where nobody need do anything.
        public var task: Duty.Task?
    }

    /// Something to record, to tell somebody or to ask for.
    public struct Flag: Hashable, Sendable {
        /// The operator's parameter, where a number is left open.
        public var parameter: String?
        /// What a caseworker must do; nil where it is only worth knowing.
        public var task: Duty.Task?
    }
}

extension Effect {
    /// The effect in one word, as the trace and the packs write it.
    public var word: Word {
        switch self {
        case .floor: .floor
        case .cap: .cap
        case .bonus: .bonus
        case .override: .override
        case .escort, .documents, .notice, .consent, .contactForm, .setting: .require
        case .modes, .limitModes: .modes
        case .eligibility, .exclusion: .eligibility
        case .notCounted: .notCounted
        case .immunity: .immunity
        case .ask: .ask
        case .suspend: .suspend
        case .defer: .defer
        case .extendedStay: .extendedStay
        case .coResidence: .coResidence
        case .suspendCustody: .suspendCustody
        case .homeLeave: .homeLeave
        case .video: .video
        case .visitOrders: .visitOrders
        case .privilegeOrders: .privilegeOrders
        case .clock: .clock
        case .flag: .flag
        case .placement: .placement
        case .data: .data
        case .publish: .publish
        }
    }

    /// Whether it counts periods of days that begin with admission.
    var isCountedFromAdmission: Bool {
        switch self {
        case .floor(_, _, .days), .cap(_, _, .days, _), .bonus(_, _, .days): true
        default: false
        }
    }

    /// The words for effects in packs.
    public enum Word: String, Sendable, CaseIterable {
        case floor, cap, bonus, override, require, modes, eligibility
        case notCounted = "not_counted"
        case immunity, ask, suspend, `defer`
        case extendedStay = "extended_stay"
        case coResidence = "co_residence"
        case suspendCustody = "suspend_custody"
        case homeLeave = "home_leave"
        case visitOrders = "visit_orders"
        case privilegeOrders = "privilege_orders"
        case video
        case clock, flag, placement, data, publish
    }
}
