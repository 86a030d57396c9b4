import VisitModel
import VisitRules

/// What every bond may have on every day of the horizon.
///
/// A rule's answer can change from one day to the next only where something happens: a month begins, a child has a
/// birthday, an event of the prisoner begins or ends, a rule enters or leaves force. Between two such days it is asked
/// once.
struct BondSurvey {
    /// What one bond may have, day by day.
    struct Answer {
        /// Consecutive stretches of days, each with one answer.
        var spans: [(days: DayRange, entitlement: Entitlement)]

        /// The answer for `day`, which must lie in the horizon.
        func entitlement(on day: Day) -> Entitlement? {
            spans.first { $0.days.contains(day) }?.entitlement
        }

        /// Whether there is a day on which the child may meet the prisoner.
        var permitsContact: Bool { spans.contains { $0.entitlement.permitsVisit } }
    }

    private let book: RuleBook
    private let facts: BondFacts
    private let horizon: DayRange
    private let ruleDays: Set<Day>
    private var cache = EntitlementCache()

    init(book: RuleBook, facts: BondFacts, horizon: DayRange) {
        self.book = book
        self.facts = facts
        self.horizon = horizon
        ruleDays = Set(
            book.packs.flatMap(\.rules).flatMap { rule in
                [rule.validFrom, rule.validTo.map { $0 + 1 }].compactMap { $0 }
            })
    }

    /// The answer for `bond` where `companion` goes along.
    mutating func answer(for bond: Bond, companion: ContactCase.Companion?) -> Answer {
        let starts = turningDays(of: bond)
        var spans: [(days: DayRange, entitlement: Entitlement)] = []
        for (position, first) in starts.enumerated() {
            let last = position + 1 < starts.count ? starts[position + 1] - 1 : horizon.last
            guard let question = facts.contactCase(for: bond, on: first, companion: companion) else { continue }
            let entitlement = book.entitlement(for: question, using: &cache)
            spans.append((DayRange(first, last), entitlement))
        }
        return Answer(spans: spans)
    }

    /// The days of the horizon on which the answer for `bond` can change, the first day of the horizon among them.
    private func turningDays(of bond: Bond) -> [Day] {
        var days = ruleDays
        var month = horizon.first.month.next
        while month.firstDay <= horizon.last {
            days.insert(month.firstDay)
            month = month.next
        }
        if let child = facts.children[bond.child] {
            let age = child.age(on: horizon.first)
            for year in [age + 1, age + 2] {
                if let birthday = child.birthday(year) { days.insert(birthday) }
            }
        }
        for event in facts.events[bond.prisoner, default: []] {
            days.insert(event.date)
            if let until = event.until { days.insert(until + 1) }
        }
        return ([horizon.first] + days.filter { horizon.contains($0) && $0 > horizon.first }).sorted()
    }
}

extension Entitlement {
    /// Whether a visit can be planned on a day with this answer.
    var permitsVisit: Bool { decision == .allowed || decision == .restricted }
}

extension Child {
    /// The day on which the child turns `age`; 1 March for children born on 29 February, in common years.
    fileprivate func birthday(_ age: Int) -> Day? {
        let (year, month, day) = birthDate.civil
        return Day(year: year + age, month: month, day: day) ?? Day(year: year + age, month: 3, day: 1)
    }
}
