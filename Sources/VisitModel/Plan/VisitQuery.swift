/// Which visits are asked for. The conditions narrow each other.
public struct VisitQuery: Hashable, Sendable {
    /// The household; any when nil.
    public var household: Identifier<Household>?
    /// The prison; any when nil.
    public var prison: Identifier<Prison>?
    /// The prisoner; any when nil.
    public var prisoner: Identifier<Prisoner>?
    /// The first day; any when nil.
    public var first: Day?
    /// The last day; any when nil.
    public var last: Day?
    /// The statuses; any when empty.
    public var statuses: [Visit.Status]
    /// Whether only visits with flags are asked for.
    public var isFlagged: Bool
    /// The part of the list, which is by date, start and identifier.
    public var page: Page

    /// A question; with no condition about all visits.
    public init(
        household: Identifier<Household>? = nil, prison: Identifier<Prison>? = nil,
        prisoner: Identifier<Prisoner>? = nil, first: Day? = nil, last: Day? = nil, statuses: [Visit.Status] = [],
        isFlagged: Bool = false, page: Page = Page()
    ) {
        self.household = household
        self.prison = prison
        self.prisoner = prisoner
        self.first = first
        self.last = last
        self.statuses = statuses
        self.isFlagged = isFlagged
        self.page = page
    }
}
