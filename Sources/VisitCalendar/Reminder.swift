import VisitModel

/// An entry for a whole day: by when something must be done for a visit, or a day for a telephone call.
public struct Reminder: Hashable, Sendable {
    /// What is to be done.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The visit must be requested.
        case booking
        /// The papers for the visit must be on file.
        case papers
        /// The prisoner can be called.
        case call
    }

    /// A rule that calls for it.
    public struct Source: Hashable, Sendable {
        /// What is to be done and why.
        public var sentence: BilingualText
        /// The instrument and its clause, with its force.
        public var citation: BilingualText

        /// A rule.
        public init(sentence: BilingualText, citation: BilingualText) {
            self.sentence = sentence
            self.citation = citation
        }
    }

    /// What is to be done.
    public var kind: Kind
    /// The day: of a deadline the last on which it can be done.
    public var day: Day
    /// The visit that it is for; nil for a call.
    public var visit: Visit?
    /// What its UID is made from: the visit's identifier, or the call's household, prisoner and month.
    public var subject: String
    /// The household that has to do it.
    public var household: Identifier<Household>
    /// The prison.
    public var prison: BilingualText
    /// The rules that call for it.
    public var sources: [Source]
    /// When it was last changed.
    public var changed: Instant

    /// A deadline of a visit.
    public init(_ kind: Kind, of visit: Visit, on day: Day, at prison: BilingualText, sources: [Source]) {
        self.kind = kind
        self.day = day
        self.visit = visit
        subject = visit.id.text
        household = visit.household
        self.prison = prison
        self.sources = sources
        changed = visit.changed
    }

    /// A day on which a household can call a prisoner. `changed` is the first moment of its month: the day stands since
    /// then.
    public init(
        callOn day: Day, from household: Identifier<Household>, to prisoner: Identifier<Prisoner>,
        at prison: BilingualText, sources: [Source]
    ) {
        kind = .call
        self.day = day
        subject = "\(household)-\(prisoner)-\(day.month)"
        self.household = household
        self.prison = prison
        self.sources = sources
        changed = Instant(utc: CivilTime(day.month.firstDay, .midnight))
    }
}
