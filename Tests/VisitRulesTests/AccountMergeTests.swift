import Testing
import VisitModel

@testable import VisitRules

@Suite("Two accounts of one prisoner")
struct AccountMergeTests {
    private static let day = Day(number: 20_700)

    private static func line(
        _ kind: LedgerEntry.Kind, _ count: Int, _ unit: LedgerEntry.Unit = .visitOrder, on day: Day = day,
        visit: Identifier<Visit>? = nil, cause: LedgerEntry.Cause = .night
    ) -> LedgerEntry {
        LedgerEntry(day: day, unit: unit, kind: kind, cause: cause, count: count, visit: visit)
    }

    private static func merged(_ kept: [LedgerEntry], _ duplicate: [LedgerEntry]) throws -> VisitAccount {
        let settling = try #require(VisitAccount.settling(kept, duplicate, on: day))
        #expect(settling.allSatisfy { $0.cause == .merge })
        return try #require(VisitAccount(entries: kept + duplicate + settling))
    }

    @Test(
        "come to the higher of the two balances, whichever record is kept, also where one or both owe",
        arguments: [(3, 1), (2, 2), (3, -1), (-1, -2), (0, 2), (0, -2)])
    func higher(_ one: Int, _ other: Int) throws {
        func lines(_ balance: Int) -> [LedgerEntry] {
            let first = Self.line(.granted, 1)
            let rest: [LedgerEntry] =
                balance > 1
                ? [Self.line(.granted, balance - 1)]
                : balance == 1 ? [] : [Self.line(.used, 1, visit: "v0"), Self.line(.owed, max(1, -balance))]
            return [first] + rest.filter { $0.kind != .owed || balance < 0 }
        }
        for (kept, duplicate) in [(one, other), (other, one)] {
            let balance = try Self.merged(lines(kept), lines(duplicate)).balance
            #expect(balance.available - balance.debt == max(one, other))
        }
    }

    @Test("keep the charges of visits, and when orders were last issued")
    func charges() throws {
        let kept = [Self.line(.granted, 2, on: Self.day - 3)]
        let duplicate = [
            Self.line(.granted, 2, on: Self.day - 20), Self.line(.used, 1, on: Self.day - 10, visit: "v1"),
        ]
        let account = try Self.merged(kept, duplicate)
        #expect(account.isCharged("v1") && account.lastVisitOrder == Self.day - 3)
    }

    @Test("need nothing where one of them is empty, and cannot be settled where lines do not fit")
    func edges() {
        let lines = [Self.line(.granted, 2)]
        #expect(VisitAccount.settling(lines, [], on: Self.day) == [])
        #expect(VisitAccount.settling([], lines, on: Self.day) == [])
        #expect(VisitAccount.settling(lines, [Self.line(.expired, 1)], on: Self.day) == nil)
    }
}
