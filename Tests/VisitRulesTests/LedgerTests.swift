import Testing
import VisitModel

@testable import VisitRules

@Suite("the visit-order ledger")
struct LedgerTests {
    private let start = day("2026-01-01")

    private func policy(amount: Int = 1, privilege: Int = 0, cap: Int = 26) -> VisitOrderPolicy {
        VisitOrderPolicy(amount: amount, cap: cap, privilegeAmount: privilege)
    }

    /// An account after the nights of so many days.
    private func account(after days: Int, _ policy: VisitOrderPolicy) -> VisitAccount {
        var account = VisitAccount()
        for day in DayRange(from: start, days: days) { account.night(of: day, under: policy) }
        return account
    }

    @Test("orders come at once and every 14 days from then on")
    func issue() {
        #expect(account(after: 1, policy(amount: 2)).balance.available == 2)
        #expect(account(after: 14, policy(amount: 2)).balance.available == 2)
        #expect(account(after: 15, policy(amount: 2)).balance.available == 4)
        #expect(account(after: 15, policy(amount: 2)).lastVisitOrder == start + 14)
    }

    @Test("an order of 28 days is available, one of 29 days is accumulated")
    func accumulation() {
        #expect(account(after: 29, policy()).balance.accumulated == 0)
        let later = account(after: 30, policy()).balance
        #expect((later.available, later.accumulated) == (2, 1))
    }

    @Test("at the cap the oldest accumulated orders make room for new ones")
    func cap() {
        let full = account(after: 14 * 26, policy())
        #expect(full.held(.visitOrder) == 26)
        let later = account(after: 14 * 26 + 1, policy())
        #expect(later.held(.visitOrder) == 26)
        #expect(later.entries.suffix(2).map(\.kind) == [.expired, .granted])
        #expect(later.orders.map(\.since).min() == start + 14)
    }

    @Test("between two issues accumulated orders alone count towards the cap; on the night of an issue all of them do")
    func capOfAccumulated() {
        let saved = VisitAccount.Order(unit: .visitOrder, since: day("2025-06-01"), isAccumulated: true)
        let open = VisitAccount.Order(unit: .visitOrder, since: day("2025-12-25"))
        var account = VisitAccount(
            orders: Array(repeating: saved, count: 25) + [open, open], debts: [],
            lastVisitOrder: day("2025-12-25"), lastPrivilegeOrder: nil)
        for night in DayRange(day("2026-01-01"), day("2026-01-07")) { account.night(of: night, under: policy()) }
        #expect(account.balance.accumulated == 25 && account.balance.available == 2)
        // 25 + 2 + 1 are two more than 26: the two oldest accumulated ones make room.
        account.night(of: day("2026-01-08"), under: policy())
        #expect(account.balance.accumulated == 23 && account.balance.available == 3)
    }

    @Test("an order that cannot be issued for the cap is issued as soon as there is room")
    func waitingForRoom() {
        var account = account(after: 1, policy(amount: 3, cap: 3))
        for day in DayRange(start + 1, start + 14) { account.night(of: day, under: policy(amount: 3, cap: 3)) }
        #expect(account.entries.count == 1)
        account.book("V1", on: start + 15)
        account.night(of: start + 15, under: policy(amount: 3, cap: 3))
        #expect(account.balance.available == 3)
        #expect(account.lastVisitOrder == start + 15)
    }

    @Test("privilege orders come every 28 days with visit orders, are used first and expire after 28 days")
    func privilege() {
        var account = account(after: 28, policy(privilege: 1))
        #expect(account.balance.privilege == 1)
        account.book("V1", on: start + 20)
        #expect(account.balance.privilege == 0)
        #expect(account.balance.available == 2)
        let later = self.account(after: 29, policy(privilege: 1)).balance
        #expect(later.privilege == 2)
        #expect(self.account(after: 30, policy(privilege: 1)).balance.privilege == 1)
    }

    @Test("a visit takes the oldest order, also an accumulated one")
    func oldestFirst() {
        var account = account(after: 30, policy())
        account.book("V1", on: start + 30)
        #expect(account.balance.accumulated == 0)
        #expect(account.balance.available == 2)
    }

    @Test("a visit without an order is owed, and the next issue repays it")
    func debt() {
        var account = account(after: 1, policy(amount: 2))
        for visit in ["V1", "V2", "V3"] { account.book(Identifier(visit), on: start + 1) }
        #expect(account.balance.debt == 1)
        for day in DayRange(start + 1, start + 14) { account.night(of: day, under: policy(amount: 2)) }
        #expect(account.balance.debt == 0)
        #expect(account.balance.available == 1)
    }

