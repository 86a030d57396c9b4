import VisitModel

/// What the rules of a jurisdiction look at that changes with the date alone: ages, terms, windows, periods.
///
/// Between two turning days every answer is the same, whatever the case; more days than needed do no harm.
struct TurningDays: Sendable {
    /// Ages at which a child's place is decided in days or months.
    private var ages: Set<Span> = []
    /// How long after an event something ends.
    private var terms: Set<Span> = []
    /// The periods in which visits are counted; a deferral makes one up in the next.
    private var periods: Set<CountingPeriod> = []

    init(_ rules: [Rule], candidates: [Int]) {
        for index in candidates {
            for case .event(let occurrence) in rules[index].conditions {
                if let window = occurrence.window { terms.insert(window) }
            }
            for provision in rules[index].provisions { note(provision.effect) }
        }
    }

    private mutating func note(_ effect: Effect) {
        switch effect {
        case .coResidence(let age), .suspendCustody(let age): ages.insert(age)
        case .suspend(let suspension): if let length = suspension.length { terms.insert(length) }
        case .defer(let most): if let most { terms.insert(.days(most)) }
        case .floor(.visits, _, let per), .cap(.visits, _, let per, _): periods.insert(per)
        case .floor(.minutes, _, let per), .cap(.minutes, _, let per, _): periods.insert(per)
        default: break
        }
    }

    /// The first day of each stretch of `days` in which the answer for `contact` stays as it is.
    ///
    /// - Parameter boundaries: the days on which the set of rules in force changes.
    func starts(of contact: ContactCase, within days: DayRange, _ boundaries: [Day], _ values: ParameterValues) -> [Day]
    {
        var found: Set<Day> = []
        func add(_ day: Day) { if day > days.first, day <= days.last { found.insert(day) } }
        for day in boundaries { add(day) }
        addBirthdays(of: contact.childBirthDate, within: days, add)
        for age in ages { if let last = values.lastDay(of: age, from: contact.childBirthDate) { add(last + 1) } }
        guard !contact.events.isEmpty else { return [days.first] + found.sorted() }
        for event in contact.events {
            for day in [event.date, event.date - 1, event.until].compactMap({ $0 }) {
                add(day)
                add(day + 1)
                for term in terms { if let last = values.lastDay(of: term, from: day) { add(last + 1) } }
            }
        }
        for period in periods {
            guard let period = period.period(anchor: contact.admitted) else { continue }
            var next = period.days(around: days.first).last + 1
            while next <= days.last {
                add(next)
                next = max(next + 1, period.days(around: next).last + 1)
            }
        }
        return [days.first] + found.sorted()
    }

    /// The days on which the child turns a year older; 1 March in common years for a child born on 29 February.
    private func addBirthdays(of birth: Day, within days: DayRange, _ add: (Day) -> Void) {
        let (year, month, day) = birth.civil
        for age in birth.years(until: days.first)...max(birth.years(until: days.first), birth.years(until: days.last)) {
            if let birthday = Day(year: year + age, month: month, day: day)
                ?? Day(year: year + age, month: 3, day: 1)
            {
                add(birthday)
            }
        }
    }
}

/// A stretch of days with one answer.
public struct EntitlementSpan: Sendable {
    /// The days.
    public let days: DayRange
    /// The answer, kept once for all spans that have it: an array of one is a box.
    private let kept: [Entitlement]

    init(_ days: DayRange, _ kept: [Entitlement]) {
        self.days = days
        self.kept = kept
    }

    /// The answer.
    public var entitlement: Entitlement { kept[0] }
}

extension RuleBook {
    /// What the bond of `contact` may have on each of `days`, whatever date the case itself has. The rules are asked
    /// once for each stretch in which nothing that they look at changes, and once for cases that are alike.
    ///
    /// Duties are left out: they are for `entitlement(for:)`, which is asked about one day.
    public func entitlements(
        for contact: ContactCase, within days: DayRange, using cache: inout EntitlementCache
    ) -> [EntitlementSpan] {
        cache.prepare(for: contact, of: self)
        let candidates = cache.candidates(in: contact.jurisdiction, of: self)
        let contact = contact.remembering(candidates, since: days.first)
        let starts = candidates.turning.starts(of: contact, within: days, boundaries, cache.values)
        var question = contact
        return starts.indices.map { index in
            question.date = starts[index]
            let last = index + 1 < starts.count ? starts[index + 1] - 1 : days.last
            return EntitlementSpan(DayRange(starts[index], last), answer(to: question, candidates, &cache))
        }
    }

    /// The answer from the cache, or reckoned and kept there.
    func answer(
        to contact: ContactCase, _ candidates: EntitlementCache.Candidates, _ cache: inout EntitlementCache
    ) -> [Entitlement] {
        let contact = contact.remembering(candidates, since: contact.date)
        let signature = signature(of: contact, candidates, cache.values)
        if let known = cache.entitlements[signature] { return known }
        let kept = [entitlement(for: contact, among: candidates.rules, with: cache.values, notesDuties: false)]
        cache.keep(kept, for: signature)
        return kept
    }
}

extension ContactCase {
    /// The case without what bears on no answer, so that most cases are alike: with the admission among its events where
    /// a rule may still look at it, otherwise, where no period is counted from it, without any.
    fileprivate func remembering(_ candidates: EntitlementCache.Candidates, since first: Day) -> ContactCase {
        var contact = self
        if !candidates.lookAtOtherParent { contact.otherParent = OtherParent(.unknown) }
        guard let admitted else { return contact }
        if events.isEmpty, first - admitted > candidates.admissionMemory {
            if !candidates.areAnchored { contact.admitted = nil }
        } else if !events.contains(where: { $0.kind == .admitted && $0.date == admitted }) {
            contact.events.append(PrisonerEvent(id: "admission", prisoner: "", kind: .admitted, date: admitted))
        }
        return contact
    }
}
