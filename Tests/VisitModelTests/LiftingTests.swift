import Testing
import VisitModel

@Suite("Decisions that are taken back")
struct LiftedDecisionTests {
    private let day = Day(number: 20_000)

    @Test("contact is lifted where it is less restricted, or the bond becomes one of other people")
    func bonds() {
        func columns(_ before: Bond.Contact, _ after: Bond.Contact, child: Identifier<Child> = "C1") -> [String] {
            let old = Bond(id: "B1", child: "C1", prisoner: "M1", relation: .mother, contact: before)
            let new = Bond(id: "B1", child: child, prisoner: "M1", relation: .mother, contact: after)
            return new.decisionsLifted(since: old).map(\.column)
        }
        #expect(columns(.forbidden, .allowed) == ["contact"])
        #expect(columns(.forbidden, .onHold) == ["contact"])
        #expect(columns(.declinedByChild, .allowed) == ["contact"])
        #expect(columns(.onHold, .allowed) == ["contact"])
        #expect(columns(.allowed, .forbidden) == [])
        #expect(columns(.onHold, .declinedByChild) == [])
        #expect(columns(.forbidden, .forbidden, child: "C2") == ["child"])
        #expect(columns(.allowed, .allowed, child: "C2") == [])
    }

    @Test("a ban is lifted where it ends earlier, begins later, or keeps others away")
    func bans() {
        let ban = PrisonerEvent(
            id: "EV1", prisoner: "M1", kind: .visitorSuspended, date: day, until: day + 30, visitor: .guardian("G1"))
        func columns(_ change: (inout PrisonerEvent) -> Void) -> [String] {
            var event = ban
            change(&event)
            return event.decisionsLifted(since: ban).map(\.column)
        }
        #expect(columns { _ in } == [])
        #expect(columns { $0.until = day + 10 } == ["until"])
        #expect(columns { $0.until = nil } == [])
        #expect(columns { $0.until = day + 60 } == [])
        #expect(columns { $0.date = day + 5 } == ["date"])
        #expect(columns { $0.visitor = .escort("E1") } == ["visitor"])
        #expect(columns { $0.visitor = nil } == [], "Everybody is kept away then.")
        #expect(columns { $0.kind = .misconduct } == ["event"])
        #expect(columns { $0.prisoner = "M2" } == ["prisoner"])
        var open = ban
        open.until = nil
        #expect(ban.decisionsLifted(since: open).map(\.before.english) == ["without end"])
    }

    @Test("so are a separation of others, and a vetting that does not end any more")
    func others() {
        let apart = Separation(id: "SP1", "M1", "M2")
        #expect(Separation(id: "SP1", "M2", "M1").decisionsLifted(since: apart).isEmpty)
        #expect(Separation(id: "SP1", "M1", "M3").decisionsLifted(since: apart).map(\.before.english) == ["M1+M2"])
        let days = DayRange(day, day + 100)
        let vetted = Escort(id: "E1", name: "", home: "H1", available: days, maxChildren: 1, vettedUntil: day)
        var endless = vetted
        endless.vettedUntil = nil
        #expect(endless.decisionsLifted(since: vetted).map(\.column) == ["vetted_until"])
        #expect(vetted.decisionsLifted(since: endless).isEmpty)
    }
}
