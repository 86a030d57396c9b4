import VisitFormats
import VisitModel

/// The answer to "when is the next visit?" for programs: `visitd-next/1`.
public struct NextDocument: Sendable {
    /// The answers, one for each bond, in the order in which they are to stand.
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
    public var json: JSON {
        .members([
            "format": "visitd-next/1",
            "today": JSON(today),
            "results": .array(outlooks.map(result)),
        ])
    }

    private func result(_ outlook: Outlook) -> JSON {
        .members([
            "child": JSON(outlook.child.id),
            "prisoner": JSON(outlook.prisoner.id),
            "household": JSON(outlook.household.id),
            "relation": .string(outlook.relation.rawValue),
            "lastVisit": outlook.lastVisit.map { JSON($0) } ?? .null,
            "gapDays": outlook.gap(on: today).map { .int($0) } ?? .null,
            "status": .string(outlook.status.rawValue),
            "visit": outlook.next.map { $0.json(language) },
            "refusal": outlook.next == nil ? outlook.refusal.map { $0.json(language) } : nil,
        ])
    }
}
