import VisitFormats

/// What was put into the outbox, for programs: `visitd-post/1`.
public struct PostDocument: Sendable {
    /// How many messages are new; nil where the operator has not turned messages on.
    public var posted: Int?

    /// A document of so many messages.
    public init(posted: Int?) {
        self.posted = posted
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<PostDocument>(format: "visitd-post/1") { document in
        document.has("posted", .whole.orNull) { $0.posted.map { .int($0) } ?? .null }
    }
}
