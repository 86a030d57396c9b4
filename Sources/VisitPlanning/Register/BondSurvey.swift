import VisitModel
import VisitRules

/// What every bond may have on every day of the horizon.
package struct BondSurvey {
    /// What one bond may have, day by day.
    package struct Answer: Sendable {
        /// Consecutive stretches of days, each with one answer.
        package var spans: [EntitlementSpan]

        /// The answer for `day`, which must lie in the horizon.
        package func entitlement(on day: Day) -> Entitlement? {
            spans.first { $0.days.contains(day) }?.entitlement
        }

        /// Whether there is a day on which the child may meet the prisoner.
        package var permitsContact: Bool { spans.contains { $0.entitlement.permitsVisit } }
    }

    private let book: RuleBook
    private let facts: RegisterIndex
    private let horizon: DayRange
    private var cache = EntitlementCache()

    package init(book: RuleBook, facts: RegisterIndex, horizon: DayRange) {
        self.book = book
        self.facts = facts
        self.horizon = horizon
    }

    /// The answer for `bond` where `companion` goes along, on the days of the horizon or on other `days`.
    package mutating func answer(
        for bond: Bond, companion: CandidateCompanion?, within days: DayRange? = nil
    ) -> Answer {
        let days = days ?? horizon
        guard let question = facts.contactCase(for: bond, on: days.first, companion: companion) else {
            return Answer(spans: [])
        }
        return Answer(spans: book.entitlements(for: question, within: days, using: &cache))
    }
}

extension Entitlement {
    /// Whether a visit can be planned on a day with this answer.
    var permitsVisit: Bool { decision == .allowed || decision == .restricted }
}
