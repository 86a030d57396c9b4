import VisitFormats
import VisitModel

/// Visits with all that an answer about one tells, for programs: `visitd-visits/1`.
public struct VisitsDocument: Sendable {
    /// The visits, in the order in which they are to stand.
    public var visits: [VisitDetail]
    /// What to ask for next; nil where the list ends here.
    public var next: String?
    /// The language of the sentences.
    public var language: Language

    /// A document of these visits.
    public init(_ visits: [VisitDetail], next: String? = nil, language: Language) {
        self.visits = visits
        self.next = next
        self.language = language
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-visits/1",
            "visits": .array(visits.map { $0.listed(language) }),
            "next": next.map { .string($0) },
        ])
    }
}

/// One visit with what people did to it, for programs: `visitd-visit/1`.
public struct VisitDocument: Sendable {
    /// The visit.
    public var visit: VisitDetail
    /// What was done to it, the first step first.
    public var acts: [VisitAct]
    /// The language of the sentences.
    public var language: Language

    /// A document of a visit.
    public init(_ visit: VisitDetail, acts: [VisitAct], language: Language) {
        self.visit = visit
        self.acts = acts
        self.language = language
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-visit/1",
            "visit": visit.listed(language),
            "acts": .array(
                acts.map { act in
                    .members([
                        "act": .string(act.kind.rawValue), "by": act.by.map { .string($0.rawValue) },
                        "reason": act.reason.isEmpty ? nil : .string(act.reason), "at": JSON(act.moment),
                    ])
                }),
        ])
    }
}

/// A closure of a prison with the visits that it took away, for programs: `visitd-closure/1`.
public struct ClosureDocument: Sendable {
    /// The closure.
    public var closure: Closure
    /// The visits that it cancelled.
    public var cancelled: [Visit]

    /// A document of a closure.
    public init(_ closure: Closure, cancelled: [Visit]) {
        self.closure = closure
        self.cancelled = cancelled
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-closure/1",
            "id": JSON(closure.id),
            "prison": JSON(closure.prison),
            "session": closure.template.map { JSON($0) },
            "from": JSON(closure.days.first),
            "to": JSON(closure.days.last),
            "reason": .string(closure.reason),
            "cancelled": .strings(cancelled.map(\.id.text)),
        ])
    }
}

extension VisitDetail {
    /// The visit as a list of visits shows it: with whose it is.
    fileprivate func listed(_ language: Language) -> JSON {
        guard case .object(let members) = json(language) else { return json(language) }
        return .object(members + [.init("prisoner", JSON(visit.prisoner)), .init("household", JSON(visit.household))])
    }
}
