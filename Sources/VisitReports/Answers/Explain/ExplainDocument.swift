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
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<ExplainDocument>(format: "visitd-explain/1") { document in
        document.has("date", .day) { JSON($0.explanation.date) }
        document.has("child", .text) { JSON($0.explanation.child.id) }
        document.has("prisoner", .text) { JSON($0.explanation.prisoner.id) }
        document.has("relation", .words(of: Bond.Relation.self)) { .string($0.explanation.relation.rawValue) }
        document.has("entitlement", object: Entitlement.answer) { ($0.explanation.entitlement, $0.language) }
        document.has("companions", listOf: companion) { document in
            document.explanation.companions.map { (adult: $0, language: document.language) }
        }
        document.mayHave("calledOff", object: CalledOff.answer) { document in
            document.explanation.calledOff.map { ($0, document.language) }
        }
        document.mayHave("obstacles", listOf: VisitFlag.obstacleAnswer) { document in
            let obstacles = document.explanation.obstacles
            return obstacles.isEmpty ? nil : obstacles.map { ($0, document.language) }
        }
        document.mayHave("visit", VisitDetail.answer.schema) { document in
            document.explanation.visit?.json(document.language)
        }
        document.mayHave("refusal", Refusal.answer.schema) { document in
            document.explanation.refusal?.json(document.language)
        }
    }

    private static let companion = AnswerObject<(adult: Explanation.Adult, language: Language)> { companion in
        companion.has("id", .text) { .string($0.adult.adult.named.id) }
        companion.has("role", .words(["guardian", "escort"])) { .string($0.adult.adult.named.role) }
        companion.mayHave("relation", .words(of: Guardian.Relation.self)) { companion in
            companion.adult.relation.map { .string($0.rawValue) }
        }
        companion.has("goesAlong", .flag) { .bool($0.adult.goesAlong) }
        companion.has("can", .flag) { .bool($0.adult.obstacle == nil) }
        companion.mayHave("because", .text) { told in told.adult.obstacle.map { .string($0[told.language]) } }
    }
}

extension Visit.Companion {
    /// Who it is, by identifier, and what part the adult takes.
    fileprivate var named: (id: String, role: String) {
        switch self {
        case .guardian(let id): (id.text, "guardian")
        case .escort(let id): (id.text, "escort")
        }
    }
}
