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
    /// The signature of `contact`: two cases with the same one have the same entitlement.
    ///
    /// Exact dates matter only where something happened to the prisoner; otherwise the child's age in years and the
    /// rules in force are enough. `anchored` tells whether a rule counts periods from the day of admission.
    func signature(of contact: ContactCase, anchored: Bool) -> CaseSignature {
        var reduced = contact
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
