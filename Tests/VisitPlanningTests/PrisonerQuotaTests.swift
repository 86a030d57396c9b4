import Testing
import VisitModel
import VisitRules
import VisitSolver

@testable import VisitPlanning

/// How often a prisoner can be visited in each stretch of days.
@Suite("A prisoner's quota")
struct PrisonerQuotaTests {
    private static let horizon = DayRange(from: day("2026-12-01"), days: 42)

    /// An account to which nights up to `day` have brought orders, one every fourteen days.
    private static func account(until last: String, _ policy: VisitOrderPolicy) -> VisitAccount {
        var account = VisitAccount()
        for night in DayRange(day("2026-11-03"), day(last)) { account.night(of: night, under: policy) }
        return account
    }

    @Test("orders come every fourteen days, and what is held is spread over the stretches between")
    func spread() {
        let policy = VisitOrderPolicy(every: 14, amount: 1)
        // Issued on 3 and 17 November and 1 December; the stretches begin with each issue.
        let account = Self.account(until: "2026-12-01", policy)
        #expect(account.balance.visitsOpen == 3)
        let quota = OrderQuota(account: account, policy: policy, horizon: Self.horizon)
        #expect(quota.period == .days(14, anchor: day("2026-12-01")))
        #expect(quota.stretches.map(\.days) == (0..<3).map { DayRange(from: day("2026-12-01") + $0 * 14, days: 14) })
        // One a stretch of those that are held, and the one that comes.
        #expect(quota.stretches.map(\.visits) == [2, 2, 1])
    }

    @Test("whoever holds nothing has what is issued, from the day of the issue on")
    func empty() {
        let policy = VisitOrderPolicy(every: 14, amount: 2)
        let quota = OrderQuota(account: VisitAccount(), policy: policy, horizon: Self.horizon)
        #expect(quota.stretches.map(\.visits) == [2, 2, 2])
    }

    @Test("an agreed visit is given its order back within the problem, one that is asked for takes one away")
    func agreedAndAsked() {
        let policy = VisitOrderPolicy(every: 14, amount: 1)
        let orders = OrderQuota(account: VisitAccount(), policy: policy, horizon: Self.horizon)
        let plain = PrisonerQuota(orders: orders, agreed: [], horizon: Self.horizon)
        #expect(plain.quota.visits == 1 && plain.used.isEmpty)
        let agreed = PrisonerQuota(orders: orders, agreed: [day("2026-12-14")], horizon: Self.horizon)
        #expect(agreed.quota.visits == 2)
        #expect(agreed.used.map(\.day) == [day("2026-12-15"), day("2026-12-29")])
        #expect(agreed.used.map(\.visits) == [1, 1])
        let asked = PrisonerQuota(orders: orders, agreed: [], asked: [day("2026-12-15")], horizon: Self.horizon)
        #expect(asked.quota.visits == 1)
        #expect(asked.used == [Problem.UsedVisits(day: day("2026-12-15"), visits: 1)])
    }

    @Test("a stretch in which more is asked for than there is has nothing left, and not less than nothing")
    func overdrawn() {
        let policy = VisitOrderPolicy(every: 14, amount: 1)
        let orders = OrderQuota(account: VisitAccount(), policy: policy, horizon: Self.horizon)
        let quota = PrisonerQuota(
            orders: orders, agreed: [], asked: [day("2026-12-02"), day("2026-12-03")], horizon: Self.horizon)
        #expect(quota.used == [Problem.UsedVisits(day: day("2026-12-01"), visits: 1)])
    }

    // MARK: Terms of two bonds

    private static func period(_ visits: Int) -> VisitTerms {
        .period(Entitlement.Quota(count: visits, period: .calendarMonth), madeUp: 0, rule: "R")
    }

    @Test("where two bonds give different numbers the more generous holds, on the days of which both speak")
    func joined() {
        let (first, middle, last) = (day("2026-12-01"), day("2026-12-10"), day("2026-12-20"))
        let joined = VisitTerms.joined(
            [(DayRange(first, middle), Self.period(1))], [(DayRange(middle, last), Self.period(2))])
        #expect(
            joined.map(\.days) == [DayRange(first, middle - 1), DayRange(middle, middle), DayRange(middle + 1, last)])
        #expect(joined.map(\.terms) == [Self.period(1), Self.period(2), Self.period(2)])
    }

    @Test("orders go before a number, and a number before a figure that is not set")
    func generosity() {
        let days = DayRange(day("2026-12-01"), day("2026-12-10"))
        let orders = VisitTerms.orders(.init(policy: VisitOrderPolicy(amount: 1), rule: "R"))
        let open = VisitTerms.undetermined(parameter: "p")
        #expect(VisitTerms.joined([(days, Self.period(9))], [(days, orders)]).map(\.terms) == [orders])
        #expect(VisitTerms.joined([(days, open)], [(days, Self.period(0))]).map(\.terms) == [Self.period(0)])
        #expect(VisitTerms.joined([], []).isEmpty)
    }

    // MARK: One visit a day

    @Test("a family makes one visit a day; in a charity's home only those who share a prisoner are one")
    func families() {
        var world = PlanningWorld()
        world.addMother("M1")
        world.addMother("M2")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        world.addChild("C2", in: "H1", of: "M2")
        world.addHome("HOME", escorts: ["E1"])
        world.addChild("C3", in: "HOME", of: "M1")
        world.addChild("C4", in: "HOME", of: "M2")
        let parties = world.formation.parties
        #expect(parties.map(\.id) == ["H1/M1", "H1/M2", "HOME/M1", "HOME/M2"])
        let numbers = FamilyNumbers(parties)
        #expect(numbers[0] == numbers[1])
        #expect(Set([numbers[0], numbers[2], numbers[3]]).count == 3)
        // C3 also has the other mother: whoever goes with it is one with it.
        world.register.bonds.append(Bond(id: "X", child: "C3", prisoner: "M2", relation: .mother))
        let joined = world.formation.parties
        let home = joined.indices.filter { joined[$0].household.id == "HOME" }
        let one = FamilyNumbers(joined)
        #expect(home.count > 1 && Set(home.map { one[$0] }).count == 1)
        #expect(Set(home.map { FamilyNumbers(joined, apart: Set(home))[$0] }).count == home.count)
    }
}
