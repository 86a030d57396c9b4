import Testing
import VisitModel

@testable import VisitPlanning

@Suite("What the register tells of a bond")
struct RegisterIndexTests {
    private let saturday = day("2026-12-05")

    private func question(_ world: PlanningWorld) throws -> ContactCase {
        try #require(world.facts.contactCase(for: world.register.bonds[0], on: saturday))
    }

    @Test("a father who lives with the child is there for it, whether he goes along to visits or not")
    func otherParent() throws {
        var world = PlanningWorld.oneChild()
        #expect(try question(world).otherParent == ContactCase.OtherParent(.unknown))
        for accompanies in [true, false] {
            world.register.guardians.removeAll { $0.relation == .father }
            world.addGuardian("FATHER", in: "H1", .father, accompanies: accompanies)
            #expect(try question(world).otherParent == ContactCase.OtherParent(.present))
        }
        #expect(world.facts.adults["H1"]?.map(\.id) == ["G-H1", "FATHER"])
    }

    @Test("the prisoner's own relation in the house, or one in another house, is not the other parent")
    func notTheOther() throws {
        var world = PlanningWorld.oneChild()
        world.addGuardian("STEPMOTHER", in: "H1", .mother)
        world.addFamily("H2", withGuardian: false)
        world.addGuardian("NEIGHBOUR", in: "H2", .father)
        #expect(try question(world).otherParent.state == .unknown)
    }

    @Test("a parent in custody is in custody since the admission, also where another adult is in the house")
    func inCustody() throws {
        var world = PlanningWorld.oneChild()
        world.addMensPrison(on: .sunday, at: "10:00")
        world.addFather("F1", of: "C1")
        world.register.prisoners[1].admitted = day("2024-02-02")
        world.addGuardian("STEPFATHER", in: "H1", .father)
        #expect(
            try question(world).otherParent == ContactCase.OtherParent(.inCustody, since: day("2024-02-02")))
    }

    @Test("of a grandmother in custody there is no other parent")
    func grandmother() throws {
        var world = PlanningWorld.oneChild()
        world.register.bonds[0].relation = .grandmother
        world.addGuardian("FATHER", in: "H1", .father)
        #expect(try question(world).otherParent.state == .unknown)
    }

    @Test("visits that took place are the history, oldest first; others are not")
    func history() throws {
        var world = PlanningWorld.oneChild()
        let dates = [
            ("2026-10-10", Visit.Status.held), ("2026-08-08", .cutShort), ("2026-09-05", .missed),
            ("2026-09-12", .turnedAway), ("2026-09-19", .cancelled), ("2026-12-12", .confirmed),
        ]
        world.register.visits = dates.map { world.visit("on \($0)", on: $0, $1) }
        #expect(try question(world).history.map(\.date) == [day("2026-08-08"), day("2026-10-10")])
        #expect(world.facts.heldVisits("C1", "M1").count == 2)
        #expect(world.facts.heldVisits("C2", "M1").isEmpty)
    }

    @Test("a distance that was measured counts, in whichever direction; otherwise the great circle")
    func distance() throws {
        var world = PlanningWorld.oneChild()
        // Four tenths of a degree of latitude are 44 kilometres.
        let direct = try #require(try question(world).distance)
        #expect((44_000...45_000).contains(direct.count))
        world.register.distances = [Distance(from: "CITY", to: "NEAR", metres: 61_000)]
        #expect(try question(world).distance == 61_000)
        world.register.distances.append(Distance(from: "NEAR", to: "CITY", metres: 62_000))
        #expect(try question(world).distance == 62_000)
        world.register.distances = []
        world.register.places[1].coordinate = nil
        #expect(try question(world).distance == nil)
    }

    @Test("a bond of which one end is not in the register is not asked about")
    func missing() {
        let world = PlanningWorld.oneChild()
        let bond = world.register.bonds[0]
        var (noChild, noPrisoner, noPrison) = (world, world, world)
        noChild.register.children = []
        noPrisoner.register.prisoners = []
        noPrison.register.prisons = []
        for world in [noChild, noPrisoner, noPrison] {
            #expect(world.facts.contactCase(for: bond, on: saturday) == nil)
        }
        #expect(world.facts.contactCase(for: bond, on: saturday) != nil)
    }
}
