import Testing
import VisitModel

@Suite("Whether the visiting room has room")
struct RoomTests {
    private static let saturday = JudgeWorld.saturday

    /// So many families in one session.
    private static func families(_ count: Int) -> JudgeWorld {
        var world = JudgeWorld()
        for number in 2...count { world.addFamily("\(number)") }
        world.visits = (1...count).map { world.visit("V\($0)", of: "\($0)") }
        return world
    }

    @Test("a closure of the prison or of the session closes its days, and no others")
    func closed() {
        var world = JudgeWorld()
        world.register.closures = [
            Closure(id: "K1", prison: "W1", days: DayRange(Self.saturday - 3, Self.saturday - 1))
        ]
        #expect(world.said == [])
        world.register.closures[0].days = DayRange(Self.saturday - 3, Self.saturday)
        #expect(world.said == ["V1 closed closure K1"])
        world.register.closures[0].template = "SAT"
        #expect(world.said == ["V1 closed closure K1"])
        world.register.closures[0].template = "SUN"
        #expect(world.said == [])
    }

    @Test("the session must exist, on that day and in that prison")
    func noSession() {
        var world = JudgeWorld()
        world.register.templates[0].validTo = Self.saturday - 1
        #expect(world.said == ["V1 no-session session SAT@2026-12-05"])
        world.register.templates = []
        #expect(world.said == ["V1 no-session session SAT@2026-12-05"])
        world = JudgeWorld()
        world.visits[0].session = "SAT@2026-12-12"
        #expect(world.said == ["V1 no-session session SAT@2026-12-12"])
        world.visits[0].session = nil
        #expect(world.said == [], "The only session that opens then.")
        world.visits[0].start = clock("10:05")
        #expect(world.said.contains("V1 no-session"))
        world.visits[0].start = nil
        #expect(!world.said.contains("V1 no-session"), "A time that is not known is not judged.")
    }

    @Test("a session that begins at another time, is shorter or of another form is not the one that was agreed")
    func sessionChanged() {
        var world = JudgeWorld()
        world.register.templates[0].minutes = 29
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 session-changed session SAT@2026-12-05"])
        #expect(flags.first?.facts == [Refusal.Fact("minutes", "29")])
        world.register.templates[0].minutes = 60
        #expect(world.said == [])
        world.register.templates[0].start = clock("10:30")
        #expect(world.said == ["V1 session-changed session SAT@2026-12-05"])
        world = JudgeWorld()
        world.register.templates[0].modes = [.glass]
        #expect(world.said == ["V1 session-changed session SAT@2026-12-05"])
    }

    @Test("more parties than tables: who is agreed stays, of equals the last is named")
    func tables() {
        var world = Self.families(4)
        #expect(world.said == [])
        world.register.templates[0].tables = 3
        #expect(world.said == ["V4 tables-full session SAT@2026-12-05"])
        world.visits[3].status = .confirmed
        #expect(world.said == ["V3 tables-full session SAT@2026-12-05"])
        for position in world.visits.indices { world.visits[position].status = .confirmed }
        #expect(world.said.count == 4, "All are agreed: people have to choose.")
        world.visits[0].status = .cancelled
        #expect(world.said == [], "Who was called off holds no table.")
    }

    @Test("a party that needs two tables takes two")
    func twoTables() {
        var world = JudgeWorld()
        world.register.prisons[0].tableSeats = 2
        world.register.templates[0].tables = 1
        #expect(world.said == [])
        world.register.prisons[0].tableSeats = 1
        #expect(world.said == ["V1 tables-full session SAT@2026-12-05"])
    }

    @Test("seats are counted where the session limits persons")
    func seats() {
        var world = Self.families(2)
        world.register.templates[0].seats = 4
        #expect(world.said == [])
        world.register.templates[0].seats = 3
        #expect(world.said == ["V2 seats-full session SAT@2026-12-05"])
    }

    @Test("the prison says how many may come, otherwise the operator, otherwise the rules")
    func visitors() {
        var world = JudgeWorld()
        world.register.prisons[0].maxVisitors = 2
        #expect(world.said == [])
        world.register.prisons[0].maxVisitors = 1
        #expect(world.said == ["V1 visitors-over"])
        world = JudgeWorld(jurisdiction: "US-BOP")
        world.register.parameters = [Parameter(name: "bop.max_people", value: "2")]
        #expect(!world.said.contains("V1 visitors-over"))
        world.register.parameters = [Parameter(name: "bop.max_people", value: "1")]
        #expect(world.said.contains("V1 visitors-over"))
        world = JudgeWorld()
        for child in ["C8", "C9"] { world.addChild(Identifier(child), in: "H1", of: "P1") }
        world.visits[0].children = ["C1", "C8", "C9"]
        #expect(world.said == ["V1 visitors-over"], "Three may come by the rules of China; these are four.")
    }

    @Test("an adult sits at one table of a session, or at as many as the prison or a parameter allows")
    func tablesPerAdult() {
        var world = Self.families(2)
        world.addEscort("E1")
        for position in world.visits.indices { world.visits[position].adults = [.escort("E1")] }
        #expect(world.said == ["V2 tables-over escort E1"])
        world.register.parameters = [Parameter(name: "prison.tables_per_adult", value: "2")]
        #expect(world.said == [])
        world.register.prisons[0].tablesPerAdult = 1
        #expect(world.said == ["V2 tables-over escort E1"])
    }
}
