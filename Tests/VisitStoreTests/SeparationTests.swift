import Testing
import VisitModel

@testable import VisitStore

@Suite("Prisoners who are kept apart")
struct SeparationTests {
    /// A second prisoner of the same prison, with whom no child of the world has a bond, and a third one elsewhere.
    private var world: Register {
        var world = World.full
        var (second, third) = (world.prisoners[0], world.prisoners[0])
        (second.id, third.id) = ("m2", "m3")
        var prison = world.prisons[0]
        prison.id = "p2"
        third.prison = "p2"
        world.prisons.append(prison)
        world.prisoners += [second, third]
        world.bonds.append(Bond(id: "b4", child: "c3", prisoner: "m2", relation: .mother, contact: .allowed))
        world.separations = [Separation(id: "m1+m2", "m2", "m1"), Separation(id: "s1", "m1", "m3")]
        return world
    }

    @Test("are read as they were written, the two sorted")
    func roundTrip() throws {
        try World.withStore(of: world) { (store, _) throws in
            let read = try store.view(for: .everything).register().separations
            #expect(read == world.separations)
            #expect(read.map { [$0.first, $0.second] } == [["m1", "m2"], ["m1", "m3"]])
            #expect(try store.difference(World.batch(world)).isEmpty)
        }
    }

    @Test("are told to offices to which both are known, and never to families or escorts")
    func reach() throws {
        try World.withStore(of: world) { (store, _) throws in
            func told(_ reach: Reach) throws -> [Identifier<Separation>] {
                try store.view(for: reach).register().separations.map(\.id)
            }
            #expect(try told(.everything) == ["m1+m2", "s1"])
            #expect(try told(.prison("p1")) == ["m1+m2"])
            #expect(try told(.prison("p2")) == [])
            // The organisation's children know the first of the two alone.
            #expect(try told(.organisation("o1")) == [])
            for reach in [Reach.household("h1"), .household("h2"), .escort("e1"), .nothing] {
                #expect(try told(reach) == [])
            }
        }
        var both = world
        both.households[1].organisation = "o1"
        try World.withStore(of: both) { (store, _) throws in
            #expect(try store.view(for: .organisation("o1")).register().separations.map(\.id) == ["m1+m2"])
        }
    }

    @Test("are among what a decision about a visit looks at, with the visits of the other one")
    func circle() throws {
        try World.withStore(of: world) { (store, _) throws in
            var other = World.planned("y2", in: 5)
            (other.prisoner, other.household, other.children) = ("m2", "h2", ["c3"])
            let own = World.planned("y1", in: 5)
            _ = try store.publish(World.plan([own, other]), madeFrom: 1)
            let days = DayRange(World.today, World.today + 9)
            let circle = try store.view(for: .everything).circle(of: own, on: days)
            #expect(circle.register.separations.map(\.id) == ["m1+m2", "s1"])
            #expect(circle.register.visits.map(\.id) == ["x1", "y1", "y2"])
        }
    }

    @Test("stay apart when a child is erased: it concerns the prisoners")
    func erasure() throws {
        try World.withStore(of: world) { (store, _) throws in
            _ = try store.view(for: .everything).erase("c3", pseudonym: "q1", today: World.today, at: World.moment)
            #expect(try store.view(for: .everything).register().separations.count == 2)
        }
    }

    @Test("one pair has one row")
    func unique() throws {
        try World.withStore(of: world) { (store, _) throws in
            var again = Register()
            again.separations = [Separation(id: "s9", "m1", "m2")]
            #expect(throws: StoreError.self) { try store.store(World.batch(again), at: World.moment) }
            #expect(try store.view(for: .everything).register().separations == world.separations)
        }
    }
}
