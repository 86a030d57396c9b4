import VisitFormats
import VisitModel

/// One visit with what people did to it, for programs: `visitd-visit/1`.
public struct VisitDocument: Sendable {
    /// The visit.
    public var visit: VisitDetail
    /// What was done to it, the first step first.
    public var acts: [VisitAct]
    /// Who has said that the family knows that the visit was called off, and how it was told; nil where nobody has.
    public var told: VisitWaiver?
    /// The language of the sentences.
    public var language: Language

    /// A document of a visit.
    public init(_ visit: VisitDetail, acts: [VisitAct], told: VisitWaiver? = nil, language: Language) {
        self.visit = visit
        self.acts = acts
        self.told = told
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<VisitDocument>(format: "visitd-visit/1") { document in
        document.has("visit", VisitDetail.listedSchema) { $0.visit.listed($0.language) }
        document.has("acts", listOf: act) { $0.acts }
        document.mayHave("told", object: VisitFlag.waiverAnswer) { $0.told }
    }

    private static let act = AnswerObject<VisitAct> { act in
        act.has("act", .words(of: VisitAct.Kind.self)) { .string($0.kind.rawValue) }
        act.mayHave("by", .text) { $0.by.map { .string($0.rawValue) } }
        act.mayHave("reason", .text) { $0.reason.isEmpty ? nil : .string($0.reason) }
        act.has("at", .text) { JSON($0.moment) }
    }
}
