import Testing
import VisitModel

@testable import VisitRules

@Suite("going back in a visit account")
struct LedgerReturnTests {
    private let start = day("2026-01-01")
    private let policy = VisitOrderPolicy(amount: 2, cap: 26, privilegeAmount: 1)

    private func account(after days: Int) -> VisitAccount {
        var account = VisitAccount()
        for day in DayRange(from: start, days: days) { account.night(of: day, under: policy) }
        return account
    }

    @Test("to every day gives the account of that day, and the nights from there are those that would have been")
    func everyDay() {
        var busy = account(after: 40)
        busy.book("V1", on: start + 39)
        busy.cancel("V1", on: start + 39)
        busy.book("V2", on: start + 39)
        for day in DayRange(start + 39, start + 400) { busy.night(of: day, under: policy) }
        for back in stride(from: 1, to: 39, by: 5) {
            var account = busy
            account.revert(to: start + back, note: "clock")
            let calm = self.account(after: back + 1)
            #expect(account.balance == calm.balance && account.entriesInForce == calm.entriesInForce)
            #expect(account.orders == calm.orders && account.debts == calm.debts && account.uses == calm.uses)
            #expect(account.entries.count == busy.entries.count + (busy.entries.count - calm.entries.count))
            #expect(VisitAccount(entries: account.entries) == account)
            for day in DayRange(start + back + 1, start + 90) { account.night(of: day, under: policy) }
            #expect(account.balance == self.account(after: 91).balance)
            #expect(account.lastVisitOrder == self.account(after: 91).lastVisitOrder)
        }
    }

    @Test("twice changes nothing more")
    func twice() {
        var account = account(after: 300)
        account.revert(to: start + 20, note: "clock")
        let once = account
        account.revert(to: start + 20, note: "clock")
        #expect(account == once)
    }

    @Test("a line that takes back another than the latest that counts does not fit")
    func misfit() {
        let account = account(after: 30)
        let wrong = LedgerEntry(day: start + 30, unit: .visit, kind: .reverted, cause: .adjustment, since: start + 3)
        #expect(VisitAccount(entries: account.entries + [wrong]) == nil)
        #expect(VisitAccount(entries: [wrong]) == nil)
    }
}
