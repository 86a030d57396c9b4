/// What a prisoner's visit account holds.
public struct LedgerBalance: Hashable, Sendable {
    /// Visit orders that are not older than the term.
    public var available = 0
    /// Older visit orders that are kept.
    public var accumulated = 0
    /// Privilege orders.
    public var privilege = 0
    /// Visits left in the counting period.
    public var visits = 0
    /// Visit orders owed.
    public var debt = 0
    /// Privilege orders owed.
    public var privilegeDebt = 0

    /// An empty account.
    public init() {}

    /// How many visits could be agreed now: all orders, or what is left of the period.
    public var visitsOpen: Int { max(0, available + accumulated + privilege + visits - debt - privilegeDebt) }
}

/// An account on one day of a replay, after the day's events and its night.
public struct LedgerDay: Hashable, Sendable {
    /// The day.
    public var date: Day
    /// What the account holds then.
    public var balance: LedgerBalance
    /// Visit orders issued in the night, without those that went into debts.
    public var granted: Int
    /// Privilege orders issued in the night, without those that went into debts.
    public var privilegeGranted: Int
    /// Visit orders lost on the day.
    public var expired: Int
    /// Privilege orders lost on the day.
    public var privilegeExpired: Int

    /// A day.
    public init(
        date: Day, balance: LedgerBalance, granted: Int, privilegeGranted: Int, expired: Int, privilegeExpired: Int
    ) {
        self.date = date
        self.balance = balance
        self.granted = granted
        self.privilegeGranted = privilegeGranted
        self.expired = expired
        self.privilegeExpired = privilegeExpired
    }
}
