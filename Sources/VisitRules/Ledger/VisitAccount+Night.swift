import VisitModel

/// What happens at night.
extension VisitAccount {
    /// The night of `day` under a visit-order policy: old orders are accumulated, new ones are issued, what is beyond
    /// the cap or the term expires. A second time on the same day does nothing.
    public mutating func night(of day: Day, under policy: VisitOrderPolicy, rule: String = "") {
        let aged = orders.count {
            $0.unit == .visitOrder && !$0.isAccumulated && day - $0.since > policy.accumulateAfter
        }
        enter(.init(day: day, unit: .visitOrder, kind: .accumulated, cause: .night, count: aged, rule: rule))
        let isDue = lastVisitOrder.map { day - $0 >= policy.every } ?? true
        let isPrivilegeDue = isDue && (lastPrivilegeOrder.map { day - $0 >= policy.privilegeEvery } ?? true)
        if isDue { issueVisitOrders(on: day, policy, rule) }
        if isPrivilegeDue { issuePrivilegeOrders(on: day, policy, rule) }
        expireBeyond(cap: policy.cap, on: day, rule)
        let stale = orders.count { $0.unit == .privilegeOrder && day - $0.since > policy.privilegeExpireAfter }
        enter(.init(day: day, unit: .privilegeOrder, kind: .expired, cause: .night, count: stale, rule: rule))
    }

    /// Debts are repaid first; the oldest accumulated orders make room for new ones.
    private mutating func issueVisitOrders(on day: Day, _ policy: VisitOrderPolicy, _ rule: String) {
        let repaid = min(debt(.visitOrder), policy.amount)
        let wanted = policy.amount - repaid
        expireBeyond(cap: policy.cap - wanted, on: day, rule)
        let granted = min(wanted, max(0, policy.cap - held(.visitOrder)))
        enter(.init(day: day, unit: .visitOrder, kind: .repaid, cause: .night, count: repaid, rule: rule))
        enter(.init(day: day, unit: .visitOrder, kind: .granted, cause: .night, count: granted, rule: rule))
    }

    private mutating func issuePrivilegeOrders(on day: Day, _ policy: VisitOrderPolicy, _ rule: String) {
        let repaid = min(debt(.privilegeOrder), policy.privilegeAmount)
        let granted = policy.privilegeAmount - repaid
        enter(.init(day: day, unit: .privilegeOrder, kind: .repaid, cause: .night, count: repaid, rule: rule))
        enter(.init(day: day, unit: .privilegeOrder, kind: .granted, cause: .night, count: granted, rule: rule))
    }

    private mutating func expireBeyond(cap: Int, on day: Day, _ rule: String) {
        let accumulated = orders.count { $0.unit == .visitOrder && $0.isAccumulated }
        let surplus = min(accumulated, held(.visitOrder) - cap)
        enter(.init(day: day, unit: .visitOrder, kind: .expired, cause: .night, count: surplus, rule: rule))
    }

    /// The night of `day` where the rules count visits in periods: with a new period what is left of the old one
    /// expires, and the new number is granted. A second time on the same day does nothing.
    ///
    /// - Parameters:
    ///   - count: how many visits the period has, those that are made up among them.
    ///   - madeUp: how many of them make up for a deferral.
    public mutating func night(of day: Day, in period: DayRange, count: Int, madeUp: Int = 0, rule: String = "") {
        let first = period.first
        if let periodStart, periodStart < first {
            enter(.init(day: first, unit: .visit, kind: .expired, cause: .night, count: held(.visit), rule: rule))
            enter(.init(day: first, unit: .visit, kind: .waived, cause: .night, count: debt(.visit), rule: rule))
        }
        let issued = entriesInForce.reduce(0) { sum, entry in
            guard entry.unit == .visit, entry.since == first, entry.cause == .night else { return sum }
            switch entry.kind {
            case .granted, .carried, .repaid: return sum + entry.count
            case .expired where entry.day > first: return sum - entry.count
            default: return sum
            }
        }
        let opened = issued == 0 ? max(first, entriesInForce.last?.day ?? first) : day
        let more = count - issued
        let carried = issued == 0 ? min(madeUp, max(0, more)) : 0
        let repaid = min(debt(.visit), max(0, more - carried))
        enter(line(opened, .granted, max(0, more - carried - repaid), since: first, rule))
        enter(line(opened, .carried, carried, since: first, rule))
        enter(line(opened, .repaid, repaid, since: first, rule))
        // A number that was lowered within the period takes off only what is left.
        enter(line(day, .expired, day > first ? min(held(.visit), -more) : 0, since: first, rule))
    }

    private func line(
        _ day: Day, _ kind: LedgerEntry.Kind, _ count: Int, since: Day, _ rule: String
    ) -> LedgerEntry {
        LedgerEntry(day: day, unit: .visit, kind: kind, cause: .night, count: count, since: since, rule: rule)
    }
}
