import VisitFormats
import VisitModel

/// The answer to "when is the next visit?" for programs: `visitd-next/1`.
public struct NextDocument: Sendable {
    /// The answers, one for each bond, in display order.
    public var outlooks: [Outlook]
    /// The day for which the answers hold; gaps are counted up to it.
    public var today: Day
    /// The language of the sentences.
    public var language: Language

    /// A document of these answers.
    public init(_ outlooks: [Outlook], today: Day, language: Language) {
        self.outlooks = outlooks
        self.today = today
        self.language = language
    }

    /// The document. `lastVisit` and `gapDays` are null where no visit is on record.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<NextDocument>(format: "visitd-next/1") { document in
        document.has("today", .day) { JSON($0.today) }
        document.has("results", listOf: result) { document in
            document.outlooks.map { (outlook: $0, today: document.today, language: document.language) }
        }
    }

    private static let result = AnswerObject<(outlook: Outlook, today: Day, language: Language)> { result in
        result.has("child", .text) { JSON($0.outlook.child.id) }
        result.has("prisoner", .text) { JSON($0.outlook.prisoner.id) }
        result.has("household", .text) { JSON($0.outlook.household.id) }
        result.has("relation", .text) { .string($0.outlook.relation.rawValue) }
        result.has("lastVisit", .day.orNull) { $0.outlook.lastVisit.map { JSON($0) } ?? .null }
        result.has("gapDays", .whole.orNull) { $0.outlook.gap(on: $0.today).map { .int($0) } ?? .null }
        result.has("status", .words(of: Outlook.Status.self)) { .string($0.outlook.status.rawValue) }
        result.mayHave("visit", VisitDetail.answer.schema) { told in told.outlook.next?.json(told.language) }
        result.mayHave("withoutOutcome", object: withoutOutcome) { $0.outlook.withoutOutcome }
        result.mayHave("calledOff", object: CalledOff.answer) { told in
            told.outlook.calledOff.map { ($0, told.language) }
        }
        result.mayHave("obstacles", listOf: VisitFlag.obstacleAnswer) { told in
            told.outlook.obstacles.isEmpty ? nil : told.outlook.obstacles.map { ($0, told.language) }
        }
        result.mayHave("refusal", Refusal.answer.schema) { told in
            told.outlook.next == nil ? told.outlook.refusal?.json(told.language) : nil
        }
    }

    /// A visit that is over and of which nobody has said what became of it.
    private static let withoutOutcome = AnswerObject<Visit> { visit in
        visit.has("visit", .text) { JSON($0.id) }
        visit.mayHave("number", .text) { $0.number.map { .string(VisitNumber.text($0)) } }
        visit.has("date", .day) { JSON($0.date) }
    }
}
