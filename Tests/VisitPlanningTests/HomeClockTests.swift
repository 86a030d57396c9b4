import Testing
import VisitModel

@testable import VisitPlanning

@Suite("A household whose clocks are not those of the prison")
struct HomeClockTests {
    /// A family that goes by the clocks of Urumqi, two hours behind those of the prison.
    private var world: PlanningWorld {
        var world = PlanningWorld.oneChild()
        world.register.places[1].zone = "Asia/Urumqi"
        world.register.households[0].leavesAfter = clock("04:00")
        return world
    }

    private let weeks = DayRange(day("2026-11-24"), day("2026-12-21"))

    private func hasVisits(_ world: PlanningWorld) throws -> Bool { try !world.plan().visits.isEmpty }

    @Test("the hours of the household are told by the prison's clocks, and end with the day")
    func hours() throws {
        var world = world
        let day = day("2026-12-05")
        let party = try #require(world.formation.parties.first)
        #expect(party.hours(on: day).lowerBound == clock("06:00"))
        #expect(party.hours(on: day).upperBound.minutes == Household.usualReturn.minutes + 120)
        world.register.households[0].returnsBefore = clock("23:00")
        let late = try #require(world.formation.parties.first)
        #expect(late.hours(on: day).upperBound == .endOfDay)
        world.register.places[1].zone = nil
        let near = try #require(world.formation.parties.first)
        #expect(near.hours(on: day).lowerBound == clock("04:00"))
    }

    @Test("an absence of the guardian or of the child is one by the clocks at home")
    func absences() throws {
        #expect(try hasVisits(world))
        for person in [Absence.Person.guardian("G-H1"), .child("C1")] {
            var (free, taken) = (world, world)
            // At ten in the prison it is eight at home, and past twelve, when all are home again, it is past ten.
            free.addAbsence(of: person, weeks, "10:20", "11:00")
            taken.addAbsence(of: person, weeks, "08:10", "08:20")
            #expect(try hasVisits(free), "\(person)")
            #expect(try !hasVisits(taken), "\(person)")
        }
    }

    @Test("an absence of the prisoner is one by the clocks of the prison")
    func prisoner() throws {
        var (free, taken) = (world, world)
        free.addAbsence(of: .prisoner("M1"), weeks, "08:00", "09:00")
        taken.addAbsence(of: .prisoner("M1"), weeks, "10:20", "11:00")
        #expect(try hasVisits(free))
        #expect(try !hasVisits(taken))
    }

    @Test("an escort's time away is compared by the clocks of the escort's home")
    func escort() throws {
        var world = PlanningWorld()
        world.addHome("HOME", escorts: ["E1"])
        world.register.places[1].zone = "Asia/Urumqi"
        let (first, last) = (CivilTime(day("2026-12-05"), clock("10:00")), CivilTime(day("2026-12-05"), clock("10:30")))
        world.addAbsence(of: .escort("E1"), weeks, "08:10", "08:20")
        let availability = Availability(world.register)
        let escort = world.register.escorts[0]
        #expect(availability.obstacle(of: escort, during: first..<last, byClockOf: "Asia/Shanghai") != nil)
        #expect(availability.obstacle(of: escort, during: first..<last) == nil)
        let engagement = Engagement(TimeAway(begins: first, ends: last), meetings: [], zone: "Asia/Shanghai")
        #expect(!availability.lets(escort, go: engagement))
    }
}
