import VisitModel
import VisitStore

extension Desk {
    /// Creates a subscription; the token is its secret address and is not kept in the store, only its digest.
    ///
    /// - Throws: `DeskError.dayRefused` for a day that the store does not take.
    public func createFeed(
        scope: Feed.Scope, showsNames: Bool, language: Language, today: Day
    ) throws -> (feed: Feed, token: String) {
        let feed = Feed(
            id: Identifier(newIdentifier()), scope: scope, showsNames: showsNames, language: language, created: now())
        // Two random identifiers: 244 random bits.
        let token = (newIdentifier() + newIdentifier()).filter { $0 != "-" }
        try writing(on: today).store.createFeed(feed, token: token)
        return (feed, token)
    }

    /// All subscriptions, the oldest first.
    public func feeds() throws -> [Feed] {
        try reading().store.feeds()
    }

    /// Ends a subscription: its address answers like one that never was.
    ///
    /// - Throws: `StoreError.noSuch`; `BackupError.notNoted` where it has ended and that could not be noted beside the backups.
    public func revokeFeed(_ id: Identifier<Feed>) throws {
        try writing().store.revokeFeed(id, at: now())
        try noteEndings()
    }
}
