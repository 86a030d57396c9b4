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
                        "household": feed.household.map { JSON($0) },
                        "prison": feed.prison.map { JSON($0) },
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
    /// The household whose visits it shows, if it is one's.
    var household: Identifier<Household>? {
        if case .household(let id) = scope { id } else { nil }
    }

    /// The prison whose visits it shows, if it is one's.
    var prison: Identifier<Prison>? {
        if case .prison(let id) = scope { id } else { nil }
    }
}
