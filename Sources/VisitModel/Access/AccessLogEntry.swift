/// An entry of the access log: somebody has read a person's record.
public struct AccessLogEntry: Hashable, Sendable {
    /// Who read it: `token:ID`, `local`, `feed:ID`.
    public var actor: String
    /// When.
    public var moment: Instant
    /// What was read, as noun and verb: `child.read`.
    public var act: String
    /// Whose record: `child C17`.
    public var subject: String

    /// An entry.
    public init(actor: String, moment: Instant, act: String, subject: String) {
        self.actor = actor
        self.moment = moment
        self.act = act
        self.subject = subject
    }
}
