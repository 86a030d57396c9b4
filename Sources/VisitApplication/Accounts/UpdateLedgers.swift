import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore

extension Desk {
    /// What bringing the accounts up to date did.
    public struct LedgerReport: Sendable {
        /// How many accounts there are.
        public var accounts: Int
        /// How many lines were added.
        public var lines: Int
        /// Whose account could not be computed, and why.
        public var findings: [Finding]
    }

    /// Computes every visit account up to `today` and adds the new lines to the store. Again on the same day it adds
    /// nothing; an account that cannot be computed is named and keeps none of the others from being computed.
    ///
    /// - Parameter isDryRun: whether only to say what would be added.
    public func updateLedgers(today: Day, isDryRun: Bool = false) throws -> LedgerReport {
        let book = try rules()
        let view = isDryRun ? try reading() : try writing(on: today)
        let lock = isDryRun ? nil : try PlanningLock.acquire(self.store)
        return try withExtendedLifetime(lock) {
            let survey = LedgerSurvey(try view.snapshot(), book: book, ledgers: try view.ledgers(), today: today)
            let faults = survey.faults + (isDryRun ? [] : try survey.write(to: view))
            return LedgerReport(
                accounts: survey.outcomes.count, lines: survey.additions.values.reduce(0) { $0 + $1.entries.count },
                findings: faults.map(\.finding))
        }
    }
}

extension LedgerSurvey {
    /// Adds the new lines to the store.
    ///
    /// - Returns: those accounts to which another process had written meanwhile.
    func write(to view: StoreView) throws -> [LedgerFault] {
        try view.addToLedgers(additions, isCorrection: false).map { .overtaken($0) }
    }
}
