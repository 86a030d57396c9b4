import VisitModel
import VisitStore

extension Desk {
    /// One prison's dated sessions, with the tables that visits take in each.
    public struct PrisonSessions: Sendable {
        /// The prison.
        public var prison: Prison
        /// Its sessions, by date and start.
        public var sessions: [Session]
        /// The tables taken in each; none where a session is not named.
        public var taken: [Identifier<Session>: Int]
    }

    /// The sessions of `prison` within `days`.
    public func sessions(of prison: Identifier<Prison>, within days: DayRange) throws -> PrisonSessions {
        let view = try reading()
        let openings = try view.store.openings()
        guard let prison = openings.prisons.first(where: { $0.id == prison }) else {
            throw DeskError.unknown(what: BilingualText(en: "prison", zh: "监狱"), id: prison.text)
        }
        var taken: [Identifier<Session>: Int] = [:]
        for detail in try view.visitDetails(
            .prison(prison.id), from: days.first, keepCancelledSince: days.first)
        {
            guard let session = detail.visit.session, detail.visit.status.holdsTable else { continue }
            taken[session, default: 0] += prison.tables(for: detail.visit.persons)
        }
        return PrisonSessions(
            prison: prison, sessions: openings.calendar.sessions(of: prison.id, within: days), taken: taken)
    }
}
