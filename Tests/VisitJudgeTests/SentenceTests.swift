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

    @Test("one journey with another visit: as long as the journey leads to it")
    func sharedJourney() throws {
        var world = JudgeWorld()
        let visit = world.visits[0]
        func meeting(_ days: Int, _ prisoner: Identifier<Prisoner>) throws -> SharedTrip.Meeting {
            SharedTrip.Meeting(
                session: days == 0 ? try #require(visit.session) : "other", prison: visit.prison, prisoner: prisoner,
                children: visit.children, begins: CivilTime(visit.date + days, clock("10:00")),
                ends: CivilTime(visit.date + days, clock("10:30")))
        }
        let reasons = [VisitReason.journeyTogether, VisitReason.journey(with: visit.date + 1)]
        for (days, told) in zip([0, 1], reasons) {
            world.visits[0].trip?.shared = SharedTrip(
                meetings: try [meeting(0, visit.prisoner), meeting(days, "P9")])
            for reason in reasons + [VisitReason.journeyOfDay] {
                #expect(
                    VisitReason.isOfLostMeeting(reason, on: world.visits[0]) == (reason != told), "\(reason.english)")
            }
        }
        world.visits[0].reasons = [reasons[1]]
        world.visits[0].trip?.shared = nil
        #expect(world.said == ["V1 text-untrue shared-journey"])
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
