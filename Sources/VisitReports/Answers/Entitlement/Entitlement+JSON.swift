import VisitFormats
import VisitModel

extension Entitlement {
    /// An entitlement, told in a language.
    typealias Told = (entitlement: Entitlement, language: Language)

    /// What every document says about an entitlement.
    static let answer = AnswerObject<Told> { entitlement in
        entitlement.has("decision", .words(of: Decision.self)) { .string($0.entitlement.decision.rawValue) }
        entitlement.mayHave("until", .day) { $0.entitlement.until.map { JSON($0) } }
        entitlement.has("visits", Quota.answer.schema.orNull) {
            $0.entitlement.visits.map { Quota.answer.json($0) } ?? .null
        }
        entitlement.has("minutes", object: minutesAnswer) { $0.entitlement }
        entitlement.mayHave("visitOrders", object: VisitOrders.answer) { $0.entitlement.visitOrders }
        entitlement.mayHave("video", object: Video.answer) { $0.entitlement.video }
        entitlement.has("visitors", object: VisitorLimit.answer) { $0.entitlement.visitors }
        entitlement.has("modes", .list(.words(of: Mode.self))) { .strings($0.entitlement.modes.map(\.rawValue)) }
        entitlement.has("escort", object: EscortRule.answer) { $0.entitlement.escort }
        entitlement.has("documents", .list(.words(of: Paper.self))) {
            .strings($0.entitlement.documents.map(\.rawValue))
        }
        entitlement.has("notice", object: noticeAnswer) { $0.entitlement }
        entitlement.mayHave("extendedStay", object: ExtendedStay.answer) { $0.entitlement.extendedStay }
        entitlement.has("unquantified", listOf: Unquantified.answer) { told in
            told.entitlement.unquantified.map { ($0, told.language) }
        }
        entitlement.has("conflicts", listOf: Conflict.answer) { told in
            told.entitlement.conflicts.map { ($0, told.language) }
        }
        entitlement.has("duties", listOf: Duty.answer) { told in
            told.entitlement.duties.map { ($0, told.language) }
        }
        entitlement.has("trace", listOf: TraceStep.answer) { told in
            told.entitlement.trace.map { ($0, told.language) }
        }
    }

    private static let minutesAnswer = AnswerObject<Entitlement> { minutes in
        minutes.mayHave("perVisit", .whole) { $0.minutesPerVisit.map { .int($0.count) } }
        minutes.mayHave("perPeriod", .whole) { $0.minutesPerPeriod.map { .int($0.minutes.count) } }
        minutes.mayHave("per", .period) { $0.minutesPerPeriod.map { JSON($0.period) } }
    }

    private static let noticeAnswer = AnswerObject<Entitlement> { notice in
        notice.mayHave("days", .whole) { $0.noticeDays.map { .int($0) } }
    }
}

extension Entitlement.Quota {
    /// What every document says about a number of visits in a period.
    static let answer = AnswerObject<Self> { quota in
        quota.has("count", .whole) { .int($0.count) }
        quota.has("per", .period) { JSON($0.period) }
    }
}

extension Entitlement.VisitOrders {
    fileprivate static let answer = AnswerObject<Self> { orders in
        orders.has("rule", .text) { .string($0.rule) }
        orders.has("every", .whole) { .int($0.policy.every) }
        orders.has("amount", .whole) { .int($0.policy.amount) }
        orders.has("accumulateAfter", .whole) { .int($0.policy.accumulateAfter) }
        orders.has("cap", .whole) { .int($0.policy.cap) }
        orders.mayHave("privilege", object: privilegeAnswer) { $0.policy.privilegeAmount == 0 ? nil : $0.policy }
    }

    private static let privilegeAnswer = AnswerObject<VisitOrderPolicy> { privilege in
        privilege.has("every", .whole) { .int($0.privilegeEvery) }
        privilege.has("amount", .whole) { .int($0.privilegeAmount) }
        privilege.has("expireAfter", .whole) { .int($0.privilegeExpireAfter) }
    }
}

extension Entitlement.Video {
    fileprivate static let answer = AnswerObject<Self> { video in
        video.mayHave("minutes", .whole) { $0.minutes.map { .int($0.count) } }
        video.has("countsToQuota", .flag) { .bool($0.countsToQuota) }
    }
}

extension Entitlement.VisitorLimit {
    fileprivate static let answer = AnswerObject<Self> { visitors in
        visitors.mayHave("max", .whole) { $0.total.map { .int($0) } }
        visitors.mayHave("adults", .whole) { $0.adults.map { .int($0) } }
        visitors.mayHave("children", .whole) { $0.children.map { .int($0) } }
        visitors.mayHave("uncountedBelowAge", .whole) {
            $0.uncountedBelowAge > 0 ? .int($0.uncountedBelowAge) : nil
        }
    }
}

extension Entitlement.EscortRule {
    fileprivate static let answer = AnswerObject<Self> { escort in
        escort.has("required", .flag) { .bool($0.isRequired) }
        escort.mayHave("relations", .list(.words(of: Guardian.Relation.self))) {
            $0.relations.isEmpty ? nil : .strings($0.relations.map(\.rawValue))
        }
    }
}

extension Entitlement.ExtendedStay {
    fileprivate static let answer = AnswerObject<Self> { stay in
        stay.has("days", .whole) { .int($0.days) }
        stay.has("hours", .whole) { .int($0.hours) }
        stay.has("nights", .flag) { .bool($0.nights) }
    }
}

extension Entitlement.Unquantified {
    fileprivate static let answer = AnswerObject<(right: Self, language: Language)> { right in
        right.has("rule", .text) { .string($0.right.rule) }
        right.has("parameter", .text) { .string($0.right.parameter) }
        right.has("value", .text) { .string($0.right.value) }
        right.has("sentence", .text) { .string($0.right.sentence[$0.language]) }
    }
}

extension Entitlement.Conflict {
    fileprivate static let answer = AnswerObject<(conflict: Self, language: Language)> { conflict in
        conflict.has("rules", .list(.text)) { .strings($0.conflict.rules) }
        conflict.has("sentence", .text) { .string($0.conflict.sentence[$0.language]) }
    }
}

extension Duty {
    fileprivate static let answer = AnswerObject<(duty: Duty, language: Language)> { duty in
        duty.has("task", .words(of: Task.self)) { .string($0.duty.task.rawValue) }
        duty.has("rule", .text) { .string($0.duty.rule) }
        duty.mayHave("since", .day) { $0.duty.since.map { JSON($0) } }
        duty.mayHave("due", .day) { $0.duty.due.map { JSON($0) } }
        duty.mayHave("count", .whole) { $0.duty.count.map { .int($0) } }
        duty.has("sentence", .text) { .string($0.duty.sentence[$0.language]) }
    }
}

extension TraceStep {
    fileprivate static let answer = AnswerObject<(step: TraceStep, language: Language)> { step in
        step.has("rule", .text) { .string($0.step.rule) }
        step.has("citation", .text) { .string($0.step.citation[$0.language]) }
        step.has("force", .words(of: Force.self)) { .string($0.step.force.rawValue) }
        step.has("confidence", .words(of: Confidence.self)) { .string($0.step.confidence.rawValue) }
        step.has("effect", .text) { .string($0.step.effect) }
        step.mayHave("overriddenBy", .text) { $0.step.overriddenBy.map { .string($0) } }
        step.has("sentence", .text) { .string($0.step.sentence[$0.language]) }
    }
}
