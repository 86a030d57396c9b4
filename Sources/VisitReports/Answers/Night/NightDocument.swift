import VisitFormats
import VisitModel

/// What a night did, for programs: `visitd-night/1`.
public struct NightDocument: Sendable {
    /// What it did.
    public var night: NightSummary
    /// The language of the sentences.
    public var language: Language

    /// A document of a night.
    public init(_ night: NightSummary, language: Language) {
        self.night = night
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<NightDocument>(format: "visitd-night/1") { document in
        document.has("today", .day) { JSON($0.night.plan.today) }
        document.has("plan", object: plan) { $0.night }
        document.mayHave("output", .text) { $0.night.files.map { .string($0.folder) } }
        document.mayHave("calendars", object: files) { $0.night.files?.calendars }
        document.mayHave("reports", object: files) { $0.night.files?.reports }
        document.mayHave("messages", .whole) { $0.night.messages.map { .int($0) } }
        document.has("findings", listOf: Finding.answer) { document in
            document.night.findings.map { (finding: $0, language: document.language) }
        }
    }

    private static let plan = AnswerObject<NightSummary> { plan in
        plan.has("number", .whole) { .int($0.plan.number) }
        plan.has("outcome", .words(of: NightSummary.Outcome.self)) { .string($0.outcome.rawValue) }
        plan.has("children", .whole) { .int($0.children) }
        plan.has("childrenWithVisit", .whole) { .int($0.childrenWithVisit) }
    }

    private static let files = AnswerObject<NightSummary.FileCounts> { files in
        files.has("written", .whole) { .int($0.written) }
        files.has("removed", .whole) { .int($0.removed) }
        files.has("unchanged", .whole) { .int($0.unchanged) }
    }
}
