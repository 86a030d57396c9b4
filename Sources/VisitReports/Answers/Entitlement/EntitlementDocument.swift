import VisitFormats
import VisitModel

/// What a bond may have on a date, and why, for programs: `visitd-entitlement/1`.
public struct EntitlementDocument: Sendable {
    /// The entitlement.
    public var entitlement: Entitlement
    /// The language of sentences and citations.
    public var language: Language

    /// A document of this entitlement.
    public init(_ entitlement: Entitlement, language: Language) {
        self.entitlement = entitlement
        self.language = language
    }

    /// The document. `visits` is null where no rule gives a number.
    public var json: JSON { .object([.init("format", "visitd-entitlement/1")] + members) }

    /// The members after `format`.
    var members: [JSON.Member] {
        JSON.Member.list([
            "decision": .string(entitlement.decision.rawValue),
            "until": entitlement.until.map { JSON($0) },
            "visits": entitlement.visits.map { .members(["count": .int($0.count), "per": JSON($0.period)]) } ?? .null,
            "minutes": minutes,
            "visitOrders": entitlement.visitOrders.map(orders),
            "video": entitlement.video.map { video in
                .members([
                    "minutes": video.minutes.map { .int($0.count) }, "countsToQuota": .bool(video.countsToQuota),
                ])
            },
            "visitors": visitors,
            "modes": .strings(entitlement.modes.map(\.rawValue)),
            "escort": escort,
            "documents": .strings(entitlement.documents.map(\.rawValue)),
            "notice": .members(["days": entitlement.noticeDays.map { .int($0) }]),
            "extendedStay": entitlement.extendedStay.map {
                .members(["days": .int($0.days), "hours": .int($0.hours), "nights": .bool($0.nights)])
            },
            "unquantified": .array(entitlement.unquantified.map(unquantified)),
            "conflicts": .array(entitlement.conflicts.map(conflict)),
            "duties": .array(entitlement.duties.map(duty)),
            "trace": .array(entitlement.trace.map(step)),
        ])
    }

    private func orders(_ orders: Entitlement.VisitOrders) -> JSON {
        let policy = orders.policy
        return .members([
            "rule": .string(orders.rule), "every": .int(policy.every), "amount": .int(policy.amount),
            "accumulateAfter": .int(policy.accumulateAfter), "cap": .int(policy.cap),
            "privilege": policy.privilegeAmount == 0
                ? nil
                : .members([
                    "every": .int(policy.privilegeEvery), "amount": .int(policy.privilegeAmount),
                    "expireAfter": .int(policy.privilegeExpireAfter),
                ]),
        ])
    }

    private func duty(_ duty: Duty) -> JSON {
        .members([
            "task": .string(duty.task.rawValue), "rule": .string(duty.rule),
            "since": duty.since.map { JSON($0) }, "due": duty.due.map { JSON($0) },
            "count": duty.count.map { .int($0) }, "sentence": .string(duty.sentence[language]),
        ])
    }

    private var minutes: JSON {
        .members([
            "perVisit": entitlement.minutesPerVisit.map { .int($0.count) },
            "perPeriod": entitlement.minutesPerPeriod.map { .int($0.minutes.count) },
            "per": entitlement.minutesPerPeriod.map { JSON($0.period) },
        ])
    }

    private var visitors: JSON {
        let limit = entitlement.visitors
        return .members([
            "max": limit.total.map { .int($0) },
            "adults": limit.adults.map { .int($0) },
            "children": limit.children.map { .int($0) },
            "uncountedBelowAge": limit.uncountedBelowAge > 0 ? .int(limit.uncountedBelowAge) : nil,
        ])
    }

    private var escort: JSON {
        let rule = entitlement.escort
        return .members([
            "required": .bool(rule.isRequired),
            "relations": rule.relations.isEmpty ? nil : .strings(rule.relations.map(\.rawValue)),
        ])
    }

    private func unquantified(_ right: Entitlement.Unquantified) -> JSON {
        .members([
            "rule": .string(right.rule),
            "parameter": .string(right.parameter),
            "value": .string(right.value),
            "sentence": .string(right.sentence[language]),
        ])
    }

    private func conflict(_ conflict: Entitlement.Conflict) -> JSON {
        .members(["rules": .strings(conflict.rules), "sentence": .string(conflict.sentence[language])])
    }

    private func step(_ step: TraceStep) -> JSON {
        .members([
            "rule": .string(step.rule),
            "citation": .string(step.citation[language]),
            "force": .string(step.force.rawValue),
            "confidence": .string(step.confidence.rawValue),
            "effect": .string(step.effect),
            "overriddenBy": step.overriddenBy.map { .string($0) },
            "sentence": .string(step.sentence[language]),
        ])
    }
}
