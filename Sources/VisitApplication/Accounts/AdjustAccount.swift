import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore

extension Desk {
    /// Puts the number in a prisoner's account right by hand, after computing it up to `today`.
    ///
    /// - Parameters:
    ///   - amount: what is added, or taken off where it is negative.
    ///   - note: why, in the operator's words; kept with the line.
    /// - Returns: the account afterwards.
    public func adjustAccount(
        of prisoner: Identifier<Prisoner>, _ unit: LedgerEntry.Unit?, by amount: Int, note: String, today: Day
    ) throws -> AccountStatement {
        let book = try rules()
        let view = try writing(on: today)
        let stored = try view.ledger(of: prisoner)
        let snapshot = try view.snapshot()
        var night = LedgerNight(
            snapshot.register, horizon: snapshot.horizon(on: today), book: book, today: today)
        switch night.outcome(for: prisoner, stored: stored) {
        case .failure(let fault): throw DeskError.faultyLedgers([fault.finding])
        case .success(var outcome):
            guard let terms = outcome.terms, let unit = terms.unit(unit) else {
                throw DeskError.notCounted(prisoner, unit)
            }
            outcome.account.adjust(unit, by: amount, on: today, cap: terms.cap, note: note)
            let new = Array(outcome.account.entries.dropFirst(stored.count))
            let overtaken = try view.addToLedgers([prisoner: (stored.count, new)], isCorrection: true)
            if !overtaken.isEmpty { throw DeskError.faultyLedgers([LedgerFault.overtaken(prisoner).finding]) }
        }
        let done = BilingualText(en: "The account is put right.", zh: "台账已更正。")
        return try Self.afterwards(done) { try account(of: prisoner, today: today) }
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
