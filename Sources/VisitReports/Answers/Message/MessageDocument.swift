import VisitFormats
import VisitModel

/// What is written to a person about a visit, for programs: `visitd-message/1`. Where it is handed over to be delivered it
/// says to whom as well.
public struct MessageDocument: Sendable {
    /// The way on which it is delivered.
    public struct Delivery: Sendable {
        /// The message.
        public var message: Identifier<Message>
        /// How it goes out.
        public var channel: Message.Channel
        /// The address.
        public var address: String
        /// What it is about.
        public var kind: Message.Kind

        /// A delivery.
        public init(message: Identifier<Message>, channel: Message.Channel, address: String, kind: Message.Kind) {
            self.message = message
            self.channel = channel
            self.address = address
            self.kind = kind
        }
    }

    /// The visit, where nothing is delivered.
    public var visit: String?
    /// How it is delivered; nil where it is only shown.
    public var delivery: Delivery?
    /// The language of the text.
    public var language: Language
    /// The lines of the text.
    public var lines: [String]
    /// The text in parts that a short message can hold; nil where it goes out in one.
    public var parts: [String]?

    /// What would be written about a visit.
    public init(about visit: String, language: Language, lines: [String], parts: [String]) {
        self.visit = visit
        self.language = language
        self.lines = lines
        self.parts = parts
    }

    /// A message to be delivered.
    public init(_ delivery: Delivery, language: Language, lines: [String], parts: [String]?) {
        self.delivery = delivery
        self.language = language
        self.lines = lines
        self.parts = parts
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<MessageDocument>(format: "visitd-message/1") { document in
        document.mayHave("visit", .text) { $0.visit.map { .string($0) } }
        document.mayHave("id", .text) { $0.delivery.map { JSON($0.message) } }
        document.mayHave("channel", .words(of: Message.Channel.self)) { document in
            document.delivery.map { .string($0.channel.rawValue) }
        }
        document.mayHave("to", .text) { $0.delivery.map { .string($0.address) } }
        document.has("lang", .words(of: Language.self)) { .string($0.language.rawValue) }
        document.mayHave("kind", .words(of: Message.Kind.self)) { document in
            document.delivery.map { .string($0.kind.rawValue) }
        }
        document.has("text", .text) { .string($0.lines.joined(separator: "\n")) }
        document.mayHave("parts", .list(.text)) { $0.parts.map { .strings($0) } }
    }
}
