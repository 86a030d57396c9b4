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
    public var json: JSON {
        .members([
            "format": "visitd-status/1",
            "today": JSON(status.today),
            "revision": .int(status.revision),
            "dataRevision": .int(status.dataRevision),
            "counts": .object(status.counts.map { .init($0.name, .int($0.count)) }),
            "plan": status.plan.map(plan) ?? .null,
        ])
    }

    private func plan(_ plan: Plan) -> JSON {
        .members([
            "number": .int(plan.number),
            "published": JSON(plan.published),
            "from": JSON(plan.horizon.first),
            "to": JSON(plan.horizon.last),
            "visitsAhead": .int(plan.visitsAhead.count { $0.date >= status.today }),
            "children": .members([
                "due": .int(plan.certificate.dueChildren), "covered": .int(plan.certificate.coveredChildren),
            ]),
            "refused": .int(plan.refusals.count),
        ])
    }
}
