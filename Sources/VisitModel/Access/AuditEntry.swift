/// One line of the audit log: who did, or saw, what, and when. It holds identifiers and words, never a name and never
/// what was seen.
public struct AuditEntry: Hashable, Sendable {
    /// Its place in the log, from 1, without gaps.
    public var position: Int
    /// When.
    public var moment: Instant
    /// Who: `local:1000` (a user of this machine, by number), `token:ID`, `feed:ID`, `service`.
    public var actor: String
    /// What was done, as thing and verb: `visit.confirm`, `child.read`.
    public var act: String
    /// To what, by identifier: `visit V12`; empty where it is about everything.
    public var subject: String
    /// Facts about it, as `name=value`: `from=proposed`.
    public var facts: [String]

    /// A line.
    public init(position: Int, moment: Instant, actor: String, act: String, subject: String, facts: [String] = []) {
        self.position = position
        self.moment = moment
        self.actor = actor
        self.act = act
        self.subject = subject
        self.facts = facts
    }
}
