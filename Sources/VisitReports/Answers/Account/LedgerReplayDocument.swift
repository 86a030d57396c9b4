import VisitFormats
import VisitModel

/// The days of a replayed ledger, for programs: the answer of `visitd-ledger/1`.
public struct LedgerReplayDocument: Sendable {
    /// The days.
    public var days: [LedgerDay]

    /// A document of those days.
    public init(_ days: [LedgerDay]) {
        self.days = days
    }

    /// The document.
    public var json: JSON {
        .members(["format": "visitd-ledger/1", "days": .array(days.map(Self.day))])
    }

    private static func day(_ day: LedgerDay) -> JSON {
        .members([
            "date": JSON(day.date), "available": .int(day.balance.available),
            "accumulated": .int(day.balance.accumulated), "privilege": .int(day.balance.privilege),
            "debt": pair(day.balance.debt, day.balance.privilegeDebt),
            "granted": pair(day.granted, day.privilegeGranted), "expired": pair(day.expired, day.privilegeExpired),
        ])
    }

    private static func pair(_ visit: Int, _ privilege: Int) -> JSON {
        .members(["visit": .int(visit), "privilege": .int(privilege)])
    }
}
