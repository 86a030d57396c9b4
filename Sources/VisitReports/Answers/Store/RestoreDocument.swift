import VisitFormats

/// That a backup is in the place of the store, for programs: `visitd-restore/1`.
public struct RestoreDocument: Sendable {
    /// The store.
    public var store: String
    /// The backup.
    public var file: String

    /// A document of a store and the backup that it holds.
    public init(store: String, file: String) {
        self.store = store
        self.file = file
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<RestoreDocument>(format: "visitd-restore/1") { document in
        document.has("store", .text) { .string($0.store) }
        document.has("file", .text) { .string($0.file) }
    }
}
