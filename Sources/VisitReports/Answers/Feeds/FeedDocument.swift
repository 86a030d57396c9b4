import VisitFormats

/// That a subscription began or ended, for programs: `visitd-feed/1`.
public struct FeedDocument: Sendable {
    /// The subscription.
    public var id: String
    /// Its secret address, which is shown once; nil where it ended.
    public var path: String?

    /// A document of a subscription.
    public init(id: String, path: String?) {
        self.id = id
        self.path = path
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<FeedDocument>(format: "visitd-feed/1") { document in
        document.has("id", .text) { .string($0.id) }
        document.mayHave("path", .text) { $0.path.map { .string($0) } }
        document.mayHave("revoked", .flag) { $0.path == nil ? true : nil }
    }
}
