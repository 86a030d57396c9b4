import VisitFormats
import VisitModel

extension Refusal {
    /// The refusal as `visitd-next/1` shows it.
    func json(_ language: Language) -> JSON { .object(members(language)) }

    /// The refusal with the bond that it is about, for lists of refusals.
    func listed(_ language: Language) -> JSON {
        let bond: [JSON.Member] = [
            .init("child", JSON(child)), .init("prisoner", JSON(prisoner)), .init("household", JSON(household)),
        ]
        return .object(bond + members(language))
    }

    private func members(_ language: Language) -> [JSON.Member] {
        [
            .init("code", .string(code.rawValue)),
            .init("facts", .object(distinctFacts.map { .init($0.name, .string($0.value)) })),
            .init("sentence", .string(sentence[language])),
            .init("wouldHelp", .sentences(wouldHelp, language)),
        ]
    }

    /// The facts; of two with the same name the first, since an object must not name a member twice (RFC 8259, section 4).
    private var distinctFacts: [Fact] {
        facts.enumerated().filter { position, fact in
            !facts[..<position].contains { $0.name == fact.name }
        }.map(\.element)
    }
}
