/// A published set of visits and trips, with what was refused and how good it is.
public struct Plan: Hashable, Sendable {
    /// The shadow price of something scarce: what one unit more of it would add to the plan.
    public struct Price: Hashable, Sendable {
        /// What is scarce.
        public enum Kind: String, Sendable, CaseIterable {
            /// One more table in a session; the subject is the session.
            case table
            /// One more person in a session that limits persons; the subject is the session.
            case seat
            /// One more trip of a home's escorts on a day; the subject is the home.
            case trip
            /// `budgetUnit` more in a month's budget; the subject is the month.
            case budget
            /// One more visit in the quota period that begins on a day; the subject is the prisoner.
            case visit
        }

        /// What is scarce.
        public var kind: Kind
        /// Its identifier, or the month.
        public var subject: String
        /// The session's day, the day of the trip, or the first day of the period; nil for a month.
        public var day: Day?
        /// Points that one unit more would gain, estimated.
        public var points: Int

        /// The money whose shadow price is told of a budget: 100 units of the currency.
        public static let budgetUnit = Cents(10_000)

        /// A price.
        public init(_ kind: Kind, _ subject: String, day: Day?, points: Int) {
            self.kind = kind
            self.subject = subject
            self.day = day
            self.points = points
        }
    }

    /// A visit that differs from the plan before.
    public struct Change: Hashable, Sendable {
        /// What happened to it.
        public enum Kind: String, Sendable, CaseIterable {
            case added, moved, cancelled
            /// It stays where it is, and another adult goes along.
            case adult
        }

        /// The visit.
        public var visit: Identifier<Visit>
        /// What happened to it.
        public var kind: Kind
        /// Why, in plain words.
        public var reason: BilingualText
        /// The day on which it was to be before, where it was somewhere.
        public var dateBefore: Day?
        /// The adult who was to go along before, where somebody was and another one, or nobody, does now.
        public var adultBefore: Visit.Companion?

        /// A change.
        public init(
            visit: Identifier<Visit>, kind: Kind, reason: BilingualText, dateBefore: Day? = nil,
            adultBefore: Visit.Companion? = nil
        ) {
            self.visit = visit
            self.kind = kind
            self.reason = reason
            self.dateBefore = dateBefore
            self.adultBefore = adultBefore
        }

        /// What has become of `before`.
        ///
        /// - Parameter now: the visit as it is now; nil where it is gone.
        public init(of before: Visit, to now: Visit?, kind: Kind, reason: BilingualText) {
            self.init(
                visit: before.id, kind: kind, reason: reason, dateBefore: before.date,
                adultBefore: now == nil || now?.companion == before.companion ? nil : before.companion)
        }
    }

    /// Its number: 1 for the first of a store; 0 before it is published.
    public var number: Int
    /// The day for which it was made.
    public var today: Day
    /// The days that it covers.
    public var horizon: DayRange
    /// When it was published.
    public var published: Instant
    /// A digest of all that it was made from; the same digest means that there is nothing to plan again.
    public var fingerprint: String
    /// The visits of the horizon, by date, start and identifier, and those that this plan cancels.
    public var visits: [Visit]
    /// The bonds that have no visit, with the reasons.
    public var refusals: [Refusal]
    /// What differs from the plan before.
    public var changes: [Change]
    /// How far the plan is from perfect.
    public var certificate: Certificate
    /// The shadow prices of scarce things, the highest first: where help would help most, and the warm start of the next run.
    public var prices: [Price]

    /// A plan.
    public init(
        number: Int = 0, today: Day, horizon: DayRange, published: Instant, fingerprint: String, visits: [Visit],
        refusals: [Refusal], changes: [Change], certificate: Certificate, prices: [Price] = []
    ) {
        self.number = number
        self.today = today
        self.horizon = horizon
        self.published = published
        self.fingerprint = fingerprint
        self.visits = visits
        self.refusals = refusals
        self.changes = changes
        self.certificate = certificate
        self.prices = prices
    }
}

/// One consistent read of the store: what the nightly run plans from.
public struct PlanningSnapshot: Sendable {
    /// The number of the last write to the store.
    public var revision: Int
    /// The number of the last write that changed what plans are made from.
    public var dataRevision: Int
    /// The facts.
    public var register: Register
    /// The timetables, by identifier.
    public var timetables: [Timetable]
    /// The published plan with its visits, if there is one.
    public var plan: Plan?
    /// Planned visits, proposed or asked for, that are neither in the register nor in the plan: their day passed while a plan
    /// before this one was in force, and nobody has said what became of them.
    public var unlisted: [Visit]

    /// A snapshot.
    public init(
        revision: Int, dataRevision: Int, register: Register, timetables: [Timetable] = [], plan: Plan?,
        unlisted: [Visit] = []
    ) {
        self.revision = revision
        self.dataRevision = dataRevision
        self.register = register
        self.timetables = timetables
        self.plan = plan
        self.unlisted = unlisted
    }

    /// All planned visits that are not in the register.
    public var planned: [Visit] {
        let known = Set(register.visits.map(\.id))
        return (plan?.visits ?? []).filter { !known.contains($0.id) } + unlisted
    }

    /// The planned visits before `today` of which nobody has said what became of them. Whoever counts money takes them as
    /// made.
    public func unsettled(before today: Day) -> [Visit] {
        planned.filter { $0.status.isOpen && $0.date < today }
    }
}
