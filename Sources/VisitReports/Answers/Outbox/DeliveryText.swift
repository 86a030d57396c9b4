import VisitModel

/// What delivering messages did, for a person.
public struct DeliveryText: Sendable {
    /// What is told.
    public var document: DeliveryDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: DeliveryDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        let (posted, delivered) = (document.posted, document.delivered)
        let (failed, abandoned) = (document.failed, document.abandoned)
        return BilingualText(
            en: "New: \(posted). Delivered: \(delivered). To be tried again: \(failed). Given up: \(abandoned).",
            zh: "新增 \(posted)，已发出 \(delivered)，待重试 \(failed)，已放弃 \(abandoned)。")[language]
    }
}
