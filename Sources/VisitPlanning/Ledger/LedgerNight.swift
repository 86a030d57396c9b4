import VisitModel
import VisitRules

/// Brings visit accounts up to a day: what was agreed is charged, what was called off comes back, and every night since
/// the last line issues and expires. A second time on the same day adds nothing.
package struct LedgerNight {
    /// A visit account as it is on the day.
    package struct Outcome: Sendable {
        /// The account.
        package var account: VisitAccount
        /// What the rules say of the prisoner's visits on the day; nil where they give no number.
        package var terms: VisitTerms?
        /// How many of the account's lines the store has already.
        package var storedCount: Int
    }

    private let facts: RegisterIndex
    private let bonds: [Identifier<Prisoner>: [Bond]]
    private let visits: [Identifier<Prisoner>: [Visit]]
    private let today: Day
    private var choice: CompanionChoice
    private var survey: BondSurvey

    /// How far back an account that begins is computed: two years of issues, in days. An order is gone by then.
    private static let longestOpening = 728

    /// The night of the accounts in `register`.
    ///
    /// - Parameter horizon: the days over which it is asked who goes along.
    package init(_ register: Register, horizon: DayRange, book: RuleBook, today: Day) {
        self.init(register, facts: RegisterIndex(register), horizon: horizon, book: book, today: today)
    }

    init(_ register: Register, facts: RegisterIndex, horizon: DayRange, book: RuleBook, today: Day) {
        self.facts = facts
        self.today = today
        bonds = Dictionary(grouping: register.bonds, by: \.prisoner)
        visits = Dictionary(grouping: register.visits, by: \.prisoner)
        choice = CompanionChoice(facts, book: book, horizon: horizon)
        survey = BondSurvey(book: book, facts: facts, horizon: horizon)
    }

    /// The prisoners who have an account: those whom a child could visit.
    package var prisoners: [Identifier<Prisoner>] { bonds.keys.sorted() }

    /// The account of `id`, from the lines that the store has; a finding where it cannot be computed. Others are not
    /// touched by that.
    package mutating func outcome(for id: Identifier<Prisoner>, stored: [LedgerEntry]) -> Result<Outcome, LedgerFault> {
        guard let prisoner = facts.prisoners[id], let account = VisitAccount(entries: stored) else {
            return .failure(.damaged(id))
        }
        var outcome = Outcome(account: account, terms: nil, storedCount: stored.count)
        let last = [today, prisoner.release].compactMap { $0 }.min() ?? today
        switch terms(of: id, on: DayRange(last, last)).first?.terms {
        case nil: return .success(outcome)
        case .undetermined(let parameter): return .failure(.undetermined(id, parameter: parameter))
        case let terms?: outcome.terms = terms
        }
        guard let first = firstNight(of: prisoner, outcome), first <= last else { return .success(outcome) }
        for span in terms(of: id, on: DayRange(first, last)) {
            for day in span.days { night(of: day, prisoner, span.terms, &outcome.account, isLast: day == last) }
        }
        return .success(outcome)
    }

    /// The first night that is still to be computed; that of the last line again, since the day may have gone on.
    private func firstNight(of prisoner: Prisoner, _ outcome: Outcome) -> Day? {
        if let last = outcome.account.entriesInForce.last?.day { return last }
        switch outcome.terms {
        case .orders: return max(prisoner.admitted ?? today, today - Self.longestOpening)
        case .period(let quota, _, _):
            return max(prisoner.admitted ?? .distantPast, quota.period.days(around: today).first)
        case .undetermined, nil: return nil
        }
    }

    private func night(
        of day: Day, _ prisoner: Prisoner, _ terms: VisitTerms, _ account: inout VisitAccount, isLast: Bool
    ) {
        let began = account.entriesInForce.first?.day ?? day
        if facts.events[prisoner.id, default: []].contains(where: { $0.kind == .admitted && $0.date == day }),
            began < day, !account.entriesInForce.contains(where: { $0.day == day && $0.cause == .admission })
        {
            account.beginAnew(on: day)
        }
        let own = visits[prisoner.id, default: []]
        switch terms {
        case .orders(let orders):
            settle(own, from: began, on: day, isLast: isLast, &account) { visit, account in
                account.book(visit.id, on: day)
            }
            if isLast { refund(own, on: day, cap: orders.policy.cap, &account) }
            account.night(of: day, under: orders.policy, rule: orders.rule)
        case .period(let quota, let madeUp, let rule):
            let period = quota.period.days(around: day)
            account.night(of: day, in: period, count: quota.count, madeUp: madeUp, rule: rule)
            let inside = own.filter { period.contains($0.date) }
            settle(inside, from: period.first, on: day, isLast: isLast, &account) { visit, account in
                account.bookInPeriod(visit.id, on: day)
            }
            if isLast { refund(inside, on: day, cap: nil, &account) }
        case .undetermined: break
        }
    }

    /// Charges the visits that are agreed: those of the past on their day, those ahead as soon as they are agreed.
    private func settle(
        _ visits: [Visit], from began: Day, on day: Day, isLast: Bool, _ account: inout VisitAccount,
        charge: (Visit, inout VisitAccount) -> Void
    ) {
        let due = visits.filter { visit in
            visit.status.usesQuota && visit.date >= began && (isLast || visit.date == day)
        }
        for visit in due.sorted(by: { ($0.date, $0.id) < ($1.date, $1.id) }) { charge(visit, &account) }
    }

    /// Gives back what visits had taken that are no longer agreed.
    private func refund(_ visits: [Visit], on day: Day, cap: Int?, _ account: inout VisitAccount) {
        let agreed = Set(visits.filter(\.status.usesQuota).map(\.id))
        let known = Set(visits.map(\.id))
        for visit in account.chargedVisits.sorted() where !agreed.contains(visit) {
            // A visit of an earlier period is not in the list and stays charged.
            if cap == nil, !known.contains(visit) { continue }
            account.cancel(visit, on: day, cap: cap)
        }
    }

    /// What the rules say of a prisoner's visits, over the days: the most generous of the answers for the children.
    private mutating func terms(
        of prisoner: Identifier<Prisoner>, on days: DayRange
    ) -> [(days: DayRange, terms: VisitTerms)] {
        var found: [(days: DayRange, terms: VisitTerms)] = []
        for bond in bonds[prisoner, default: []].sorted(by: { $0.child < $1.child }) {
            let companion = choice.companion(of: bond, on: today)
            let spans = survey.answer(for: bond, companion: companion, within: days).spans
            let own = spans.compactMap { span in
                VisitTerms(span.entitlement).map { (days: span.days, terms: $0) }
            }
            found = found.isEmpty ? own : VisitTerms.joined(found, own)
        }
        return found
    }
}

extension Day {
    /// Before every day that is asked about.
    fileprivate static var distantPast: Day { Day(number: -719_162) }
}
