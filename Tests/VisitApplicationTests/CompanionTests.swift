import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitTestSupport

@Suite("Who goes along")
struct CompanionTests {
    /// A world of one mother, whose child lives a night's journey away with a grandmother.
    private func farWorld() -> SmallWorld {
        var world = SmallWorld()
        world.register.places.append(
            Place(
                id: "NORTH", name: BilingualText(en: "North", zh: "北"),
                coordinate: Coordinate(latitude: 35.5, longitude: 117)))
        world.addMother("M1")
        world.addFamily("H1", at: "NORTH")
        world.addChild("C1", in: "H1", of: "M1", born: day("2013-03-03"))
        return world
    }

    private func plan(_ world: SmallWorld) throws -> Plan {
        try TemporaryFolder.use { folder in try world.desk(in: folder).plan(fourWeeks()).plan }
    }

    @Test("where the rules do not admit the first guardian, the one whom they admit goes")
    func admittedGuardian() throws {
        var world = SmallWorld()
        world.register.prisons[0].jurisdiction = Jurisdiction("US-MI")
        world.register.prisons[0].zone = "America/Detroit"
        world.register.parameters = [Parameter(name: "mi.visits_per_month", value: "2")]
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        world.register.guardians.append(
            Guardian(
                id: "A-AUNT", name: "Aunt (invented)", household: "H1", relation: .aunt, birthDate: day("1980-01-01")))
        let visits = try plan(world).visits
        #expect(!visits.isEmpty)
        #expect(visits.allSatisfy { $0.companion == .guardian("G-H1") })

        world.register.guardians.removeAll { $0.id == "G-H1" }
        let refusal = try #require(try plan(world).refusals.first)
        #expect(refusal.code == .noCompanion)
        #expect(refusal.facts.contains { $0.name == "rule" && $0.value == "US-MI-ESCORT" })
        #expect(refusal.sentence.english.contains("Overton v. Bazzetta"))
        #expect(refusal.wouldHelp.contains { $0.english.contains("grandmother") })
    }

    @Test("explanation, account, tasks and reminders speak of the adult whom the plan takes, not of the first one")
    func sameAdult() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.register.prisons[0].jurisdiction = Jurisdiction("US-MI")
            world.register.prisons[0].zone = "America/Detroit"
            world.register.parameters = [Parameter(name: "mi.visits_per_month", value: "2")]
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            world.register.guardians.append(
                Guardian(
                    id: "A-AUNT", name: "Aunt (invented)", household: "H1", relation: .aunt,
                    birthDate: day("1980-01-01")))
            let desk = try world.desk(in: folder)
            // Before there is a plan, and with one.
            for isPlanned in [false, true] {
                if isPlanned { _ = try desk.plan(fourWeeks()) }
                let explanation = try #require(
                    try desk.explain(.bond("C1", "M1"), on: nil, today: SmallWorld.today).first)
                #expect(explanation.entitlement.decision == .allowed || explanation.entitlement.decision == .restricted)
                #expect(explanation.companions.map(\.adult) == [.guardian("A-AUNT"), .guardian("G-H1")])
                let aunt = try #require(explanation.companions.first)
                #expect(aunt.obstacle?.english.contains("do not admit") == true)
                #expect(explanation.companions.last?.obstacle == nil)
                #expect(explanation.companions.last?.goesAlong == isPlanned)
            }
            #expect(try desk.account(of: "M1", today: SmallWorld.today).quota?.count == 2)
            let compliance = try desk.report(
                on: Desk.ReportSubject(.compliance, about: .everything), format: .text, today: SmallWorld.today,
                language: .english)
            #expect(String(decoding: compliance, as: UTF8.self).contains("2 visits"))
        }
    }

    @Test("the adult whom a visit names is the one whom its explanation is about")
    func namedAdult() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.register.prisons[0].jurisdiction = Jurisdiction("US-MI")
            world.register.prisons[0].zone = "America/Detroit"
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            world.register.guardians.append(
                Guardian(
                    id: "Z-AUNT", name: "Aunt (invented)", household: "H1", relation: .aunt,
                    birthDate: day("1980-01-01")))
            world.register.visits = [
                Visit(
                    id: "V1", status: .confirmed, prisoner: "M1", household: "H1", children: ["C1"],
                    companion: .guardian("Z-AUNT"), prison: "W1", session: "SAT@2026-12-05", date: day("2026-12-05"),
                    start: clock("10:00"), minutes: 30)
            ]
            let desk = try world.desk(in: folder)
            let explanation = try #require(try desk.explain(.visit("V1"), on: nil, today: SmallWorld.today).first)
            #expect(explanation.entitlement.decision == .ineligible)
            #expect(explanation.companions.first { $0.goesAlong }?.adult == .guardian("Z-AUNT"))
        }
    }

    @Test("guardians whom the rules admit alike stand in for one another")
    func standIn() throws {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        world.register.guardians[0].weekdays = [.monday]
        world.register.guardians.append(
            Guardian(
                id: "G-SECOND", name: "Grandfather (invented)", household: "H1", relation: .grandfather,
                birthDate: day("1958-01-01")))
        let visits = try plan(world).visits
        #expect(!visits.isEmpty)
        #expect(visits.allSatisfy { $0.companion == .guardian("G-SECOND") })
    }

    @Test("whoever goes along is free on every day of the journey")
    func wholeJourney() throws {
        var world = farWorld()
        let before = try plan(world).visits
        #expect(!before.isEmpty)
        #expect(before.allSatisfy { $0.trip?.days.count ?? 0 > 1 }, "The world was to need a night: \(before)")

        world.register.guardians[0].weekdays = [.saturday]
        #expect(try plan(world).visits.isEmpty, "A guardian who is free on Saturdays alone cannot be away on two days.")
    }

    @Test("a journey that begins on a school day gives way to one that does not")
    func school() throws {
        var world = farWorld()
        world.register.templates.append(
            SessionTemplate(
                id: "SUN", prison: "W1", recurrence: .weekly(.sunday, every: 1, anchor: SessionTemplate.defaultAnchor),
                start: clock("10:00"), minutes: 30, tables: 4))
        world.register.schoolCalendars = [
            SchoolCalendar(id: "SCHOOL", stretches: [.init(.term, DayRange(day("2026-09-01"), day("2027-01-31")))])
        ]
        world.register.children[0].schoolCalendar = "SCHOOL"
        world.register.visits.append(
            Visit(
                id: "past", status: .held, prisoner: "M1", household: "H1", children: ["C1"], prison: "W1",
                date: day("2026-11-07"), minutes: 30))
        let visits = try plan(world).visits
        #expect(!visits.isEmpty)
        #expect(visits.allSatisfy { $0.date.weekday == .sunday && $0.trip?.leavesHome.day.weekday == .saturday })
    }

    @Test("an agreed visit of a child whose contact was put on hold keeps its table")
    func agreedOutside() throws {
        var world = SmallWorld(tables: 1)
        for number in 1...2 {
            world.addMother("M\(number)")
            world.addFamily("H\(number)")
        }
        world.addChild("C1", in: "H1", of: "M1", contact: .onHold)
        world.addChild("C2", in: "H2", of: "M2")
        world.register.visits.append(
            Visit(
                id: "agreed", status: .confirmed, prisoner: "M1", household: "H1", children: ["C1"], prison: "W1",
                session: "SAT@2026-12-05", date: day("2026-12-05"), start: clock("10:00"), minutes: 30))
        let visits = try plan(world).visits
        #expect(!visits.isEmpty)
        #expect(!visits.contains { $0.session == "SAT@2026-12-05" && $0.id != "agreed" })
    }
}
