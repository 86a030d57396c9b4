import VisitModel
import VisitPlanning
import VisitRules
import VisitStore

extension Desk {
    /// What going back to a day did, or would do.
    public struct ReturnReport: Sendable {
        /// The day.
        public var day: Day
        /// How many accounts got lines.
        public var accounts: Int
        /// What the store did, or would do.
        public var done: StoreView.Return
        /// Whose account could not be put right, and why.
        public var findings: [Finding]
        /// Whether nothing was written because that was asked for.
        public var isDryRun: Bool
    }

    /// Goes back to `day` after nights that took a day for today which had not come: their lines in the visit accounts
    /// are taken back by lines of their own, their plans are withdrawn, and the store goes on from `day`. What people
    /// put right by hand stays. The next night makes accounts and plan as they would have been. Done twice, it changes
    /// nothing.
    ///
    /// - Parameters:
    ///   - note: why, in the operator's words; kept with the lines.
    ///   - isDryRun: whether only to say what it would do.
    /// - Throws: `DeskError.dayRefused` where `day` is far from the machine's clock and nobody confirmed it, since all
    ///   that was written after it is taken back; `DeskError.badRange` where it is after `today`.
    public func revert(to day: Day, note: String, today: Day, isDryRun: Bool = false) throws -> ReturnReport {
        try requireFullReach()
        guard day <= today else { throw DeskError.badRange("\(day)") }
        let lock = try PlanningLock.acquire(store)
        return try withExtendedLifetime(lock) {
            let plain = try writing()
            if !isDryRun {
                var upkeep = try plain.store.upkeep()
                // These two are what is to be put right.
                (upkeep.lastPlan, upkeep.lastWrite) = (nil, nil)
                try admit(day, by: upkeep, plain.store)
            }
            let view = plain.store.reviewed(by: try reviewer(on: day)).view(for: reach)
            var additions: [Identifier<Prisoner>: (after: Int, entries: [LedgerEntry])] = [:]
            var faults: [LedgerFault] = []
            for (prisoner, stored) in try view.ledgers() {
                guard var account = VisitAccount(entries: stored) else {
                    faults.append(.damaged(prisoner))
                    continue
                }
                account.revert(to: day, note: note)
                let new = Array(account.entries.dropFirst(stored.count))
                if !new.isEmpty { additions[prisoner] = (stored.count, new) }
            }
            let done = try view.revert(to: day, additions, at: now(), isRehearsal: isDryRun)
            faults += done.overtaken.map { .overtaken($0) }
            return ReturnReport(
                day: day, accounts: additions.count - done.overtaken.count, done: done,
                findings: faults.map(\.finding).sorted { $0.subject < $1.subject }, isDryRun: isDryRun)
        }
    }
}
