import Testing
import VisitModel

@Suite("Whether they may meet at all")
struct ContactTests {
    @Test("a visit of which everything holds gets no flag")
    func holds() {
        #expect(JudgeWorld().said == [])
    }

    @Test(
        "a decision against contact is named for the child",
        arguments: [
            (Bond.Contact.forbidden, "contact-forbidden"), (.onHold, "contact-on-hold"),
            (.declinedByChild, "declined-by-child"),
        ])
    func decision(contact: Bond.Contact, code: String) {
        var world = JudgeWorld()
        world.register.bonds[0].contact = contact
        #expect(world.said == ["V1 \(code) child C1"])
    }

    @Test("a child without a bond is named")
    func noBond() {
        var world = JudgeWorld()
        world.register.bonds = []
        #expect(world.said == ["V1 no-bond child C1"])
    }

    @Test("a prisoner who does not agree is named once, not once more by the rules")
    func consent() {
        var world = JudgeWorld()
        world.register.prisoners[0].consents = false
        #expect(world.said == ["V1 prisoner-declines prisoner P1"])
    }

    @Test("who is in solitary confinement on the day cannot be visited; the day after can be")
    func suspended() {
        var world = JudgeWorld()
        let event = PrisonerEvent(
            id: "E1", prisoner: "P1", kind: .solitary, date: JudgeWorld.saturday - 3, until: JudgeWorld.saturday)
        world.register.events = [event]
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 not-permitted child C1"])
        #expect(flags.first?.fact("decision") == "deferred")
        world.register.events[0].until = JudgeWorld.saturday - 1
        #expect(world.said == [])
    }

    @Test("a form of meeting that the rules do not name is not permitted")
    func mode() {
        var world = JudgeWorld(jurisdiction: "US-BOP")
        world.register.parameters = [Parameter(name: "bop.max_people", value: "4")]
        world.register.templates[0].modes = [.table, .holidayStay]
        #expect(world.said == [])
        world.visits[0].mode = .holidayStay
        #expect(world.said == ["V1 not-permitted child C1"])
    }

    @Test("where only the adult is in the way, the adult is named")
    func adultNotAdmitted() {
        var world = JudgeWorld(jurisdiction: "US-MI")
        world.register.parameters = [Parameter(name: "mi.visits_per_month", value: "4")]
        let before = world.said
        #expect(before == [])
        world.addEscort("E1")
        world.visits[0].adults = [.escort("E1")]
        #expect(world.said == ["V1 adult-not-admitted escort E1"])
        world.visits[0].adults = [.escort("E1"), .guardian("G1")]
        #expect(world.said == [], "With one of two adults the rules admit the child.")
    }

    @Test("prisoners who are kept apart are not in one session; of two proposed visits the later one is named")
    func keptApart() {
        var world = JudgeWorld()
        world.addFamily("2")
        world.visits.append(world.visit("V2", of: "2"))
        #expect(world.said == [])
        world.register.separations = [Separation(id: "S1", "P2", "P1")]
        #expect(world.said == ["V2 kept-apart separation S1"])
        world.visits[1].status = .confirmed
        #expect(world.said == ["V1 kept-apart separation S1"], "The one that is agreed stays.")
        world.visits[0].status = .confirmed
        #expect(world.said == ["V1 kept-apart separation S1", "V2 kept-apart separation S1"])
        world.visits[0] = world.visit("V1", of: "1", on: JudgeWorld.nextSaturday, status: .confirmed)
        #expect(world.said == [])
    }
}
