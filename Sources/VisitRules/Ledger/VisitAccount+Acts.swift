import VisitModel

/// What people do with it by day.
extension VisitAccount {
    /// A visit is agreed: it takes the oldest privilege order, else the oldest visit order, else a debt. A visit that
    /// has taken one before takes no other.
    public mutating func book(_ visit: Identifier<Visit>, on day: Day) {
        if isCharged(visit) { return }
        let unit: LedgerEntry.Unit = held(.privilegeOrder) > 0 ? .privilegeOrder : .visitOrder
        enter(
            LedgerEntry(day: day, unit: unit, kind: held(unit) > 0 ? .used : .owed, cause: .visit, visit: visit))
    }

    /// A visit of the counting period is agreed: it takes one of the period's, else a debt.
    public mutating func bookInPeriod(_ visit: Identifier<Visit>, on day: Day) {
        if isCharged(visit) { return }
        enter(
            LedgerEntry(
                day: day, unit: .visit, kind: held(.visit) > 0 ? .used : .owed, cause: .visit, visit: visit))
    }

    /// A visit is called off: what it took comes back. A visit order that would come back beyond the cap is lost; a
    /// visit that is called off again gives nothing more.
    ///
    /// - Parameter cap: how many visit orders the account can hold; nil for any number.
    public mutating func cancel(_ visit: Identifier<Visit>, on day: Day, cap: Int? = nil) {
        if refunded.contains(visit) { return }
        let isFull = cap.map { held(.visitOrder) >= $0 } ?? false
        let use = uses.first { $0.visit == visit }
        let debt = debts.first { $0.visit == visit } ?? debts.first { $0.unit == .visitOrder }
        let unit = use?.order.unit ?? debt?.unit ?? .visitOrder
        if isFull, unit == .visitOrder, debt == nil || use != nil {
            guard use != nil else { return }
            enter(LedgerEntry(day: day, unit: unit, kind: .expired, cause: .visit, visit: visit))
            return
        }
        enter(LedgerEntry(day: day, unit: unit, kind: .refunded, cause: .visit, visit: visit))
    }

    /// Somebody puts the number right by hand. What is added repays debts first and stops at the cap; what is taken off
    /// and not there becomes a debt.
    ///
    /// - Parameter note: why, in the operator's words.
    public mutating func adjust(
        _ unit: LedgerEntry.Unit, by amount: Int, on day: Day, cap: Int? = nil, note: String = ""
    ) {
        func line(_ kind: LedgerEntry.Kind, _ count: Int) -> LedgerEntry {
            LedgerEntry(
                day: day, unit: unit, kind: kind, cause: .adjustment, count: count,
                since: unit == .visit ? periodStart : nil, note: note)
        }
        if amount > 0 {
            let repaid = min(debt(unit), amount)
            let room = unit == .visitOrder ? cap.map { max(0, $0 - held(unit)) } ?? amount : amount
            enter(line(.repaid, repaid))
            enter(line(.granted, min(amount - repaid, room)))
        } else {
            let withdrawn = min(held(unit), -amount)
            enter(line(.withdrawn, withdrawn))
            enter(line(.owed, -amount - withdrawn))
        }
    }

    /// The prisoner is admitted again: what the account holds expires and what it owes is waived.
    public mutating func beginAnew(on day: Day) {
        for unit in LedgerEntry.Unit.allCases {
            enter(LedgerEntry(day: day, unit: unit, kind: .expired, cause: .admission, count: held(unit)))
            enter(LedgerEntry(day: day, unit: unit, kind: .waived, cause: .admission, count: debt(unit)))
        }
    }

    /// Another record of the same prisoner is joined to this one: the higher of the two balances counts.
    ///
    /// - Parameter balance: that of the other record; negative where it owed orders.
    public mutating func merge(_ unit: LedgerEntry.Unit, balance: Int, on day: Day, cap: Int? = nil) {
        let missing = balance - (held(unit) - debt(unit))
        let room = unit == .visitOrder ? cap.map { max(0, $0 - held(unit)) } ?? missing : missing
        let last = unit == .privilegeOrder ? lastPrivilegeOrder : lastVisitOrder
        enter(
            LedgerEntry(
                day: day, unit: unit, kind: .granted, cause: .merge, count: max(0, min(missing, room)),
                since: last ?? day))
    }
}
