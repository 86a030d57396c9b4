import VisitModel

/// That a subscription began or ended, for a person.
public struct FeedText: Sendable {
    /// What is told.
    public var document: FeedDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: FeedDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        document.path
            ?? BilingualText(
                en: "The subscription \(document.id) is revoked.", zh: "订阅 \(document.id) 已撤销。")[language]
    }
}
