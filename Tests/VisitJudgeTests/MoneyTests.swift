import Testing
import VisitModel

@Suite("Whether there is money for it")
struct MoneyTests {
    private static let december = Month(year: 2026, month: 12)

    /// Two families, each with a journey of 50.00 in December.
    private static func world(budget: Cents, organisation: Identifier<Organisation>? = nil) -> JudgeWorld {
        var world = JudgeWorld()
        world.addFamily("2")
        world.visits.append(world.visit("V2", of: "2", on: JudgeWorld.nextSaturday))
        world.register.budgets = [Budget(organisation: organisation, month: december, cents: budget)]
        return world
    }

    @Test("the journeys of a month fit into its budget; of what is only planned the last does not")
    func budget() {
        #expect(Self.world(budget: 10_000).said == [])
        let flags = Self.world(budget: 9999).flags
        #expect(JudgeWorld.lines(flags) == ["V2 budget-over"])
        #expect(flags.first?.fact("cents") == "10000")
        var world = Self.world(budget: 9999)
        world.visits[1].status = .confirmed
        #expect(world.said == ["V1 budget-over"])
        world.register.budgets[0].month = Self.december.next
        #expect(world.said == [], "December has no budget.")
    }

    @Test("what was really spent counts instead of the estimate")
    func realCosts() {
        var world = Self.world(budget: 10_000)
        world.today = JudgeWorld.saturday + 1
        world.visits[0].status = .held
        world.visits[1].status = .requested
        #expect(world.said == [])
        world.register.costs = [
            VisitCost(id: "K1", visit: "V1", cents: 5000), VisitCost(id: "K2", visit: "V1", cents: 1, kind: .food),
        ]
        #expect(world.said == ["V2 budget-over"])
        world.register.costs[0].cents = 100
        #expect(world.said == [])
    }

    @Test("who did not come has spent nothing; who was turned away has travelled")
    func outcomes() {
        var world = Self.world(budget: 5000)
        world.today = JudgeWorld.saturday + 1
        world.visits[1].status = .requested
        world.visits[0].status = .turnedAway
        #expect(world.said == ["V2 budget-over"])
        world.visits[0].status = .missed
        #expect(world.said == [])
    }

    @Test("each organisation pays for its own households, and an escort's for the escort's journeys")
    func payers() {
        var world = Self.world(budget: 5000, organisation: "O1")
        for position in world.register.households.indices { world.register.households[position].organisation = "O1" }
        #expect(world.said == ["V2 budget-over organisation O1"])
        world.register.households[1].organisation = "O2"
        #expect(world.said == [])
        world.addEscort("E1")
        world.register.households[2].organisation = "O1"
        world.visits[1].adults = [.escort("E1")]
        #expect(world.said == ["V2 budget-over organisation O1"])
    }

    @Test("a shared journey is paid once")
    func shared() {
        var world = Self.world(budget: 5000)
        world.register.parameters = [Parameter(name: "prison.tables_per_adult", value: "2")]
        world.addEscort("E1")
        world.visits = ["1", "2"].map { world.visit("V\($0)", of: $0, companion: .escort("E1")) }
        #expect(world.said == [])
        world.register.budgets[0].cents = 4999
        #expect(world.said == ["V1 budget-over", "V2 budget-over"])
    }
}
