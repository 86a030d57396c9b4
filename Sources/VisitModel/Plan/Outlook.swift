/// The answer to "when is the next visit?" for one bond.
public struct Outlook: Hashable, Sendable {
    /// What the answer is.
    public enum Status: String, Sendable, CaseIterable {
        /// There is a visit ahead.
        case planned
        /// There is none, and a reason.
        case refused
        /// Nothing has been planned for this bond yet.
        case unplanned
    }

    /// The child.
    public var child: Child
    /// The prisoner.
    public var prisoner: Prisoner
    /// The child's household.
    public var household: Household
    /// What the prisoner is to the child.
    public var relation: Bond.Relation
    /// When the child last saw the prisoner, if ever written down.
    public var lastVisit: Day?
    /// The next visit, if there is one.
    public var next: VisitDetail?
    /// Why there is none.
    public var refusal: Refusal?
    /// The visit ahead that was called off last, where there is none now; where there is another one, only as long as the family
    /// must still hear of it.
    public var calledOff: CalledOff?
    /// What keeps them from meeting now: what the judge finds about a hypothetical visit on the day of the question. It
    /// is asked where there is no visit: what does not hold of one stands in its flags.
    public var obstacles: [VisitFlag] = []
    /// What somebody must put right in the register before they can meet; nil where nothing is known.
    public var remedy: BilingualText?
    /// The latest visit that was asked for or agreed, whose day has passed and of which nobody has said what became of it. If it
    /// was held, it is the last one.
    public var withoutOutcome: Visit?
    /// The names of prisons of which `calledOff` and `obstacles` speak.
    public var prisonNames: [Identifier<Prison>: BilingualText] = [:]

    /// An answer.
    public init(
        child: Child, prisoner: Prisoner, household: Household, relation: Bond.Relation, lastVisit: Day? = nil,
        next: VisitDetail? = nil, refusal: Refusal? = nil
    ) {
        self.child = child
        self.prisoner = prisoner
        self.household = household
        self.relation = relation
        self.lastVisit = lastVisit
        self.next = next
        self.refusal = refusal
    }

    /// What the answer is.
    public var status: Status { next != nil ? .planned : refusal != nil ? .refused : .unplanned }

    /// What `calledOff` and `obstacles` name, as people call it.
    public var flagNames: FlagNames {
        FlagNames(
            people: ["child \(child.id)": child.name, "prisoner \(prisoner.id)": prisoner.name], prisons: prisonNames)
    }

    /// The days since the child last saw the prisoner; nil where no visit is on record.
    public func gap(on today: Day) -> Int? { lastVisit.map { today - $0 } }
}

/// Which bonds an answer is wanted for. Several conditions narrow each other; children are alternatives.
public struct OutlookSelection: Hashable, Sendable {
    /// Identifiers or full names of children; empty for all.
    public var children: [String]
    /// The prisoner; any when nil.
    public var prisoner: Identifier<Prisoner>?
    /// The household; any when nil.
    public var household: Identifier<Household>?

    /// A selection; with no condition, every bond.
    public init(
        children: [String] = [], prisoner: Identifier<Prisoner>? = nil, household: Identifier<Household>? = nil
    ) {
        self.children = children
        self.prisoner = prisoner
        self.household = household
    }
}

/// A selection, and how far whoever asks sees. Beyond it nothing exists.
public struct OutlookQuestion: Hashable, Sendable {
    /// What is asked for.
    public let selection: OutlookSelection
    /// How far the asker sees.
    public let reach: Reach

    /// A question.
    public init(_ selection: OutlookSelection, within reach: Reach) {
        self.selection = selection
        self.reach = reach
    }
}
