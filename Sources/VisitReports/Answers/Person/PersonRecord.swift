import VisitModel

/// All that a store holds on a child.
public struct PersonRecord: Sendable {
    /// The child.
    public var child: Child
    /// Where the child lives.
    public var household: Household?
    /// The adults of the household.
    public var guardians: [Guardian]
    /// The child's bonds.
    public var bonds: [Bond]
    /// The prisoners of these bonds.
    public var prisoners: [Prisoner]
    /// The child's visits, with what people did to each.
    public var visits: [(visit: VisitDetail, acts: [VisitAct])]
    /// Why bonds have no visit.
    public var refusals: [Refusal]
    /// The household's calendars.
    public var feeds: [Feed]
    /// What people wrote of the child, wherever it stands.
    public var texts: [FoundText]
    /// Who has seen or changed the records of the child, its household and its visits through the service, the newest
    /// first.
    public var audit: [AuditEntry]

    /// What is held on a child.
    public init(
        child: Child, household: Household?, guardians: [Guardian], bonds: [Bond], prisoners: [Prisoner],
        visits: [(visit: VisitDetail, acts: [VisitAct])], refusals: [Refusal], feeds: [Feed],
        texts: [FoundText], audit: [AuditEntry]
    ) {
        self.child = child
        self.household = household
        self.guardians = guardians
        self.bonds = bonds
        self.prisoners = prisoners
        self.visits = visits
        self.refusals = refusals
        self.feeds = feeds
        self.texts = texts
        self.audit = audit
    }
}
