import VisitFormats
import VisitModel

/// The published plans and the run that is going on, for programs: `visitd-plans/1`.
public struct PlansDocument: Sendable {
    /// The plans, in the order in which they are to stand; their visits are not shown.
    public var plans: [Plan]
    /// The run that is going on, or the last one since the service started; nil where there was none.
    public var run: JSON?

    /// A document of these plans.
    public init(_ plans: [Plan], run: JSON? = nil) {
        self.plans = plans
        self.run = run
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-plans/1",
            "plans": .array(
                plans.map { plan in
                    .members([
                        "number": .int(plan.number), "today": JSON(plan.today), "from": JSON(plan.horizon.first),
                        "to": JSON(plan.horizon.last), "published": JSON(plan.published),
                        "children": .members([
                            "due": .int(plan.certificate.dueChildren),
                            "covered": .int(plan.certificate.coveredChildren),
                        ]),
                        "certificate": .members([
                            "bound": .int(plan.certificate.bound), "score": .int(plan.certificate.score),
                            "gap": .double(plan.certificate.gap),
                        ]),
                    ])
                }),
            "run": run ?? .null,
        ])
    }
}
