import VisitFormats
import VisitModel

/// What the store holds and how its last plan stands, for programs: `visitd-status/1`.
public struct StatusDocument: Sendable {
    /// The state.
    public var status: StoreStatus

    /// The language of sentences.
    public var language: Language

    /// A document of that state.
    public init(_ status: StoreStatus, language: Language = .english) {
        self.status = status
        self.language = language
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
        document.has("upkeep", object: upkeep) { ($0.status.upkeep, $0.status.today) }
        document.has("findings", listOf: Finding.answer) { document in
            document.status.concerns.map { (finding: $0, language: document.language) }
        }
    }

    private static let upkeep = AnswerObject<(upkeep: Upkeep, today: Day)> { upkeep in
        upkeep.has("simulated", .flag.orNull) { $0.upkeep.isSimulated.map { .bool($0) } ?? .null }
        upkeep.has("lastWrite", .day.orNull) { $0.upkeep.lastWrite.map { JSON($0) } ?? .null }
        upkeep.has("planAgeDays", .whole.orNull) { told in
            told.upkeep.lastPlan.map { .int(told.today - $0) } ?? .null
        }
        upkeep.has("night", night.schema.orNull) { $0.upkeep.night.map { night.json($0) } ?? .null }
        upkeep.has("waitingMessages", .whole) { .int($0.upkeep.waitingMessages) }
        upkeep.has("waitingSince", .text.orNull) { $0.upkeep.waitingSince.map { JSON($0) } ?? .null }
        upkeep.has("backedUp", .text.orNull) { $0.upkeep.backedUp.map { JSON($0) } ?? .null }
        upkeep.has("freeBytes", .whole.orNull) { $0.upkeep.freeBytes.map { .int($0) } ?? .null }
    }

    private static let night = AnswerObject<Upkeep.Night> { night in
        night.has("day", .day) { JSON($0.day) }
        night.has("ended", .text) { JSON($0.ended) }
        night.has("fault", .text.orNull) { $0.fault.map { .string($0) } ?? .null }
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
