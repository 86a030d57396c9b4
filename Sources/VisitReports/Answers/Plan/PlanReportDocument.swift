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
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<PlanReportDocument>(format: "visitd-plan-report/1") { document in
        document.has("number", .whole) { .int($0.plan.number) }
        document.has("published", .flag) { .bool($0.isPublished) }
        document.has("today", .day) { JSON($0.plan.today) }
        document.has("from", .day) { JSON($0.plan.horizon.first) }
        document.has("to", .day) { JSON($0.plan.horizon.last) }
        document.has("fingerprint", .text) { .string($0.plan.fingerprint) }
        document.has("visits", .whole) { .int($0.plan.visitsAhead.count) }
        document.has("children", object: Plan.Certificate.children) { $0.plan.certificate }
        document.has("certificate", object: certificate) { $0.plan.certificate }
        document.has("refused", refused) { document in
            .object(document.plan.refusalCounts.map { .init($0.code.rawValue, .int($0.count)) })
        }
        document.has("refusals", listOf: Refusal.listed) { document in
            document.plan.refusals.map { (refusal: $0, language: document.language) }
        }
        document.has("changes", listOf: change) { document in
            document.plan.changes.map { (change: $0, language: document.language) }
        }
        document.has("bottlenecks", listOf: bottleneck) { document in
            Array(document.plan.prices.prefix(BottlenecksReport.mostTold))
        }
    }

    /// How many refusals there are of each code; codes of which there is none are left out.
    private static let refused = JSONSchema.object(
        format: nil, required: [],
        optional: Refusal.Code.allCases.map { .init($0.rawValue, JSONSchema.whole.json) })

    /// The shape of the certificate of `visitd-plan/1`.
    private static let certificate = AnswerObject<Plan.Certificate> { certificate in
        certificate.has("bound", .whole) { .int($0.bound) }
        certificate.has("score", .whole) { .int($0.score) }
        certificate.has("gap", .number) { .double($0.gap) }
        certificate.has("levels", levels) { certificate in
            .object(certificate.levels.map { .init($0.name.rawValue, level.json($0)) })
        }
        certificate.has("prisons", listOf: prison) { $0.prisons }
    }

    private static let levels = JSONSchema.object(
        format: nil, required: [],
        optional: Plan.Certificate.Level.Name.allCases.map { .init($0.rawValue, level.schema.json) })

    private static let level = AnswerObject<Plan.Certificate.Level> { level in
        level.has("value", .whole) { .int($0.value) }
        level.mayHave("bound", .whole) { $0.bound.map { .int($0) } }
    }

    private static let prison = AnswerObject<Plan.Certificate.PrisonPart> { part in
        part.has("id", .text) { JSON($0.prison) }
        part.has("bound", .whole) { .int($0.bound) }
        part.has("score", .whole) { .int($0.score) }
    }

    private static let bottleneck = AnswerObject<Plan.Price> { price in
        price.has("kind", .words(of: Plan.Price.Kind.self)) { .string($0.kind.rawValue) }
        price.has("subject", .text) { .string($0.subject) }
        price.mayHave("date", .day) { $0.day.map { JSON($0) } }
        price.has("points", .whole) { .int($0.points) }
    }

    private static let change = AnswerObject<(change: Plan.Change, language: Language)> { change in
        change.has("visit", .text) { JSON($0.change.visit) }
        change.has("kind", .words(of: Plan.Change.Kind.self)) { .string($0.change.kind.rawValue) }
        change.mayHave("dateBefore", .day) { $0.change.dateBefore.map { JSON($0) } }
        change.mayHave("adultBefore", .text) { $0.change.adultBefore.map { .string($0.id) } }
        change.has("reason", .text) { .string($0.change.reason[$0.language]) }
    }
}
