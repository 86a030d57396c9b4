import VisitFormats
import VisitModel

/// An explanation for programs: `visitd-explain/1`.
public struct ExplainDocument: Sendable {
    /// The explanation.
    public var explanation: Explanation
    /// The language of the sentences.
    public var language: Language

    /// A document of this explanation.
    public init(_ explanation: Explanation, language: Language) {
        self.explanation = explanation
        self.language = language
    }

    /// The document; `entitlement` holds what `visitd-entitlement/1` holds, without a format of its own.
    public var json: JSON {
        let entitlement = EntitlementDocument(explanation.entitlement, language: language)
        return .members([
            "format": "visitd-explain/1",
            "date": JSON(explanation.date),
            "child": JSON(explanation.child.id),
            "prisoner": JSON(explanation.prisoner.id),
            "relation": .string(explanation.relation.rawValue),
            "entitlement": .object(entitlement.members),
            "companions": .array(explanation.companions.map(companion)),
            "visit": explanation.visit.map { $0.json(language) },
            "refusal": explanation.refusal.map { $0.json(language) },
        ])
    }

    private func companion(_ adult: Explanation.Adult) -> JSON {
        let (id, role) =
            switch adult.adult {
            case .guardian(let id): (id.text, "guardian")
            case .escort(let id): (id.text, "escort")
            }
        return .members([
            "id": .string(id), "role": .string(role), "relation": adult.relation.map { .string($0.rawValue) },
            "goesAlong": .bool(adult.goesAlong), "can": .bool(adult.obstacle == nil),
            "because": adult.obstacle.map { .string($0[language]) },
        ])
    }
}
