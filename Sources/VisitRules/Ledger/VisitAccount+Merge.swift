import VisitModel

extension VisitAccount {
    /// The lines that merge the account of a prisoner's second record into that of the first. What was granted in both
    /// was granted once, so the higher of the two balances counts, unit by unit.
    ///
    /// - Parameters:
    ///   - kept: the lines of the record that stays.
    ///   - duplicate: those of the record that goes.
    ///   - day: when they are merged.
    /// - Returns: none where one of the two has no account; nil where lines do not fit those before them.
    public static func settling(
        _ kept: [LedgerEntry], _ duplicate: [LedgerEntry], on day: Day
    ) -> [LedgerEntry]? {
        guard !kept.isEmpty, !duplicate.isEmpty else { return [] }
        guard let first = VisitAccount(entries: kept), let second = VisitAccount(entries: duplicate),
            var both = VisitAccount(entries: kept + duplicate)
        else { return nil }
        for unit in LedgerEntry.Unit.allCases {
            let less = min(first.held(unit) - first.debt(unit), second.held(unit) - second.debt(unit))
            both.enter(LedgerEntry(day: day, unit: unit, kind: .withdrawn, cause: .merge, count: less))
            both.enter(LedgerEntry(day: day, unit: unit, kind: .waived, cause: .merge, count: -less))
        }
        return Array(both.entries.dropFirst(kept.count + duplicate.count))
    }
}
