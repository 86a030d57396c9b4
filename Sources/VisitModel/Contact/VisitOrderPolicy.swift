/// How a prison service issues visit orders, and how long they last.
///
/// A visit order lets a prisoner be visited once. The figures of England and Wales are those of the allocation service
/// of its Ministry of Justice, as read in its published source (August 2026); amounts are set per prison and level.
public struct VisitOrderPolicy: Hashable, Sendable {
    /// From one issue of visit orders to the next, in days.
    public var every: Int
    /// How many are issued each time.
    public var amount: Int
    /// An order that is older than so many days is kept as an accumulated one.
    public var accumulateAfter: Int
    /// How many orders, available and accumulated, a prisoner can hold. Where more come, the oldest accumulated expire.
    public var cap: Int
    /// From one issue of privilege orders to the next, in days.
    public var privilegeEvery: Int
    /// How many privilege orders are issued each time; 0 for none.
    public var privilegeAmount: Int
    /// A privilege order that is older than so many days expires.
    public var privilegeExpireAfter: Int

    /// A policy; everything but the amounts is usual in England and Wales.
    public init(
        every: Int = 14, amount: Int, accumulateAfter: Int = 28, cap: Int = 26, privilegeEvery: Int = 28,
        privilegeAmount: Int = 0, privilegeExpireAfter: Int = 28
    ) {
        self.every = every
        self.amount = amount
        self.accumulateAfter = accumulateAfter
        self.cap = cap
        self.privilegeEvery = privilegeEvery
        self.privilegeAmount = privilegeAmount
        self.privilegeExpireAfter = privilegeExpireAfter
    }
}
