import VisitFormats
import VisitModel

/// Every rule of a book, in a list, for programs: `visitd-rules/1`.
public struct RulesDocument: Sendable {
    /// The packs, in display order.
    public var packs: [PackSummary]
    /// The language.
    public var language: Language

    /// A document of these packs.
    public init(_ packs: [PackSummary], language: Language) {
        self.packs = packs
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<RulesDocument>(format: "visitd-rules/1") { document in
        document.has("packs", listOf: pack) { document in
            document.packs.map { (pack: $0, language: document.language) }
        }
    }

    private static let pack = AnswerObject<(pack: PackSummary, language: Language)> { pack in
        pack.has("id", .text) { .string($0.pack.id) }
        pack.has("title", .text) { .string($0.pack.title[$0.language]) }
        pack.has("instrument", .text) { .string($0.pack.instrument[$0.language]) }
        pack.has("rules", listOf: RuleSummary.answer) { told in
            told.pack.rules.map { (rule: $0, language: told.language) }
        }
    }
}
