import VisitModel
import VisitStore

extension Desk {
    /// The calendar at the secret address `token`; nil where there is none or it was revoked.
    public func calendar(token: String, today: Day) throws -> FeedCalendar? {
        let view = try reading()
        guard let feed = try view.store.feed(token: token), feed.revoked == nil else { return nil }
        var calendar = try CalendarDesk(
            reach == .everything ? view.store.view(for: Reach(readersOf: feed.scope)) : view, rules: rulesIfAny(),
            today: today, language: feed.language, showsNames: feed.showsNames
        ).calendar(of: feed.scope)
        calendar.feed = feed.id
        return calendar
    }
}

extension Reach {
    /// How far those see who read a calendar. A home's is for its staff, who take others along; a child's and a prisoner's
    /// show single visits of theirs, whoever keeps the record.
    fileprivate init(readersOf scope: Feed.Scope) {
        switch scope {
        case .household(let id): self = .household(id)
        case .escort(let id): self = .escort(id)
        case .prison(let id): self = .prison(id)
        case .home, .child, .prisoner: self = .everything
        }
    }
}
