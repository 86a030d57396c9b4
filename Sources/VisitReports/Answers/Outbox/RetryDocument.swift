import VisitFormats

/// That messages that were given up wait again, for programs: `visitd-retry/1`.
public struct RetryDocument: Sendable {
    /// The messages.
    public var messages: [String]

    /// A document of these messages.
    public init(messages: [String]) {
        self.messages = messages
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<RetryDocument>(format: "visitd-retry/1") { document in
        document.has("messages", .list(.text)) { .strings($0.messages) }
    }
}
