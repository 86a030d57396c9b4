import VisitModel
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

    /// Takes a step with visits: a visit is requested, confirmed, cancelled, held, missed. All of them take it, or, where
    /// one cannot, none.
    ///
    /// - Returns: the visits as they are now.
    public func take(
        _ step: Step, on ids: [Identifier<Visit>], today: Day
    ) throws -> [VisitDetail] {
        let act = try act(step)
        let view = try reviewing(on: today)
        let late = step.kind == .request ? try lateRequests(ids, view, today: today) : [:]
        try view.take(act, on: ids, today: today)
        return try ids.map { id in
            var detail = try view.visitDetail(id)
            detail.flags += [late[detail.visit.id]].compactMap { $0 }
            return detail
        }
    }

    func act(_ step: Step) throws(DeskError) -> VisitAct {
        guard !step.kind.needsReason || !step.reason.allSatisfy(\.isWhitespace) else {
            throw .reasonMissing(step.kind)
        }
        return VisitAct(step.kind, by: step.by, reason: step.reason, moment: now())
    }
}
