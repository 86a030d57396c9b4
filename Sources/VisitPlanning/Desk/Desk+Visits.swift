import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// A step in the life of visits, as somebody asks for it.
    public struct Step: Hashable, Sendable {
        /// What is done.
        public var kind: VisitAct.Kind
        /// Whose decision it is, if said.
        public var by: VisitAct.Party?
        /// Why, if said.
        public var reason: String

        /// A step.
        public init(_ kind: VisitAct.Kind, by: VisitAct.Party? = nil, reason: String = "") {
            self.kind = kind
            self.by = by
            self.reason = reason
        }
    }

    /// Takes a step with visits: with all of them, or on the first that cannot take it with none.
    ///
    /// - Parameter reach: how far the asker sees. A visit beyond it is one that does not exist.
    /// - Returns: the visits as they are now.
    public func take(
        _ step: Step, on ids: [Identifier<Visit>], within reach: Reach = .everything, today: Day
    ) throws -> [VisitDetail] {
        let act = try act(step)
        let store = try writing()
        try store.take(act, on: ids, within: reach, today: today)
        return try ids.map { try store.visitDetail($0, within: reach) }
    }

    /// Puts a visit into the session of its prison that begins at `start` on `date`. No run moves it from there again.
    ///
    /// - Parameters:
    ///   - start: may be left out where the prison has one session on that day.
    ///   - reach: how far the asker sees.
    /// - Throws: `DeskError.noSession` where the prison has no such session, or several and no time was said;
    ///   `MoveRefusal` where booking, rules, companions or the journey do not let it be; `StoreError` where there is no room.
    public func move(
        _ id: Identifier<Visit>, to date: Day, start: ClockTime?, _ step: Step, within reach: Reach = .everything,
        today: Day
    ) throws -> VisitDetail {
        let act = try act(step)
        let store = try writing()
        let visit = try store.visitDetail(id, within: reach).visit
        guard date >= today else { throw DeskError.badRange("\(date)") }
        guard visit.status.isAhead else { throw StoreError.notMovable(visit: id, status: visit.status) }
        let circle = try store.circle(of: visit, on: DayRange(date - 1, date + 1))
        let check = MoveCheck(visit, circle, book: try rules(), today: today)
        let session = try check.session(on: date, at: start)
        if session.id != visit.session {
            let placement = try check.placement(in: session, ledger: try store.ledger(of: visit.prisoner))
            _ = try store.move(id, to: placement, act: act, within: reach, madeFrom: circle.dataRevision)
        }
        return try store.visitDetail(id, within: reach)
    }

    /// One visit with the people and places that it names.
    ///
    /// - Parameter reach: how far the asker sees. A visit beyond it is one that does not exist.
    public func visit(_ id: Identifier<Visit>, within reach: Reach = .everything) throws -> VisitDetail {
        try reading().visitDetail(id, within: reach)
    }

    /// What people did to a visit, the first step first.
    public func acts(of id: Identifier<Visit>) throws -> [VisitAct] {
        try reading().acts(of: id)
    }

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
        return ClosureReport(closure: closure, cancelled: try writing().close(closure, act: act, today: today))
    }

    private func act(_ step: Step) throws(DeskError) -> VisitAct {
        guard !step.kind.needsReason || !step.reason.allSatisfy(\.isWhitespace) else {
            throw .reasonMissing(step.kind)
        }
        return VisitAct(step.kind, by: step.by, reason: step.reason, moment: now())
    }
}

extension Visit.Status {
    /// Whether a visit of this status is still to take place.
    fileprivate var isAhead: Bool { takesPlace && self != .held }
}
