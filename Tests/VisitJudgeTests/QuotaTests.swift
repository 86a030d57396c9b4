import Testing
import VisitModel

@Suite("Whether another visit may be had, and in time")
struct QuotaTests {
    /// Two visits of one family in December, where the rules give one a month.
    private static var twice: JudgeWorld {
        var world = JudgeWorld()
        world.visits.append(world.visit("V2", of: "1", on: JudgeWorld.nextSaturday))
        return world
    }

    @Test("held and ahead together are no more than the rules give in the period")
    func quota() {
        var world = Self.twice
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V2 quota-over prisoner P1"])
        #expect(flags.first?.fact("allowed") == "1")
        world.visits[1] = world.visit("V2", of: "1", on: JudgeWorld.january)
        #expect(world.said == [])
        world.today = day("2026-12-10")
        world.visits[0].status = .held
        world.visits[1] = world.visit("V2", of: "1", on: day("2026-12-19"))
        #expect(world.said == ["V2 quota-over prisoner P1"], "One was held in December.")
        world.visits[0].status = .missed
        #expect(world.said == ["V2 quota-over prisoner P1"], "Who does not come loses the visit.")
        world.visits[0].status = .turnedAway
        #expect(world.said == [], "Who is turned away does not.")
    }

    @Test("visits that two households have with one prisoner are the prisoner's")
    func quotaOfTwoHouseholds() {
        var world = JudgeWorld()
        world.addFamily("2")
        world.addChild("C2", in: "H2", of: "P1")
        var second = world.visit("V2", of: "2", on: JudgeWorld.nextSaturday, status: .confirmed)
        second.prisoner = "P1"
        world.visits.append(second)
        #expect(world.said == ["V1 quota-over prisoner P1"])
    }

    @Test("a telephone call takes no visit")
    func calls() {
        var world = Self.twice
        world.visits[1].mode = .call
        #expect(!world.said.contains { $0.contains("quota-over") })
    }

    @Test("the operator's shortest time between visits holds for what is not agreed")
    func gap() {
        var world = Self.twice
        world.visits[0] = world.visit("V1", of: "1", on: day("2026-12-26"))
        world.visits[1] = world.visit("V2", of: "1", on: day("2027-01-02"))
        #expect(world.said == [])
        world.register.parameters = [Parameter(name: "plan.min_gap_days", value: "7")]
        #expect(world.said == [])
        world.register.parameters = [Parameter(name: "plan.min_gap_days", value: "8")]
        #expect(world.said == ["V2 too-soon prisoner P1"])
        world.visits[1].status = .requested
        #expect(world.said == ["V1 too-soon prisoner P1"])
        for position in world.visits.indices { world.visits[position].status = .confirmed }
        #expect(world.said == [])
    }

    @Test("a proposed visit must still be asked for in time; one that was asked for was")
    func booking() {
        var world = JudgeWorld()
        world.today = JudgeWorld.saturday - 7
        #expect(world.said == [], "The rules of China want seven days.")
        world.today = JudgeWorld.saturday - 6
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 booking-closed"])
        #expect(flags.first?.fact("needed") == "7")
        world.visits[0].status = .requested
        #expect(world.said == [])
        world.visits[0].status = .proposed
        world.today = JudgeWorld.saturday - 9
        world.register.prisons[0].bookingWindow = 10...90
        #expect(world.said == ["V1 booking-closed"])
    }

    @Test(
        "papers that the rules ask for must be in the file by the last day for the request, apart from those that adults carry"
    )
    func papers() {
        var world = JudgeWorld()
        world.register.bonds[0].papers = []
        world.visits[0].status = .confirmed
        #expect(world.said == [], "There is time.")
        world.today = JudgeWorld.saturday - 1
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 papers-missing child C1"])
        let asked = flags.first?.facts.map(\.value) ?? []
        #expect(!asked.isEmpty && !asked.contains(Paper.residentIdentityCard.rawValue))
        world.register.bonds[0].papers = asked.compactMap(Paper.init(rawValue:))
        #expect(world.said == [])
    }

    @Test("a visit whose day has passed waits for an outcome, and is asked nothing else")
    func outcome() {
        var world = JudgeWorld()
        world.register.bonds[0].contact = .forbidden
        world.today = JudgeWorld.saturday
        #expect(world.said.contains("V1 contact-forbidden child C1"))
        world.today = JudgeWorld.saturday + 1
        #expect(world.said == ["V1 no-outcome"])
        world.visits[0].status = .held
        #expect(world.said == [])
    }
}