    @Test("a visit that is called off gives back the same order, as old as it was")
    func refund() {
        var account = account(after: 1, policy())
        account.book("V1", on: start + 1)
        account.night(of: start + 40, under: policy())
        account.cancel("V1", on: start + 40)
        account.night(of: start + 40, under: policy())
        #expect(account.balance.accumulated == 1)
        #expect(account.orders.map(\.since).min() == start)
    }

    @Test("calling off twice gives nothing more, and booking twice takes nothing more")
    func twice() {
        var account = account(after: 1, policy(amount: 2))
        account.book("V1", on: start)
        account.book("V1", on: start)
        #expect(account.balance.available == 1)
        account.cancel("V1", on: start)
        account.cancel("V1", on: start)
        #expect(account.balance.available == 2)
        account.book("V1", on: start)
        #expect(account.balance.available == 1)
        account.cancel("V1", on: start)
        #expect(account.balance.available == 2)
    }

    @Test("a visit order that comes back beyond the cap is lost")
    func refundAtTheCap() {
        var account = account(after: 1, policy(amount: 2, cap: 2))
        account.book("V1", on: start)
        account.adjust(.visitOrder, by: 1, on: start, cap: 2)
        account.cancel("V1", on: start, cap: 2)
        #expect(account.balance.available == 2)
        #expect(account.entries.last?.kind == .expired)
        account.cancel("V1", on: start, cap: 3)
        #expect(account.balance.available == 2)
    }

    @Test("a correction by hand repays debts first, stops at the cap, and owes what is not there")
    func adjustment() {
        var account = VisitAccount()
        account.adjust(.visitOrder, by: -2, on: start, note: "booked elsewhere")
        #expect(account.balance.debt == 2)
        account.adjust(.visitOrder, by: 5, on: start, cap: 2)
        #expect(account.balance.debt == 0)
        #expect(account.balance.available == 2)
        account.adjust(.privilegeOrder, by: 3, on: start)
        account.adjust(.privilegeOrder, by: -1, on: start)
        #expect(account.balance.privilege == 2)
    }

    @Test("who comes in anew begins with nothing and owes nothing")
    func admission() {
        var account = account(after: 60, policy(privilege: 1))
        account.adjust(.privilegeOrder, by: -5, on: start + 60)
        account.beginAnew(on: start + 61)
        #expect(account.balance == LedgerBalance())
    }

    @Test("of two records that are joined the higher balance counts")
    func merge() {
        var account = account(after: 1, policy(amount: 2))
        account.merge(.visitOrder, balance: 1, on: start + 3)
        #expect(account.balance.available == 2)
        account.merge(.visitOrder, balance: 5, on: start + 3)
        #expect(account.balance.available == 5)
        #expect(account.orders.allSatisfy { $0.since == start })
    }

    @Test("a month's visits come with the month, expire with it, and what was made up is carried")
    func months() {
        var account = VisitAccount()
        account.night(of: day("2026-01-31"), in: Month(year: 2026, month: 1).days, count: 1)
        #expect(account.balance.visits == 1)
        account.night(of: day("2026-02-01"), in: Month(year: 2026, month: 2).days, count: 2, madeUp: 1)
        #expect(account.balance.visits == 2)
        #expect(account.entries.map(\.kind) == [.granted, .expired, .granted, .carried])
        account.bookInPeriod("V1", on: day("2026-02-10"))
        account.night(of: day("2026-02-28"), in: Month(year: 2026, month: 2).days, count: 2, madeUp: 1)
        #expect(account.balance.visits == 1)
    }

    @Test("a number that changes within the month adds or takes off the difference only")
    func changedNumber() {
        let month = Month(year: 2026, month: 3).days
        var account = VisitAccount()
        account.night(of: month.first, in: month, count: 1)
        account.night(of: month.first + 9, in: month, count: 3)
        #expect(account.balance.visits == 3)
        account.bookInPeriod("V1", on: month.first + 9)
        account.night(of: month.first + 12, in: month, count: 1)
        #expect(account.balance.visits == 0)
        account.night(of: month.first + 20, in: month, count: 2)
        #expect(account.balance.visits == 1)
    }

    @Test("a visit beyond the month's number is not held against the next month")
    func overdrawn() {
        var account = VisitAccount()
        account.night(of: day("2026-01-05"), in: Month(year: 2026, month: 1).days, count: 1)
        account.bookInPeriod("V1", on: day("2026-01-06"))
        account.bookInPeriod("V2", on: day("2026-01-20"))
        account.night(of: day("2026-02-01"), in: Month(year: 2026, month: 2).days, count: 1)
        #expect(account.balance.visits == 1)
        #expect(account.entries.contains { $0.kind == .waived })
    }

