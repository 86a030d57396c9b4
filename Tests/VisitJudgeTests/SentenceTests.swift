import Testing
import VisitModel

@Suite("Whether what a visit says is true")
struct SentenceTests {
    @Test("no school that day: on any day of the journey")
    func noSchool() {
        var world = JudgeWorld()
        world.visits[0].reasons = [VisitReason.noSchool]
        #expect(world.said == [])
        world.register.schoolCalendars[0].stretches.append(
            .init(.makeUp, DayRange(JudgeWorld.saturday, JudgeWorld.saturday)))
        #expect(world.said == ["V1 text-untrue no-school"])
        world.register.schoolCalendars[0].stretches.removeLast()
        world.visits[0].trip?.outbound.legs[0].depart = CivilTime(JudgeWorld.saturday - 1, clock("18:00"))
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 text-untrue no-school"], "They leave on a Friday of the term.")
        #expect(flags.first?.fact("date") == "2026-12-04")
    }

    @Test("a school day: on one day of the journey at least")
    func schoolDay() {
        var world = JudgeWorld()
        world.visits[0].reasons = [VisitReason.schoolDay]
        #expect(world.said == ["V1 text-untrue school-day"])
        world.register.schoolCalendars[0].stretches.append(
            .init(.makeUp, DayRange(JudgeWorld.saturday, JudgeWorld.saturday)))
        #expect(world.said == [])
    }

    @Test("the first visit on record: until one of the children has been there, that of some until all have")
    func firstVisit() {
        var world = JudgeWorld()
        world.addChild("C9", in: "H1", of: "P1")
        world.visits[0].children = ["C1", "C9"]
        world.visits[0].reasons = [VisitReason.firstOnRecord]
        world.visits.append(world.visit("V0", of: "1", on: day("2026-11-21"), status: .held))
        #expect(world.said == ["V1 text-untrue first-visit"], "One of the two has been there.")
        world.visits[1].status = .missed
        #expect(world.said == [])
        world.visits[1].status = .held
        world.visits[0].reasons = [VisitReason.firstOfSome]
        #expect(world.said == [])
        world.visits[1].children = ["C1", "C9"]
        #expect(world.said == ["V1 text-untrue first-visit-of-some"])
    }

    @Test("one day: no night on the journey")
    func oneDay() {
        var world = JudgeWorld()
        world.visits[0].reasons = [VisitReason.oneDay]
        #expect(world.said == [])
        world.visits[0].trip?.outbound.legs[0].depart = CivilTime(JudgeWorld.saturday - 1, clock("18:00"))
        #expect(world.said == ["V1 text-untrue one-day"])
    }
}
