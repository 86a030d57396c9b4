import Testing
import VisitModel

@Suite("Whether the prisoner is there")
struct PrisonerTests {
    private static func event(
        _ kind: PrisonerEvent.Kind, _ date: Day, until: Day? = nil, note: String = "",
        id: Identifier<PrisonerEvent> = "E1"
    ) -> PrisonerEvent {
        PrisonerEvent(id: id, prisoner: "P1", kind: kind, date: date, until: until, note: note)
    }

    @Test("a release on the day of the visit ends it, one on the day after does not")
    func release() {
        var world = JudgeWorld()
        world.register.prisoners[0].release = JudgeWorld.saturday + 1
        #expect(world.said == [])
        world.register.prisoners[0].release = JudgeWorld.saturday
        #expect(world.said == ["V1 released prisoner P1"])
    }

    @Test("a release on record counts, unless the prisoner was admitted again")
    func releaseEvent() {
        var world = JudgeWorld()
        world.register.events = [Self.event(.released, day("2026-11-30"))]
        #expect(world.said == ["V1 released prisoner P1"])
        world.register.events.append(Self.event(.admitted, day("2026-12-01"), id: "E2"))
        #expect(world.said == [])
    }

    @Test("who is held in another prison is not visited in this one")
    func elsewhere() {
        var world = JudgeWorld()
        world.addPrison("W2", session: "SAT2")
        world.register.prisoners[0].prison = "W2"
        #expect(world.said == ["V1 prisoner-elsewhere prisoner P1"])
    }

    @Test("a transfer ahead counts from its day on, where its note names the prison")
    func transfer() {
        var world = JudgeWorld()
        world.addPrison("W2", session: "SAT2")
        world.register.events = [Self.event(.transferred, JudgeWorld.saturday, note: "W2")]
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 prisoner-elsewhere prisoner P1"])
        #expect(flags.first?.fact("prison") == "W2")
        world.register.events[0].date = JudgeWorld.saturday + 1
        #expect(world.said == [])
        world.register.events[0].date = JudgeWorld.saturday
        world.register.events[0].note = "somewhere in the north"
        #expect(world.said == ["V1 whereabouts-unknown prisoner P1"], "Where to is not guessed, and told.")
    }

    @Test("a transfer of the past counts too where its note names a prison, until she is met in the register's")
    func transferNotInRegister() {
        var world = JudgeWorld()
        world.addPrison("W2", session: "SAT2")
        world.register.events = [Self.event(.transferred, day("2026-11-20"), note: "W2")]
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 prisoner-elsewhere prisoner P1"])
        #expect(flags.first?.fact("prison") == "W2" && flags.first?.fact("from") == "2026-11-20")
        var met = world.visit("V0", of: "1", on: day("2026-11-21"), status: .held)
        met.trip = nil
        world.visits.append(met)
        #expect(world.said == [])
    }

    @Test("where the register names the new prison already, a visit there before the transfer is named")
    func transferNamedAlready() {
        var world = JudgeWorld()
        world.register.events = [Self.event(.transferred, JudgeWorld.saturday + 1, note: "W1")]
        #expect(world.said == ["V1 prisoner-elsewhere prisoner P1"])
    }

    @Test("who is out of prison is not visited until she returns")
    func outOfPrison() {
        var world = JudgeWorld()
        world.register.events = [Self.event(.outOfPrison, day("2026-11-01"))]
        #expect(world.said == ["V1 prisoner-away prisoner P1"])
        world.register.events.append(Self.event(.returned, JudgeWorld.saturday, id: "E2"))
        #expect(world.said == [])
    }

    @Test("a mother who nurses an infant at home is away for her older child too")
    func nursing() {
        var world = JudgeWorld()
        world.register.events = [Self.event(.nursing, day("2026-11-01"))]
        world.addChild("C9", in: "H1", of: "P1", born: day("2026-10-20"))
        #expect(world.said == ["V1 prisoner-away prisoner P1"])
        world.register.events[0].until = JudgeWorld.saturday - 1
        #expect(world.said == [])
    }

    @Test("a mother is away until the recorded end of nursing, also where the infant is not on record")
    func nursingWithEnd() {
        var world = JudgeWorld()
        world.register.events = [Self.event(.nursing, day("2026-11-01"), until: JudgeWorld.saturday)]
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 prisoner-away prisoner P1"])
        #expect(flags.first?.fact("until") == "\(JudgeWorld.saturday)")
    }

    @Test("an absence of the prisoner counts by the hour of the meeting")
    func absence() {
        var world = JudgeWorld()
        world.register.absences = [
            Absence(
                id: "A1", person: .prisoner("P1"), days: DayRange(JudgeWorld.saturday, JudgeWorld.saturday),
                hours: clock("10:30")..<clock("12:00"))
        ]
        #expect(world.said == [], "The visit ends at half past ten.")
        world.register.absences[0].hours = clock("10:29")..<clock("12:00")
        #expect(world.said == ["V1 prisoner-away prisoner P1"])
        world.register.absences[0].hours = nil
        #expect(world.said == ["V1 prisoner-away prisoner P1"])
    }

    @Test(
        "where a transfer leads nobody has written down, it is told, until somebody has met her in the register's prison"
    )
    func transferToNowhere() {
        var world = JudgeWorld()
        world.register.events = [Self.event(.transferred, day("2026-11-20"))]
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 whereabouts-unknown prisoner P1"])
        #expect(flags.first?.fact("date") == "2026-11-20" && flags.first?.isObstacle == false)
        var met = world.visit("V0", of: "1", on: day("2026-11-21"), status: .held)
        met.trip = nil
        world.visits.append(met)
        #expect(world.said == [])
        world.visits.removeLast()
        world.register.events[0].note = "W1"
        #expect(world.said == [])
        world.register.events[0] = Self.event(.transferred, JudgeWorld.saturday)
        #expect(world.said == ["V1 whereabouts-unknown prisoner P1"], "One that is ahead counts from its day on.")
        world.register.events[0].date = JudgeWorld.saturday + 1
        #expect(world.said == [])
    }

    @Test("wherever a transfer led, who is registered elsewhere now is not where the visit is")
    func transferAndRegister() {
        var world = JudgeWorld()
        world.addPrison("W2", session: "SAT2", start: "10:00")
        world.register.prisoners[0].prison = "W2"
        world.register.events = [Self.event(.transferred, day("2026-11-20"))]
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 prisoner-elsewhere prisoner P1"])
        #expect(flags.first?.fact("prison") == "W2" && flags.first?.fact("from") == "2026-11-20")
    }
}
