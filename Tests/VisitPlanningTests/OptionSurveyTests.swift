import Testing
import VisitModel
import VisitTravel

@testable import VisitPlanning

@Suite("The sessions that a party can attend")
struct OptionSurveyTests {
    /// One child, where neither the prison nor the rules ask for notice.
    private static func world(
        at place: Identifier<Place> = "NEAR", window: ClosedRange<Int> = 0...90
    ) -> PlanningWorld {
        var world = PlanningWorld.oneChild(at: place, bookingWindow: window)
        world.set("cn.notice_days", "0")
        return world
    }

    /// The four Saturdays lie 5, 12, 19 and 26 days ahead.
    private func dates(_ world: PlanningWorld) throws -> [String] {
        var survey = world.survey
        let party = try #require(world.formation.parties.first)
        return try survey.options(for: party).get().map { "\(survey.sessions[$0.session].date)" }
    }

    private func reason(_ world: PlanningWorld) throws -> Sentences.Reason {
        var survey = world.survey
        let party = try #require(world.formation.parties.first)
        guard case .failure(let none) = survey.options(for: party) else {
            throw UnexpectedOptions()
        }
        return none.reason
    }

    private struct UnexpectedOptions: Error {}

    private static let saturdays = ["2026-11-28", "2026-12-05", "2026-12-12", "2026-12-19"]

    @Test("nothing but the horizon bounds them where the prison takes bookings at once and the rules ask for no notice")
    func all() throws {
        #expect(try dates(Self.world()) == Self.saturdays)
        var shorter = Self.world()
        shorter.horizon = DayRange(day("2026-12-05"), day("2026-12-12"))
        #expect(try dates(shorter) == ["2026-12-05", "2026-12-12"])
    }

    @Test(
        "a session as many days ahead as the prison's window begins or ends is in it, one more or less is not",
        arguments: [
            (12...90, 1..<4), (13...90, 2..<4), (11...90, 1..<4), (0...19, 0..<3), (0...18, 0..<2), (0...20, 0..<3),
            (12...12, 1..<2),
        ])
    func bookingWindow(window: ClosedRange<Int>, places: Range<Int>) throws {
        #expect(try dates(Self.world(window: window)) == Array(Self.saturdays[places]))
    }

    @Test(
        "a session as many days ahead as the rules ask for notice can be asked for, one less cannot",
        arguments: [(11, 1), (12, 1), (13, 2), (5, 0), (6, 1)])
    func notice(days: Int, first: Int) throws {
        var world = Self.world()
        world.register.parameters = [Parameter(name: "cn.notice_days", value: "\(days)")]
        let party = try #require(world.formation.parties.first)
        let asked = party.entitlement(on: day(Self.saturdays[0]))?.noticeDays
        // The rules of the prison's country must ask for it, or nothing is tested.
        try #require(asked == days)
        #expect(try dates(world) == Array(Self.saturdays[first...]))
    }

    @Test("on the day of the release nobody visits any more, on the day before one can")
    func release() throws {
        var world = Self.world()
        world.register.prisoners[0].release = day("2026-12-12")
        #expect(try dates(world) == Array(Self.saturdays[..<2]))
        world.register.prisoners[0].release = day("2026-12-13")
        #expect(try dates(world) == Array(Self.saturdays[..<3]))
    }

    @Test("a day to which a child said no is none for its party, whatever is held on it; for another prisoner it is")
    func declinedDay() throws {
        var world = Self.world()
        world.register.givenUp = [
            GivenUp(
                session: "OTHER@2026-12-05", prisoner: "M1", children: ["C1"], day: day("2026-12-05")),
            GivenUp(session: "OTHER@2026-12-12", prisoner: "M2", children: ["C1"], day: day("2026-12-12")),
            GivenUp(session: "OTHER@2026-12-19", prisoner: "M1", children: ["C1"]),
        ]
        #expect(try dates(world) == ["2026-11-28", "2026-12-12", "2026-12-19"])
    }

