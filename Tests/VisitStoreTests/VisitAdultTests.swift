import Synchronization
import Testing
import VisitModel

@testable import VisitStore

@Suite("Several adults on one visit")
struct VisitAdultTests {
    /// A visit of two escorts and a guardian, in `days` days.
    private func visit(_ id: Identifier<Visit>, in days: Int) -> Visit {
        var visit = World.planned(id, in: days)
        visit.adults = [.escort("e1"), .escort("e2"), .guardian("g1")]
        return visit
    }

    private var world: Register {
        var world = World.full
        var second = world.escorts[0]
        (second.id, second.name, second.phone) = ("e2", "Teacher Li", "+86 3")
        world.escorts.append(second)
        return world
    }

    @Test("are read as they were written, in their order, with names and numbers")
    func roundTrip() throws {
        try World.withStore(of: world) { (store, _) throws in
            let plan = try store.publish(World.plan([visit("y1", in: 5)]), madeFrom: 1)
            let view = store.view(for: .everything)
            let detail = try view.visitDetail("y1")
            #expect(detail.visit.adults == [.escort("e1"), .escort("e2"), .guardian("g1")])
            #expect(detail.adults.map(\.name) == ["Teacher Yang", "Teacher Li", "He Lan"])
            #expect(detail.adults.map(\.phone) == ["+86 2", "+86 3", "+86 1"])
            #expect(detail.visit.persons == 4)
            #expect(try view.plan()?.visits == plan.visits)
        }
    }

    @Test("are among many visits each with their own")
    func many() throws {
        try World.withStore(of: world) { (store, _) throws in
            let visits = (0..<150).map { World.planned(Identifier("z\($0)"), in: 5) } + [visit("y1", in: 5)]
            _ = try store.publish(World.plan(visits), madeFrom: 1)
            let read = try store.view(for: .everything).visits(from: World.today)
            #expect(read.count == 151)
            #expect(read.filter { $0.adults.count == 3 }.map(\.id) == ["y1"])
        }
    }

    @Test("are looked at again when another visit of the second one changes")
    func near() throws {
        var world = world
        var other = world.prisoners[0]
        (other.id, other.name) = ("m2", "Another invented mother")
        world.prisoners.append(other)
        try World.withStore(of: world) { (store, _) throws in
            var second = World.planned("y2", in: 12)
            (second.prisoner, second.household, second.children) = ("m2", "h2", ["c3"])
            (second.adults, second.session) = ([.escort("e2")], nil)
            var first = visit("y1", in: 5)
            first.session = nil
            _ = try store.publish(World.plan([first, second]), madeFrom: 1)
            let judged = Mutex<Set<Identifier<Visit>>?>([])
            let reviewed = store.reviewed(
                by: Reviewer(today: World.today) { material in
                    judged.withLock { $0 = material.judged }
                    return []
                })
            let act = VisitAct(.request, by: .household, moment: World.moment)
            _ = try reviewed.view(for: .everything).take(act, on: ["y2"], today: World.today)
            #expect(judged.withLock { $0 } == ["y1", "y2"])
        }
    }

    @Test("are staged where they alone differ")
    func staged() throws {
        try World.withStore(of: world) { (store, _) throws in
            _ = try store.publish(World.plan([visit("y1", in: 5)]), madeFrom: 1)
            var fewer = visit("y1", in: 5)
            fewer.adults.removeLast()
            let staged = try store.connection.read { try PlanStaging([fewer], $0, path: store.path) }
            #expect(staged.count == 1)
            _ = try store.publish(World.plan([fewer]), madeFrom: 1)
            #expect(try store.view(for: .everything).visitDetail("y1").visit.adults == [.escort("e1"), .escort("e2")])
            let again = try store.connection.read { try PlanStaging([fewer], $0, path: store.path) }
            #expect(again.count == 0)
        }
    }

    @Test("each see the visit, whether they lead or not, and those who do not come along do not")
    func reach() throws {
        try World.withStore(of: world) { (store, _) throws in
            var two = visit("y1", in: 5)
            two.adults = [.guardian("g1"), .escort("e2")]
            _ = try store.publish(World.plan([two]), madeFrom: 1)
            let escort = store.view(for: .escort("e2"))
            #expect(try escort.visitDetail("y1").visit.adults == two.adults)
            #expect(
                try escort.visitDetails(.of(.escort("e2")), from: World.today, keepCancelledSince: World.today).count
                    == 1)
            #expect(try escort.register().children.map(\.id) == [])
            #expect(try escort.children().map(\.child.id) == ["c1"])
            #expect(try escort.outlooks(OutlookSelection(), today: World.today).map(\.next?.visit.id) == ["y1"])
            #expect(throws: StoreError.noSuch(.visit, asked: nil, nearest: [])) {
                try store.view(for: .escort("e1")).visitDetail("y1")
            }
            let all = store.view(for: .everything)
            let since = World.today
            #expect(try all.visitDetails(.accompanied(by: "g1"), from: since, keepCancelledSince: since).count == 1)
            let mark = try #require(try all.visitMarks(from: since, keepCancelledSince: since).first)
            #expect(mark.adults == two.adults && mark.homes == ["h2"])
        }
    }

    @Test("that a file changes are told by the columns that it changes, and no other")
    func imported() throws {
        try World.withStore(of: world) { (store, _) throws in
            var held = World.held
            held.adults.append(.escort("e2"))
            var register = Register()
            register.visits = [held]
            let summary = try store.store(World.batch(register), at: World.moment)
            #expect(summary.tables.flatMap(\.changed) == [ImportSummary.Change(id: "x1", fields: ["escort"])])
            #expect(try store.view(for: .everything).visitDetail("x1").visit.adults == held.adults)
            #expect(try store.difference(World.batch(register)).isEmpty)
        }
    }
}
