import VisitModel

/// That the store was created, for a person.
public struct InitText: Sendable {
    /// What is told.
    public var document: InitDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: InitDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        BilingualText(en: "The store is at \(document.store).", zh: "数据库位于 \(document.store)。")[language]
    }
}