    @Test("a session that people gave up for one of the children is none for all of them; for others it is")
    func givenUp() throws {
        var world = Self.world()
        world.addChild("C2", in: "H1", of: "M1")
        world.addMother("M2")
        world.register.givenUp = [
            GivenUp(session: "SAT@2026-12-05", prisoner: "M1", children: ["C2"]),
            GivenUp(session: "SAT@2026-12-12", prisoner: "M2", children: ["C1"]),
            GivenUp(session: "SAT@2026-12-19", prisoner: "M1", children: ["C9"]),
        ]
        #expect(world.formation.parties.map(\.children.count) == [2])
        #expect(try dates(world) == ["2026-11-28", "2026-12-12", "2026-12-19"])
    }

    @Test("a session that is closed is none")
    func closed() throws {
        var world = Self.world()
        world.register.closures = [
            Closure(id: "X", prison: "W1", days: DayRange(day("2026-12-06"), day("2026-12-12")))
        ]
        #expect(try dates(world) == ["2026-11-28", "2026-12-05", "2026-12-19"])
    }

    @Test("whoever goes along must be free on every day of the journey, the night before included")
    func overnight() throws {
        var world = Self.world(at: "NORTH")
        var survey = world.survey
        let party = try #require(world.formation.parties.first)
        let days = try journey(party, &survey).trip.shifted(days: survey.sessions[0].date.number).days
        let needed = Set(days.map(\.weekday))
        try #require(needed.count > 1 && needed.count < 7, "The journey was to take a night: \(days)")

        world.register.guardians[0].weekdays = needed.sorted()
        #expect(try dates(world).count == 4)
        for weekday in needed {
            world.register.guardians[0].weekdays = Weekday.allCases.filter { $0 != weekday }
            #expect(try reason(world).code == .noCompanion)
        }
    }

    @Test("an escort must be free on every day of the journey too")
    func escortOvernight() throws {
        var world = PlanningWorld()
        world.addMother("M1")
        world.addHome("HOME", escorts: ["E1"])
        world.register.households[0].place = "NORTH"
        world.addChild("C1", in: "HOME", of: "M1")
        #expect(try dates(world).count == 3, "The journey was to be possible at all.")
        world.register.escorts[0].weekdays = [.saturday]
        #expect(try reason(world).code == .noCompanion)
    }

    @Test("where travel sickness makes the journey too long for every adult, it is named, with what would help")
    func travelSick() throws {
        var world = Self.world()
        world.register.places.append(PlanningWorld.place("MIDDLE", latitude: 32.6))
        world.register.households[0].place = "MIDDLE"
        world.register.guardians[0].weekdays = [.saturday]
        try #require(try !dates(world).isEmpty, "An adult was to be free for the journey of one day.")
        world.register.children[0].needs = [.travelSickness]
        let reason = try reason(world)
        #expect(reason.code == .noCompanion && reason.facts.contains(Refusal.Fact("travelSickness", "yes")))
        #expect(reason.sentence.english.contains("travel-sick") && reason.sentence.chinese.contains("晕车"))
        #expect(reason.wouldHelp.contains { $0.english.contains("travel.sickness.hours_percent") })
        // Who is free on no day of the journey is not helped by hours.
        world.register.guardians[0].weekdays = [.monday]
        #expect(try !self.reason(world).sentence.english.contains("travel-sick"))
    }

    @Test("where the journey is too long for every adult and no child is travel-sick, the journey alone is named")
    func longJourney() throws {
        var world = Self.world(at: "NORTH")
        world.register.guardians[0].weekdays = [.saturday]
        let reason = try reason(world)
        #expect(reason.code == .noCompanion && reason.facts.map(\.name) == ["journeyDays"])
        #expect(reason.sentence.english.contains("none for the whole journey"))
    }

    private func journey(_ party: Party, _ survey: inout OptionSurvey) throws -> TravelOption {
        let found = survey.trip(for: [party], adults: 1, to: survey.sessions[0])
        return try #require(found)
    }

    // MARK: Video

    /// The prison, which can also be met by video on Saturdays from a site near the children.
    private func videoWorld() throws -> (world: PlanningWorld, minutes: Minutes) {
        var world = Self.world()
        world.register.places.append(PlanningWorld.place("SITE", latitude: 31.5))
        world.register.templates[0].modes = [.video]
        world.register.templates[0].site = "SITE"
        var survey = world.survey
        let party = try #require(world.formation.parties.first)
        return (world, try journey(party, &survey).trip.outbound.duration)
    }

