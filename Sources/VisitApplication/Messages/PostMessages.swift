import VisitModel
import VisitStore

extension Desk {
    /// Puts into the outbox what people must be told, and takes out what is no longer so. Done twice, it changes nothing.
    ///
    /// - Returns: how many messages are new; nil where the operator has not turned messages on.
    public func postMessages(today: Day) throws -> Int? {
        try Self.postMessages(writing(on: today), today: today, at: now())
    }

    static func postMessages(_ view: StoreView, today: Day, at moment: Instant) throws -> Int? {
        let parameters = ContactParameters(try view.store.parameters())
        guard parameters.channel != nil else { return nil }
        let first = today - Visit.daysShownAfterDate
        let visits = try view.visits(from: first)
        let survey = MessageSurvey(
            visits, log: try view.messages(aboutVisitsFrom: first), today: today, aheadDays: parameters.aheadDays,
            now: moment)
        return try view.post(survey.messages, superseding: survey.obsolete, at: moment)
    }
}
