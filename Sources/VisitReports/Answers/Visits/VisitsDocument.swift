import VisitFormats
import VisitModel

/// Visits with all that an answer about one tells, for programs: `visitd-visits/1`.
public struct VisitsDocument: Sendable {
    /// The visits, in display order.
    public var visits: [VisitDetail]
    /// The day for which the list holds; nil where it is not asked for one.
    public var today: Day?
    /// What to ask for next; nil where the list ends here.
    public var next: String?
    /// The language of the sentences.
    public var language: Language

    /// A document of these visits.
    public init(_ visits: [VisitDetail], today: Day? = nil, next: String? = nil, language: Language) {
        self.visits = visits
        self.today = today
        self.next = next
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<VisitsDocument>(format: "visitd-visits/1") { document in
        document.mayHave("today", .day) { $0.today.map { JSON($0) } }
        document.has("visits", .list(VisitDetail.listedSchema)) { document in
            .array(document.visits.map { $0.listed(document.language) })
        }
        document.mayHave("next", .text) { $0.next.map { .string($0) } }
    }
}
