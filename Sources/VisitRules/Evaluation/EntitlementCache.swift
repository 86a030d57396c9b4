import VisitModel

/// Answers that were given, kept by the caller while it asks for many bonds.
///
/// Most bonds of a register differ only in names; a million of them come down to a few hundred cases. A cache belongs
/// to one book and one set of parameters, and empties itself when either changes.
public struct EntitlementCache: Sendable {
    private(set) var entitlements: [CaseSignature: [Entitlement]] = [:]
    private(set) var values = ParameterValues(of: [], declared: [:])
    private var parameters: [Parameter]?
    private var fingerprint = ""
    private var candidates: [Jurisdiction: Candidates] = [:]

    /// The rules that can apply in one jurisdiction.
    struct Candidates {
        /// Their positions.
        var rules: [Int]
        /// Whether one of them counts periods from the day of admission.
        var areAnchored: Bool
        /// The parameters with which distances are compared.
        var distances: [String]
        /// Whether one of them looks at the other parent and can change an answer by that.
        var lookAtOtherParent: Bool
        /// For how long they look at what happened.
        var memory: EventMemory
        /// What they look at that changes with the date alone.
        var changeDates: ChangeDates
    }

    /// So many answers are kept, some 100 MB; then the cache starts again.
    private static let capacity = 20_000

    /// An empty cache.
    public init() {}

    /// How many different cases it has met.
    public var count: Int { entitlements.count }

    mutating func prepare(for contact: ContactCase, of book: RuleBook) {
        if fingerprint == book.fingerprint, parameters == contact.parameters { return }
        fingerprint = book.fingerprint
        parameters = contact.parameters
        values = ParameterValues(of: contact.parameters, declared: book.parameters)
        entitlements.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
    }

    mutating func keep(_ entitlement: [Entitlement], for signature: CaseSignature) {
        if entitlements.count >= Self.capacity { entitlements.removeAll(keepingCapacity: true) }
        entitlements[signature] = entitlement
    }

    mutating func candidates(in jurisdiction: Jurisdiction, of book: RuleBook) -> Candidates {
        if let known = candidates[jurisdiction] { return known }
        let rules = book.candidates(in: jurisdiction)
        let found = Candidates(
            rules: rules, areAnchored: rules.contains { book.rules[$0].isCountedFromAdmission },
            distances: rules.flatMap { book.rules[$0].distanceParameters },
            lookAtOtherParent: rules.contains { book.rules[$0].looksAtOtherParent },
            memory: EventMemory(book.rules, candidates: rules),
            changeDates: ChangeDates(book.rules, candidates: rules))
        candidates[jurisdiction] = found
        return found
    }
}

/// What of a case can make a difference to its answer, under one book and one set of parameters.
struct CaseSignature: Hashable, Sendable {
    var contact: ContactCase
    var epoch: Int
}

extension RuleBook {
    /// The answer from the cache, or computed and kept there; an array of one, which is a box.
    func answer(
        to contact: ContactCase, _ candidates: EntitlementCache.Candidates, _ cache: inout EntitlementCache
    ) -> [Entitlement] {
        let alike = contact.remembered(by: candidates, cache.values)
        let signature = signature(of: alike, candidates, cache.values)
        let kept = cache.entitlements[signature] ?? evaluate(alike, signature, candidates, &cache)
        guard let admitted = contact.admitted, candidates.areAnchored, alike.admitted == nil else { return kept }
        return [kept[0].counted(from: admitted)]
    }

    private func evaluate(
        _ contact: ContactCase, _ signature: CaseSignature, _ candidates: EntitlementCache.Candidates,
        _ cache: inout EntitlementCache
    ) -> [Entitlement] {
        let kept = [entitlement(for: contact, among: candidates.rules, with: cache.values, notesDuties: false)]
        cache.keep(kept, for: signature)
        return kept
    }

    /// The signature of `contact`: two cases with the same one have the same entitlement but for duties and the steps
    /// that count days.
    ///
    /// Exact dates matter only where something happened to the prisoner that rules still look at; otherwise the child's
    /// age in years and the rules in force are enough.
    private func signature(
        of contact: ContactCase, _ candidates: EntitlementCache.Candidates, _ values: ParameterValues
    ) -> CaseSignature {
        var reduced = contact
        reduced.distance = contact.distance.flatMap { distance in
            let limits = candidates.distances.compactMap { values.number($0) }.filter { $0 > 0 }
            // Only which limits lie below the distance makes a difference.
            return limits.filter { distance > Metres($0 * 1000) }.max().map { Metres($0 * 1000 + 1) }
        }
        reduced.parameters = []
        reduced.prisonerBirthDate = nil
        reduced.prisonHolds = .mixed
        reduced.companion?.age = contact.companion?.age.map { min($0, Self.certainlyAdult) }
        if contact.events.isEmpty {
            reduced.history = contact.history.isEmpty ? [] : Self.someVisit
            // Not dates any more, but numbers that stand for the age alone.
            reduced.date = Day(number: 0)
            reduced.childBirthDate = Day(number: -contact.childAge)
        }
        return CaseSignature(contact: reduced, epoch: epoch(of: contact.date))
    }

    private static let someVisit = [
        ContactCase.PastVisit(date: Day(number: 0), minutes: 0, mode: .table)
    ]
    /// No rule asks for an adult older than this, in years.
    private static let certainlyAdult = 25
}

extension ContactCase {
    /// The case reduced to what can change the answer for its date, so that most cases are alike. It keeps the grade on
    /// that date and the events that a rule may still look at. It keeps the day of admission only where a period begins
    /// with it in which a visit may have to be made up.
    fileprivate func remembered(
        by candidates: EntitlementCache.Candidates, _ values: ParameterValues
    ) -> ContactCase {
        var contact = self
        if !candidates.lookAtOtherParent { contact.otherParent = OtherParent(.unknown) }
        contact.grade = gradeOnDate
        contact.events = []
        contact.admitted = nil
        for stretch in Timeline.stretches(of: self)
        where candidates.memory.bears(stretch, on: date, admitted: admitted, values) {
            contact.events.append(
                PrisonerEvent(
                    id: "", prisoner: "", kind: stretch.kind, date: stretch.first, until: stretch.last,
                    misconduct: stretch.misconduct))
            if candidates.memory.isDeferral(stretch), candidates.areAnchored { contact.admitted = admitted }
        }
        return contact
    }
}

extension Entitlement {
    /// The same answer for a prisoner whose periods of days begin on `day`.
    fileprivate func counted(from day: Day) -> Entitlement {
        var answer = self
        if case .days(let count, _) = visits?.period { answer.visits?.period = .days(count, anchor: day) }
        if case .days(let count, _) = minutesPerPeriod?.period {
            answer.minutesPerPeriod?.period = .days(count, anchor: day)
        }
        return answer
    }
}

extension Rule {
    /// The parameters with which it compares the distance from home.
    fileprivate var distanceParameters: [String] {
        conditions.compactMap { if case .distanceAbove(let name) = $0 { name } else { nil } }
    }

    fileprivate var looksAtOtherParent: Bool {
        provisions.contains { $0.effect.bearsOnAnswer }
            && conditions.contains { if case .otherParent = $0 { true } else { false } }
    }
}
