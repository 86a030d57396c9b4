/// One line of a prisoner's visit account: something was granted, used, kept or lost. Never changed once written.
public struct LedgerEntry: Hashable, Sendable {
    /// What is counted.
    public enum Unit: String, Sendable, CaseIterable {
        case visitOrder = "visit-order"
        case privilegeOrder = "privilege-order"
        /// A visit of a counting period, such as a calendar month.
        case visit
    }

    /// What became of it.
    public enum Kind: String, Sendable, CaseIterable {
        /// New ones came.
        case granted
        /// One that a deferral took out of the period before is made up.
        case carried
        /// A debt was paid from what would have been granted.
        case repaid
        /// They are older than the term and are kept as accumulated ones.
        case accumulated
        /// They are lost.
        case expired
        /// A visit took one.
        case used
        /// A visit took place, or an amount was taken off, and none was there.
        case owed
        /// The visit did not take place; what it had taken came back.
        case refunded
        /// The prison took them off by hand.
        case withdrawn
        /// A debt is no longer held against the prisoner.
        case waived
        /// The latest line that still counted does not count any more.
        case reverted
    }

    /// What made it so.
    public enum Cause: String, Sendable, CaseIterable {
        /// The night's computing.
        case night
        /// A visit was agreed or called off.
        case visit
        /// Somebody put the number right by hand.
        case adjustment
        /// The prisoner came in again; the account begins again.
        case admission
        /// Two records of one prisoner were joined.
        case merge
    }

    /// The day.
    public var day: Day
    /// What is counted.
    public var unit: Unit
    /// What became of it.
    public var kind: Kind
    /// What made it so.
    public var cause: Cause
    /// How many; at least 1.
    public var count: Int
    /// From which day their age counts, for what was granted.
    public var since: Day
    /// The visit concerned, if one was.
    public var visit: Identifier<Visit>?
    /// The rule that it rests on; empty where it rests on none.
    public var rule: String
    /// The operator's words for a correction by hand; otherwise empty.
    public var note: String

    /// A line.
    public init(
        day: Day, unit: Unit, kind: Kind, cause: Cause, count: Int = 1, since: Day? = nil,
        visit: Identifier<Visit>? = nil, rule: String = "", note: String = ""
    ) {
        self.day = day
        self.unit = unit
        self.kind = kind
        self.cause = cause
        self.count = count
        self.since = since ?? day
        self.visit = visit
        self.rule = rule
        self.note = note
    }
}
