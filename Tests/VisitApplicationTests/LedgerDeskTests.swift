import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore
import VisitTestSupport

@Suite("Visit accounts in the store")
struct LedgerDeskTests {
    private static let today = SmallWorld.today

    /// A mother with one child; `change` makes of her what the test needs.
    private static func world(_ change: (inout SmallWorld) -> Void = { _ in }) -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        change(&world)
        return world
    }

    /// An English prisoner, admitted so many days ago.
    private static func english(admitted days: Int) -> SmallWorld {
        world { world in
            world.register.prisons[0].jurisdiction = Jurisdiction("GB-EAW")
            world.register.prisoners[0].sentence = .fixedTerm
            world.register.prisoners[0].grade = .standard
            world.register.prisoners[0].admitted = today - days
        }
    }

    @Test("a month's visit is granted once, whatever number of nights are computed")
    func idempotent() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            #expect(try desk.updateLedgers(today: Self.today).lines == 1)
            let before = try Self.revision(desk)
            #expect(try desk.updateLedgers(today: Self.today).lines == 0)
            #expect(try Self.revision(desk) == before)
            #expect(try desk.updateLedgers(today: Self.today + 5).lines == 0)
            #expect(try desk.updateLedgers(today: day("2026-12-01")).lines == 2)
            let statement = try desk.account(of: "M1", today: day("2026-12-02"))
            #expect(statement.entries.map(\.kind) == [.granted, .expired, .granted])
            #expect(statement.entries.last?.rule == "CN-MOJ118-QUOTA")
            #expect(statement.balance.visits == 1)
        }
    }

    @Test("a planning run computes the accounts, and again on the same day changes no byte")
    func planning() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            _ = try desk.plan(fourWeeks())
            #expect(try desk.account(of: "M1", today: Self.today).entries.count == 1)
            let before = try Self.revision(desk)
            #expect(try desk.plan(fourWeeks()).outcome == .unchanged)
            #expect(try Self.revision(desk) == before)
        }
    }

    @Test("a visit is charged when it is agreed and comes back when it is called off")
    func visits() throws {
        try TemporaryFolder.use { folder in
            var world = Self.english(admitted: 20)
            world.register.visits = [Self.visit("V1", on: Self.today + 5, .confirmed)]
            let desk = try world.desk(in: folder)
            _ = try desk.updateLedgers(today: Self.today)
            #expect(try desk.account(of: "M1", today: Self.today).balance.available == 1)
            let store = try VisitStore(openingAt: desk.store)
            try store.view(for: .everything).take(
                VisitAct(.cancel, moment: SmallWorld.instant), on: ["V1"], today: SmallWorld.today)
            try store.close()
            let statement = try desk.account(of: "M1", today: Self.today + 1)
            #expect(statement.balance.available == 2)
            #expect(statement.entries.map(\.kind) == [.granted, .granted, .used, .refunded])
        }
    }

    /// The number of the last write.
    private static func revision(_ desk: Desk) throws -> Int {
        let store = try VisitStore(openingAt: desk.store, readOnly: true)
        let revision = try store.revision()
        try store.close()
        return revision
    }

    private static func visit(_ id: Identifier<Visit>, on date: Day, _ status: Visit.Status) -> Visit {
        Visit(
            id: id, status: status, prisoner: "M1", household: "H1", children: ["C1"], prison: "W1", date: date,
            minutes: 30)
    }

    @Test("orders accumulate from the admission on, visits of the past taken off")
    func accumulated() throws {
        try TemporaryFolder.use { folder in
            var world = Self.english(admitted: 140)
            world.register.visits = [Self.visit("V1", on: Self.today - 30, .held)]
            let desk = try world.desk(in: folder)
            let statement = try desk.account(of: "M1", today: Self.today)
            #expect(statement.balance.available + statement.balance.accumulated == 10)
            #expect(statement.balance.accumulated > 5)
            #expect(statement.nextIssue == Self.today + 14)
            #expect(statement.entries.contains { $0.visit == "V1" && $0.kind == .used && $0.day == Self.today - 30 })
        }
    }

    @Test("accumulated orders are a quota: more visits are planned than one issue would allow, never more than held")
    func quota() throws {
        try TemporaryFolder.use { folder in
            var world = Self.english(admitted: 140)
            world.register.parameters = [
                Parameter(name: "plan.max_gap_days", value: "5"), Parameter(name: "plan.min_gap_days", value: "0"),
            ]
            let desk = try world.desk(in: folder)
            let rich = try desk.plan(fourWeeks()).plan.visits.count
            #expect(rich > 2)
            _ = try desk.adjustAccount(
                of: "M1", .visitOrder, by: -100, note: "all used elsewhere", today: Self.today)
            let poor = try desk.plan(fourWeeks()).plan.visits.filter { $0.status == .proposed }
            #expect(poor.isEmpty)
        }
    }

    @Test("a correction adds a line with its reason and makes the plan stale")
    func correction() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            _ = try desk.plan(fourWeeks())
            let statement = try desk.adjustAccount(
                of: "M1", nil, by: 1, note: "approved by the warden", today: Self.today)
            #expect(statement.balance.visits == 2)
            #expect(statement.entries.last?.note == "approved by the warden")
            #expect(try desk.plan(fourWeeks()).outcome == .published)
            #expect(throws: DeskError.notCounted("M1", .visitOrder)) {
                try desk.adjustAccount(of: "M1", .visitOrder, by: 1, note: "x", today: Self.today)
            }
        }
    }

    @Test("a prisoner whose account cannot be computed is named, and the others are computed")
    func oneFails() throws {
        try TemporaryFolder.use { folder in
            var world = Self.world()
            world.register.prisons.append(
                Prison(
                    id: "W2", name: BilingualText("Other"), jurisdiction: Jurisdiction("US-MI"), place: "CITY",
                    zone: "America/Detroit"))
            world.addMother("M2")
            world.register.prisoners[1].prison = "W2"
            world.addChild("C2", in: "H1", of: "M2")
            let desk = try world.desk(in: folder)
            let report = try desk.updateLedgers(today: Self.today)
            #expect(report.accounts == 1 && report.lines == 1)
            #expect(report.findings.map(\.subject) == ["prisoner M2"])
            #expect(report.findings.first?.sentence.english.contains("mi.visits_per_month") ?? false)
            #expect(try desk.account(of: "M1", today: Self.today).balance.visits == 1)
            #expect(throws: DeskError.self) { try desk.account(of: "M2", today: Self.today) }
        }
    }

    @Test("an unknown prisoner is refused")
    func unknown() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            #expect(throws: StoreError.self) { try desk.account(of: "M9", today: Self.today) }
        }
    }
}

