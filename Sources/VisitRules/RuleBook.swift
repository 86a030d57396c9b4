import Foundation
import VisitModel

/// All rules of the packs that were loaded, ready to say what a bond may have.
///
/// Loading refuses as a whole where any pack has a fault: a rule is never dropped silently. The order of files and of
/// packs never matters.
public struct RuleBook: Sendable {
    /// The packs, by identifier.
    public let packs: [RulePack]
    /// A digest of the packs' contents: equal books give equal answers.
    public let fingerprint: String
    /// All rules in the order in which they speak: the stronger first, among equals by identifier.
    let rules: [Rule]
    /// All parameters, by name.
    let parameters: [String: RuleParameter]
    /// The days on which the set of rules in force changes, ascending.
    let boundaries: [Day]

    /// A book of packs that have been checked against each other.
    init(packs: [RulePack], fingerprint: String) {
        self.packs = packs.sorted { $0.id < $1.id }
        self.fingerprint = fingerprint
        rules = packs.flatMap(\.rules).sorted { ($1.force.rank, $0.id) < ($0.force.rank, $1.id) }
        parameters = Dictionary(
            packs.flatMap(\.parameters).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        boundaries = Set(rules.flatMap { [$0.validFrom, $0.validTo.map { $0 + 1 }].compactMap { $0 } }).sorted()
    }

    /// A number that is the same for all days on which the same rules are in force.
    func epoch(of day: Day) -> Int {
        var (low, high) = (0, boundaries.count)
        while low < high {
            let middle = (low + high) / 2
            if boundaries[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The book of all packs (`*.yaml`) in `folder`, or of the one file of that path.
    public static func load(folder: String) throws(RuleError) -> RuleBook {
        let files = try PackFolder.files(at: folder)
        let reading = PackFolder.read(files)
        guard reading.findings.isEmpty else { throw .faulty(reading.findings) }
        return RuleBook(packs: reading.packs, fingerprint: PackFolder.fingerprint(of: files))
    }

    /// The faults of the pack at `path`, or of all packs in the folder of that path; none where it can be loaded.
    public static func check(_ path: String) throws(RuleError) -> [Finding] {
        PackFolder.read(try PackFolder.files(at: path)).findings
    }

    /// The book with only the packs of these identifiers.
    public func limited(to identifiers: [String]) throws(RuleError) -> RuleBook {
        let known = packs.map(\.id)
        let unknown = identifiers.filter { !known.contains($0) }
        guard unknown.isEmpty else { throw .unknownPacks(unknown, known: known) }
        let kept = packs.filter { identifiers.contains($0.id) }
        return RuleBook(packs: kept, fingerprint: ([fingerprint] + kept.map(\.id)).joined(separator: "+"))
    }

    /// The rule of that identifier.
    public func rule(_ id: String) -> Rule? {
        rules.first { $0.id == id }
    }

    /// What is wrong with the operator's `values`: numbers that cannot be read or make no sense. Names that no pack
    /// declares are not looked at; they may belong to other parts of the program.
    public func check(_ values: [Parameter]) -> [Finding] {
        values.compactMap { value in
            guard let parameter = parameters[value.name], parameter.number(value.value) == nil else { return nil }
            let range = "\(parameter.text(parameter.range.lowerBound))…\(parameter.text(parameter.range.upperBound))"
            return Finding(
                .error, code: "bad-parameter", subject: "parameter \(value.name)",
                sentence: BilingualText(
                    en: "The value is '\(value.value)'; expected \(range) (\(parameter.unit.rawValue)).",
                    zh: "值为“\(value.value)”；应为 \(range)（\(parameter.unit.rawValue)）。"))
        }
    }

    /// What the bond of `contact` may have on the date of the case, and why. The same case gives the same answer.
    public func entitlement(for contact: ContactCase) -> Entitlement {
        entitlement(
            for: contact, among: candidates(in: contact.jurisdiction),
            with: ParameterValues(of: contact.parameters, declared: parameters), notesDuties: true)
    }

    /// The same answer, without the duties, for a caller that asks for many bonds: equal cases are computed once.
    public func entitlement(for contact: ContactCase, using cache: inout EntitlementCache) -> Entitlement {
        cache.prepare(for: contact, of: self)
        return answer(to: contact, cache.candidates(in: contact.jurisdiction, of: self), &cache)[0]
    }

    /// The positions of the rules that can apply in `jurisdiction` at all.
    func candidates(in jurisdiction: Jurisdiction) -> [Int] {
        rules.indices.filter { rules[$0].scope.jurisdictions.contains { jurisdiction.isWithin($0) } }
    }

    func entitlement(
        for contact: ContactCase, among candidates: [Int], with values: ParameterValues, notesDuties: Bool
    ) -> Entitlement {
        var evaluation = EntitlementEvaluation(
            contact, rules: rules, candidates: candidates, values: values, notesDuties: notesDuties)
        return evaluation.evaluate()
    }
}
