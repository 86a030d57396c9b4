import VisitModel

/// That messages that were given up wait again, for a person.
public struct RetryText: Sendable {
    /// What is told.
    public var document: RetryDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: RetryDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        BilingualText(en: "They will be tried again.", zh: "将重新发送。")[language]
    }
}
