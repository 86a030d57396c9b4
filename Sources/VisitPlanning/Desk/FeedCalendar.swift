import VisitModel

/// A calendar as a subscriber gets it.
public struct FeedCalendar: Sendable, Hashable {
    /// The iCalendar bytes.
    public var bytes: [UInt8]
    /// What stands for these bytes in a strong entity tag (RFC 9110, section 8.8.3): the same bytes, the same text.
    public var entityTag: String
    /// When the newest of its entries changed.
    public var lastModified: Instant

    /// A calendar.
    public init(bytes: [UInt8], entityTag: String, lastModified: Instant) {
        self.bytes = bytes
        self.entityTag = entityTag
        self.lastModified = lastModified
    }
}
