import VisitModel

/// A prisoner's visit account: orders or visits of a period, granted, used, kept and lost.
///
/// The account is the sum of its entries. Every act first creates its entries and then posts them, so that reading the
/// entries back gives the same account.
public struct VisitAccount: Hashable, Sendable {
    /// One that can be used.
    struct Order: Hashable, Sendable {
        var unit: LedgerEntry.Unit
        var since: Day
        var isAccumulated = false
    }

    /// One that was used, with the visit that used it.
    struct Use: Hashable, Sendable {
        var visit: Identifier<Visit>
        var order: Order
    }

    /// One that is owed, with the visit that took place without it.
    struct Debt: Hashable, Sendable {
        var unit: LedgerEntry.Unit
        var visit: Identifier<Visit>?
    }

    /// Everything that happened, in order.
    public private(set) var entries: [LedgerEntry] = []
    /// The lines that count: all but those that were taken back, and the lines that took them back.
    public private(set) var entriesInForce: [LedgerEntry] = []
    private(set) var orders: [Order] = []
    private(set) var uses: [Use] = []
    private(set) var debts: [Debt] = []
    private(set) var refunded: Set<Identifier<Visit>> = []
    /// When visit orders were last issued.
    public private(set) var lastVisitOrder: Day?
    /// When privilege orders were last issued.
    public private(set) var lastPrivilegeOrder: Day?
    /// The first day of the counting period that was last opened.
    public private(set) var periodStart: Day?

    /// An empty account.
    public init() {}

    /// An account that was kept elsewhere before: with these orders and debts, and the days of the last issues.
    init(orders: [Order], debts: [Debt], lastVisitOrder: Day?, lastPrivilegeOrder: Day?) {
        self.orders = orders
        self.debts = debts
        self.lastVisitOrder = lastVisitOrder
        self.lastPrivilegeOrder = lastPrivilegeOrder
    }

    /// The account that these entries make; nil where one of them does not fit those before it.
    public init?(entries: some Sequence<LedgerEntry>) {
        let all = Array(entries)
        var counting: [LedgerEntry] = []
        for entry in all {
            if entry.kind != .reverted {
                counting.append(entry)
            } else if counting.last.map({ entry.takesBack($0) }) == true {
                counting.removeLast()
            } else {
                return nil
            }
        }
        for entry in counting where !post(entry) { return nil }
        self.entries = all
    }

    /// What it holds.
    public var balance: LedgerBalance {
        var balance = LedgerBalance()
        for order in orders {
            switch order.unit {
            case .visitOrder where order.isAccumulated: balance.accumulated += 1
            case .visitOrder: balance.available += 1
            case .privilegeOrder: balance.privilege += 1
            case .visit: balance.visits += 1
            }
        }
        balance.debt = debt(.visitOrder)
        balance.privilegeDebt = debt(.privilegeOrder)
        return balance
    }

    /// How many of that unit can be used.
    func held(_ unit: LedgerEntry.Unit) -> Int { orders.count { $0.unit == unit } }

    /// How many of that unit are owed.
    func debt(_ unit: LedgerEntry.Unit) -> Int { debts.count { $0.unit == unit } }

    /// Whether `visit` has taken an order, or a debt.
    public func isCharged(_ visit: Identifier<Visit>) -> Bool {
        uses.contains { $0.visit == visit } || debts.contains { $0.visit == visit }
    }

    /// The visits that have taken an order or a debt.
    public var chargedVisits: [Identifier<Visit>] { uses.map(\.visit) + debts.compactMap(\.visit) }

    /// Posts what the account itself has decided.
    mutating func enter(_ entry: LedgerEntry) {
        if entry.count < 1 { return }
        let fits = post(entry)
        precondition(fits, "An account decided on an entry that does not fit it: \(entry.kind) × \(entry.count).")
    }

    /// Adds `entry`; false, and nothing changed, where it does not fit.
    private mutating func post(_ entry: LedgerEntry) -> Bool {
        guard entry.count >= 1, settle(entry) else { return false }
        entries.append(entry)
        entriesInForce.append(entry)
        return true
    }

    /// Reverses the latest entries in force, each with an entry of its own, so that the account is as it was before
    /// them.
    ///
    /// - Parameters:
    ///   - count: how many; at most as many as count.
    ///   - day: the day of the new lines.
    ///   - note: why.
    mutating func takeBack(_ count: Int, on day: Day, note: String) {
        let lines = entriesInForce.suffix(count).reversed().map { $0.takingBack(on: day, note: note) }
        guard let account = VisitAccount(entries: entries + lines) else {
            preconditionFailure("What counts of an account makes an account.")
        }
        self = account
    }

