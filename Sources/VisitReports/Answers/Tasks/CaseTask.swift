import VisitModel

/// A duty with whom it concerns: what a caseworker has on the desk.
public struct CaseTask: Hashable, Sendable {
    /// What must be done, by when, and which rule says so.
    public var duty: Duty
    /// The prisoner.
    public var prisoner: Identifier<Prisoner>
    /// The household, where the task is about one household's visit.
    public var household: Identifier<Household>?
    /// The children concerned, by identifier.
    public var children: [Identifier<Child>]
    /// The visit, where the task is about one.
    public var visit: Visit?

    /// A task.
    public init(
        duty: Duty, prisoner: Identifier<Prisoner>, household: Identifier<Household>? = nil,
        children: [Identifier<Child>], visit: Visit? = nil
    ) {
        self.duty = duty
        self.prisoner = prisoner
        self.household = household
        self.children = children
        self.visit = visit
    }
}
