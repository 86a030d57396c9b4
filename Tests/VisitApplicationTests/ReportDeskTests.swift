import Foundation
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore
import VisitTestSupport

@Suite("Reports from a store")
struct ReportDeskTests {
    private static func world() -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1", last: day("2026-10-03"))
        world.addChild("C2", in: "H1", of: "M1")
        world.register.budgets = [Budget(month: Month(year: 2026, month: 12), cents: 50_000)]
        world.register.escorts = [
            Escort(
                id: "E1", name: "Escort (invented)", home: "H1",
                available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: 2)
        ]
        return world
    }

    private static func about(_ subject: ReportName.Subject, known: Bool = true) -> Desk.ReportSubject.About {
        switch subject {
        case .household: .household(known ? "H1" : "?")
        case .child: .child(known ? "C1" : "?")
        case .escort: .escort(known ? "E1" : "?")
        case .prison: .prison(known ? "W1" : "?")
        case .prisoner: .prisoner(known ? "M1" : "?")
        case .everything: .everything
        }
    }

    private static func report(
        _ name: ReportName, _ format: ReportFormat, at desk: Desk, language: Language = .english
    ) throws -> [UInt8] {
        try desk.report(
            on: .init(name, about: about(name.subject)), format: format, today: SmallWorld.today, language: language)
    }

    /// The rows of a report's table, as a program reads them.
    private static func rows(_ name: ReportName, table: String, at desk: Desk) throws -> [[String: Any]] {
        let document = try JSONSerialization.jsonObject(with: Data(report(name, .json, at: desk)))
        let tables = try #require((document as? [String: Any])?["tables"] as? [[String: Any]])
        let found = try #require(tables.first { $0["name"] as? String == table })
        return try #require(found["rows"] as? [[String: Any]])
    }

    @Test("can be made of every kind, in every format and language, with the same bytes each time")
    func everyReport() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            _ = try desk.plan(fourWeeks())
            for name in ReportName.allCases {
                for (number, format) in ReportFormat.allCases.enumerated() {
                    let language = Language.allCases[number % 2]
                    let bytes = try Self.report(name, format, at: desk, language: language)
                    #expect(!bytes.isEmpty, "\(name) \(format)")
                    #expect(try Self.report(name, format, at: desk, language: language) == bytes, "\(name) \(format)")
                }
            }
        }
    }

    @Test("tell the same last day for asking as the tasks do: the earlier of the rules' and the prison's")
    func lastDayToAsk() throws {
        for window in [3, 12] {
            try TemporaryFolder.use { folder in
                var world = SmallWorld(bookingWindow: window...90)
                world.addMother("M1")
                world.addFamily("H1")
                world.addChild("C1", in: "H1", of: "M1", last: day("2026-10-03"))
                world.register.parameters = [Parameter(name: "cn.notice_days", value: "7")]
                let desk = try world.desk(in: folder)
                let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
                let due = visit.date - max(window, 7)
                let tasks = try desk.tasks(within: 60, prisoner: nil, household: nil, today: SmallWorld.today)
                #expect(tasks.tasks.first { $0.duty.task == .requestVisit }?.duty.due == due)
                let phrased = Phrases(.english).date(due)
                for name in [ReportName.itinerary, .requests] {
                    let about = Desk.ReportSubject(name, about: Self.about(name.subject), day: visit.date)
                    let text = String(
                        decoding: try desk.report(
                            on: about, format: .text, today: SmallWorld.today, language: .english), as: UTF8.self)
                    #expect(text.contains("by \(phrased)"), "\(name) \(window): \(text)")
                }
            }
        }
    }

    @Test("about somebody who is not there say so", arguments: ReportName.allCases.filter { $0.subject != .everything })
    func unknown(name: ReportName) throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            #expect(throws: (any Error).self) {
                try desk.report(
                    on: .init(name, about: Self.about(name.subject, known: false)), format: .text,
                    today: SmallWorld.today, language: .english)
            }
        }
    }

    @Test("count what a rule gives once for all children of one prisoner, and a visit of several once")
    func compliance() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let plan = try desk.plan(fourWeeks()).plan
            let rows = try Self.rows(.compliance, table: "rules", at: desk)
            try #require(rows.count == 1)
            #expect((rows[0]["rule"] as? String)?.contains("118") == true)
            #expect(rows[0]["prisoners"] as? Int == 1)
            // One visit a calendar month: 11.99 in 365 days, of which whole ones count.
            #expect(rows[0]["entitledBefore"] as? Int == 11)
            #expect(rows[0]["held"] as? Int == 1)
            #expect(rows[0]["lackedBefore"] as? Int == 10)
            #expect(rows[0]["planned"] as? Int == plan.visits.count)
            #expect(!plan.visits.isEmpty)
        }
    }

    @Test("count what a rule gives by what it gave on each day: nothing while visits are suspended")
    func suspended() throws {
        try TemporaryFolder.use { folder in
            var world = Self.world()
            // Strict grade stops visits in Sichuan.
            world.register.prisons[0].jurisdiction = Jurisdiction("CN-SC")
            world.register.events += [
                PrisonerEvent(id: "S1", prisoner: "M1", kind: .gradeChanged, date: day("2026-11-20"), note: "strict"),
                PrisonerEvent(id: "S2", prisoner: "M1", kind: .gradeChanged, date: day("2026-12-04"), note: "ordinary"),
            ]
            let desk = try world.desk(in: folder)
            let plan = try desk.plan(fourWeeks()).plan
            let rows = try Self.rows(.compliance, table: "rules", at: desk)
            let none = try #require(rows.first { ($0["gives"] as? String)?.hasPrefix("0 ") == true })
            #expect(none["entitledAhead"] as? Int == 0)
            #expect(none["planned"] as? Int == 0)
            #expect(rows.map { $0["planned"] as? Int ?? 0 }.reduce(0, +) == plan.visits.count)
            #expect(!plan.visits.isEmpty)
        }
    }

    @Test("tell in a record by whom a visit was cancelled")
    func record() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            let store = try VisitStore(openingAt: desk.store)
            let act = VisitAct(.cancel, by: .prison, reason: "a private matter", moment: SmallWorld.instant)
            try store.view(for: .everything).take(act, on: [visit.id], today: SmallWorld.today)
            try store.close()
            let text = String(decoding: try Self.report(.record, .text, at: desk), as: UTF8.self)
            #expect(text.contains("cancelled  the prison"))
            #expect(!text.contains("private"))
            let children = try Self.rows(.record, table: "children", at: desk)
            #expect(children.map { $0["held"] as? Int } == [1, 0])
        }
    }

    @Test("lay the cost of planned journeys beside the budget, a shared one once")
    func budget() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits.filter { $0.date.month == Month(year: 2026, month: 12) }
            let rows = try Self.rows(.budget, table: "months", at: desk)
            let december = try #require(rows.first { $0["month"] as? String == "2026-12" })
            var shared: Set<SharedTrip> = []
            let trips = visits.compactMap(\.trip).filter { $0.shared.map { shared.insert($0).inserted } ?? true }
            let cents = trips.reduce(0) { $0 + $1.cents.count }
            #expect(december["budget"] as? Int == 50_000)
            #expect(december["planned"] as? Int == cents)
            #expect(december["left"] as? Int == 50_000 - cents)
            #expect(december["journeys"] as? Int == trips.count)
        }
    }

    @Test("written as files are written once, whatever the format")
    func files() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            _ = try desk.plan(fourWeeks())
            for format in [Desk.ExportFormat.html, .xlsx, .json] {
                let path = folder.path("reports-\(format)")
                let first = try desk.export(format, of: .all([]), to: path, today: SmallWorld.today, language: .chinese)
                #expect(first.written.contains("coverage.\(format)"))
                #expect(first.written.contains("child-C1.\(format)"))
                #expect(first.written.contains { $0.hasPrefix("requests-W1@") })
                let second = try desk.export(
                    format, of: .all([]), to: path, today: SmallWorld.today, language: .chinese)
                #expect(second.written.isEmpty && second.unchanged == first.written.count)
            }
        }
    }

    @Test("are set with the templates of the configuration folder, and name the ones with a fault")
    func templates() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let plain = try Self.report(.coverage, .html, at: desk)
            try folder.write("", to: "config/rules/.keep")
            try folder.write("{{title}}: {{{body}}}", to: "config/templates/page.mustache")
            let own = Desk(store: desk.store, configuration: folder.path("config"), reach: .everything)
            #expect(own.templateFindings.isEmpty)
            let html = String(decoding: try Self.report(.coverage, .html, at: own), as: UTF8.self)
            #expect(html.hasPrefix("Time since last visit: <section"))
            try folder.write("{{title}}\n{{boddy}}", to: "config/templates/page.mustache")
            let finding = try #require(own.templateFindings.first)
            #expect(finding.location?.description == folder.path("config/templates/page.mustache") + ":2")
            #expect(try Self.report(.coverage, .html, at: own) == plain)
        }
    }
}
