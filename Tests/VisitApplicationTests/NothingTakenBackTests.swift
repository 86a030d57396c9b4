import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitTestSupport

@Suite("The planner proposes nothing that the judge would take back")
struct NothingTakenBackTests {
    /// What planner and judge could see differently.
    enum Difficulty: String, CaseIterable {
        /// One escort, and prisons a night away on two days one after the other.
        case nights
        /// Two prisoners who must be kept apart, and one session a week.
        case separation
        /// A visit of the month that people have entered and asked for.
        case entered
        /// Money of a month that suffices for one journey overnight.
        case money
        /// An adult who is absent for hours, by clocks two hours behind the prison's.
        case clocks
        /// A suspension that names nobody, and lasts longer than the rule says.
        case suspension
    }

    /// - Parameter cents: what a journey overnight costs.
    private func world(_ difficulty: Difficulty, cents: Cents = .zero) -> SmallWorld {
        var world = SmallWorld()
        for number in 1...2 {
            world.addMother("M\(number)")
            world.addFamily("H\(number)", withGuardian: difficulty != .nights && difficulty != .money)
            world.addChild("C\(number)", in: "H\(number)", of: "M\(number)", last: SmallWorld.today - 70)
        }
        switch difficulty {
        case .nights: overnight(&world)
        case .separation: world.register.separations = [Separation(id: "S", "M1", "M2")]
        case .entered:
            world.register.visits.append(
                Visit(
                    id: "entered", status: .requested, prisoner: "M1", household: "H1", children: ["C1"], prison: "W1",
                    session: "SAT@2026-12-12", date: day("2026-12-12"), start: clock("10:00"), minutes: 30))
        case .money:
            overnight(&world)
            world.register.budgets = [
                Budget(month: Month(year: 2026, month: 11), cents: 0),
                Budget(month: Month(year: 2026, month: 12), cents: cents),
            ]
        case .clocks:
            world.register.places[1].zone = "Asia/Urumqi"
            world.register.absences = [
                Absence(
                    id: "A", person: .guardian("G-H1"), days: DayRange(SmallWorld.today, SmallWorld.today + 60),
                    hours: clock("07:30")..<clock("08:10"))
            ]
        case .suspension:
            world.register.events = [
                PrisonerEvent(id: "E", prisoner: "M1", kind: .visitorSuspended, date: SmallWorld.today - 400)
            ]
        }
        return world
    }

    /// Gives the households one escort in common, who lives a night's journey from the prison.
    private func overnight(_ world: inout SmallWorld) {
        world.register.places.append(
            Place(
                id: "NORTH", name: BilingualText(en: "North", zh: "北"),
                coordinate: Coordinate(latitude: 35.5, longitude: 117)))
        world.register.guardians = []
        world.register.escorts = [
            Escort(
                id: "E1", name: "Escort (invented)", home: "H1",
                available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: 4)
        ]
        for number in world.register.households.indices {
            world.register.households[number].place = "NORTH"
            world.register.households[number].escortsFrom = "H1"
        }
        world.register.templates = [Weekday.saturday, .sunday].map { weekday in
            SessionTemplate(
                id: Identifier("\(weekday)"), prison: "W1",
                recurrence: .weekly(weekday, every: 1, anchor: SessionTemplate.defaultAnchor), start: clock("08:00"),
                minutes: 30, tables: 4)
        }
    }

    @Test("a proposal whose day passed without a word has taken its money until somebody says that nobody went")
    func silentProposal() throws {
        let dearest = try #require(
            try TemporaryFolder.use { folder in
                try world(.nights).desk(in: folder).plan(fourWeeks()).plan.visits.compactMap(\.trip?.cents).max()
            })
        try TemporaryFolder.use { folder in
            let desk = try world(.money, cents: dearest).desk(in: folder)
            let december = Month(year: 2026, month: 12)
            func proposed(on today: Day) throws -> [Visit] {
                let report = try desk.plan(fourWeeks(from: today))
                #expect(report.warnings.map(\.code).filter { $0 != "plan-judged" } == [])
                return report.plan.visits.filter {
                    $0.status == .proposed && $0.date.month == december && $0.date >= today && $0.trip?.cents != .zero
                }
            }
            let first = try #require(try proposed(on: SmallWorld.today).first)
            for days in [1, 2, 3] { #expect(try proposed(on: first.date + days) == []) }
            let report = String(
                decoding: try desk.report(
                    on: .init(.budget, about: .everything), format: .json, today: first.date + 3, language: .english),
                as: UTF8.self)
            #expect(report.contains("\"planned\":\(dearest.count)") || report.contains("\"planned\": \(dearest.count)"))
            let step = Desk.Step(.missed, by: .household, reason: "nobody went")
            _ = try desk.take(step, on: [first.id], today: first.date + 3)
            #expect(try !proposed(on: first.date + 3).isEmpty)
        }
    }

    @Test("whatever makes it difficult", arguments: Difficulty.allCases)
    func holds(difficulty: Difficulty) throws {
        let journeys = try TemporaryFolder.use { folder in
            try world(.nights).desk(in: folder).plan(fourWeeks()).plan.visits.compactMap(\.trip?.cents)
        }
        let dearest = try #require(journeys.max())
        try TemporaryFolder.use { folder in
            let report = try world(difficulty, cents: dearest).desk(in: folder).plan(fourWeeks())
            #expect(report.warnings.map(\.code) == ["plan-judged"])
            #expect(!report.plan.visits.isEmpty)
        }
    }
}
