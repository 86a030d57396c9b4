/// Somebody's look at people's records: at one, or through a list of them.
public struct AccessLogEntry: Hashable, Sendable {
    /// Who looked: `token:ID`, `local`, `feed:ID`.
    public var actor: String
    /// When.
    public var moment: Instant
    /// What was read, as noun and verb: `child.read`.
    public var act: String
    /// Whose records: `child C17`.
    public var subjects: [String]

    /// A look.
    public init(actor: String, moment: Instant, act: String, subjects: [String]) {
        self.actor = actor
        self.moment = moment
        self.act = act
        self.subjects = subjects
    }
}
