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
    public var json: JSON {
        .members([
            "format": "visitd-feeds/1",
            "feeds": .array(
                feeds.map { feed in
                    .members([
                        "id": JSON(feed.id),
                        "household": feed.subject(.household),
                        "prison": feed.subject(.prison),
                        "child": feed.subject(.child),
                        "escort": feed.subject(.escort),
                        "home": feed.subject(.home),
                        "prisoner": feed.subject(.prisoner),
                        "names": .bool(feed.showsNames),
                        "lang": .string(feed.language.rawValue),
                        "created": .string("\(feed.created)"),
                        "revoked": feed.revoked.map { .string("\($0)") },
                    ])
                }),
        ])
    }
}

extension Feed {
    /// Whose visits it shows, if it is a calendar of that kind.
    fileprivate func subject(_ kind: Scope.Kind) -> JSON? { scope.kind == kind ? .string(scope.subject) : nil }
}
