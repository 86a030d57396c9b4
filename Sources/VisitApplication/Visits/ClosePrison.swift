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
    }

    /// Takes days of a prison's visiting room away. Visits that were to be then are cancelled; the next run finds other
    /// dates for the children.
    ///
    /// - Parameters:
    ///   - template: the session pattern whose openings fall out; nil for all of the prison's.
    ///   - reason: why, in the prison's words.
    ///   - today: visits before it are left as they are.
    public func close(
        _ prison: Identifier<Prison>, template: Identifier<SessionTemplate>? = nil, on days: DayRange, reason: String,
        today: Day
    ) throws -> ClosureReport {
        let act = try act(Step(.cancel, by: .prison, reason: reason))
        let closure = Closure(
            id: Identifier(newIdentifier()), prison: prison, template: template, days: days, reason: reason)
        return ClosureReport(
            closure: closure, cancelled: try reviewing(on: today).close(closure, act: act, today: today))
    }
}
