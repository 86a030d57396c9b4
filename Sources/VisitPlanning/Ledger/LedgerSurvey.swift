import VisitModel
import VisitRules

/// All visit accounts as they are on a day, and what could not be computed.
package struct LedgerSurvey: Sendable {
    /// The accounts, by prisoner.
    package private(set) var outcomes: [Identifier<Prisoner>: LedgerNight.Outcome] = [:]
    /// Whose account could not be computed, by prisoner. The others go on.
    package var faults: [LedgerFault] = []

    /// Computes every account of the snapshot from the lines that the store has.
    package init(
        _ snapshot: PlanningSnapshot, book: RuleBook, ledgers: [Identifier<Prisoner>: [LedgerEntry]], today: Day
    ) {
        // A night's plan is made from these accounts, so they ask about the adults of that plan, not of the one before.
        let register = snapshot.register
        let horizon = PlanningParameters(register.parameters).horizon(from: today + 1)
        var night = LedgerNight(register, horizon: horizon, book: book, today: today)
        for prisoner in night.prisoners {
            switch night.outcome(for: prisoner, stored: ledgers[prisoner, default: []]) {
            case .success(let outcome): outcomes[prisoner] = outcome
            case .failure(let fault): faults.append(fault)
            }
        }
    }

    /// The lines that the store does not have yet.
    package var additions: [Identifier<Prisoner>: (after: Int, entries: [LedgerEntry])] {
        outcomes.compactMapValues { outcome in
            let new = outcome.account.entries.dropFirst(outcome.storedCount)
            return new.isEmpty ? nil : (outcome.storedCount, Array(new))
        }
    }

    /// The prisoners whose accounts in the store are others by now: somebody has put a number right.
    package func prisoners(differingFrom ledgers: [Identifier<Prisoner>: [LedgerEntry]]) -> Set<Identifier<Prisoner>> {
        Set(outcomes.filter { prisoner, outcome in outcome.account.entries != ledgers[prisoner, default: []] }.keys)
    }

    /// What prisoners with visit orders can have over the horizon.
    func orderQuotas(over horizon: DayRange) -> [Identifier<Prisoner>: OrderQuota] {
        outcomes.compactMapValues { outcome in
            guard case .orders(let orders)? = outcome.terms else { return nil }
            return OrderQuota(account: outcome.account, policy: orders.policy, horizon: horizon)
        }
    }
}
