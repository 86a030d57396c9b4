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
        /// For how many days after an admission one of them may look at it.
        var admissionMemory: Int
        /// What they look at that changes with the date alone.
        var turning: TurningDays
    }

    /// So many answers are kept, some 100 MB; then the cache begins anew.
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
            admissionMemory: rules.map { book.rules[$0].admissionMemory(values) }.max() ?? 0,
            turning: TurningDays(book.rules, candidates: rules))
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
    /// The signature of `contact`: two cases with the same one have the same entitlement but for duties and the steps
    /// that count days.
    ///
    /// Exact dates matter only where something happened to the prisoner; otherwise the child's age in years and the
    /// rules in force are enough. `contact` tells of an admission that some rule may still look at.
    func signature(
        of contact: ContactCase, _ candidates: EntitlementCache.Candidates, _ values: ParameterValues
    ) -> CaseSignature {
        var reduced = contact
        let anchored = candidates.areAnchored
        reduced.distance = contact.distance.flatMap { distance in
            let limits = candidates.distances.compactMap { values.number($0) }.filter { $0 > 0 }
            // Only which limits lie below the distance makes a difference.
            return limits.filter { distance > Metres($0 * 1000) }.max().map { Metres($0 * 1000 + 1) }
        }
        reduced.parameters = []
        reduced.prisonerBirthDate = nil
        reduced.prisonHolds = .mixed
        reduced.companion?.age = contact.companion?.age.map { min($0, Self.certainlyAdult) }
        if !anchored { reduced.admitted = nil }
        if contact.events.isEmpty {
            reduced.history = contact.history.isEmpty ? [] : Self.someVisit
            // Not dates any more, but numbers that stand for the age alone.
            reduced.date = Day(number: 0)
            reduced.childBirthDate = Day(number: -contact.childAge)
        } else {
            for index in reduced.events.indices {
                reduced.events[index].id = ""
                reduced.events[index].prisoner = ""
            }
        }
        return CaseSignature(contact: reduced, epoch: epoch(of: contact.date))
    }

    private static let someVisit = [
        ContactCase.PastVisit(date: Day(number: 0), minutes: 0, mode: .table)
    ]
    /// No rule asks for an adult older than this, in years.
    private static let certainlyAdult = 25
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

    /// For how many days after an admission it can bear on an answer; 0 where it does not look at admissions.
    fileprivate func admissionMemory(_ values: ParameterValues) -> Int {
        conditions.reduce(0) { most, condition in
            guard case .event(let occurrence) = condition, occurrence.kinds.contains(.admitted),
                provisions.contains(where: { $0.effect.bearsOnAnswer })
            else { return most }
            guard let window = occurrence.window else { return .max / 2 }
            let start = Day(number: 0)
            return max(most, values.lastDay(of: window, from: start).map { $0 - start + 1 } ?? 0)
        }
    }
}

extension Effect {
    /// Whether it can change an answer, and not only add a duty or a remark.
    fileprivate var bearsOnAnswer: Bool {
        switch word {
        case .flag, .clock, .placement, .data, .publish: false
        default: true
        }
    }
}
