import VisitModel

/// A prisoner's visit account on a day: what it holds, and how that came about.
public struct AccountStatement: Sendable {
    /// Whose account it is.
    public var prisoner: Identifier<Prisoner>
    /// The day.
    public var today: Day
    /// What it holds.
    public var balance: LedgerBalance
    /// Its lines, in order.
    public var entries: [LedgerEntry]
    /// The policy, where visits rest on visit orders.
    public var policy: VisitOrderPolicy?
    /// When visit orders are issued next, where they are.
    public var nextIssue: Day?
    /// The number per period, where visits are counted so.
    public var quota: Entitlement.Quota?
    /// The citations of the rules that the lines name.
    public var citations: [String: BilingualText]

    /// A statement.
    public init(
        prisoner: Identifier<Prisoner>, today: Day, balance: LedgerBalance, entries: [LedgerEntry],
        policy: VisitOrderPolicy?, nextIssue: Day?, quota: Entitlement.Quota?, citations: [String: BilingualText]
    ) {
        self.prisoner = prisoner
        self.today = today
        self.balance = balance
        self.entries = entries
        self.policy = policy
        self.nextIssue = nextIssue
        self.quota = quota
        self.citations = citations
    }
}
