import Testing
import VisitModel

@Suite("Whether an adult goes along, and may")
struct AdultTests {
    private static let saturday = JudgeWorld.saturday

    /// The world with an escort in the grandmother's place.
    private static func withEscort(_ change: (inout Escort) -> Void = { _ in }) -> JudgeWorld {
        var world = JudgeWorld()
        world.addEscort("E1")
        world.visits[0].adults = [.escort("E1")]
        change(&world.register.escorts[0])
        return world
    }

    @Test("a child under 18 does not go alone; from 18 on it may")
    func noAdult() {
        var world = JudgeWorld()
        world.visits[0].adults = []
        #expect(world.said == ["V1 no-adult child C1"])
        world.register.children[0].birthDate = day("2008-12-05")
        #expect(world.said == [])
    }

    @Test("younger ones go alone only where both the rules and the operator's travel age let them")
    func alone() {
        var world = JudgeWorld()
        world.visits[0].adults = []
        world.register.children[0].birthDate = day("2010-06-01")
        world.register.parameters = [Parameter(name: "cn.escort_age", value: "16")]
        #expect(world.said == ["V1 no-adult child C1"], "The rules would, the travel age is 18.")
        world.register.parameters.append(Parameter(name: "travel.alone_from_age", value: "16"))
        #expect(world.said == [])
        world.register.parameters.removeFirst()
        #expect(world.said == ["V1 no-adult child C1"], "The operator would, the rules do not.")
    }

    @Test("nobody travels to a telephone call")
    func call() {
        var world = JudgeWorld()
        world.register.templates[0].modes.append(.call)
        world.visits[0].mode = .call
        world.visits[0].adults = []
        #expect(!world.said.contains("V1 no-adult child C1"))
    }

    @Test("whom the register does not know is named, whatever it is")
    func unknown() {
        var world = JudgeWorld()
        world.register.prisons[0].maxVisitors = 4
        world.visits[0].children.append("C7")
        world.visits[0].adults.append(.escort("E7"))
        #expect(world.said == ["V1 no-bond child C7", "V1 unknown child C7", "V1 unknown escort E7"])
        world = JudgeWorld()
        world.register.prisons[0].zone = "Asia/Nowhere"
        #expect(world.said == ["V1 unknown zone Asia/Nowhere"])
    }

    @Test("a guardian is 18 on the day")
    func underAge() {
        var world = JudgeWorld()
        world.register.guardians[0].birthDate = day("2008-12-05")
        #expect(world.said == [])
        world.register.guardians[0].birthDate = day("2008-12-06")
        #expect(world.said == ["V1 adult-under-age guardian G1"])
    }

    @Test("a guardian who does not accompany goes on no visit")
    func doesNotAccompany() {
        var world = JudgeWorld()
        world.register.guardians[0].accompanies = false
        #expect(world.said == ["V1 does-not-accompany guardian G1"])
    }

    @Test("a child or a guardian of another household is named; an escort need be of none")
    func twoHouseholds() {
        var world = JudgeWorld()
        world.addFamily("2")
        world.visits[0].adults = [.guardian("G2")]
        #expect(world.said == ["V1 two-households guardian G2"])
        world = JudgeWorld()
        world.addFamily("2")
        world.register.children[0].household = "H2"
        #expect(world.said == ["V1 two-households child C1"])
        #expect(Self.withEscort().said == [])
    }

    @Test("a ban of one person concerns that person, and only while it lasts")
    func banned() {
        var world = JudgeWorld()
        world.register.events = [
            PrisonerEvent(
                id: "B1", prisoner: "P1", kind: .visitorSuspended, date: Self.saturday, visitor: .guardian("G1"))
        ]
        #expect(world.said == ["V1 adult-banned guardian G1"], "A ban without an end lasts.")
        world.register.events[0].date = Self.saturday + 1
        #expect(world.said == [])
        world.register.events[0].date = day("2026-10-01")
        world.register.events[0].until = Self.saturday - 1
        #expect(world.said == [])
        world.register.events[0].until = Self.saturday
        #expect(world.said == ["V1 adult-banned guardian G1"])
        world.register.events[0].visitor = .guardian("G2")
        #expect(world.said == [])
        world.register.events[0].visitor = nil
        #expect(world.said == ["V1 adult-banned guardian G1"], "One that names nobody concerns everybody.")
    }

    @Test("vetting lasts to the last day of the journey")
    func vetting() {
        #expect(Self.withEscort { $0.vettedUntil = Self.saturday }.said == [])
        #expect(Self.withEscort { $0.vettedUntil = Self.saturday - 1 }.said == ["V1 vetting-ended escort E1"])
    }

    @Test("an escort is there from the first to the last day")
    func available() {
        #expect(Self.withEscort { $0.available = DayRange(Self.saturday, Self.saturday) }.said == [])
        let later = Self.withEscort { $0.available = DayRange(Self.saturday + 1, Self.saturday + 9) }
        #expect(later.said == ["V1 adult-not-available escort E1"])
    }

    @Test("an adult goes on the adult's weekdays, guardian or escort, on every day of the journey")
    func weekdays() {
        #expect(Self.withEscort { $0.weekdays = [.saturday] }.said == [])
        #expect(Self.withEscort { $0.weekdays = [.sunday] }.said == ["V1 adult-other-weekday escort E1"])
        var world = JudgeWorld()
        world.register.guardians[0].weekdays = [.saturday]
        #expect(world.said == [])
        world.visits[0].trip?.homeward.legs[0].depart = CivilTime(Self.saturday + 1, clock("08:00"))
        world.visits[0].trip?.homeward.legs[0].arrive = CivilTime(Self.saturday + 1, clock("09:00"))
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 adult-other-weekday guardian G1"])
        #expect(flags.first?.fact("date") == "\(Self.saturday + 1)")
    }

    @Test("who is absent for any hour of the journey cannot go, though free during the meeting")
    func absent() {
        var world = JudgeWorld()
        world.register.absences = [
            Absence(
                id: "A1", person: .guardian("G1"), days: DayRange(day("2026-12-01"), day("2026-12-06")),
                hours: clock("11:30")..<clock("18:00"))
        ]
        #expect(world.said == [], "They are home at half past eleven.")
        world.register.absences[0].hours = clock("11:29")..<clock("18:00")
        #expect(world.said == ["V1 adult-absent guardian G1"])
    }

    @Test("the hours of an absence are those of the clock at home")
    func absentByHomeClock() {
        var world = JudgeWorld()
        world.register.absences = [
            Absence(
                id: "A1", person: .guardian("G1"), days: DayRange(Self.saturday, Self.saturday),
                hours: clock("12:00")..<clock("12:15"))
        ]
        #expect(world.said == [])
        world.register.places[1].zone = "Asia/Tokyo"
        #expect(world.said == ["V1 adult-absent guardian G1"], "Noon in Tokyo is eleven in Shanghai.")
    }

    @Test("a child in hospital does not go")
    func childAbsent() {
        var world = JudgeWorld()
        world.register.absences = [
            Absence(id: "A1", person: .child("C1"), days: DayRange(Self.saturday, Self.saturday))
        ]
        #expect(world.said == ["V1 child-absent child C1"])
        world.register.absences[0].days = DayRange(Self.saturday + 1, Self.saturday + 1)
        #expect(world.said == [])
    }
}
