import Testing
import VisitModel
import VisitSolver

@testable import VisitPlanning

@Suite("A plan that holds for the persons who go")
struct PlanMendingTests {
    private func visits(_ plan: Plan, to prisoner: Identifier<Prisoner>) -> [Visit] {
        plan.visits.filter { $0.prisoner == prisoner }
    }

    /// A home far away, with children of two mothers whose prison opens on Saturdays and Sundays at eight: whoever goes is away
    /// from the day before.
    private func farHome(escorts: [Identifier<Escort>]) -> PlanningWorld {
        var world = PlanningWorld()
        world.register.templates = [Weekday.saturday, .sunday].map { weekday in
            SessionTemplate(
                id: Identifier("\(weekday)"), prison: "W1", recurrence: PlanningWorld.weekly(weekday),
                start: clock("08:00"), minutes: 30, tables: 4)
        }
        world.addHome("HOME", escorts: escorts)
        world.register.households[0].place = "NORTH"
        for number in 1...2 {
            world.addMother(Identifier("M\(number)"))
            world.addChild(Identifier("C\(number)"), in: "HOME", of: Identifier("M\(number)"))
        }
        return world
    }

    @Test("an escort who is away overnight is counted on every day of the journey")
    func overnight() throws {
        let (_, problem) = try farHome(escorts: ["E1"]).problem()
        #expect(!problem.trips.isEmpty && problem.trips.allSatisfy { $0.daysBefore + $0.daysAfter > 0 })
        for trip in problem.trips {
            let session = try #require(trip.session)
            let days = problem.daysAway(from: trip.home, to: session)
            #expect(days.count == 1 + trip.daysBefore + trip.daysAfter || days.lowerBound == 0)
        }
    }

    @Test("nobody is proposed to go without an adult, though an escort's nights overlap")
    func nobodyAlone() throws {
        let plan = try farHome(escorts: ["E1"]).plan()
        #expect(!plan.visits.isEmpty && plan.visits.allSatisfy { $0.companion != nil })
        #expect(Set(plan.visits.flatMap(\.children)) == ["C1", "C2"], "There is a weekend for each.")
        let away = plan.visits.compactMap(\.trip).map(TimeAway.init)
        for (position, one) in away.enumerated() {
            #expect(!away[(position + 1)...].contains { $0 != one && $0.overlaps(one) })
        }
    }

    @Test("an escort with few places leads smaller groups, and so none is left without an adult")
    func smallGroups() throws {
        var world = PlanningWorld()
        world.addMother("M1")
        world.addHome("HOME", escorts: ["E1"], maxChildren: 2)
        for number in 1...3 { world.addChild(Identifier("C\(number)"), in: "HOME", of: "M1") }
        #expect(world.formation.parties.map(\.children.count) == [2, 1])
        world.set("plan.visits_per_month", "4")
        let plan = try world.plan()
        #expect(!plan.visits.isEmpty && plan.visits.allSatisfy { $0.companion == .escort("E1") })
    }

    @Test("no party is larger than the prison lets in, small children included")
    func mostVisitors() {
        var world = PlanningWorld.oneChild()
        world.addChild("C2", in: "H1", of: "M1", born: day("2025-06-06"))
        world.addChild("C3", in: "H1", of: "M1", born: day("2016-06-06"))
        world.register.prisons[0].maxVisitors = 3
        #expect(world.formation.parties.map(\.persons).allSatisfy { $0 <= 3 })
        #expect(Set(world.formation.parties.flatMap { $0.children.map(\.id) }) == ["C1", "C2", "C3"])
        world.register.prisons[0].maxVisitors = 1
        #expect(world.formation.parties.isEmpty)
        #expect(world.formation.refusals.map(\.code) == [.ineligible, .ineligible, .ineligible])
        #expect(world.formation.refusals.first?.sentence.english.contains("1 visitor at once") == true)
    }

    @Test("two prisoners who must be kept apart are never in one session, and both are visited")
    func separation() throws {
        var world = PlanningWorld.oneChild()
        world.addMother("M2")
        world.addFamily("H2")
        world.addChild("C2", in: "H2", of: "M2")
        func together(_ plan: Plan) -> Bool {
            let sessions = visits(plan, to: "M1").map(\.session)
            return visits(plan, to: "M2").contains { sessions.contains($0.session) }
        }
        #expect(together(try world.plan()), "The test must have something to keep apart.")
        world.register.separations = [Separation(id: "S", "M1", "M2")]
        let plan = try world.plan()
        #expect(!together(plan))
        #expect(!visits(plan, to: "M1").isEmpty && !visits(plan, to: "M2").isEmpty)
        // Beside what people have agreed the proposal yields.
        world.register.visits = [world.visit("agreed", on: "2026-12-05", .confirmed)]
        world.horizon = DayRange(from: PlanningWorld.today + 1, days: 14)
        let alone = try world.plan()
        #expect(visits(alone, to: "M2").isEmpty)
        #expect(alone.refusals.first { $0.child == "C2" }?.code == .doesNotHold)
    }

