/// Why a bond has no visit in the plan, and what would help.
public struct Refusal: Hashable, Sendable {
    /// The reason in one word. The raw values are the `code` of `visitd-next/1`.
    public enum Code: String, Sendable, CaseIterable {
        case contactOnHold = "contact-on-hold"
        case declinedByChild = "declined-by-child"
        case contactForbidden = "contact-forbidden"
        case prisonerDeclines = "prisoner-declines"
        case released
        case ineligible, suspended, deferred, undetermined
        case coResident = "co-resident"
        case outOfPrison = "out-of-prison"
        case papersMissing = "papers-missing"
        case noSession = "no-session"
        case noCompanion = "no-companion"
        case noJourney = "no-journey"
        case noEscort = "no-escort"
        case noBudget = "no-budget"
        case quotaUsed = "quota-used"
        case sessionsFull = "sessions-full"
        case tooSoon = "too-soon"
        case outweighed
        /// A date was found and did not hold for the people who would have gone.
        case doesNotHold = "does-not-hold"
    }

    /// A fact behind a refusal: `sessions` = 12, `nearest` = 4:35 by road.
    public struct Fact: Hashable, Sendable {
        /// What the fact is about.
        public var name: String
        /// What it is.
        public var value: String

        /// A fact.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The child.
    public var child: Identifier<Child>
    /// The prisoner.
    public var prisoner: Identifier<Prisoner>
    /// The child's household.
    public var household: Identifier<Household>
    /// The reason in one word.
    public var code: Code
    /// The figures behind the reason.
    public var facts: [Fact]
    /// The reason in plain words, without names.
    public var sentence: BilingualText
    /// What would help, the most helpful first.
    public var wouldHelp: [BilingualText]

    /// A refusal.
    public init(
        child: Identifier<Child>, prisoner: Identifier<Prisoner>, household: Identifier<Household>, code: Code,
        facts: [Fact] = [], sentence: BilingualText, wouldHelp: [BilingualText] = []
    ) {
        self.child = child
        self.prisoner = prisoner
        self.household = household
        self.code = code
        self.facts = facts
        self.sentence = sentence
        self.wouldHelp = wouldHelp
    }
}
