import VisitFormats
import VisitModel

/// What a bond may have on a date, and why, for programs: `visitd-entitlement/1`.
public struct EntitlementDocument: Sendable {
    /// The entitlement.
    public var entitlement: Entitlement
    /// The language of sentences and citations.
    public var language: Language

    /// A document of this entitlement.
    public init(_ entitlement: Entitlement, language: Language) {
        self.entitlement = entitlement
        self.language = language
    }

    /// The document. `visits` is null where no rule gives a number.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<EntitlementDocument>(format: "visitd-entitlement/1") { document in
        document.has(membersOf: Entitlement.answer) { ($0.entitlement, $0.language) }
    }
}
