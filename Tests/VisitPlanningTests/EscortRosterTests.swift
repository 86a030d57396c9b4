import Testing
import VisitModel

@testable import VisitPlanning

@Suite("Which escort is under way when")
struct EscortRosterTests {
    private func timeAway(_ begins: String, _ ends: String) -> TimeAway {
        let saturday = day("2026-12-05")
        return TimeAway(begins: CivilTime(saturday, clock(begins)), ends: CivilTime(saturday, clock(ends)))
    }

    /// A journey to M1 at that time.
    private func engagement(_ begins: String, _ ends: String, to prisoner: Identifier<Prisoner> = "M1") -> Engagement {
        Engagement(timeAway(begins, ends), meetings: [.init(prisoner: prisoner, day: day("2026-12-05"))])
    }

    /// An escort who is engaged from eight to twelve, and makes so many journeys a day.
    private func roster(tripsPerDay: Int) -> EscortRoster {
        var world = PlanningWorld()
        world.addHome("HOME", escorts: ["E1"])
        var roster = EscortRoster(facts: world.facts, tripsPerDay: tripsPerDay)
        roster.reserve("E1", timeAway("08:00", "12:00"))
        return roster
    }

    @Test("an escort who makes two journeys a day is free as soon as the other one ends, and until it begins")
    func twoJourneys() {
        for (begins, ends, isFree) in [
            ("12:00", "15:00", true), ("11:59", "15:00", false), ("06:00", "08:00", true), ("06:00", "08:01", false),
            ("09:00", "10:00", false), ("07:00", "13:00", false),
        ] {
            var roster = roster(tripsPerDay: 2)
            let found = roster.escorts(from: "HOME", engagement(begins, ends), count: 1)
            #expect(found.isEmpty != isFree, "\(begins) to \(ends)")
        }
    }

    @Test("an escort who makes one journey a day makes no second one on it")
    func oneJourney() {
        var roster = roster(tripsPerDay: 1)
        #expect(roster.escorts(from: "HOME", engagement("12:00", "15:00"), count: 1).isEmpty)
    }

    @Test("who was chosen is under way, and the next in order goes")
    func chosen() {
        var world = PlanningWorld()
        world.addHome("HOME", escorts: ["E2", "E1", "E3"])
        var roster = EscortRoster(facts: world.facts, tripsPerDay: 1)
        #expect(roster.escorts(from: "HOME", engagement("08:00", "12:00"), count: 2).map(\.id) == ["E1", "E2"])
        #expect(roster.escorts(from: "HOME", engagement("08:00", "12:00"), count: 2).map(\.id) == ["E3"])
        #expect(roster.escorts(from: "ELSEWHERE", engagement("08:00", "12:00"), count: 1).isEmpty)
    }

    @Test("an absence with hours leaves the escort free outside them")
    func hours() {
        var world = PlanningWorld()
        world.addHome("HOME", escorts: ["E1"])
        world.addAbsence(of: .escort("E1"), DayRange(day("2026-12-04"), day("2026-12-05")), "07:00", "09:00")
        for (begins, ends, isFree) in [
            ("09:00", "15:00", true), ("08:59", "15:00", false), ("05:00", "07:00", true), ("05:00", "07:01", false),
        ] {
            var roster = EscortRoster(facts: world.facts, tripsPerDay: 1)
            #expect(roster.escorts(from: "HOME", engagement(begins, ends), count: 1).isEmpty != isFree, "\(begins)")
        }
    }

    @Test("an escort who is banned from one prisoner goes to the others first, and never there")
    func banned() {
        var world = PlanningWorld()
        world.addHome("HOME", escorts: ["E1", "E2"])
        world.addSuspension(.escort("E2"), on: "2026-11-01", until: "2026-12-05")
        var roster = EscortRoster(facts: world.facts, tripsPerDay: 1)
        // E1, who comes first by identifier, is kept for the journey that E2 may not make.
        #expect(roster.escorts(from: "HOME", engagement("08:00", "12:00", to: "M2"), count: 1).map(\.id) == ["E2"])
        #expect(roster.escorts(from: "HOME", engagement("08:00", "12:00", to: "M1"), count: 1).map(\.id) == ["E1"])
        #expect(roster.escorts(from: "HOME", engagement("13:00", "15:00", to: "M1"), count: 2).isEmpty)
        world.register.events[0].until = day("2026-12-04")
        roster = EscortRoster(facts: world.facts, tripsPerDay: 1)
        #expect(roster.escorts(from: "HOME", engagement("08:00", "12:00"), count: 2).map(\.id) == ["E1", "E2"])
    }
}
