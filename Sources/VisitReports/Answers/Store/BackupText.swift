import VisitModel

/// That the store was copied, for a person.
public struct BackupText: Sendable {
    /// What is told.
    public var document: BackupDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: BackupDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        BilingualText(en: "The store was copied to \(document.file).", zh: "数据库已备份到 \(document.file)。")[language]
    }
}
