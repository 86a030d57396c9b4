import GRDB
import VisitModel

/// The day that counts as today for whoever writes.
public struct WritingDay: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// Whether somebody gave the day, and the machine's clock did not.
    public var isGiven: Bool

    /// A day of writing.
    public init(_ day: Day, isGiven: Bool) {
        self.day = day
        self.isGiven = isGiven
    }

    /// Notes the day within the transaction that writes on it. The first write says of which sort the store is.
    func note(_ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE upkeep SET lastWrite = :day, isSimulated = coalesce(isSimulated, :given)
                WHERE lastWrite IS NOT :day OR isSimulated IS NULL
                """, arguments: ["day": day.number, "given": isGiven])
    }
}
