import VisitModel

/// A calendar as a subscriber gets it.
public struct FeedCalendar: Sendable, Hashable {
    /// The iCalendar bytes.
    public var bytes: [UInt8]
    /// What stands for these bytes in a strong entity tag (RFC 9110, section 8.8.3): the same bytes, the same text.
    public var entityTag: String
    /// When the newest of its entries changed.
    public var lastModified: Instant
    /// The subscription, where the calendar was asked for by one.
    public var feed: Identifier<Feed>?

    /// A calendar.
    public init(bytes: [UInt8], entityTag: String, lastModified: Instant, feed: Identifier<Feed>? = nil) {
        self.feed = feed
        self.bytes = bytes
        self.entityTag = entityTag
        self.lastModified = lastModified
    }
}
