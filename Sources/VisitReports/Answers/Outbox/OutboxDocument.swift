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
    public var json: JSON {
        .members([
            "format": "visitd-outbox/1",
            "messages": .array(
                messages.map { message in
                    .members([
                        "id": JSON(message.id),
                        "visit": JSON(message.visit),
                        "to": .string("\(message.recipient)"),
                        "kind": .string(message.content.kind.rawValue),
                        "date": .string("\(message.content.date)"),
                        "start": message.content.start.map { .string("\($0)") },
                        "state": .string(message.state.rawValue),
                        "attempts": .int(message.attempts),
                        "created": .string("\(message.created)"),
                        "due": message.state == .waiting ? .string("\(message.due)") : nil,
                        "settled": message.settled.map { .string("\($0)") },
                        "remark": message.remark.isEmpty ? nil : .string(message.remark),
                    ])
                }),
        ])
    }
}
