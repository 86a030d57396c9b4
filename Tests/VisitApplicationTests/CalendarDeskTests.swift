import Foundation
import Testing
import VisitModel
import VisitStore
import VisitTestSupport

@testable import VisitApplication

@Suite("Calendars from the store")
struct CalendarDeskTests {
    /// A home with an escort and two children, and a family in the same town with one; two mothers.
    private func world() -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.addMother("M2")
        world.addFamily("H1")
        world.addFamily("HOME", withGuardian: false)
        world.register.households[1].kind = .charityHome
        world.register.escorts = [
            Escort(
                id: "E1", name: "Escort (invented)", home: "HOME",
                available: DayRange(SmallWorld.today, SmallWorld.today + 100), maxChildren: 4)
        ]
        world.addChild("C1", in: "H1", of: "M2")
        world.addChild("C2", in: "HOME", of: "M1")
        world.addChild("C3", in: "HOME", of: "M1")
        return world
    }

    private func withPlan(
        _ world: SmallWorld, _ body: (Desk, TemporaryFolder) throws -> Void
    ) throws {
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            _ = try desk.plan(fourWeeks())
            try body(desk, folder)
        }
    }

    private func export(
        _ desk: Desk, _ selection: Desk.ExportSelection, to folder: TemporaryFolder, today: Day = SmallWorld.today
    ) throws -> Desk.ExportReport {
        try desk.export(.ics, of: selection, to: folder.path("out"), today: today, language: .english)
    }

    private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
        String(decoding: try folder.read("out/\(name)"), as: UTF8.self).replacing("\r\n ", with: "")
    }

    @Test("everybody has a calendar, alone and in the folder of all the same bytes")
    func kinds() throws {
        try withPlan(world()) { desk, folder in
            let report = try export(desk, .all(Feed.Scope.Kind.allCases), to: folder)
            #expect(
                report.written == [
                    "household-H1.ics", "household-HOME.ics", "child-C1.ics", "child-C2.ics", "child-C3.ics",
                    "escort-E1.ics", "prison-W1.ics", "home-HOME.ics", "prisoner-M1.ics", "prisoner-M2.ics",
                ])
            for name in report.written {
                let parts = name.dropLast(4).split(separator: "-", maxSplits: 1).map(String.init)
                let scope = Feed.Scope(try #require(Feed.Scope.Kind(rawValue: parts[0])), parts[1])
                let alone = try export(desk, .one(scope), to: folder)
                #expect(alone.unchanged == 1, "\(name) alone differs from \(name) among all.")
            }
        }
    }

    @Test("calendars are made anew where the register, the language or the day for calls has changed")
    func origins() throws {
        var changed = world()
        try withPlan(changed) { desk, folder in
            let homes = Desk.ExportSelection.all([.household, .home])
            let first = try export(desk, homes, to: folder).written
            let chinese = try desk.export(
                .ics, of: homes, to: folder.path("out"), today: SmallWorld.today, language: .chinese)
            #expect(chinese.written.count == first.count)
            #expect(try export(desk, homes, to: folder).written.count == first.count)

            changed.register.prisons[0].name = BilingualText(en: "Another Prison", zh: "另一监狱")
            try changed.update(desk)
            #expect(try export(desk, homes, to: folder).written.count == first.count)
            #expect(try text(folder, "household-H1.ics").contains("Another Prison"))

            changed.register.parameters = [Parameter(name: "calendar.call_day", value: "5")]
            try changed.update(desk)
            _ = try export(desk, homes, to: folder)
            #expect(try text(folder, "household-H1.ics").contains("H1-M2-2026-12@call.visitd"))
            // The day for calls of this month is over; that of a later one comes.
            _ = try export(desk, homes, to: folder, today: day("2026-12-20"))
            #expect(!(try text(folder, "household-H1.ics").contains("H1-M2-2026-12@call.visitd")))
        }
    }

    @Test("a child's calendar has only the child's visits, an escort's only those that the escort goes to")
    func ownVisits() throws {
        try withPlan(world()) { desk, folder in
            _ = try export(desk, .all(Feed.Scope.Kind.allCases), to: folder)
            #expect(!(try text(folder, "child-C1.ics").contains("C2")))
            #expect(try text(folder, "escort-E1.ics").contains("– HOME"))
            #expect(!(try text(folder, "escort-E1.ics").contains("– H1")))
            #expect(!(try text(folder, "prisoner-M1.ics").contains("Leave home")))
        }
    }

    @Test("the last day of a request stands in the household's calendar with its rule until the prison was asked")
    func deadlines() throws {
        try withPlan(world()) { desk, folder in
            _ = try export(desk, .all(Feed.Scope.Kind.allCases), to: folder)
            let text = try text(folder, "household-H1.ics")
            #expect(text.contains("@booking.visitd") && text.contains("@papers.visitd") && text.contains("Rule: "))
            for name in ["prison-W1.ics", "prisoner-M1.ics", "escort-E1.ics"] {
                #expect(!(try self.text(folder, name).contains("Deadline")))
            }
            let visits = try #require(try desk.reading().plan()).visits.filter { $0.household == "H1" }
            _ = try desk.take(.init(.request), on: visits.map(\.id), today: SmallWorld.today)
            _ = try export(desk, .one(.household("H1")), to: folder)
            #expect(!(try self.text(folder, "household-H1.ics").contains("@booking.visitd")))
        }
    }

    @Test("a visit stays in calendars for thirty days after its date, and no longer")
    func over() throws {
        for (days, isShown) in [(30, true), (31, false)] {
            var world = world()
            world.register.visits.append(
                Visit(
                    id: "past", status: .held, prisoner: "M2", household: "H1", children: ["C1"], prison: "W1",
                    date: SmallWorld.today - days, start: clock("10:00"), minutes: 30))
            try withPlan(world) { desk, folder in
                _ = try export(desk, .one(.household("H1")), to: folder)
                #expect(try text(folder, "household-H1.ics").contains("UID:past@") == isShown, "\(days) days")
            }
        }
    }

    @Test("without rules a calendar has its visits all the same")
    func withoutRules() throws {
        try withPlan(world()) { desk, folder in
            let poor = Desk(
                store: desk.store, configuration: folder.path("nowhere"), reach: .everything,
                now: { SmallWorld.instant })
            _ = try export(poor, .one(.household("H1")), to: folder)
            let text = try text(folder, "household-H1.ics")
            #expect(text.contains("SUMMARY:Visit at") && !text.contains("Deadline"))
        }
    }

    @Test("days for calls stand in calendars only where a rule speaks of calls and the operator has set the day")
    func calls() throws {
        var world = world()
        try withPlan(world) { desk, folder in
            _ = try export(desk, .one(.household("H1")), to: folder)
            #expect(!(try text(folder, "household-H1.ics").contains("@call.visitd")))
        }
        world.register.parameters = [Parameter(name: "calendar.call_day", value: "5")]
        try withPlan(world) { desk, folder in
            _ = try export(desk, .one(.household("H1")), to: folder)
            let text = try text(folder, "household-H1.ics")
            #expect(text.contains("UID:H1-M2-2026-12@call.visitd") && text.contains("DTSTART;VALUE=DATE:20261205"))
            #expect(text.contains("no rule names one"))
        }
        world.register.prisons[0].jurisdiction = Jurisdiction("GB-EAW")
        world.register.prisons[0].zone = "Europe/London"
        try withPlan(world) { desk, folder in
            _ = try export(desk, .one(.household("H1")), to: folder)
            #expect(!(try text(folder, "household-H1.ics").contains("@call.visitd")))
        }
    }

    @Test("the night after, unchanged, writes nothing; a step rewrites the calendars that it touches")
    func unchanged() throws {
        try withPlan(world()) { desk, folder in
            let first = try export(desk, .all(Desk.ExportSelection.usualKinds), to: folder)
            let manifest = try folder.read("out/.visitd-manifest")
            let next = try export(desk, .all(Desk.ExportSelection.usualKinds), to: folder, today: SmallWorld.today + 1)
            #expect((next.written, next.removed, next.unchanged) == ([], [], first.written.count))
            #expect(try folder.read("out/.visitd-manifest") == manifest)
            let visit = try #require(try desk.reading().plan()).visits.filter { $0.household == "H1" }[0]
            _ = try desk.take(.init(.confirm), on: [visit.id], today: SmallWorld.today)
            let after = try export(desk, .all(Desk.ExportSelection.usualKinds), to: folder)
            #expect(after.written == ["household-H1.ics", "prison-W1.ics"])
        }
    }

    @Test("an escort is never asked on a day on which the escort is absent")
    func absentEscort() throws {
        var world = world()
        func dates() throws -> Set<Day> {
            var dates: Set<Day> = []
            try withPlan(world) { desk, _ in
                let visits = try #require(try desk.reading().plan()).visits
                dates = Set(visits.filter { $0.companion == .escort("E1") }.map(\.date))
            }
            return dates
        }
        let before = try dates()
        #expect(!before.isEmpty)
        world.register.absences = before.sorted().enumerated().map { number, day in
            Absence(id: Identifier("A\(number)"), person: .escort("E1"), days: DayRange(day, day))
        }
        let after = try dates()
        #expect(after.isDisjoint(with: before))
        let horizon = DayRange(from: SmallWorld.today, days: 60)
        world.register.absences = [Absence(id: "A", person: .escort("E1"), days: horizon)]
        #expect(try dates().isEmpty)
    }
}
