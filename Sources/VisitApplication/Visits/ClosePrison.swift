import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// What a closure did.
    public struct ClosureReport: Sendable {
        /// The closure.
        public var closure: Closure
        /// The visits that it cancelled, by date.
        public var cancelled: [Visit]
        /// What else it does, or does not, that nobody may have thought of.
        public var remarks: [ClosureDoubt]
    }

    /// Takes days of a prison's visiting room away. Visits that were to be then are cancelled; the next run finds other
    /// dates for the children.
    ///
    /// - Parameters:
    ///   - template: the session pattern whose openings fall out; nil for all of the prison's.
    ///   - reason: why, in the prison's words.
    ///   - today: visits before it are left as they are.
    /// - Throws: `DeskError.idleClosure` for one that would take nothing away: of a session that is not held then or that
    ///   another prison holds, of days that are over, or said already.
    public func close(
        _ prison: Identifier<Prison>, template: Identifier<SessionTemplate>? = nil, on days: DayRange, reason: String,
        today: Day
    ) throws -> ClosureReport {
        let act = try act(Step(.cancel, by: .prison, reason: reason))
        let closure = Closure(
            id: Identifier(newIdentifier()), prison: prison, template: template, days: days, reason: reason)
        let view = try reviewing(on: today)
        let openings = try view.store.openings()
        // A prison that does not exist, or not for the caller, is the view's to refuse.
        let isKnown = openings.prisons.contains { $0.id == prison }
        let doubts = isKnown && mayClose(prison) ? openings.calendar.doubts(about: closure, today: today) : []
        if let idle = doubts.first(where: \.isIdle) { throw DeskError.idleClosure(idle) }
        return ClosureReport(
            closure: closure, cancelled: try view.close(closure, act: act, today: today), remarks: doubts)
    }

    private func mayClose(_ prison: Identifier<Prison>) -> Bool {
        switch reach {
        case .everything: true
        case .prison(let own): own == prison
        case .organisation, .household, .escort, .nothing: false
        }
    }
}