    private mutating func settle(_ entry: LedgerEntry) -> Bool {
        switch entry.kind {
        case .granted, .carried:
            for _ in 0..<entry.count { orders.append(Order(unit: entry.unit, since: entry.since)) }
            noteIssue(entry)
            return true
        case .repaid:
            noteIssue(entry)
            return dropDebts(entry.unit, entry.count)
        case .waived: return dropDebts(entry.unit, entry.count)
        case .accumulated: return accumulate(entry.count)
        case .expired: return expire(entry)
        case .used: return use(entry)
        case .owed:
            for _ in 0..<entry.count { debts.append(Debt(unit: entry.unit, visit: entry.visit)) }
            if let visit = entry.visit { refunded.remove(visit) }
            return true
        case .refunded: return refund(entry)
        case .withdrawn: return withdraw(entry)
        // Such a line says which others count, and does nothing itself.
        case .reverted: return false
        }
    }

    private mutating func noteIssue(_ entry: LedgerEntry) {
        guard entry.cause == .night else { return }
        switch entry.unit {
        // The lines of a record that was merged stand after others that are newer.
        case .visitOrder: lastVisitOrder = max(lastVisitOrder ?? entry.day, entry.day)
        case .privilegeOrder: lastPrivilegeOrder = max(lastPrivilegeOrder ?? entry.day, entry.day)
        case .visit: periodStart = max(periodStart ?? entry.since, entry.since)
        }
    }

    private mutating func dropDebts(_ unit: LedgerEntry.Unit, _ count: Int) -> Bool {
        for _ in 0..<count {
            guard let oldest = debts.firstIndex(where: { $0.unit == unit }) else { return false }
            debts.remove(at: oldest)
        }
        return true
    }

    private mutating func accumulate(_ count: Int) -> Bool {
        for _ in 0..<count {
            guard let oldest = oldest(where: { $0.unit == .visitOrder && !$0.isAccumulated }) else { return false }
            orders[oldest].isAccumulated = true
        }
        return true
    }

    /// The oldest go first, accumulated ones before others; an order that comes back from a visit goes alone.
    private mutating func expire(_ entry: LedgerEntry) -> Bool {
        if let visit = entry.visit {
            guard let use = uses.firstIndex(where: { $0.visit == visit }) else { return false }
            uses.remove(at: use)
            refunded.insert(visit)
            return true
        }
        for _ in 0..<entry.count {
            let next =
                oldest { $0.unit == entry.unit && $0.isAccumulated } ?? oldest { $0.unit == entry.unit }
            guard let next else { return false }
            orders.remove(at: next)
        }
        return true
    }

    private mutating func use(_ entry: LedgerEntry) -> Bool {
        guard let visit = entry.visit, let oldest = oldest(where: { $0.unit == entry.unit }) else { return false }
        uses.append(Use(visit: visit, order: orders.remove(at: oldest)))
        refunded.remove(visit)
        return true
    }

    /// The same order comes back, as old as it was; or the debt goes; or, where neither is known, a new one is added.
    private mutating func refund(_ entry: LedgerEntry) -> Bool {
        guard let visit = entry.visit else { return false }
        refunded.insert(visit)
        if let use = uses.firstIndex(where: { $0.visit == visit }) {
            var order = uses.remove(at: use).order
            order.isAccumulated = false
            orders.append(order)
        } else if let debt = debts.firstIndex(where: { $0.visit == visit })
            ?? debts.firstIndex(where: { $0.unit == entry.unit })
        {
            debts.remove(at: debt)
        } else {
            orders.append(Order(unit: entry.unit, since: entry.since))
        }
        return true
    }

    /// The newest go first, accumulated ones before others.
    private mutating func withdraw(_ entry: LedgerEntry) -> Bool {
        for _ in 0..<entry.count {
            let own = orders.indices.filter { orders[$0].unit == entry.unit }
            let kept = own.filter { orders[$0].isAccumulated }
            let newest = (kept.isEmpty ? own : kept).max { (orders[$0].since, $0) < (orders[$1].since, $1) }
            guard let newest else { return false }
            orders.remove(at: newest)
        }
        return true
    }

    private func oldest(where fits: (Order) -> Bool) -> Int? {
        orders.indices.filter { fits(orders[$0]) }.min { (orders[$0].since, $0) < (orders[$1].since, $1) }
    }
}
