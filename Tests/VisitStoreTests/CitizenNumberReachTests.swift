import GRDB
import Testing
import VisitModel

@testable import VisitStore

@Suite("Citizen numbers in the store")
struct CitizenNumberReachTests {
    private static func withStore(listing: Bool, _ body: (VisitStore) throws -> Void) throws {
        var world = World.full
        world.prisons[0].listsCitizenNumbers = listing
        world.visits[0].adults = [.guardian("g1"), .escort("e1")]
        try World.withStore(of: world) { (store, _) throws in try body(store) }
    }

    /// How many citizen numbers of the visit x1 somebody sees.
    private static func seen(_ store: VisitStore, _ reach: Reach) throws -> Int {
        let detail = try store.view(for: reach).visitDetail("x1")
        return detail.children.count { $0.citizenNumber != nil } + detail.adults.count { $0.citizenNumber != nil }
    }

    @Test("stand on visits only where the prison lists them, for offices and that prison")
    func visits() throws {
        let reaches: [Reach] = [
            .everything, .organisation("o1"), .prison("p1"), .household("h1"), .escort("e1"),
        ]
        try Self.withStore(listing: true) { (store) throws in
            #expect(try reaches.map { try Self.seen(store, $0) } == [3, 3, 3, 0, 0])
        }
        try Self.withStore(listing: false) { (store) throws in
            #expect(try reaches.map { try Self.seen(store, $0) } == [0, 0, 0, 0, 0])
        }
    }

    @Test("are in the register of offices alone, and not in what a decision looks at")
    func register() throws {
        try Self.withStore(listing: true) { (store) throws in
            func count(_ register: Register) -> Int {
                register.children.count { $0.citizenNumber != nil }
                    + register.guardians.count { $0.citizenNumber != nil }
                    + register.escorts.count { $0.citizenNumber != nil }
            }
            #expect(try count(store.view(for: .everything).register()) == 3)
            for reach in [Reach.prison("p1"), .household("h1"), .escort("e1")] {
                #expect(try count(store.view(for: reach).register()) == 0, "\(reach)")
            }
            let view = store.view(for: .everything)
            let circle = try view.circle(of: view.visitDetail("x1").visit, on: DayRange(World.today, World.today))
            #expect(count(circle.register) == 0)
            #expect(circle.register.guardians.allSatisfy { $0.wechat == nil })
        }
    }

    @Test("that were damaged behind the program's back are refused with their column, unseen")
    func damaged() throws {
        try Self.withStore(listing: true) { (store) throws in
            try store.connection.write { db in
                try db.execute(sql: "UPDATE child SET citizenNumber = '119999201607180025' WHERE id = 'c1'")
            }
            let failure = #expect(throws: StoreError.self) { try store.view(for: .everything).register() }
            #expect(failure == .damagedRow(table: "child", key: "c1", column: "citizenNumber"))
        }
    }
}
