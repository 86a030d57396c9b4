import VisitModel

/// That a right to use the HTTP interface was given or taken away, for a person.
public struct TokenText: Sendable {
    /// What is told.
    public var document: TokenDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: TokenDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        document.created?.secret
            ?? BilingualText(en: "The token \(document.id) is revoked.", zh: "令牌 \(document.id) 已撤销。")[language]
    }
}
