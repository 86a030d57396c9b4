import Foundation
import Testing
import VisitModel
import VisitReports
import VisitStore
import VisitTestSupport

@testable import VisitApplication

@Suite("How long closed cases stay")
struct RetentionTests {
    private static let today = SmallWorld.today

    /// Four children: of a mother who was released long ago, of one who came back, of both, and of nobody.
    private static func world(_ value: String? = "365") -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.addMother("M2")
        world.addFamily("H1")
        world.addFamily("H2")
        world.addChild("C1", in: "H1", of: "M1")
        world.addChild("C2", in: "H2", of: "M2")
        world.addChild("C3", in: "H2", of: "M1")
        world.addChild("C4", in: "H2", of: "M1")
        world.register.bonds.removeAll { $0.child == "C4" }
        world.register.bonds.append(Bond(id: "B9", child: "C3", prisoner: "M2", relation: .mother))
        for index in world.register.prisoners.indices {
            world.register.prisoners[index].admitted = today - 2000
            world.register.prisoners[index].release = today - (index == 0 ? 400 : 900)
        }
        world.register.events.append(
            PrisonerEvent(id: "V1", prisoner: "M2", kind: .returned, date: today - 800))
        if let value { world.register.parameters.append(Parameter(name: "retention.closed_case_days", value: value)) }
        return world
    }

    @Test("a case is closed when every bond has ended for long enough, and nobody came back")
    func closed() {
        var register = Self.world().register
        let closed = ClosedCases(register, today: Self.today)
        #expect(closed.cases == [.init(child: "C1", ended: Self.today - 400)])
        #expect(closed.withoutBond == ["C4"])
        register.events.append(
            PrisonerEvent(id: "V2", prisoner: "M2", kind: .released, date: Self.today - 10))
        let later = ClosedCases(register, today: Self.today)
        #expect(later.cases.map(\.child) == ["C1", "C2", "C3"])
        #expect(later.cases.map(\.ended) == [Self.today - 400, Self.today - 10, Self.today - 10])
    }

    @Test("a mother who is released today is free today, one who is released tomorrow is not")
    func releasedToday() {
        var register = Self.world().register
        register.prisoners[0].release = Self.today
        #expect(ClosedCases(register, today: Self.today).cases == [.init(child: "C1", ended: Self.today)])
        register.prisoners[0].release = Self.today + 1
        #expect(ClosedCases(register, today: Self.today).cases == [])
    }

    @Test("a child with a visit ahead is no closed case; one whose visit is over or called off is")
    func visitAhead() {
        for (days, status, isClosed) in [
            (1, Visit.Status.proposed, false), (0, .confirmed, false), (-1, .confirmed, true), (1, .cancelled, true),
        ] {
            var register = Self.world().register
            register.visits = [
                Visit(
                    id: "V1", status: status, prisoner: "M1", household: "H1", children: ["C1"], prison: "W1",
                    date: Self.today + days, minutes: 30)
            ]
            #expect(ClosedCases(register, today: Self.today).cases.isEmpty != isClosed, "\(status), \(days)")
        }
    }

    @Test("a child is due on the last of the operator's days, and not a day before")
    func due() throws {
        for (days, children) in [(364, []), (365, ["C1"])] {
            try TemporaryFolder.use { folder in
                var world = Self.world("365")
                world.register.prisoners[0].release = Self.today - days
                let desk = try world.desk(in: folder)
                #expect(try desk.closedCases(today: Self.today).cases.map(\.child) == children, "\(days) days")
            }
        }
    }

    @Test("they are shown first, then erased, each with a line that says why; those that are not due stay")
    func erased() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let preview = try desk.closedCases(today: Self.today)
            #expect(preview.cases.map(\.child) == ["C1"] && !preview.isDone)
            #expect(try desk.children().count == 4)
            let done = try desk.eraseClosedCases(today: Self.today)
            #expect(done.cases.map(\.child) == ["C1"] && done.isDone)
            #expect(try desk.children().map(\.child.id).filter { !$0.text.hasPrefix("erased") } == ["C2", "C3", "C4"])
            let entry = try #require(
                try desk.auditEntries(about: "child C1", limit: 9).first { $0.act == "child.erase" })
            #expect(entry.facts == ["retention-days=365"])
            // Once more there is nothing to do.
            #expect(try desk.eraseClosedCases(today: Self.today).cases.isEmpty)
            for language in Language.allCases {
                #expect(RetentionText(preview, language: language).text.contains("C1"))
                #expect(RetentionText(preview, language: language).text.contains("--yes"))
                #expect(!RetentionText(done, language: language).text.contains("--yes"))
            }
        }
    }

    @Test("nobody is erased unless the operator has said when, in a number that can be read")
    func notSet() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world(nil).desk(in: folder)
            #expect(throws: RetentionError.notSet) { try desk.eraseClosedCases(today: Self.today) }
            #expect(try desk.children().count == 4)
        }
        try TemporaryFolder.use { folder in
            let desk = try Self.world("a year").desk(in: folder)
            let refused = #expect(throws: RetentionError.self) { try desk.eraseClosedCases(today: Self.today) }
            #expect(refused?.findings.count == 1)
        }
        let findings = ParameterCheck(
            [
                Parameter(name: "retention.close", value: "1"),
                Parameter(name: "retention.closed_case_days", value: "-1"),
            ],
            book: nil
        ).findings
        #expect(findings.count == 2)
    }

    @Test("nobody is erased by a clock or a digit that is wrong")
    func wrongDay() throws {
        try TemporaryFolder.use { folder in
            let desk = Desk(
                store: try Self.world("900").desk(in: folder).store, configuration: SmallWorld.configuration,
                reach: .everything, isDayGiven: { false }, now: { SmallWorld.instant })
            _ = try desk.plan(fourWeeks())
            let refusal = DayRefusal.farFromClock(Self.today + 700, clock: SystemClock.day(of: SmallWorld.instant))
            #expect(throws: DeskError.dayRefused(refusal, isGiven: false)) {
                try desk.closedCases(today: Self.today + 700)
            }
            #expect(throws: DeskError.dayRefused(refusal, isGiven: false)) {
                try desk.eraseClosedCases(today: Self.today + 700)
            }
            #expect(try desk.closedCases(today: Self.today).cases.isEmpty)
            #expect(try desk.children().count == 4)
        }
    }

    @Test("are erased by somebody who sees everybody, and by nobody else")
    func narrowReach() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let narrow = desk.acting(as: "token:1", within: .organisation("O1"))
            #expect(throws: DeskError.notForPart) { try narrow.eraseClosedCases(today: Self.today) }
        }
    }
}