    @Test("a visit that people have entered and asked for takes one of the month's, and keeps the least time to others")
    func entered() throws {
        var world = PlanningWorld.oneChild()
        let before = try world.plan()
        #expect(before.visits.contains { $0.date.month == Month(year: 2026, month: 12) })
        world.register.visits = [world.visit("entered", on: "2026-12-12", .requested)]
        let (builder, problem) = try world.problem()
        #expect(problem.fixed.count == 1)
        #expect(builder.agreed.values.map(\.id) == ["entered"])
        let after = try world.plan()
        #expect(!after.visits.contains { $0.date.month == Month(year: 2026, month: 12) })
        #expect(after.refusals.isEmpty)
        // In a session that the plan does not know it counts as well.
        world.register.visits[0].session = nil
        world.register.visits[0].date = day("2026-12-03")
        #expect(try world.problem().problem.fixed.isEmpty)
        let beside = try world.plan()
        #expect(!beside.visits.contains { abs($0.date - day("2026-12-03")) < 7 })
        #expect(!beside.visits.contains { $0.date.month == Month(year: 2026, month: 12) })
    }

    @Test("a visit of the plan that people have asked for stays where it is, though another date were better")
    func asked() throws {
        var world = PlanningWorld.oneChild()
        world.published = world.plan(of: [world.visit("asked", on: "2026-12-19", .requested)])
        let stays = try world.plan()
        #expect(stays.visits.first { $0.id == "asked" }?.date == day("2026-12-19"))
        #expect(stays.visits.first { $0.id == "asked" }?.status == .requested)
        // Where nobody can go then it stays as people have it, and nothing is claimed to be cancelled.
        world.addAbsence(of: .guardian("G-H1"), DayRange(day("2026-12-19"), day("2026-12-19")))
        let kept = try world.plan()
        #expect(kept.visits.contains { $0 == world.published?.visits[0] })
        #expect(!kept.changes.contains { $0.visit == "asked" })
    }

    @Test("the money of a month suffices for what the journeys really cost, nights included")
    func money() throws {
        var world = farHome(escorts: ["E1", "E2"])
        world.register.budgets = [11, 12].map {
            Budget(month: Month(year: 2026, month: $0), cents: 1_000_000)
        }
        let dear = try world.plan()
        func spent(_ plan: Plan) -> Int {
            let journeys = Dictionary(grouping: plan.visits) { $0.trip?.shared }
            return journeys.reduce(0) { sum, entry in
                let cents = entry.value.map { $0.trip?.cents.count ?? 0 }
                return sum + (entry.key == nil ? cents.reduce(0, +) : cents.max() ?? 0)
            }
        }
        let needed = dear.visits.filter { $0.date.month.month == 12 }.compactMap { $0.trip?.cents.count }.max()
        world.register.budgets = [
            Budget(month: Month(year: 2026, month: 11), cents: 0),
            Budget(month: Month(year: 2026, month: 12), cents: Cents(try #require(needed))),
        ]
        let cheap = try world.plan()
        #expect(!cheap.visits.isEmpty)
        #expect(spent(cheap) <= needed ?? 0)
        #expect(cheap.refusals.allSatisfy { $0.code == .noBudget })
    }

    @Test("a guardian is not on two journeys at once, nights included")
    func guardianTwice() throws {
        var world = PlanningWorld.oneChild(at: "NORTH")
        world.register.templates[0].start = clock("08:00")
        world.addMensPrison(on: .friday, at: "15:00")
        world.addFather("F2", of: "C1")
        // Another child's father, so that the two visits are made on no common journey.
        world.register.bonds.removeLast()
        world.register.children.append(
            Child(id: "C2", name: "Child (invented)", birthDate: day("2013-01-01"), household: "H1"))
        world.register.bonds.append(Bond(id: "C2-F2", child: "C2", prisoner: "F2", relation: .father))
        let plan = try world.plan()
        #expect(!visits(plan, to: "F2").isEmpty && !visits(plan, to: "M1").isEmpty)
        for one in plan.visits {
            for other in plan.visits where other.id != one.id {
                let apart = one.trip?.shared == nil || one.trip?.shared != other.trip?.shared
                #expect(!apart || !TimeAway(of: one).overlaps(TimeAway(of: other)))
            }
        }
    }
}
