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

    /// A child with an aunt, who comes first and is not admitted, and a grandmother.
    private static func auntFirst() -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        world.register.guardians.append(
            Guardian(
                id: "A-AUNT", name: "Aunt (invented)", household: "H1", relation: .aunt, birthDate: day("1980-01-01")))
        return world
    }

    /// Worlds in which an adult is asked about today whom the plan does not take, unless all ask over the same days.
    enum Household: String, CaseIterable, Sendable {
        /// The first adult is none whom the rules admit.
        case auntFirst
        /// So it is, and nobody is admitted before next week.
        case suspendedToday
        /// The only adult is eighteen tomorrow.
        case eighteenTomorrow

        var world: SmallWorld {
            var world = CompanionTests.auntFirst()
            world.register.parameters = [Parameter(name: "calendar.call_day", value: "5")]
            switch self {
            case .auntFirst: break
            case .suspendedToday:
                world.register.events = [
                    PrisonerEvent(
                        id: "E1", prisoner: "M1", kind: .strictManagement, date: SmallWorld.today - 7,
                        until: SmallWorld.today + 5)
                ]
            case .eighteenTomorrow:
                world.register.guardians = [
                    Guardian(
                        id: "BROTHER", name: "Brother (invented)", household: "H1", relation: .sibling,
                        birthDate: day("2008-11-24"))
                ]
            }
            return world
        }

        /// The adult of that household whom the rules admit.
        var adult: Visit.Companion { self == .eighteenTomorrow ? .guardian("BROTHER") : .guardian("G-H1") }
    }

    /// Rules by which aunts do not go along and mothers can be called.
    private static let pack = """
        id: small
        title: {en: Small, zh: 小}
        instrument: {en: An invented instrument, zh: 虚构文件}
        source: {en: Invented for a test., zh: 为测试虚构。}
        parameters:
          - name: small.visits
            unit: count
            default: unset
            most: 9
            explanation: {en: How many., zh: 几次。}
        rules:
          - id: small-adult
            title: {en: Who goes along, zh: 陪同人}
            citation: {en: Article 1, zh: 第一条}
            force: law
            confidence: K
            valid_from: 2000-01-01
            scope: {jurisdiction: "*"}
            effects:
              - {type: require, what: escort, below_age: 18, relations: [grandmother, sibling]}
              - {type: modes, allow: [table, call]}
              - {type: cap, what: visits, value: 2, per: calendar-month}
            trace: {en: A grandmother goes along., zh: 由祖母陪同。}
          - id: small-strict
            title: {en: Strict management, zh: 严管}
            citation: {en: Article 2, zh: 第二条}
            force: law
            confidence: K
            valid_from: 2000-01-01
            scope: {jurisdiction: "*"}
            conditions:
              - {event: strictManagement, state: during}
            effects:
              - {type: suspend, target: prisoner, reach: all, restore: automatic}
            trace: {en: Visits wait., zh: 暂停会见。}
          - id: small-open
            title: {en: Solitary, zh: 禁闭}
            citation: {en: Article 3, zh: 第三条}
            force: law
            confidence: K
            valid_from: 2000-01-01
            scope: {jurisdiction: "*"}
            conditions:
              - {event: solitary, state: during}
            effects:
              - {type: cap, what: visits, parameter: small.visits, per: calendar-month}
            trace: {en: The prison sets a number., zh: 由监狱规定次数。}
        """

    /// Runs `body` before there is a plan, and with one; the plan takes the adult whom the rules admit.
    private func beforeAndAfterPlan(
        _ world: SmallWorld, taking adult: Visit.Companion, _ body: (Desk, TemporaryFolder) throws -> Void
    ) throws {
        try TemporaryFolder.use { folder in
            try folder.write(Self.pack, to: "config/rules/small.yaml")
            let desk = try world.desk(in: folder, configuration: folder.path("config"))
            try body(desk, folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            #expect(!visits.isEmpty && visits.allSatisfy { $0.companion == adult })
            try body(desk, folder)
        }
    }

    @Test(
        "account, explanation and reminders speak of the adult whom the plan takes, whatever holds today",
        arguments: Household.allCases)
    func accountExplanationReminders(household: Household) throws {
        try beforeAndAfterPlan(household.world, taking: household.adult) { desk, folder in
            let account = try desk.account(of: "M1", today: SmallWorld.today)
            #expect(account.quota?.count == (household == .suspendedToday ? 0 : 2))
            let explanation = try desk.explain(.bond("C1", "M1"), on: SmallWorld.today, today: SmallWorld.today).first
            #expect(explanation?.entitlement.decision == (household == .suspendedToday ? .suspended : .allowed))
            _ = try desk.export(
                .ics, of: .one(.household("H1")), to: folder.path("out"), today: SmallWorld.today, language: .english)
            let calendar = String(decoding: try folder.read("out/household-H1.ics"), as: UTF8.self)
            #expect(calendar.contains("UID:H1-M1-2026-12@call.visitd"))
        }
    }

    @Test("tasks speak of the adult whom the plan takes, whatever holds today", arguments: Household.allCases)
    func tasks(household: Household) throws {
        var world = household.world
        // Until next week a figure is missing; that is worth a task only for a child who can come with somebody.
        world.register.events = [
            PrisonerEvent(
                id: "E1", prisoner: "M1", kind: .solitary, date: SmallWorld.today - 7, until: SmallWorld.today + 5)
        ]
        try beforeAndAfterPlan(world, taking: household.adult) { desk, _ in
            let list = try desk.tasks(within: 30, prisoner: nil, household: nil, today: SmallWorld.today)
            #expect(list.tasks.map(\.duty.task).contains(.setParameter))
        }
    }

    @Test("explanation, account and report speak of the adult whom the plan takes, not of the first one")
    func sameAdult() throws {
        try TemporaryFolder.use { folder in
            var world = Self.auntFirst()
            world.register.prisons[0].jurisdiction = Jurisdiction("US-MI")
            world.register.prisons[0].zone = "America/Detroit"
            world.register.parameters = [Parameter(name: "mi.visits_per_month", value: "2")]
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
            // Whose sister the aunt is, nobody has recorded.
            #expect(explanation.entitlement.decision == .undetermined)
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
