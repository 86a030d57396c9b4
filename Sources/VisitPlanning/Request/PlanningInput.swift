import VisitModel
import VisitRules

/// All that a plan is made from. The same input gives the same plan, on every machine.
package struct PlanningInput: Sendable {
    /// The register, the timetables and the published plan, of one moment.
    package var snapshot: PlanningSnapshot
    /// The rules in force.
    package let book: RuleBook
    /// What is asked for.
    package let request: PlanRequest
    /// The visit accounts as they are on the day of the request.
    package let accounts: LedgerSurvey
    /// The moment that new and changed visits carry as their last change.
    package let stamp: Instant
    /// How new visits are named.
    package let identifiers: VisitIdentifiers
    /// Meetings that were looked at and do not hold: they are not proposed.
    package var notHolding: [GivenUp] = []

    package init(
        snapshot: PlanningSnapshot, book: RuleBook, request: PlanRequest, accounts: LedgerSurvey, stamp: Instant,
        identifiers: VisitIdentifiers
    ) {
        self.snapshot = snapshot
        self.book = book
        self.request = request
        self.accounts = accounts
        self.stamp = stamp
        self.identifiers = identifiers
    }
}

/// How whoever started a run goes along with it.
package struct RunControl: Sendable {
    /// Told at every stage, and often while the solver searches.
    package let progress: @Sendable (PlanProgress) -> Void
    /// Asked often whether to stop.
    package let isCancelled: @Sendable () -> Bool
    /// The seconds since the run began, for time limits.
    package let elapsed: @Sendable () -> Double

    package init(
        progress: @escaping @Sendable (PlanProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }, elapsed: @escaping @Sendable () -> Double = { 0 }
    ) {
        self.progress = progress
        self.isCancelled = isCancelled
        self.elapsed = elapsed
    }
}
