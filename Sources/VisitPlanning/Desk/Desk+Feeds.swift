import VisitCalendar
import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// Creates a subscription; the token is its secret address and is not kept in the store, only its digest.
    public func createFeed(
        scope: Feed.Scope, showsNames: Bool, language: Language
    ) throws -> (feed: Feed, token: String) {
        let feed = Feed(
            id: Identifier(newIdentifier()), scope: scope, showsNames: showsNames, language: language, created: now())
        // Two random identifiers: 244 random bits.
        let token = (newIdentifier() + newIdentifier()).filter { $0 != "-" }
        try writing().createFeed(feed, token: token)
        return (feed, token)
    }

    /// All subscriptions, the oldest first.
    public func feeds() throws -> [Feed] {
        try reading().feeds()
    }

    /// Ends a subscription: its address answers like one that never was.
    public func revokeFeed(_ id: Identifier<Feed>) throws {
        try writing().revokeFeed(id, at: now())
    }

    /// The calendar at the secret address `token`; nil where there is none or it was revoked.
    public func calendar(token: String, today: Day) throws -> FeedCalendar? {
        let store = try reading()
        guard let feed = try store.feed(token: token), feed.revoked == nil else { return nil }
        var calendar = try CalendarDesk(
            store: store, rules: rulesIfAny(), today: today, language: feed.language, showsNames: feed.showsNames
        ).calendar(of: feed.scope)
        calendar.feed = feed.id
        return calendar
    }

    /// What the store holds, in numbers.
    public func status(today: Day) throws -> StoreStatus {
        StoreStatus(try reading().snapshot(), today: today)
    }
}
