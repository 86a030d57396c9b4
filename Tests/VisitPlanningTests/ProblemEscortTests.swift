import Testing
import VisitModel
import VisitSolver

@testable import VisitPlanning

@Suite("Escorts and shared journeys in the solver's integers")
struct ProblemEscortTests {
    /// A home with escorts of four places, a child who sees its mother and one who sees its father.
    private func home(maxChildren: Int = 4) -> PlanningWorld {
        var world = PlanningWorld()
        world.addMensPrison(on: .saturday, at: "14:00")
        world.addMother("M1")
        world.addHome("HOME", escorts: ["E1", "E2"], maxChildren: maxChildren)
        world.addChild("C1", in: "HOME", of: "M1")
        world.register.children.append(
            Child(id: "C9", name: "Child (invented)", birthDate: day("2013-01-01"), household: "HOME"))
        world.addFather("F9", of: "C9")
        return world
    }

    @Test("an escort is a row for each stretch of days between absences")
    func rows() throws {
        var world = home()
        world.register.escorts[0].weekdays = [.saturday, .sunday]
        world.addAbsence(of: .escort("E1"), DayRange(day("2026-12-04"), day("2026-12-06")))
        // Before anybody is under way, and another escort's.
        world.addAbsence(of: .escort("E1"), DayRange(day("2026-12-12"), day("2026-12-12")), "00:00", "05:30")
        world.addAbsence(of: .escort("E9"), world.horizon)
        world.register.escorts[1].available = DayRange(day("2026-11-30"), day("2026-12-31"))
        world.register.escorts[1].vettedUntil = day("2026-12-10")
        world.register.escorts[1].maxChildren = 3
        world.set("plan.escort_trips_per_day", "2")
        var builder = ProblemBuilder(world.context, parties: world.formation.parties, survey: world.survey)
        _ = try builder.problem()
        var draft = ProblemDraft(start: world.horizon.first, days: 28, catchUp: 0, weights: ProblemBuilder.weights)
        let positions = builder.addEscorts(to: &draft)
        #expect(positions == ["HOME": EscortHomeIndex(0)])
        #expect(draft.escortHomes == ["HOME"])
        let first = world.horizon.first
        #expect(
            draft.escorts.map(\.firstDay) == [
                day("2026-01-01") - first, day("2026-12-07") - first, day("2026-11-30") - first,
            ])
        #expect(
            draft.escorts.map(\.lastDay) == [
                day("2026-12-03") - first, day("2027-12-31") - first, day("2026-12-10") - first,
            ])
        #expect(draft.escorts.prefix(2).allSatisfy { $0.weekdays == [.saturday, .sunday] })
        #expect(draft.escorts.last?.weekdays == Set(Weekday.allCases))
        // The smallest group that one of them can take is what all can be counted on to take.
        #expect(draft.escorts.allSatisfy { $0.trips == 2 && $0.maxChildren == 3 })
    }

    @Test("an escort's journey is charged once for a home and a session, and a guardian's is not")
    func charges() throws {
        var world = home()
        world.addMother("M2")
        world.addChild("C2", in: "HOME", of: "M2")
        world.addFamily("H1")
        world.addMother("M3")
        world.addChild("C3", in: "H1", of: "M3")
        let (_, problem) = try world.problem()
        #expect(Set(problem.trips.map { problem.prisons[$0.prison.position].id }) == ["M1", "W1"])
        let sessions = problem.trips.compactMap(\.session)
        #expect(sessions.count == problem.trips.count && Set(sessions).count == sessions.count)
        #expect(problem.trips.allSatisfy { $0.home.position == 0 && $0.cost > 0 && $0.money > 0 })
        let escorted = problem.requests.map { $0.escortHome != nil }
        #expect(escorted.count == 4 && escorted.count { $0 } == 3)
    }

    @Test("groups of one home to two prisons of one city are linked by their share of an escort's journey")
    func escortLinks() throws {
        let (_, problem) = try home().problem()
        let link = try #require(problem.links.first)
        #expect(problem.links.count == 1)
        #expect(link.maxDaysApart == 0)
        let cheapest = try #require(problem.trips.map(\.cost).min())
        // Two children of the eight whom two journeys could take.
        #expect(link.saving == cheapest * 2 / 8)
        #expect(try home(maxChildren: 1).problem().problem.links.isEmpty, "One escort cannot take both.")
        var apart = home()
        apart.register.prisons[0].place = "NORTH"
        #expect(try apart.problem().problem.links.isEmpty, "They are not in one city.")
    }

    @Test("mother's and father's visit of the same children are linked by the journey that falls away")
    func journeyLinks() throws {
        var world = PlanningWorld.oneChild()
        world.addMensPrison(on: .saturday, at: "14:00")
        world.addFather("F1", of: "C1")
        let (_, problem) = try world.problem()
        #expect(problem.requests.map(\.id) == ["H1/F1", "H1/M1"])
        #expect(problem.links.map(\.maxDaysApart) == [0])
        #expect(problem.links.allSatisfy { $0.saving > 0 })
        // Where their sessions never clash, the two may lie on one day.
        #expect(problem.requests[0].family != problem.requests[1].family)

        var clash = PlanningWorld.oneChild()
        clash.addMensPrison(on: .saturday, at: "10:15")
        clash.addFather("F1", of: "C1")
        let clashing = try clash.problem().problem
        #expect(clashing.links.isEmpty)
        #expect(clashing.requests[0].family == clashing.requests[1].family)
    }
}
