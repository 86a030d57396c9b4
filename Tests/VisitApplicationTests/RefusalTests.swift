import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@Suite("A child without a visit is told why, and what would help")
struct RefusalTests {
    /// The refusal of child C1 in `world`.
    private func refusal(_ world: SmallWorld, weeks: Int = 4) throws -> Refusal? {
        return try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            var request = fourWeeks()
            request.weeks = weeks
            let report = try desk.plan(request)
            #expect(!report.plan.visits.contains { $0.children.contains("C1") })
            return try desk.outlooks(OutlookSelection(children: ["C1"]), today: SmallWorld.today).first?.refusal
        }
    }

    @Test(
        "a decision about contact is respected",
        arguments: [
            (Bond.Contact.onHold, Refusal.Code.contactOnHold), (.declinedByChild, .declinedByChild),
            (.forbidden, .contactForbidden),
        ])
    func contact(decision: Bond.Contact, code: Refusal.Code) throws {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1", contact: decision)
        let refusal = try #require(try refusal(world))
        #expect(refusal.code == code)
        #expect(!refusal.sentence.chinese.isEmpty)
        #expect(!refusal.wouldHelp.isEmpty)
    }

    @Test("a mother who has not agreed is not visited")
    func prisonerDeclines() throws {
        var world = SmallWorld()
        world.addMother("M1", consents: false)
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        #expect(try refusal(world)?.code == .prisonerDeclines)
    }

    @Test("nobody visits a mother who is home")
    func released() throws {
        var world = SmallWorld()
        world.addMother("M1", release: day("2026-11-20"))
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        #expect(try refusal(world)?.code == .released)
    }

    @Test("a household without an adult says so")
    func noCompanion() throws {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1", withGuardian: false)
        world.addChild("C1", in: "H1", of: "M1")
        #expect(try refusal(world)?.code == .noCompanion)
    }

    @Test("a guardian who is free only when the prison is closed cannot go along")
    func companionOnOtherDays() throws {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.register.guardians[0].weekdays = [.monday, .tuesday]
        world.addChild("C1", in: "H1", of: "M1")
        #expect(try refusal(world)?.code == .noCompanion)
    }

    @Test("a prison that never opens has no session")
    func noSession() throws {
        var world = SmallWorld()
        world.register.templates = []
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        #expect(try refusal(world)?.code == .noSession)
    }

    @Test("an infant cannot cross a continent in a day, and the limit is named")
    func noJourney() throws {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1", at: "FAR")
        world.addChild("C1", in: "H1", of: "M1", born: day("2025-06-01"))
        let refusal = try #require(try refusal(world))
        #expect(refusal.code == .noJourney)
        #expect(!refusal.facts.isEmpty)
    }

    @Test("one table a Saturday for six children who waited: three go, the others hear that the sessions are full")
    func sessionsFull() throws {
        var world = SmallWorld(tables: 1)
        for number in 1...6 {
            world.addMother("M\(number)")
            world.addFamily("H\(number)")
            world.addChild("C\(number)", in: "H\(number)", of: "M\(number)", last: day("2026-11-1\(number)"))
        }
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            let plan = try desk.plan(fourWeeks()).plan
            let served = Set(plan.visits.flatMap(\.children))
            let refused = plan.refusals.filter { !served.contains($0.child) }
            #expect(served.count + refused.count == 6)
            // The first Saturday is too near to be asked for.
            #expect(served.count == 3)
            #expect(refused.map(\.code) == [.sessionsFull, .sessionsFull, .sessionsFull])
        }
    }
}
