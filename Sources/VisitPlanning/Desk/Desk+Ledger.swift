import VisitModel
import VisitReports
import VisitRules
import VisitStore

extension Desk {
    /// A prisoner's visit account as it is on `today`. Writes nothing: nights that no run has reckoned yet are reckoned
    /// for the answer.
    ///
    /// - Throws: `DeskError.faultyLedgers` where it cannot be reckoned.
    public func account(of prisoner: Identifier<Prisoner>, today: Day) throws -> AccountStatement {
        let store = try reading()
        let book = try rules()
        let stored = try store.ledger(of: prisoner)
        let snapshot = try store.snapshot()
        var night = LedgerNight(snapshot.register, book: book, today: today)
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

    /// What a night's reckoning did.
    public struct LedgerReport: Sendable {
        /// How many accounts there are.
        public var accounts: Int
        /// How many lines were added.
        public var lines: Int
        /// Whose account could not be reckoned, and why.
        public var findings: [Finding]
    }

    /// Reckons every visit account up to `today` and adds the new lines to the store. Again on the same day it adds
    /// nothing; an account that cannot be reckoned is named and keeps none of the others from being reckoned.
    ///
    /// - Parameter isDryRun: whether only to say what would be added.
    public func reckonLedgers(today: Day, isDryRun: Bool = false) throws -> LedgerReport {
        let book = try rules()
        let store = isDryRun ? try reading() : try writing()
        let lock = isDryRun ? nil : try PlanningLock.acquire(self.store)
        return try withExtendedLifetime(lock) {
            let survey = LedgerSurvey(try store.snapshot(), book: book, ledgers: try store.ledgers(), today: today)
            let faults = survey.faults + (isDryRun ? [] : try survey.write(to: store))
            return LedgerReport(
                accounts: survey.outcomes.count, lines: survey.additions.values.reduce(0) { $0 + $1.entries.count },
                findings: faults.map(\.finding))
        }
    }

    /// Puts the number in a prisoner's account right by hand, after reckoning it up to `today`.
    ///
    /// - Parameters:
    ///   - amount: what is added, or taken off where it is negative.
    ///   - note: why, in the operator's words; kept with the line.
    /// - Returns: the account afterwards.
    public func adjustAccount(
        of prisoner: Identifier<Prisoner>, _ unit: LedgerEntry.Unit?, by amount: Int, note: String, today: Day
    ) throws -> AccountStatement {
        let book = try rules()
        let store = try writing()
        let stored = try store.ledger(of: prisoner)
        var night = LedgerNight(try store.snapshot().register, book: book, today: today)
        switch night.outcome(for: prisoner, stored: stored) {
        case .failure(let fault): throw DeskError.faultyLedgers([fault.finding])
        case .success(var outcome):
            guard let terms = outcome.terms, let unit = terms.unit(unit) else {
                throw DeskError.notCounted(prisoner, unit)
            }
            outcome.account.adjust(unit, by: amount, on: today, cap: terms.cap, note: note)
            let new = Array(outcome.account.entries.dropFirst(stored.count))
            let overtaken = try store.addToLedgers([prisoner: (stored.count, new)], isCorrection: true)
            if !overtaken.isEmpty { throw DeskError.faultyLedgers([LedgerFault.overtaken(prisoner).finding]) }
        }
        return try account(of: prisoner, today: today)
    }
}

extension LedgerNight {
    /// The night of the accounts in `register`.
    init(_ register: Register, book: RuleBook, today: Day) {
        let parameters = PlanningParameters(register.parameters)
        self.init(
            register, facts: BondFacts(register, protectChildContact: parameters.protectChildContact), book: book,
            today: today)
    }
}

extension VisitTerms {
    /// The unit that a correction is about: the usual one where none is named; nil where it is not counted here.
    fileprivate func unit(_ named: LedgerEntry.Unit?) -> LedgerEntry.Unit? {
        switch self {
        case .orders: named == .visit ? nil : named ?? .visitOrder
        case .period: named == nil || named == .visit ? .visit : nil
        case .undetermined: nil
        }
    }

    /// How many visit orders can be held.
    fileprivate var cap: Int? {
        if case .orders(let orders) = self { orders.policy.cap } else { nil }
    }
}
