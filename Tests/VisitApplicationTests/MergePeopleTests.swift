import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore
import VisitTestSupport

@Suite("Merging two records of one person")
struct MergePeopleTests {
    /// A family whose child was entered twice, each time with a bond, and the mother too.
    private static func desk(in folder: TemporaryFolder) throws -> Desk {
        var world = SmallWorld()
        world.addMother("M1")
        world.addMother("M2")
        world.addFamily("F1")
        world.addChild("C1", in: "F1", of: "M1", last: day("2026-08-01"))
        world.addChild("C2", in: "F1", of: "M1", last: day("2026-10-03"), contact: .onHold)
        world.addChild("C3", in: "F1", of: "M2", born: day("2018-01-01"))
        return try world.desk(in: folder)
    }

    private static func register(_ desk: Desk) throws -> Register {
        let store = try VisitStore(openingAt: desk.store)
        defer { try? store.close() }
        return try store.view(for: .everything).register()
    }

    @Test("is shown side by side first, and then told in both languages without a name in the log")
    func shown() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.desk(in: folder)
            let before = try Self.register(desk)
            let preview = try desk.merge(.child("C1"), .child("C2"), isDryRun: true, today: SmallWorld.today)
            #expect(try Self.register(desk) == before)
            let text = MergeText(preview, language: .english).text
            #expect(text.contains("Child C1 (invented)") && text.contains("Child C2 (invented)"))
            #expect(text.contains("Say --yes to merge C2 into C1") && text.contains("visitctl backup"))
            #expect(text.contains("the stricter one stays, on hold"), "\(text)")
            #expect(text.contains("Write on-hold into contact in the row C1-M1 of bonds.csv too"), "\(text)")
            let chinese = MergeText(preview, language: .chinese).text
            #expect(chinese.contains("请在“亲子关系”（bonds.csv）C1-M1 一行的“联系决定”也填“暂停”"), "\(chinese)")
            #expect(text.contains("what it says is dropped in: name.") && chinese.contains("不再保留：姓名。"), "\(text)")
            let told = try desk.merge(.child("C1"), .child("C2"), isDryRun: false, today: SmallWorld.today)
            #expect(MergeText(told, language: .chinese).text.contains("C2 已并入 C1"))
            #expect(told.merge == preview.merge)
            let after = try Self.register(desk)
            #expect(after.children.map(\.id) == ["C1", "C3"])
            #expect(after.bonds.filter { $0.child == "C1" }.map(\.contact) == [.onHold])
            #expect(after.visits.allSatisfy { $0.children == ["C1"] })
            let log = try desk.auditEntries(about: "child C1", limit: 9)
            #expect(log.first?.facts.contains("merged=C2") == true && !"\(log)".contains("invented"))
            #expect(throws: DeskError.mergedWithItself("C1")) {
                try desk.merge(
                    .child(desk.child(called: "C1")), .child(desk.child(called: "C2")), isDryRun: true,
                    today: SmallWorld.today)
            }
        }
    }

    @Test("is refused with its reasons where they seem to be two people, unless somebody is sure")
    func refused() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.desk(in: folder)
            let before = try Self.register(desk)
            let obstacle = MergeObstacle.birthDates(day("2016-03-03"), day("2018-01-01"))
            let preview = try desk.merge(.child("C1"), .child("C3"), isDryRun: true, today: SmallWorld.today)
            #expect(preview.merge.obstacles == [obstacle])
            #expect(MergeText(preview, language: .chinese).text.contains("--force"))
            #expect(throws: DeskError.cannotMerge([obstacle])) {
                try desk.merge(.child("C1"), .child("C3"), isDryRun: false, today: SmallWorld.today)
            }
            #expect(try Self.register(desk) == before)
            let part = desk.acting(as: "token:1", within: .organisation("O1"))
            #expect(throws: DeskError.notForPart) {
                try part.merge(.prisoner("M1"), .prisoner("M2"), isDryRun: false, today: SmallWorld.today)
            }
            _ = try desk.merge(.child("C1"), .child("C3"), isForced: true, isDryRun: false, today: SmallWorld.today)
            #expect(try Self.register(desk).children.map(\.id) == ["C1", "C2"])
        }
    }

    @Test("leaves one account, which the next night goes on with, and a plan can be made of it")
    func accounts() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.desk(in: folder)
            let early = SmallWorld.today - 1
            _ = try desk.updateLedgers(today: early)
            let told = try desk.merge(.prisoner("M1"), .prisoner("M2"), isDryRun: false, today: SmallWorld.today)
            #expect(told.merge.obstacles == [])
            #expect(try desk.updateLedgers(today: SmallWorld.today).findings == [])
            let report = try desk.plan(fourWeeks())
            #expect(report.plan.visits.allSatisfy { $0.prisoner == "M1" })
            #expect(try desk.explain(.bond("C3", "M1"), on: nil, today: SmallWorld.today).count == 1)
        }
    }

    @Test("is offered by the check where two records have one name and one date of birth")
    func offered() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("F1")
            world.addChild("C1", in: "F1", of: "M1")
            world.addChild("C2", in: "F1", of: "M1")
            (world.register.children[0].name, world.register.children[1].name) = ("阿依·古丽", "阿依古丽")
            let desk = try world.desk(in: folder)
            let told = try desk.check(today: SmallWorld.today).filter { $0.code == "perhaps-known" }
            #expect(told.map(\.subject) == ["child C2"] && !"\(told)".contains("古丽"))
            #expect(told.first?.advice?.chinese.contains("visitctl merge --child C1 C2") == true)
            _ = try desk.merge(.child("C1"), .child("C2"), isDryRun: false, today: SmallWorld.today)
            #expect(try !desk.check(today: SmallWorld.today).contains { $0.code == "perhaps-known" })
        }
    }

    @Test("a child is found by name, and by the identifier of before")
    func byName() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.desk(in: folder)
            #expect(try desk.child(called: "child c3 (invented)") == "C3")
            _ = try desk.merge(.child("C1"), .child("C2"), isDryRun: false, today: SmallWorld.today)
            #expect(try desk.child(called: "C2") == "C1")
            let next = try desk.outlooks(OutlookSelection(children: ["C2"]), today: SmallWorld.today)
            #expect(next.map(\.child.id) == ["C1"])
        }
    }
}
