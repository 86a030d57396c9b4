import VisitModel

/// What writing files into a folder did, for a person.
public struct ExportText: Sendable {
    /// What is told.
    public var document: ExportDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: ExportDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        let (folder, unchanged) = (document.folder, document.unchanged)
        let (written, removed) = (document.written.count, document.removed.count)
        return BilingualText(
            en: "\(folder): \(written) written, \(removed) removed, \(unchanged) unchanged.",
            zh: "\(folder)：写入 \(written) 个，删除 \(removed) 个，未变 \(unchanged) 个。")[language]
    }
}
