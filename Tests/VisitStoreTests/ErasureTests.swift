import GRDB
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("The erasure of a child")
struct ErasureTests {
    @Test("name, bonds, reasons go, and are in no page of the file; that visits took place stays")
    func erased() throws {
        try World.withStore { plain, folder in
            let store = plain.noting(Author("local:7", now: { World.moment }))
            var ahead = World.planned("y1", in: 5)
            ahead.children = ["c1", "c2"]
            _ = try store.publish(World.plan([ahead, World.planned("y2", in: 12)]), madeFrom: 1)
            let act = VisitAct(.missed, reason: "和小花 was ill", moment: World.moment)
            try store.view(for: .everything).take(act, on: ["x1"], today: World.today)
            // Of a visit that goes on without the child.
            let note = VisitAct(.request, reason: "和小花 was ill", moment: World.moment)
            try store.view(for: .everything).take(note, on: ["y1"], today: World.today)
            let erasure = try store.view(for: .everything).erase(
                "c1", pseudonym: "erased-1", today: World.today, at: World.moment + 9)
            #expect(erasure == .init(visitsAhead: 2, visitsKept: 2, includesHousehold: false))
            let register = try store.view(for: .everything).register()
            #expect(register.children.map(\.id) == ["c2", "c3", "erased-1"])
            let pseudonym = try #require(register.children.last)
            #expect((pseudonym.name, pseudonym.needs, pseudonym.schoolCalendar) == ("", [], nil))
            #expect((pseudonym.birthDate.civil.month, pseudonym.birthDate.civil.day) == (1, 1))
            #expect(pseudonym.birthDate.civil.year == World.full.children[0].birthDate.civil.year)
            #expect(!register.bonds.contains { $0.child == "c1" || $0.child == "erased-1" })
            #expect(register.absences.map(\.id) == ["a1", "a2", "a4"])
            let past = try store.view(for: .everything).visitDetail("x1").visit
            #expect((past.children, past.reasons) == (["c2", "erased-1"], []))
            #expect(try store.view(for: .everything).acts(of: "x1").map(\.reason) == [""])
            #expect(try store.view(for: .everything).acts(of: "y1").map(\.reason) == [""])
            #expect(try store.view(for: .everything).visitDetail("y1").visit.reasons.isEmpty)
            #expect(try store.view(for: .everything).visitDetail("y1").visit.children == ["c2"])
            #expect(try store.view(for: .everything).visitDetail("y2").visit.status == .cancelled)
            #expect(try store.view(for: .everything).auditEntries(limit: 1).map(\.subject) == ["child c1"])
            #expect(try store.brokenAuditEntry() == nil)
            #expect(try store.integrityCheck().isEmpty)
            #expect(throws: StoreError.self) {
                try store.view(for: .everything).erase(
                    "c1", pseudonym: "erased-2", today: World.today, at: World.moment)
            }
            // Another child bears the same name, so the needs, which are this child's alone, are looked for.
            let bytes = try folder.read("visits.db")
            #expect(!bytes.contains(Array("travel-sickness".utf8)))
            #expect(!bytes.contains(Array("was ill".utf8)))
            #expect(!bytes.contains(Array("119999201607180024".utf8)))
            #expect(!bytes.contains(Array("in hospital".utf8)))
        }
    }

    @Test("with the last child of a household the numbers and names go by which its adults are known and found")
    func adults() throws {
        var world = World.full
        world.children.removeAll { $0.id == "c2" }
        world.bonds.removeAll { $0.child == "c2" }
        (world.visits, world.costs) = ([], [])
        try World.withStore(of: world) { plain, folder in
            let store = plain.noting(Author("local:7", now: { World.moment }))
            let view = store.view(for: .everything)
            for child in ["c1", "c3"] as [Identifier<Child>] {
                let erasure = try view.erase(
                    child, pseudonym: Identifier("erased-\(child)"), today: World.today, at: World.moment)
                #expect(erasure.includesHousehold)
            }
            let register = try view.register()
            #expect(register.guardians.map(\.citizenNumber) == [nil] && register.guardians.map(\.wechat) == [nil])
            #expect(register.escorts.map(\.citizenNumber) == [nil])
            let bytes = try folder.read("visits.db")
            for secret in ["11999919560424002X", "119999850607001", "he_lan_88"] {
                #expect(!bytes.contains(Array(secret.utf8)), "\(secret)")
            }
        }
    }

    @Test("a child's own calendar ends, and the household's escorts are forgotten with their absences")
    func calendars() throws {
        var world = World.full
        world.children.removeAll { $0.id != "c3" }
        world.bonds.removeAll { $0.child != "c3" }
        world.absences.removeAll { $0.person == .child("c1") }
        (world.visits, world.costs) = ([], [])
        try World.withStore(of: world) { store, _ in
            for (number, scope) in [Feed.Scope.child("c3"), .home("h2"), .escort("e1"), .prison("p1")].enumerated() {
                try store.createFeed(
                    .init(
                        id: Identifier("f\(number)"), scope: scope, showsNames: false, language: .english,
                        created: World.moment), token: "secret \(number)")
            }
            _ = try store.view(for: .everything).erase(
                "c3", pseudonym: "erased-1", today: World.today, at: World.moment + 9)
            #expect(try store.feeds().map(\.scope) == [.child("erased-1"), .home("h2"), .escort("e1"), .prison("p1")])
            #expect(try store.feeds().map { $0.revoked != nil } == [true, true, true, false])
            // Another household's guardian and child, and the prisoner, are absent as before.
            #expect(try store.view(for: .everything).register().absences.map(\.id) == ["a1", "a4"])
        }
    }

    /// A journey to meetings of these children with one prisoner.
    private static func journey(of parties: [[Identifier<Child>]]) -> Trip {
        var trip = World.trip
        trip.tickets = Tickets(full: 1, half: 2, free: 0)
        let begins = CivilTime(World.today + 5, .midnight) + 540
        trip.shared = SharedTrip(
            meetings: parties.map {
                SharedTrip.Meeting(
                    session: "t1@2026-09-10", prison: "p1", prisoner: "m1", children: $0, begins: begins,
                    ends: begins + 60)
            })
        return trip
    }

    @Test("journeys that others share name the child no more, whether they are ahead or over")
    func sharedJourneys() throws {
        var world = World.full
        let past = Self.journey(of: [["c1", "c2"], ["c3"]])
        var own = World.held
        own.session = "t1@2026-09-10"
        own.trip = past
        var other = own
        (other.id, other.household, other.children) = ("x2", "h2", ["c3"])
        (world.visits, world.costs) = ([own, other], [])
        try World.withStore(of: world) { store, _ in
            let ahead = Self.journey(of: [["c1"], ["c2"], ["c3"]])
            let visits = zip(["y1", "y2", "y3"], ["c1", "c2", "c3"]).map { id, child in
                var visit = World.planned(Identifier(id), in: 5)
                visit.children = [Identifier(child)]
                visit.session = "t1@2026-09-10"
                visit.trip = ahead
                return visit
            }
            _ = try store.publish(World.plan(visits), madeFrom: store.dataRevision())
            let view = store.view(for: .everything)
            let erasure = try view.erase("c1", pseudonym: "erased-1", today: World.today, at: World.moment + 9)
            #expect(erasure == .init(visitsAhead: 1, visitsKept: 2, includesHousehold: false))

            for id in ["x1", "x2"] as [Identifier<Visit>] {
                let visit = try view.visitDetail(id).visit
                let shared = try #require(visit.trip?.shared)
                #expect(shared.meetings.map(\.children) == [["c2", "erased-1"], ["c3"]])
                #expect(shared.others(than: visit).count == 1)
                #expect(visit.trip?.tickets == past.tickets)
            }
            #expect(try view.visitDetail("y1").visit.trip == nil)
            for id in ["y2", "y3"] as [Identifier<Visit>] {
                let visit = try view.visitDetail(id).visit
                #expect(visit.trip?.shared?.meetings.map(\.children) == [["c2"], ["c3"]])
                #expect(visit.trip?.outbound == ahead.outbound && visit.trip?.tickets == nil)
                #expect((visit.sequence, visit.changed) == (0, World.moment + 9))
            }
            let named = try store.connection.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM visit WHERE instr(trip, '\"c1\"') > 0")
            }
            #expect(named == 0)
        }
    }

    @Test("a household without another child is made nameless with its adults, and its calendars end")
    func household() throws {
        try World.withStore { store, folder in
            try store.createFeed(
                .init(
                    id: "f1", scope: .household("h1"), showsNames: false, language: .english,
                    created: World.moment), token: "secret")
            _ = try store.view(for: .everything).erase(
                "c1", pseudonym: "erased-1", today: World.today, at: World.moment + 9)
            #expect(try store.feed(token: "secret")?.revoked == nil)
            let erasure = try store.view(for: .everything).erase(
                "c2", pseudonym: "erased-2", today: World.today, at: World.moment + 9)
            #expect(erasure.includesHousehold)
            let register = try store.view(for: .everything).register()
            #expect((register.households[0].name, register.households[0].phone) == ("", nil))
            #expect((register.guardians[0].name, register.guardians[0].phone) == ("", nil))
            #expect(register.households[1] == World.full.households[1])
            #expect(register.absences.map(\.id) == ["a2", "a4"])
            #expect(try store.feed(token: "secret")?.revoked == World.moment + 9)
            let bytes = try folder.read("visits.db")
            for name in ["和小木", "He Lan", "Grandmother He", "+86 888"] {
                #expect(!bytes.contains(Array(name.utf8)), "\(name)")
            }
        }
    }
}

extension [UInt8] {
    /// Whether `part` occurs in these bytes.
    fileprivate func contains(_ part: [UInt8]) -> Bool { firstRange(of: part) != nil }
}
