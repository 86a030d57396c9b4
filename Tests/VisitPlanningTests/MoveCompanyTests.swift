import Testing
import VisitModel

@testable import VisitPlanning

/// Who goes along where people move a visit by hand.
@Suite("The adult on a visit that is moved")
struct MoveCompanyTests {
    private static let target = day("2026-12-12")

    /// Two children of a charity's home with two escorts; the first child's visit is moved from 5 to 12 December.
    private static func home(maxChildren: Int = 2) -> PlanningWorld {
        var world = PlanningWorld()
        world.addMother("M1")
        world.addMother("M2")
        world.addHome("HOME", escorts: ["E1", "E2"], maxChildren: maxChildren)
        world.addChild("C1", in: "HOME", of: "M1")
        world.addChild("C2", in: "HOME", of: "M2")
        world.register.visits = [world.visit("V1", on: "2026-12-05", .requested, household: "HOME")]
        world.register.visits[0].companion = .escort("E1")
        return world
    }

    /// The other child's visit on 12 December, led by `escort`.
    private static func other(_ world: PlanningWorld, led escort: Identifier<Escort>) -> Visit {
        var other = world.visit("V2", on: "2026-12-12", .confirmed, children: ["C2"], household: "HOME", prisoner: "M2")
        other.companion = .escort(escort)
        return other
    }

    private func companion(_ world: PlanningWorld) throws -> Visit.Companion? {
        let check = MoveCheck(
            world.register.visits[0], world.snapshot, horizon: world.horizon, book: PlanningWorld.book,
            today: world.today)
        return try check.placement(in: try check.session(on: Self.target, at: nil), ledger: []).companion
    }

    @Test("the escort of before stays, though another one is free too")
    func same() throws {
        var world = Self.home()
        #expect(try companion(world) == .escort("E1"))
        world.register.visits[0].companion = .escort("E2")
        #expect(try companion(world) == .escort("E2"))
    }

    @Test("an escort who goes to that session anyway and has room takes the child along")
    func anyway() throws {
        var world = Self.home()
        world.register.visits.append(Self.other(world, led: "E2"))
        #expect(try companion(world) == .escort("E2"))
    }

    @Test("an escort who has no room left there stays with the others, and another one goes")
    func full() throws {
        var world = Self.home(maxChildren: 1)
        world.register.visits.append(Self.other(world, led: "E2"))
        #expect(try companion(world) == .escort("E1"))
        world.register.escorts.removeFirst()
        #expect(throws: MoveRefusal.noCompanion(Self.target)) { try companion(world) }
    }

    @Test("of guardians the one of before stays, where that one is on no other visit then")
    func guardians() throws {
        var world = PlanningWorld.oneChild()
        world.addGuardian("A-AUNT", in: "H1", .aunt)
        world.register.visits = [world.visit("V1", on: "2026-12-05", .confirmed)]
        world.register.visits[0].companion = .guardian("G-H1")
        #expect(try companion(world) == .guardian("G-H1"))
        world.register.visits[0].companion = nil
        #expect(try companion(world) == .guardian("A-AUNT"))
    }
}
