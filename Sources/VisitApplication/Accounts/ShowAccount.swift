import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore

extension Desk {
    /// A prisoner's visit account as it is on `today`. Writes nothing: nights that no run has computed yet are computed
    /// for the answer.
    ///
    /// - Throws: `DeskError.faultyLedgers` where it cannot be computed.
    public func account(of prisoner: Identifier<Prisoner>, today: Day) throws -> AccountStatement {
        let view = try reading()
        let book = try rules()
        let stored = try view.ledger(of: prisoner)
        let snapshot = try view.snapshot()
        var night = LedgerNight(
            snapshot.register, horizon: snapshot.horizon(on: today), book: book, today: today)
        let outcome: LedgerNight.Outcome
        switch night.outcome(for: prisoner, stored: stored) {
        case .success(let found): outcome = found
        case .failure(let fault): throw DeskError.faultyLedgers([fault.finding])
        }
        var statement = AccountStatement(
            prisoner: prisoner, today: today, balance: outcome.account.balance, entries: outcome.account.entries,
            policy: nil, nextIssue: nil, quota: nil, citations: [:])
        switch outcome.terms {
        case .orders(let orders):
            statement.policy = orders.policy
            statement.nextIssue = outcome.account.lastVisitOrder.map { max($0 + orders.policy.every, today + 1) }
        case .period(let quota, _, _): statement.quota = quota
        case .undetermined, nil: break
        }
        for entry in outcome.account.entries { statement.citations[entry.rule] = book.rule(entry.rule)?.citation }
        return statement
    }
}
