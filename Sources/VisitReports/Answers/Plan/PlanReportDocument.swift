import VisitFormats
import VisitModel

/// What a run of the planner gave, for programs: `visitd-plan-report/1`.
public struct PlanReportDocument: Sendable {
    /// The plan.
    public var plan: Plan
    /// Whether this run published the plan. False for a dry run, and where nothing had changed since the plan before.
    public var isPublished: Bool
    /// The language of the sentences.
    public var language: Language

    /// A document of a plan.
    public init(_ plan: Plan, isPublished: Bool, language: Language) {
        self.plan = plan
        self.isPublished = isPublished
        self.language = language
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-plan-report/1",
            "number": .int(plan.number),
            "published": .bool(isPublished),
            "today": JSON(plan.today),
            "from": JSON(plan.horizon.first),
            "to": JSON(plan.horizon.last),
            "fingerprint": .string(plan.fingerprint),
            "visits": .int(plan.visitsAhead.count),
            "children": .members([
                "due": .int(plan.certificate.dueChildren), "covered": .int(plan.certificate.coveredChildren),
            ]),
            "certificate": certificate,
            "refused": .object(plan.refusalCounts.map { .init($0.code.rawValue, .int($0.count)) }),
            "refusals": .array(plan.refusals.map { $0.listed(language) }),
            "changes": .array(plan.changes.map(change)),
            "bottlenecks": .array(plan.prices.prefix(BottlenecksReport.mostTold).map(bottleneck)),
        ])
    }

    /// The shape of the certificate of `visitd-plan/1`.
    private var certificate: JSON {
        .members([
            "bound": .int(plan.certificate.bound), "score": .int(plan.certificate.score),
            "gap": .double(plan.certificate.gap),
            "levels": .object(
                plan.certificate.levels.map { level in
                    JSON.Member(
                        level.name.rawValue,
                        .members(["value": .int(level.value), "bound": level.bound.map { .int($0) }]))
                }),
            "prisons": .array(
                plan.certificate.prisons.map { part in
                    .members(["id": JSON(part.prison), "bound": .int(part.bound), "score": .int(part.score)])
                }),
        ])
    }

    private func bottleneck(_ price: Plan.Price) -> JSON {
        .members([
            "kind": .string(price.kind.rawValue), "subject": .string(price.subject),
            "date": price.day.map { JSON($0) }, "points": .int(price.points),
        ])
    }

    private func change(_ change: Plan.Change) -> JSON {
        .members([
            "visit": JSON(change.visit),
            "kind": .string(change.kind.rawValue),
            "reason": .string(change.reason[language]),
        ])
    }
}
