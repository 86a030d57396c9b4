import VisitModel

/// Why a bond may have what it may have on a date, and why its visit is on the date it is, or why there is none.
public struct Explanation: Sendable {
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
