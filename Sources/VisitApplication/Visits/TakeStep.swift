import VisitModel
import VisitPlanning
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
        /// What a child who says no declines; nil where nobody said, and then it is the person.
        public var declines: Declines?
        /// The child who says no; nil for every child of the visit.
        public var child: Identifier<Child>?

        /// A step.
        public init(
            _ kind: VisitAct.Kind, by: VisitAct.Party? = nil, reason: String = "", declines: Declines? = nil,
            child: Identifier<Child>? = nil
        ) {
            self.kind = kind
            self.by = by
            self.reason = reason
            self.declines = declines
            self.child = child
        }

        /// Whether a child says no by it.
        var isChildsNo: Bool { by == .child && kind.status?.isCalledOff == true }
    }

    /// What a child declines by a no to a visit.
    public enum Declines: String, Sendable, CaseIterable {
        /// To see this person, until the child is asked again.
        case person
        /// This date alone.
        case date
    }

    /// Takes a step with visits: a visit is requested, confirmed, cancelled, held, missed. All of them take it, or, where
    /// one cannot, none.
    ///
    /// A child's no to a visit is one to the person, unless it is said to be one to the date: nothing is planned for the two
    /// until somebody has asked the child again, which is a task from the day `plan.ask_again_days` gives.
    ///
    /// - Returns: the visits as they are now.
    public func take(
        _ step: Step, on ids: [Identifier<Visit>], today: Day
    ) throws -> [VisitDetail] {
        let act = try act(step)
        let view = try reviewing(on: today)
        let late = step.kind == .request ? try lateRequests(ids, view, today: today) : [:]
        try view.take(act, on: ids, today: today, declining: try declining(step, view, today: today))
        return try Self.afterwards(Self.stepDone) {
            try ids.map { id in
                var detail = try view.visitDetail(id)
                detail.flags += [late[detail.visit.id]].compactMap { $0 }
                return detail
            }
        }
    }

    /// What a child declines by that step; nil where it is no child's no, or one to the date alone.
    private func declining(_ step: Step, _ view: StoreView, today: Day) throws -> Declining? {
        guard step.isChildsNo else {
            guard step.declines == nil, step.child == nil else { throw DeskError.notChildsNo(step.kind) }
            return nil
        }
        guard step.declines != .date else { return nil }
        let days = PlanningParameters(try view.store.parameters()).askAgainDays
        return Declining(child: step.child, reviewOn: today + days)
    }

    func act(_ step: Step) throws(DeskError) -> VisitAct {
        guard !step.kind.needsReason || !step.reason.allSatisfy(\.isWhitespace) else {
            throw .reasonMissing(step.kind)
        }
        return VisitAct(step.kind, by: step.by, reason: step.reason, moment: now())
    }
}
