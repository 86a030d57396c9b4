import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("The register in the store")
struct RegisterTests {
    /// The visits as the store gives them back: it writes down itself when they were last changed, and numbers them.
    private func stamped(_ register: Register) -> Register {
        var register = register
        let ranks = VisitNumbering.ranks(of: register.visits)
        for index in register.visits.indices {
            register.visits[index].changed = World.moment
            register.visits[index].number = ranks[register.visits[index].id].map { $0 + 1 }
        }
        return register
    }

    @Test("what is stored with all facts is read with all facts")
    func fullRoundTrip() throws {
        try World.withStore { (store, _) throws in
            #expect(try store.view(for: .everything).register() == stamped(World.full))
        }
    }

    @Test("what is stored without optional facts is read without them")
    func bareRoundTrip() throws {
        var bare = Register()
        bare.places = [Place(id: "a", name: .init(en: "", zh: "甲")), Place(id: "b", name: .init(en: "B", zh: ""))]
        bare.distances = [Distance(from: "b", to: "a", metres: 0)]
        bare.prisons = [
            Prison(id: "p", name: .init("P"), jurisdiction: Jurisdiction("US-MI"), place: "a", zone: "America/Detroit")
        ]
        bare.templates = [
            SessionTemplate(
                id: "t", prison: "p", recurrence: .weekly(.monday, every: 1, anchor: Day(number: 0)),
                start: .midnight, minutes: 1, modes: [.call], tables: 0)
        ]
        bare.closures = [Closure(id: "z", prison: "p", days: DayRange(World.today, World.today))]
        bare.schoolCalendars = [SchoolCalendar(id: "s", stretches: [])]
        bare.households = [Household(id: "h", name: "", place: "a")]
        bare.children = [Child(id: "c", name: "", birthDate: Day(number: -719_162), household: "h")]
        bare.guardians = [
            Guardian(id: "g", name: "", household: "h", relation: .other, accompanies: false, weekdays: [])
        ]
        bare.escorts = [
            Escort(
                id: "e", name: "", home: "h", weekdays: [.sunday, .monday],
                available: DayRange(World.today, World.today), maxChildren: 0)
        ]
        bare.prisoners = [Prisoner(id: "m", name: "", sex: .male, prison: "p")]
        bare.events = [PrisonerEvent(id: "v", prisoner: "m", kind: .released, date: World.today)]
        bare.bonds = [Bond(id: "b", child: "c", prisoner: "m", relation: .other)]
        bare.visits = [
            Visit(
                id: "x", status: .missed, prisoner: "m", household: "h", children: ["c"], prison: "p",
                date: World.today, minutes: 30)
        ]
        try World.withStore(of: bare) { (store, _) throws in
            #expect(try store.view(for: .everything).register() == stamped(bare))
        }
    }

    @Test("every word of the model is one that the schema knows")
    func everyWord() throws {
        var world = World.full
        world.places += Place.Precision.allCases.map { Place(id: "x-\($0)", name: .init("x"), precision: $0) }
        world.households += Household.Kind.allCases.map {
            Household(id: "x-\($0)", name: "x", kind: $0, place: "yuxi")
        }
        world.guardians += Guardian.Relation.allCases.map {
            Guardian(id: "x-\($0)", name: "x", household: "h1", relation: $0)
        }
        world.events += PrisonerEvent.Kind.allCases.map {
            PrisonerEvent(id: "x-\($0)", prisoner: "m1", kind: $0, date: World.today)
        }
        world.events += PrisonerEvent.Misconduct.allCases.map {
            PrisonerEvent(id: "y-\($0)", prisoner: "m1", kind: .misconduct, date: World.today, misconduct: $0)
        }
        world.prisons += Prison.Facility.allCases.flatMap { facility in
            Prison.Holds.allCases.map { holds in
                Prison(
                    id: "x-\(facility)-\(holds)", name: .init("x"), jurisdiction: Jurisdiction("CN"),
                    facility: facility,
                    holds: holds, place: "yuxi", zone: "Asia/Shanghai")
            }
        }
        addPrisoners(to: &world)
        world.visits += Mode.allCases.map { visit("x-\($0)", .held, $0) }
        world.visits += Visit.Status.allCases.map { visit("y-\($0)", $0, .call) }
        world.costs += VisitCost.Kind.allCases.map { VisitCost(id: "x-\($0)", visit: "x1", cents: 0, kind: $0) }
        world = sorted(world)
        try World.withStore(of: world) { (store, _) throws in
            #expect(try store.view(for: .everything).register() == stamped(world))
        }
    }

    private func addPrisoners(to world: inout Register) {
        world.prisoners += Prisoner.Grade.allCases.map {
            Prisoner(id: "x-\($0)", name: "x", sex: .female, prison: "p1", grade: $0)
        }
        world.prisoners += Prisoner.Sentence.allCases.map {
            Prisoner(id: "y-\($0)", name: "x", sex: .male, prison: "p1", sentence: $0)
        }
        let prisoners = world.prisoners.dropFirst().map(\.id)
        world.bonds += zip(Bond.Relation.allCases, prisoners).map {
            Bond(id: "x-\($0)", child: "c1", prisoner: $1, relation: $0, papers: Paper.allCases)
        }
        world.bonds += zip(Bond.Contact.allCases, prisoners).map {
            Bond(id: "y-\($0)", child: "c2", prisoner: $1, relation: .other, contact: $0)
        }
    }

    private func visit(_ id: Identifier<Visit>, _ status: Visit.Status, _ mode: Mode) -> Visit {
        Visit(
            id: id, status: status, prisoner: "m1", household: "h1", children: ["c1"], prison: "p1",
            date: World.today, minutes: 30, mode: mode)
    }

    private func sorted(_ world: Register) -> Register {
        var world = world
        world.places.sort { $0.id < $1.id }
        world.households.sort { $0.id < $1.id }
        world.guardians.sort { $0.id < $1.id }
        world.events.sort { $0.id < $1.id }
        world.prisons.sort { $0.id < $1.id }
        world.prisoners.sort { $0.id < $1.id }
        world.bonds.sort { $0.id < $1.id }
        world.visits.sort { $0.id < $1.id }
        world.costs.sort { $0.id < $1.id }
        return world
    }

    @Test("planned visits join the register when they are confirmed, held or missed")
    func plannedVisitsJoin() throws {
        try World.withStore { store, _ in
            let visits = [World.planned("y1", in: 5), World.planned("y2", in: 12), World.planned("y3", in: 19)]
            _ = try store.publish(World.plan(visits), madeFrom: store.dataRevision())
            #expect(try store.view(for: .everything).register().visits.map(\.id) == ["x1"])
            try store.view(for: .everything).take(
                VisitAct(.confirm, moment: World.moment + 9), on: ["y1"], today: World.today)
            try store.view(for: .everything).take(
                VisitAct(.cancel, moment: World.moment + 9), on: ["y2"], today: World.today + 99)
            try store.view(for: .everything).take(
                VisitAct(.held, moment: World.moment + 9), on: ["y3"], today: World.today + 99)
            #expect(try store.view(for: .everything).register().visits.map(\.id) == ["x1", "y1", "y3"])
        }
    }
}
