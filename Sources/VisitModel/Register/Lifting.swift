/// A decision that protected somebody and that a file takes back: contact that was forbidden, a ban, a refusal, an adult who
/// does not accompany. It is told apart from other changes, and noted in the audit log.
public struct Lifting: Hashable, Sendable {
    /// The table: `bonds`.
    public var table: String
    /// The identifier of what the decision was about.
    public var id: String
    /// The column that says it: `contact`.
    public var column: String
    /// What held before.
    public var before: BilingualText
    /// What holds now.
    public var after: BilingualText

    /// A decision that is taken back.
    public init(table: String, id: String, column: String, before: BilingualText, after: BilingualText) {
        self.table = table
        self.id = id
        self.column = column
        self.before = before
        self.after = after
    }
}

/// What holds decisions that keep people apart or protect them. A column of it is named as files name it.
public protocol DecisionHolding {
    /// The decisions that `before` held and this does not: of each the column, and what held before and holds now.
    func decisionsLifted(since before: Self) -> [(column: String, before: BilingualText, after: BilingualText)]
}

extension Bond.Contact {
    /// How much the decision keeps apart: more where it is higher.
    public var strictness: Int {
        switch self {
        case .allowed: 0
        case .onHold, .declinedByChild: 1
        case .forbidden: 2
        }
    }
}

extension Bond: DecisionHolding {
    /// Contact that is less restricted, or a restricted bond that is now one of other people.
    public func decisionsLifted(
        since before: Bond
    ) -> [(column: String, before: BilingualText, after: BilingualText)] {
        var lifted: [(column: String, before: BilingualText, after: BilingualText)] = []
        if contact.strictness < before.contact.strictness {
            lifted.append(("contact", before.contact.name, contact.name))
        }
        guard before.contact != .allowed else { return lifted }
        if child != before.child {
            lifted.append(("child", BilingualText(before.child.text), BilingualText(child.text)))
        }
        if prisoner != before.prisoner {
            lifted.append(("prisoner", BilingualText(before.prisoner.text), BilingualText(prisoner.text)))
        }
        return lifted
    }
}

extension Guardian: DecisionHolding {
    /// That the guardian, who could not, takes children to visits.
    public func decisionsLifted(
        since before: Guardian
    ) -> [(column: String, before: BilingualText, after: BilingualText)] {
        accompanies && !before.accompanies ? [("accompanies", .no, .yes)] : []
    }
}

extension Prisoner: DecisionHolding {
    /// That the prisoner, who refused, agrees to be visited.
    public func decisionsLifted(
        since before: Prisoner
    ) -> [(column: String, before: BilingualText, after: BilingualText)] {
        consents && !before.consents ? [("consents", .no, .yes)] : []
    }
}

extension Escort: DecisionHolding {
    /// That a vetting which ended does not end any more.
    public func decisionsLifted(
        since before: Escort
    ) -> [(column: String, before: BilingualText, after: BilingualText)] {
        guard let ended = before.vettedUntil, vettedUntil == nil else { return [] }
        return [("vetted_until", BilingualText("\(ended)"), .openEnded)]
    }
}

extension Separation: DecisionHolding {
    /// That two prisoners are kept apart no longer, because the record is now about others.
    public func decisionsLifted(
        since before: Separation
    ) -> [(column: String, before: BilingualText, after: BilingualText)] {
        guard (first, second) != (before.first, before.second) else { return [] }
        return [
            ("prisoner", BilingualText("\(before.first)+\(before.second)"), BilingualText("\(first)+\(second)"))
        ]
    }
}

extension PrisonerEvent: DecisionHolding {
    /// Whether it keeps visitors away while it lasts.
    private var keepsVisitorsAway: Bool {
        switch kind {
        case .visitorSuspended, .visitBreach, .solitary, .strictManagement, .parentalRightsTerminated,
            .guardianshipRevoked:
            true
        default: false
        }
    }

    /// What keeps visitors away for fewer days, or keeps others away than before.
    public func decisionsLifted(
        since before: PrisonerEvent
    ) -> [(column: String, before: BilingualText, after: BilingualText)] {
        guard before.keepsVisitorsAway else { return [] }
        var lifted: [(column: String, before: BilingualText, after: BilingualText)] = []
        if kind != before.kind {
            lifted.append(("event", BilingualText(before.kind.rawValue), BilingualText(kind.rawValue)))
        }
        if prisoner != before.prisoner {
            lifted.append(("prisoner", BilingualText(before.prisoner.text), BilingualText(prisoner.text)))
        }
        if visitor != before.visitor, visitor != nil {
            lifted.append(("visitor", Self.words(for: before.visitor), Self.words(for: visitor)))
        }
        if date > before.date {
            lifted.append(("date", BilingualText("\(before.date)"), BilingualText("\(date)")))
        }
        if let until, before.until.map({ until < $0 }) ?? true {
            let earlier = before.until.map { BilingualText("\($0)") } ?? .openEnded
            lifted.append(("until", earlier, BilingualText("\(until)")))
        }
        return lifted
    }

    private static func words(for visitor: Visit.Companion?) -> BilingualText {
        switch visitor {
        case .guardian(let id): BilingualText(id.text)
        case .escort(let id): BilingualText(id.text)
        case nil: BilingualText(en: "everybody", zh: "所有人")
        }
    }
}

extension BilingualText {
    fileprivate static let yes = BilingualText(en: "yes", zh: "是")
    fileprivate static let no = BilingualText(en: "no", zh: "否")
    fileprivate static let openEnded = BilingualText(en: "without end", zh: "无期限")
}
