import VisitModel

/// The calendars that people subscribe to, for a person. Shows no secret address.
public struct FeedsText: Sendable {
    /// The subscriptions.
    public var feeds: [Feed]
    /// The language.
    public var language: Language

    /// A text of these subscriptions.
    public init(_ feeds: [Feed], language: Language) {
        self.feeds = feeds
        self.language = language
    }

    /// The text: a table in the order of the list.
    public var text: String {
        let phrases = Phrases(language)
        guard !feeds.isEmpty else {
            return phrases.choose("Nobody subscribes to a calendar.\n", "没有日历订阅。\n")
        }
        return TextTable(
            [
                .init(phrases.choose("Subscription", "订阅")), .init(phrases.choose("Shows", "内容")),
                .init(phrases.choose("Names", "显示姓名")), .init(phrases.choose("Created", "创建")),
                .init(phrases.choose("Revoked", "撤销")),
            ],
            rows: feeds.map { feed in
                [
                    feed.id.text, "\(feed.scope.kind.name[language]) \(feed.scope.subject)",
                    feed.showsNames ? phrases.choose("yes", "是") : phrases.choose("no", "否"),
                    "\(feed.created)", feed.revoked.map { "\($0)" } ?? "",
                ]
            }
        ).text
    }
}
