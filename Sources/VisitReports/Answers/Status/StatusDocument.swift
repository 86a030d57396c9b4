import VisitFormats
import VisitModel

/// What the store holds and how its last plan stands, for programs: `visitd-status/1`.
public struct StatusDocument: Sendable {
    /// The state.
    public var status: StoreStatus

    /// A document of that state.
    public init(_ status: StoreStatus) {
        self.status = status
    }

    /// The document; `plan` is null before the first plan.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<StatusDocument>(format: "visitd-status/1") { document in
        document.has("today", .day) { JSON($0.status.today) }
        document.has("revision", .whole) { .int($0.status.revision) }
        document.has("dataRevision", .whole) { .int($0.status.dataRevision) }
        document.has("counts", .anyObject) { document in
            .object(document.status.counts.map { .init($0.name, .int($0.count)) })
        }
        document.has("plan", plan.schema.orNull) { document in
            document.status.plan.map { plan.json(($0, document.status.today)) } ?? .null
        }
    }

    private static let plan = AnswerObject<(plan: Plan, today: Day)> { plan in
        plan.has("number", .whole) { .int($0.plan.number) }
        plan.has("published", .text) { JSON($0.plan.published) }
        plan.has("from", .day) { JSON($0.plan.horizon.first) }
        plan.has("to", .day) { JSON($0.plan.horizon.last) }
        plan.has("visitsAhead", .whole) { told in .int(told.plan.visitsAhead.count { $0.date >= told.today }) }
        plan.has("children", object: Plan.Certificate.children) { $0.plan.certificate }
        plan.has("refused", .whole) { .int($0.plan.refusals.count) }
    }
}
