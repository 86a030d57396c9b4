import VisitModel

/// What the rules of a jurisdiction look at that changes with the date alone: ages, terms, windows, periods.
///
/// Between two turning days every answer is the same, whatever the case; more days than needed do no harm.
struct ChangeDates: Sendable {
    /// Ages at which a child's place is decided in days or months.
    private var ages: Set<Span> = []

    init(_ rules: [Rule], candidates: [Int]) {
        for index in candidates {
            for provision in rules[index].provisions {
                switch provision.effect {
                case .coResidence(let age), .suspendCustody(let age): ages.insert(age)
                default: break
                }
            }
        }
    }

    /// The first day of each stretch of `days` in which the answer for `contact` stays as it is.
    ///
    /// - Parameters:
    ///   - boundaries: the days on which the set of rules in force changes.
    ///   - memory: what can turn because of something that happened.
    func starts(
        of contact: ContactCase, within days: DayRange, _ boundaries: [Day], _ memory: EventMemory,
        _ values: ParameterValues
    ) -> [Day] {
        var found: [Day] = []
        func add(_ day: Day) { if day > days.first, day <= days.last { found.append(day) } }
        for day in boundaries { add(day) }
        addBirthdays(of: contact.childBirthDate, within: days, add)
        for age in ages { if let last = values.lastDay(of: age, from: contact.childBirthDate) { add(last + 1) } }
        for event in contact.events where event.kind == .gradeChanged { add(event.date) }
        for stretch in Timeline.stretches(of: contact) {
            memory.addChangeDates(of: stretch, admitted: contact.admitted, values, add)
        }
        found.append(days.first)
        found.sort()
        return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
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
        let starts = candidates.changeDates.starts(
            of: contact, within: days, boundaries, candidates.memory, cache.values)
        var question = contact
        return starts.indices.map { index in
            question.date = starts[index]
            let last = index + 1 < starts.count ? starts[index + 1] - 1 : days.last
            return EntitlementSpan(DayRange(starts[index], last), answer(to: question, candidates, &cache))
        }
    }
}
