import VisitModel

/// Why a bond may have what it may have on a date, and why its visit is on the date it is, or why there is none.
public struct Explanation: Sendable {
    /// An adult who was looked at to go along.
    public struct Adult: Hashable, Sendable {
        /// Who.
        public var adult: Visit.Companion
        /// The name. Personal data.
        public var name: String
        /// What the adult is to the children; nil for an escort.
        public var relation: Guardian.Relation?
        /// Whether the visit names this one.
        public var goesAlong: Bool
        /// Why it cannot be this one; nil where it can.
        public var obstacle: BilingualText?

        /// An adult.
        public init(
            _ adult: Visit.Companion, name: String, relation: Guardian.Relation?, goesAlong: Bool,
            obstacle: BilingualText?
        ) {
            self.adult = adult
            self.name = name
            self.relation = relation
            self.goesAlong = goesAlong
            self.obstacle = obstacle
        }
    }

    /// The child.
    public var child: Child
    /// The prisoner.
    public var prisoner: Prisoner
    /// What the prisoner is to the child.
    public var relation: Bond.Relation
    /// The date on which the entitlement is taken: the visit's, or the one that was asked for.
    public var date: Day
    /// What the bond may have on that date.
    public var entitlement: Entitlement
    /// The visit that is explained, if there is one.
    public var visit: VisitDetail?
    /// Why there is none.
    public var refusal: Refusal?
    /// Who could go along on that date, and why the others cannot; those first who are asked first.
    public var companions: [Adult] = []
    /// The visit ahead that was called off, where there is none now.
    public var calledOff: CalledOff?
    /// What keeps them from meeting on that date now, as the judge says; the gravest first.
    public var obstacles: [VisitFlag] = []
    /// The names of prisons of which `obstacles` and `calledOff` speak.
    public var prisonNames: [Identifier<Prison>: BilingualText] = [:]
    /// What `obstacles` and `calledOff` name, as people call it.
    public var flagNames: FlagNames {
        FlagNames(
            people: ["child \(child.id)": child.name, "prisoner \(prisoner.id)": prisoner.name], prisons: prisonNames)
    }

    /// The prisoner's account as it is today, where visits rest on visit orders.
    public var account: AccountStatement?

    /// An explanation.
    public init(
        child: Child, prisoner: Prisoner, relation: Bond.Relation, date: Day, entitlement: Entitlement,
        visit: VisitDetail? = nil, refusal: Refusal? = nil
    ) {
        self.child = child
        self.prisoner = prisoner
        self.relation = relation
        self.date = date
        self.entitlement = entitlement
        self.visit = visit
        self.refusal = refusal
    }
}
