import Testing
import VisitModel

@testable import VisitPlanning

@Suite("Who goes along")
struct CompanionChoiceTests {
    private let saturday = day("2026-12-05")

    /// A family in Michigan whose aunt comes first by identifier and is not admitted.
    private func auntFirst() -> PlanningWorld {
        var world = PlanningWorld.oneChild()
        world.moveToMichigan()
        world.addGuardian("A-AUNT", in: "H1", .aunt, born: day("1980-01-01"))
        return world
    }

    private func companion(
        _ world: PlanningWorld, on day: Day, named: Visit.Companion? = nil
    ) -> ContactCase.Companion {
        var choice = world.choice(over: DayRange(day, day))
        return choice.companion(of: world.register.bonds[0], on: day, named: named).facts
    }

    private func obstacles(_ world: PlanningWorld, on day: Day) -> [Visit.Companion: ConsideredAdult.Obstacle?] {
        var choice = world.choice(over: DayRange(day, day))
        let adults = choice.adults(for: world.register.bonds[0], on: day)
        return Dictionary(uniqueKeysWithValues: adults.map { ($0.adult, $0.obstacle) })
    }

    @Test("an explanation speaks of the grandmother whom the plan takes, not of the aunt who is not admitted")
    func sameAsPlan() throws {
        let world = auntFirst()
        let planned = try #require(try world.plan().visits.first)
        #expect(planned.companion == .guardian("G-H1"))
        let grandmother = ContactCase.Companion(relation: .grandmother, age: 56)
        #expect(companion(world, on: planned.date) == grandmother)
        // Also on a day of the past, and for a bond that a decision stands against.
        #expect(companion(world, on: planned.date - 7) == grandmother)
        var onHold = world
        onHold.register.bonds[0].contact = .onHold
        #expect(companion(onHold, on: planned.date).relation == .grandmother)
    }

    @Test("whom a visit names is who goes along, whoever the plan would take")
    func named() {
        let world = auntFirst()
        #expect(companion(world, on: saturday, named: .guardian("A-AUNT")).relation == .aunt)
        #expect(companion(world, on: saturday, named: .escort("E1")) == ContactCase.Companion(relation: nil))
        #expect(companion(world, on: saturday, named: .guardian("GONE")).relation == .grandmother)
    }

    @Test("of guardians who stand in for one another the first who can that day; where none can, the first")
    func weekdays() {
        var world = PlanningWorld.oneChild()
        world.register.guardians[0].weekdays = [.monday]
        world.addGuardian("Z-UNCLE", in: "H1", .uncle, weekdays: [.saturday])
        #expect(companion(world, on: saturday).relation == .uncle)
        #expect(companion(world, on: saturday + 2).relation == .grandmother)
        #expect(companion(world, on: saturday + 3).relation == .grandmother)
    }

    @Test("where nobody of the household can, an escort of a charity is asked about")
    func nobody() {
        var world = PlanningWorld.oneChild()
        world.register.guardians = []
        #expect(companion(world, on: saturday) == ContactCase.Companion(relation: nil))
    }

    @Test("an adult's age is taken on the day of the visit")
    func age() {
        var world = PlanningWorld.oneChild()
        world.register.guardians[0].birthDate = day("1970-12-05")
        #expect(companion(world, on: saturday).age == 56)
        #expect(companion(world, on: saturday - 1).age == 55)
        world.register.guardians[0].birthDate = nil
        #expect(companion(world, on: saturday).age == nil)
    }

