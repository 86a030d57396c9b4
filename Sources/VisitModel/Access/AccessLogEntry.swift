/// Somebody's look at a person's record.
public struct AccessLogEntry: Hashable, Sendable {
    /// Who looked: `token:ID`, `local`, `feed:ID`.
    public var actor: String
    /// When.
    public var moment: Instant
    /// What was looked at, as thing and verb: `child.read`.
    public var act: String
    /// Whose record: `child C17`.
    public var subject: String

    /// A look.
    public init(actor: String, moment: Instant, act: String, subject: String) {
        self.actor = actor
        self.moment = moment
        self.act = act
        self.subject = subject
    }
}
