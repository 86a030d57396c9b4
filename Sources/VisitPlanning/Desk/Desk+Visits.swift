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
        try require(ids, within: reach, store)
        try store.take(act, on: ids, today: today)
        return try ids.map { try store.visitDetail($0) }
    }

    /// Puts a visit into the session of its prison that begins at `start` on `date`.
    ///
    /// - Parameters:
    ///   - start: may be left out where the prison has one session on that day.
    ///   - reach: how far the asker sees.
    /// - Throws: `DeskError.noSession` where the prison has no such session, or several and no time was said.
    public func move(
        _ id: Identifier<Visit>, to date: Day, start: ClockTime?, _ step: Step, within reach: Reach = .everything,
        today: Day
    ) throws -> VisitDetail {
        let act = try act(step)
        let store = try writing()
        try require([id], within: reach, store)
        guard date >= today else { throw DeskError.badRange("\(date)") }
        let visit = try store.visitDetail(id).visit
        let sessions = try store.openings().calendar.sessions(of: visit.prison, within: DayRange(date, date))
        let fitting = sessions.filter { start == nil || $0.start == start }
        guard let session = fitting.first, fitting.count == 1 else {
            throw DeskError.noSession(visit.prison, date, start, known: sessions.map(\.start))
        }
        _ = try store.move(id, to: session, act: act)
        return try store.visitDetail(id)
    }

    /// One visit with the people and places that it names.
    ///
    /// - Parameter reach: how far the asker sees. A visit beyond it is one that does not exist.
    public func visit(_ id: Identifier<Visit>, within reach: Reach = .everything) throws -> VisitDetail {
        let store = try reading()
        try require([id], within: reach, store)
        return try store.visitDetail(id)
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
    public func close(
        _ prison: Identifier<Prison>, template: Identifier<SessionTemplate>? = nil, on days: DayRange, reason: String
    ) throws -> ClosureReport {
        let act = try act(Step(.cancel, by: .prison, reason: reason))
        let closure = Closure(
            id: Identifier(newIdentifier()), prison: prison, template: template, days: days, reason: reason)
        return ClosureReport(closure: closure, cancelled: try writing().close(closure, act: act))
    }

    private func act(_ step: Step) throws(DeskError) -> VisitAct {
        guard !step.kind.needsReason || !step.reason.allSatisfy(\.isWhitespace) else {
            throw .reasonMissing(step.kind)
        }
        return VisitAct(step.kind, by: step.by, reason: step.reason, moment: now())
    }

    /// Refuses visits beyond `reach` as if they did not exist.
    private func require(_ ids: [Identifier<Visit>], within reach: Reach, _ store: VisitStore) throws {
        guard reach != .everything else { return }
        for id in ids where try !store.sees(reach, id) {
            throw StoreError.noSuch(.visit, asked: nil, nearest: [])
        }
    }
}