    @Test("entries that do not fit each other make no account")
    func unfit() {
        let used = LedgerEntry(day: start, unit: .visitOrder, kind: .used, cause: .visit, visit: "V1")
        let none = LedgerEntry(day: start, unit: .visitOrder, kind: .granted, cause: .night, count: 0)
        #expect(VisitAccount(entries: [used]) == nil)
        #expect(VisitAccount(entries: [none]) == nil)
        #expect(VisitAccount(entries: [LedgerEntry]()) == VisitAccount())
    }
}

@Suite("the ledger, whatever happens")
struct LedgerPropertyTests {
    private static let start = day("2026-01-01")

    /// A life of 400 days, by the seed; `check` sees the account after every night.
    private static func live(
        seed: UInt64, check: (VisitAccount, Day, VisitOrderPolicy) -> Void
    ) -> VisitAccount {
        var random = SeededRandom(seed: seed)
        let policy = VisitOrderPolicy(
            amount: Int.random(in: 0...4, using: &random), cap: Int.random(in: 4...26, using: &random),
            privilegeAmount: Int.random(in: 0...2, using: &random))
        var account = VisitAccount()
        var visits: [Identifier<Visit>] = []
        for day in DayRange(from: start, days: 400) {
            switch Int.random(in: 0..<60, using: &random) {
            case 0..<4:
                visits.append(Identifier("V\(visits.count)"))
                account.book(visits[visits.count - 1], on: day)
            case 4..<7:
                if let visit = visits.randomElement(using: &random) { account.cancel(visit, on: day, cap: policy.cap) }
            case 7:
                let units: [LedgerEntry.Unit] = [.visitOrder, .privilegeOrder]
                account.adjust(
                    units.randomElement(using: &random) ?? .visitOrder, by: Int.random(in: -3...3, using: &random),
                    on: day, cap: policy.cap)
            case 8: account.merge(.visitOrder, balance: Int.random(in: 0...9, using: &random), on: day, cap: policy.cap)
            case 9: if Bool.random(using: &random) { account.beginAnew(on: day) }
            default: break
            }
            account.night(of: day, under: policy)
            check(account, day, policy)
        }
        return account
    }

    @Test("the same night twice changes nothing", arguments: 0..<25 as Range<UInt64>)
    func idempotent(seed: UInt64) {
        _ = Self.live(seed: seed) { account, day, policy in
            var again = account
            again.night(of: day, under: policy)
            #expect(again == account, "seed \(seed), \(day)")
        }
    }

    @Test("after a night no more accumulated orders are held than the cap allows, with new ones no more of either sort")
    func limits() {
        for seed in 0..<25 as Range<UInt64> {
            _ = Self.live(seed: seed) { account, day, policy in
                #expect(account.balance.accumulated <= policy.cap, "seed \(seed), \(day)")
                if account.lastVisitOrder == day {
                    #expect(account.held(.visitOrder) <= policy.cap, "seed \(seed), \(day)")
                }
                #expect(
                    account.orders.allSatisfy { order in
                        day - order.since <= 28 || order.unit == .visitOrder && order.isAccumulated
                    }, "seed \(seed), \(day)")
            }
        }
    }

    @Test("an account read back from its entries is the one that wrote them", arguments: 0..<25 as Range<UInt64>)
    func readBack(seed: UInt64) {
        let account = Self.live(seed: seed) { _, _, _ in }
        #expect(VisitAccount(entries: account.entries) == account)
    }

    @Test("what came is what is held, used or gone", arguments: 0..<25 as Range<UInt64>)
    func conservation(seed: UInt64) {
        let account = Self.live(seed: seed) { _, _, _ in }
        for unit in LedgerEntry.Unit.allCases {
            func sum(_ kinds: LedgerEntry.Kind...) -> Int {
                account.entries.reduce(0) { $1.unit == unit && kinds.contains($1.kind) ? $0 + $1.count : $0 }
            }
            let held = account.held(unit) - account.debt(unit)
            let backBeyondTheCap = account.entries.count { $0.unit == unit && $0.kind == .expired && $0.visit != nil }
            let gone = sum(.used, .owed, .expired, .withdrawn) - backBeyondTheCap
            #expect(held == sum(.granted, .carried, .repaid, .refunded, .waived) - gone, "seed \(seed)")
        }
    }
}