    @Test("for everybody in a household it is told why not, those first who come first")
    func guardians() throws {
        var world = auntFirst()
        world.addGuardian("B-FATHER", in: "H1", .father, accompanies: false)
        world.addGuardian("C-BROTHER", in: "H1", .sibling, born: day("2008-12-06"))
        world.addGuardian("D-GRANDFATHER", in: "H1", .grandfather, weekdays: [.monday, .tuesday])
        var choice = world.choice(over: DayRange(saturday, saturday))
        let adults = choice.adults(for: world.register.bonds[0], on: saturday)
        #expect(
            adults.map(\.adult) == [
                .guardian("A-AUNT"), .guardian("B-FATHER"), .guardian("C-BROTHER"), .guardian("D-GRANDFATHER"),
                .guardian("G-H1"),
            ])
        let obstacles = adults.map(\.obstacle)
        #expect(
            Array(obstacles.dropFirst()) == [
                .doesNotAccompany, .underAge, .otherWeekdays([.monday, .tuesday]), nil,
            ])
        guard case .rules(let sentence) = try #require(obstacles[0]) else {
            Issue.record("The aunt was to be kept away by the rules: \(String(describing: obstacles[0]))")
            return
        }
        #expect(sentence.english.contains("Overton v. Bazzetta"))
    }

    @Test("who is eighteen that day is grown up")
    func eighteen() {
        var world = PlanningWorld.oneChild()
        world.register.guardians[0].birthDate = day("2008-12-05")
        #expect(obstacles(world, on: saturday) == [.guardian("G-H1"): nil])
        world.register.guardians[0].birthDate = day("2008-12-06")
        #expect(obstacles(world, on: saturday) == [.guardian("G-H1"): .underAge])
    }

    @Test("an obstacle in the child or the parent is none of the adult's")
    func notTheAdult() {
        var world = auntFirst()
        world.register.bonds[0].relation = .other
        #expect(obstacles(world, on: saturday) == [.guardian("A-AUNT"): nil, .guardian("G-H1"): nil])
    }

    @Test("for every escort it is told why not")
    func escorts() {
        var world = PlanningWorld()
        world.addMother("M1")
        world.addHome("HOME", escorts: ["E1", "E2", "E3", "E4", "E5", "E6", "E7"])
        world.addGuardian("CARER", in: "HOME", .carer)
        world.addChild("C1", in: "HOME", of: "M1")
        world.register.escorts[1].weekdays = [.monday]
        world.register.escorts[2].available = DayRange(day("2026-12-06"), day("2026-12-31"))
        world.register.escorts[3].vettedUntil = day("2026-12-04")
        world.register.escorts[4].vettedUntil = saturday
        world.addAbsence(of: .escort("E6"), DayRange(saturday - 1, saturday))
        world.addAbsence(of: .escort("E7"), DayRange(saturday + 1, saturday + 1))
        #expect(
            obstacles(world, on: saturday) == [
                .escort("E1"): nil, .escort("E2"): .otherWeekdays([.monday]),
                .escort("E3"): .notAvailable(DayRange(day("2026-12-06"), day("2026-12-31"))),
                .escort("E4"): .vettingEnded(day("2026-12-04")), .escort("E5"): nil,
                .escort("E6"): .absent(DayRange(saturday - 1, saturday)), .escort("E7"): nil,
            ])
    }

    @Test("a family is told of its guardians and then of the escorts who work for it")
    func both() {
        var world = PlanningWorld.oneChild()
        world.addHome("HOME", escorts: ["E2", "E1"])
        world.register.households[0].escortsFrom = "HOME"
        var choice = world.choice(over: DayRange(saturday, saturday))
        let adults = choice.adults(for: world.register.bonds[0], on: saturday)
        #expect(adults.map(\.adult) == [.guardian("G-H1"), .escort("E1"), .escort("E2")])
        #expect(adults.map(\.relation) == [.grandmother, nil, nil])
    }

    @Test("an escort whom the rules do not admit is told so")
    func escortByRules() {
        var world = auntFirst()
        world.addHome("HOME", escorts: ["E1"])
        world.register.households[0].escortsFrom = "HOME"
        guard case .rules = obstacles(world, on: saturday)[.escort("E1")] else {
            Issue.record("Michigan was to keep a charity's escort away.")
            return
        }
    }
}
