import VisitModel
import VisitStore

extension Desk {
    /// The calendar at the secret address `token`; nil where there is none or it was revoked.
    public func calendar(token: String, today: Day) throws -> FeedCalendar? {
        let view = try reading()
        guard let feed = try view.store.feed(token: token), feed.revoked == nil else { return nil }
        var calendar = try CalendarDesk(
            view, rules: rulesIfAny(), today: today, language: feed.language, showsNames: feed.showsNames
        ).calendar(of: feed.scope)
        calendar.feed = feed.id
        return calendar
    }
}
