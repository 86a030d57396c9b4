import VisitFormats

/// What delivering messages did, for programs: `visitd-delivery/1`.
public struct DeliveryDocument: Sendable {
    /// Messages that were put into the outbox first.
    public var posted: Int
    /// Messages that commands have taken.
    public var delivered: Int
    /// Messages that will be tried again.
    public var failed: Int
    /// Messages that were given up.
    public var abandoned: Int

    /// A document of so many messages.
    public init(posted: Int, delivered: Int, failed: Int, abandoned: Int) {
        self.posted = posted
        self.delivered = delivered
        self.failed = failed
        self.abandoned = abandoned
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<DeliveryDocument>(format: "visitd-delivery/1") { document in
        document.has("posted", .whole) { .int($0.posted) }
        document.has("delivered", .whole) { .int($0.delivered) }
        document.has("failed", .whole) { .int($0.failed) }
        document.has("abandoned", .whole) { .int($0.abandoned) }
    }
}
