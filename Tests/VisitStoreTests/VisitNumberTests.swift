import GRDB
import Testing
import VisitModel

@testable import VisitStore

@Suite("The number of a visit")
struct VisitNumberTests {
    private func numbers(_ store: VisitStore) throws -> [Identifier<Visit>: Int?] {
        let visits = try store.view(for: .everything).visits(from: World.today - 100)
        return Dictionary(uniqueKeysWithValues: visits.map { ($0.id, $0.number) })
    }

    @Test("is given when a plan is published, by date, start and identifier, and told with the plan")
    func published() throws {
        try World.withStore { (store, _) throws in
            var noTime = World.planned("y4", in: 5)
            noTime.start = nil
            let visits = [World.planned("y9", in: 3), World.planned("y1", in: 5), World.planned("y0", in: 5), noTime]
            let plan = try store.publish(World.plan(visits), madeFrom: 1)
            #expect(try numbers(store) == ["x1": 1, "y9": 2, "y4": 3, "y0": 4, "y1": 5])
            #expect(plan.visits.map(\.number) == [2, 3, 4, 5])
        }
    }

    @Test("stays when a later plan moves the visit, and a plan that says another one changes nothing")
    func stays() throws {
        try World.withStore { (store, _) throws in
            _ = try store.publish(
                World.plan([World.planned("y1", in: 5), World.planned("y2", in: 12)]), madeFrom: 1)
            var late = World.planned("y1", in: 19)
            late.number = 77
            let plan = try store.publish(World.plan([late, World.planned("y3", in: 1)]), madeFrom: 1)
            #expect(try numbers(store) == ["x1": 1, "y1": 2, "y2": 3, "y3": 4])
            #expect(plan.visits.map(\.number) == [4, 3, 2])
        }
    }

    @Test("is given to visits of a file too, by date and not by their order in the file, and stays at the next import")
    func imported() throws {
        try World.withStore { (store, _) throws in
            var (early, late) = (World.held, World.held)
            (early.id, early.date) = ("z2", World.today - 30)
            (late.id, late.date) = ("z1", World.today - 20)
            var register = Register()
            register.visits = [late, early]
            _ = try store.store(World.batch(register), at: World.moment)
            #expect(try numbers(store) == ["x1": 1, "z2": 2, "z1": 3])
            register.visits[0].date = World.today - 50
            register.visits[0].number = nil
            _ = try store.store(World.batch(register), at: World.moment)
            #expect(try numbers(store) == ["x1": 1, "z2": 2, "z1": 3])
            #expect(try store.difference(World.batch(register)).isEmpty)
        }
    }

    @Test("is not given again though the last visit is gone from the store")
    func neverAgain() throws {
        try World.withStore { (store, _) throws in
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            try store.connection.write { db in
                for table in ["planVisit WHERE visit", "visitChild WHERE visit", "visit WHERE id"] {
                    try db.execute(sql: "DELETE FROM \(table) = 'y1'")
                }
            }
            _ = try store.publish(World.plan([World.planned("y2", in: 5)]), madeFrom: 1)
            #expect(try numbers(store) == ["x1": 1, "y2": 3])
        }
    }

    @Test("names the visit wherever an identifier does, in either case and with or without zeros")
    func names() throws {
        try World.withStore { (store, _) throws in
            let view = store.view(for: .everything)
            for name in ["V-0001", "v-1", "V-1"] {
                #expect(try view.visitDetail(Identifier(name)).visit.id == "x1")
                #expect(try view.acts(of: Identifier(name)).isEmpty)
            }
            let act = VisitAct(.missed, by: .household, reason: "ill", moment: World.moment)
            #expect(try view.take(act, on: ["V-0001"], today: World.today).map(\.id) == ["x1"])
            #expect(try view.acts(of: "x1").count == 1)
            #expect(throws: StoreError.noSuch(.visit, asked: "V-0002", nearest: [])) {
                try view.visitDetail("V-0002")
            }
        }
    }

    @Test("gives way to an identifier of that form")
    func identifierFirst() throws {
        try World.withStore { (store, _) throws in
            _ = try store.publish(World.plan([World.planned("V-0001", in: 5)]), madeFrom: 1)
            let view = store.view(for: .everything)
            #expect(try view.visitDetail("V-0001").visit.number == 2)
            #expect(try view.visitDetail("V-1").visit.id == "x1")
        }
    }

    @Test("of a visit beyond reach is the number of no visit")
    func beyondReach() throws {
        try World.withStore { (store, _) throws in
            #expect(throws: StoreError.noSuch(.visit, asked: nil, nearest: [])) {
                try store.view(for: .household("h2")).visitDetail("V-0001")
            }
            #expect(try store.view(for: .household("h1")).visitDetail("V-0001").visit.id == "x1")
        }
    }
}
