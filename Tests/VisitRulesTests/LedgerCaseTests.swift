import Testing
import VisitModel

@testable import VisitRules

@Suite("a ledger document")
struct LedgerCaseTests {
    private func read(_ text: String) throws -> LedgerCase { try LedgerCase.read(Array(text.utf8)) }

    private func faults(_ text: String) throws -> [String] {
        let error = #expect(throws: RuleError.self) { try read(text) }
        return try #require(error).findings.map { "\($0.subject): \($0.sentence.english)" }
    }

    @Test("the days of a case come out one by one: first what happened, then the night")
    func days() throws {
        let ledger = try read(
            """
            {"format": "visitd-ledger/1", "start": "2026-01-01", "days": 30,
             "policy": {"visitOrders": {"every": 14, "amount": 2, "accumulateAfter": 28, "cap": 26},
                        "privilegeOrders": {"every": 28, "amount": 1, "expireAfter": 28}},
             "opening": {"lastVisitOrder": "2025-12-20", "lastPrivilegeOrder": null,
               "orders": [{"kind": "visit", "state": "available", "created": "2025-12-20", "count": 2}],
               "debt": {"visit": 0, "privilege": 0}},
             "events": [{"date": "2026-01-02", "type": "booked", "visit": "V1"},
                        {"date": "2026-01-04", "type": "cancelled", "visit": "V1"}]}
            """)
        let days = ledger.replay()
        #expect(days.count == 30)
        #expect(days[0].balance.available == 2 && days[0].granted == 0 && days[0].balance.privilege == 0)
        #expect(days[1].balance.available == 1)
        #expect(days[2].date == day("2026-01-03") && days[2].granted == 2 && days[2].privilegeGranted == 1)
        #expect(days[2].balance.available == 3)
        #expect(days[3].balance.available == 4)
        // The orders of 20 December are 29 days old on 18 January.
        #expect(days[16].balance.accumulated == 0 && days[17].balance.accumulated == 2)
    }

    @Test("a year without visits ends at the cap")
    func year() throws {
        let ledger = try read(
            """
            {"format": "visitd-ledger/1", "start": "2026-01-01", "days": 400,
             "policy": {"visitOrders": {"amount": 1}}}
            """)
        let days = ledger.replay()
        let last = try #require(days.last?.balance)
        #expect(last.available + last.accumulated == 26)
        #expect(days.reduce(0) { $0 + $1.expired } == 3)
    }

    @Test("every fault is named with its path")
    func faultsWithPaths() throws {
        let found = try faults(
            """
            {"format": "visitd-case/1", "start": "2026-02-30", "days": 0, "policy": {"visitOrders": {"amount": -1}},
             "opening": {"orders": [{"kind": "visit", "state": "kept", "created": "2027-01-01", "count": 1}]},
             "events": [{"date": "2026-01-02", "type": "bought"}], "extra": 1}
            """)
        #expect(
            found == [
                "$.extra: The field 'extra' is not known here; expected one of: format, start, days, policy, opening, "
                    + "events.",
                "$.format: Found 'visitd-case/1'; expected 'visitd-ledger/1'.",
                "$.start: Found '2026-02-30'; expected a day that exists, written YYYY-MM-DD.",
                "$.days: Found 0; expected a whole number from 1 to 3660.",
                "$.policy.visitOrders.amount: Found -1; expected a whole number from 0 to 100.",
            ])
    }

    @Test("what cannot be is refused: events outside the days, orders from later, accumulated privilege orders")
    func impossible() throws {
        let found = try faults(
            """
            {"format": "visitd-ledger/1", "start": "2026-01-01", "days": 10, "policy": {"visitOrders": {"amount": 1}},
             "opening": {"orders": [
               {"kind": "visit", "state": "available", "created": "2027-01-01", "count": 1},
               {"kind": "privilege", "state": "accumulated", "created": "2025-12-01", "count": 1}]},
             "events": [{"date": "2026-02-02", "type": "admitted"}, {"date": "2026-01-02", "type": "booked"},
                        {"date": "2026-01-02", "type": "adjusted"}]}
            """)
        #expect(
            found == [
                "$.opening.orders[0].created: The order is from 2027-01-01, after the first day.",
                "$.opening.orders[1].state: Privilege orders are never accumulated; they expire.",
                "$.events[0].date: The day 2026-02-02 is not one of 2026-01-01…2026-01-10.",
                "$.events[1].visit: The field 'visit' is missing.",
                "$.events[2].amount: The field 'amount' is missing.",
            ])
    }
}
