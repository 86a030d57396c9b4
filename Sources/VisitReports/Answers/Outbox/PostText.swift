import VisitModel

/// What was put into the outbox, for a person.
public struct PostText: Sendable {
    /// What is told.
    public var document: PostDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: PostDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        let sentence =
            document.posted.map { BilingualText(en: "New messages: \($0).", zh: "新消息：\($0) 条。") }
            ?? BilingualText(
                en: "Messages are turned off: the parameter message.channel is not set.",
                zh: "消息功能未启用：未设置参数 message.channel。")
        return sentence[language]
    }
}
