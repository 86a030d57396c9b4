import VisitFormats
import VisitModel

/// The published plans and the run that is going on, for programs: `visitd-plans/1`.
public struct PlansDocument: Sendable {
    /// The plans, in display order; their visits are not shown.
    public var plans: [Plan]
    /// The run that is going on, or the last one since the service started; nil where there was none.
    public var run: PlanRun?
    /// The language of the sentences.
    public var language: Language

    /// A document of these plans.
    public init(_ plans: [Plan], run: PlanRun? = nil, language: Language) {
        self.plans = plans
        self.run = run
        self.language = language
    }

    /// The document. `run` is null where there was none.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<PlansDocument>(format: "visitd-plans/1") { document in
        document.has("plans", listOf: plan) { $0.plans }
        document.has("run", PlanRun.answer.schema.orNull) { document in
            document.run.map { PlanRun.answer.json(($0, document.language)) } ?? .null
        }
    }

    private static let plan = AnswerObject<Plan> { plan in
        plan.has("number", .whole) { .int($0.number) }
        plan.has("today", .day) { JSON($0.today) }
        plan.has("from", .day) { JSON($0.horizon.first) }
        plan.has("to", .day) { JSON($0.horizon.last) }
        plan.has("published", .text) { JSON($0.published) }
        plan.mayHave("children", children.schema) { children.json($0.certificate) }
        plan.mayHave("certificate", certificate.schema) { certificate.json($0.certificate) }
    }

    private static let children = AnswerObject<Plan.Certificate> { children in
        children.mayHave("due", .whole) { .int($0.dueChildren) }
        children.mayHave("covered", .whole) { .int($0.coveredChildren) }
    }

    private static let certificate = AnswerObject<Plan.Certificate> { certificate in
        certificate.mayHave("bound", .whole) { .int($0.bound) }
        certificate.mayHave("score", .whole) { .int($0.score) }
        certificate.mayHave("gap", .number) { .double($0.gap) }
    }
}
