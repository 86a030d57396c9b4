/// How the published plan stands, in figures without people.
public struct PlanStatus: Hashable, Sendable {
    /// How many visits ahead do not hold, by how far they have come.
    public var flagged: [Visit.Status: Int]
    /// When the plan was published; nil where there is none.
    public var published: Instant?
    /// When all visits were last checked again, as every night does; nil where none has been.
    public var reviewed: Instant?

    /// Figures.
    public init(flagged: [Visit.Status: Int], published: Instant?, reviewed: Instant?) {
        self.flagged = flagged
        self.published = published
        self.reviewed = reviewed
    }
}
