import VisitFormats
import VisitModel

/// The calendars that people subscribe to, for programs: `visitd-feeds/1`. Holds no secret address.
public struct FeedsDocument: Sendable {
    /// The subscriptions.
    public var feeds: [Feed]

    /// A document of these subscriptions.
    public init(_ feeds: [Feed]) {
        self.feeds = feeds
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<FeedsDocument>(format: "visitd-feeds/1") { document in
        document.has("feeds", listOf: feed) { $0.feeds }
    }

    private static let feed = AnswerObject<Feed> { feed in
        feed.has("id", .text) { JSON($0.id) }
        feed.mayHave("household", .text) { $0.subject(.household) }
        feed.mayHave("prison", .text) { $0.subject(.prison) }
        feed.mayHave("child", .text) { $0.subject(.child) }
        feed.mayHave("escort", .text) { $0.subject(.escort) }
        feed.mayHave("home", .text) { $0.subject(.home) }
        feed.mayHave("prisoner", .text) { $0.subject(.prisoner) }
        feed.has("names", .flag) { .bool($0.showsNames) }
        feed.has("lang", .words(of: Language.self)) { .string($0.language.rawValue) }
        feed.has("created", .text) { JSON($0.created) }
        feed.mayHave("revoked", .text) { $0.revoked.map { JSON($0) } }
    }
}

extension Feed {
    /// Whose visits it shows, if it is a calendar of that kind.
    fileprivate func subject(_ kind: Scope.Kind) -> JSON? { scope.kind == kind ? .string(scope.subject) : nil }
}
