import VisitModel

/// The messages in the outbox, for a person. Shows no name and no address.
public struct OutboxText: Sendable {
    /// The messages.
    public var messages: [Message]
    /// The language.
    public var language: Language

    /// A text of these messages.
    public init(_ messages: [Message], language: Language) {
        self.messages = messages
        self.language = language
    }

    /// The text: a table in the order of the list.
    public var text: String {
        let phrases = Phrases(language)
        guard !messages.isEmpty else { return phrases.choose("No message waits.\n", "没有待发的消息。\n") }
        return TextTable(
            [
                .init(phrases.choose("Message", "消息")), .init(phrases.choose("About", "内容")),
                .init(phrases.choose("Visit on", "会见日期")), .init(phrases.choose("State", "状态")),
                .init(phrases.choose("Tried", "尝试"), .right), .init(phrases.choose("Next", "下次")),
                .init(phrases.choose("Remark", "备注")),
            ],
            rows: messages.map { message in
                [
                    message.id.text, message.content.kind.name[language],
                    "\(message.content.date)\(message.content.start.map { " \($0)" } ?? "")",
                    message.state.name[language], String(message.attempts),
                    message.state == .waiting ? "\(message.due)" : "", message.remark,
                ]
            }
        ).text
    }
}

extension Message.Kind {
    /// What it is about, for people.
    fileprivate var name: BilingualText {
        switch self {
        case .proposed: BilingualText(en: "proposed", zh: "拟定")
        case .confirmed: BilingualText(en: "confirmed", zh: "已确认")
        case .moved: BilingualText(en: "moved", zh: "改期")
        case .cancelled: BilingualText(en: "cancelled", zh: "取消")
        case .relieved: BilingualText(en: "somebody else goes along", zh: "改由他人陪同")
        }
    }
}

extension Message.State {
    /// How far it has come, for people.
    fileprivate var name: BilingualText {
        switch self {
        case .waiting: BilingualText(en: "waiting", zh: "待发")
        case .delivered: BilingualText(en: "delivered", zh: "已发出")
        case .superseded: BilingualText(en: "superseded", zh: "已被取代")
        case .abandoned: BilingualText(en: "given up", zh: "已放弃")
        }
    }
}