    @Test("a site as far as video may reach is near enough, a minute further is not")
    func videoReach() throws {
        var (world, minutes) = try videoWorld()
        try #require(minutes.count > 1)
        let others = world.register.parameters
        for (reach, count) in [(minutes.count, 4), (minutes.count - 1, 0), (minutes.count + 1, 4)] {
            world.register.parameters = others + [Parameter(name: "plan.video.reach_minutes", value: "\(reach)")]
            if count == 0 {
                #expect(try reason(world).code == .noSession)
            } else {
                #expect(try dates(world).count == count)
            }
        }
    }

    @Test("a meeting by video costs what it is worth less than one in the prison")
    func videoValue() throws {
        var (world, _) = try videoWorld()
        func cost(worth: Int) throws -> Int {
            world.register.parameters = [Parameter(name: "plan.video.worth", value: "\(worth)")]
            return try #require(try options(world).first).cost
        }
        let whole = try cost(worth: 100)
        #expect(try cost(worth: 50) == whole + ProblemBuilder.pointsPerVisit / 2)
        #expect(try cost(worth: 0) == whole + ProblemBuilder.pointsPerVisit)
    }

    // MARK: School

    private func options(_ world: PlanningWorld) throws -> [OptionSurvey.Option] {
        var survey = world.survey
        let party = try #require(world.formation.parties.first)
        return try survey.options(for: party).get()
    }

    @Test("a day of school weighs what the operator says, once for all the children who miss it")
    func school() throws {
        var world = Self.world()
        world.addChild("C2", in: "H1", of: "M1")
        let free = try options(world).map(\.cost)
        try #require(free.count == 4)
        world.register.schoolCalendars = [
            SchoolCalendar(id: "S", stretches: [.init(.makeUp, DayRange(day("2026-12-05"), day("2026-12-05")))])
        ]
        for child in world.register.children.indices { world.register.children[child].schoolCalendar = "S" }
        #expect(try options(world).map(\.cost) == [free[0], free[1] + 150, free[2], free[3]])
        world.set("plan.school.cost", "7")
        #expect(try options(world).map(\.cost) == [free[0], free[1] + 7, free[2], free[3]])
    }

    @Test("every school day of a journey of several days counts, of the child who misses most")
    func schoolDays() throws {
        var world = Self.world(at: "NORTH")
        world.addChild("C2", in: "H1", of: "M1")
        let free = try options(world)
        try #require(free.count == 4)
        var survey = world.survey
        let party = try #require(world.formation.parties.first)
        let days = try journey(party, &survey).trip.shifted(days: survey.sessions[0].date.number).days
        try #require(days.count > 1)
        world.register.schoolCalendars = [
            SchoolCalendar(id: "ALL", stretches: [.init(.makeUp, days)]),
            SchoolCalendar(id: "LAST", stretches: [.init(.makeUp, DayRange(days.last, days.last))]),
        ]
        world.register.children[0].schoolCalendar = "LAST"
        world.register.children[1].schoolCalendar = "ALL"
        #expect(try options(world).first?.cost == free[0].cost + 150 * days.count)
        world.register.children[1].schoolCalendar = "LAST"
        #expect(try options(world).first?.cost == free[0].cost + 150)
        // School does not cost money.
        #expect(try options(world).map(\.money) == free.map(\.money))
    }

    // MARK: Reasons

    @Test("without a session, without a way or without a free adult the reason is the last obstacle on the way")
    func reasons() throws {
        var none = PlanningWorld.oneChild()
        none.register.templates = []
        #expect(try reason(none).code == .noSession)
        var nowhere = PlanningWorld.oneChild()
        nowhere.register.places[1].coordinate = nil
        #expect(try reason(nowhere).code == .noJourney)
        var busy = PlanningWorld.oneChild()
        busy.register.guardians[0].weekdays = [.monday]
        #expect(try reason(busy).code == .noCompanion)
    }

    @Test("a telephone hour at the prison is nothing that children travel to")
    func telephone() throws {
        var world = PlanningWorld.oneChild()
        world.register.templates[0].modes = [.call]
        #expect(try reason(world).code == .noSession)
        world.register.templates[0].modes = [.call, .table]
        #expect(try dates(world).count == 3)
    }
}