@Suite("What a caseworker must do")
struct TaskDeskTests {
    private static let today = SmallWorld.today

    private static func world() -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.register.prisoners[0].admitted = today - 3
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        world.addChild("C2", in: "H1", of: "M1")
        return world
    }

    @Test("notices after an admission stand once for all children, by their day, with the rule")
    func notices() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let list = try desk.tasks(within: 30, prisoner: nil, household: nil, today: Self.today)
            let notice = try #require(list.tasks.first { $0.duty.task == .notifyFamily })
            #expect(notice.children == ["C1", "C2"])
            #expect(notice.duty.due == Self.today + 2)
            #expect(notice.duty.rule == "CN-PL-20")
            let days = list.tasks.compactMap(\.duty.due)
            #expect(days == days.sorted())
        }
    }

    @Test("a proposed visit must be requested in time, and papers that are not on file are named")
    func visits() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            let list = try desk.tasks(within: 60, prisoner: "M1", household: "H1", today: Self.today)
            let request = try #require(list.tasks.first { $0.duty.task == .requestVisit && $0.visit?.id == visit.id })
            #expect(request.duty.due == visit.date - 7)
            #expect(request.duty.rule == "CN-NOTICE")
            let papers = try #require(list.tasks.first { $0.duty.task == .papers })
            #expect(papers.duty.sentence.english.contains("household register"))
            #expect(papers.duty.citation.english.contains("118"))
        }
    }

    @Test("what is farther ahead than asked for is left out, what is overdue is not")
    func within() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            func tasks(_ today: Day) throws -> [Duty.Task] {
                try desk.tasks(within: 0, prisoner: nil, household: nil, today: today).tasks.map(\.duty.task)
            }
            #expect(try !tasks(Self.today).contains(.notifyFamily))
            #expect(try tasks(Self.today + 10).contains(.notifyFamily))
        }
    }

    @Test("a figure that only the operator can set is a task")
    func unset() throws {
        try TemporaryFolder.use { folder in
            var world = Self.world()
            world.register.prisons[0].jurisdiction = Jurisdiction("US-MI")
            let desk = try world.desk(in: folder)
            let list = try desk.tasks(within: 30, prisoner: nil, household: nil, today: Self.today)
            let set = try #require(list.tasks.first { $0.duty.task == .setParameter })
            #expect(set.duty.sentence.english.contains("mi.visits_per_month"))
        }
    }

    @Test("unknown people are refused")
    func unknown() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            #expect(throws: DeskError.self) {
                try desk.tasks(within: 1, prisoner: "M9", household: nil, today: Self.today)
            }
            #expect(throws: DeskError.self) {
                try desk.tasks(within: 1, prisoner: nil, household: "H9", today: Self.today)
            }
        }
    }

    @Test("the number of threads changes nothing in what the rules give")
    func threads() throws {
        var world = SmallWorld()
        for number in 0..<1200 {
            world.addMother("M\(number)")
            world.addFamily("H\(number)")
            world.addChild("C\(number)", in: "H\(number)", of: "M\(number)", born: day("2014-01-01") + number)
        }
        let desk = try TemporaryFolder.use { folder in try world.desk(in: folder).rules() }
        func stage(_ threads: Int) -> [Int] {
            let stage = EntitlementStage(
                world.register, book: desk, horizon: DayRange(from: Self.today, days: 365),
                threads: threads)
            return [stage.bonds, stage.admitted, stage.stretches]
        }
        #expect(stage(1) == stage(2))
        #expect(stage(2)[0] == 1200 && stage(2)[2] > 2000)
    }
}
