import VisitFormats

/// That the store was created, for programs: `visitd-init/1`.
public struct InitDocument: Sendable {
    /// The store.
    public var store: String

    /// A document of a store.
    public init(store: String) {
        self.store = store
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<InitDocument>(format: "visitd-init/1") { document in
        document.has("store", .text) { .string($0.store) }
    }
}
