import VisitModel

/// That a backup is in the place of the store, for a person.
public struct RestoreText: Sendable {
    /// What is told.
    public var document: RestoreDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: RestoreDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        BilingualText(
            en: "The store at \(document.store) holds what was in \(document.file).",
            zh: "\(document.file) 中的数据已恢复到数据库 \(document.store)。")[language]
    }
}
