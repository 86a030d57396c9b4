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
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<LedgerReplayDocument>(format: "visitd-ledger/1") { document in
        document.has("days", listOf: day) { $0.days }
    }

    private static let day = AnswerObject<LedgerDay> { day in
        day.has("date", .day) { JSON($0.date) }
        day.has("available", .whole) { .int($0.balance.available) }
        day.has("accumulated", .whole) { .int($0.balance.accumulated) }
        day.has("privilege", .whole) { .int($0.balance.privilege) }
        day.has("debt", object: OrderPair.answer) {
            OrderPair(visit: $0.balance.debt, privilege: $0.balance.privilegeDebt)
        }
        day.has("granted", object: OrderPair.answer) { OrderPair(visit: $0.granted, privilege: $0.privilegeGranted) }
        day.has("expired", object: OrderPair.answer) { OrderPair(visit: $0.expired, privilege: $0.privilegeExpired) }
    }
}
