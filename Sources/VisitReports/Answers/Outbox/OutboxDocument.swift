import VisitFormats
import VisitModel

/// The messages in the outbox, for programs: `visitd-outbox/1`. Holds no text, name or address.
public struct OutboxDocument: Sendable {
    /// The messages.
    public var messages: [Message]

    /// A document of these messages.
    public init(_ messages: [Message]) {
        self.messages = messages
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<OutboxDocument>(format: "visitd-outbox/1") { document in
        document.has("messages", listOf: message) { $0.messages }
    }

    private static let message = AnswerObject<Message> { message in
        message.has("id", .text) { JSON($0.id) }
        message.has("visit", .text) { JSON($0.visit) }
        message.has("to", .text) { .string("\($0.recipient)") }
        message.has("kind", .words(of: Message.Kind.self)) { .string($0.content.kind.rawValue) }
        message.has("date", .day) { JSON($0.content.date) }
        message.mayHave("start", .text) { $0.content.start.map { JSON($0) } }
        message.has("state", .words(of: Message.State.self)) { .string($0.state.rawValue) }
        message.has("attempts", .whole) { .int($0.attempts) }
        message.has("created", .text) { JSON($0.created) }
        message.mayHave("due", .text) { $0.state == .waiting ? JSON($0.due) : nil }
        message.mayHave("settled", .text) { $0.settled.map { JSON($0) } }
        message.mayHave("remark", .text) { $0.remark.isEmpty ? nil : .string($0.remark) }
    }
}
