import Testing
import VisitModel

@testable import VisitPlanning

@Suite("A plan put onto what people changed while it was made")
struct PlanRebaseTests {
    @Test("where nobody changed anything, it is the plan")
    func nothing() {
        let run = RebaseRun()
        #expect(run.rebased == run.plan)
    }

    @Test("a step on one family's visit leaves that family's part as it is now and keeps the rest")
    func step() throws {
        var run = RebaseRun()
        run.now.plan?.visits[0].status = .requested
        let rebased = try #require(run.rebased)
        #expect(try run.visits(of: "H1") == [RebaseRun.visit(1, on: "2026-12-05", .requested)])
        #expect(try run.visits(of: "H2") == [RebaseRun.visit(2, on: "2026-12-12")])
        #expect(rebased.visits.map(\.id) == ["visit-1", "visit-2", "visit-3"])
        #expect(rebased.changes.map(\.visit) == ["visit-2", "visit-3"])
        let codes = Dictionary(uniqueKeysWithValues: rebased.refusals.map { ($0.child, $0.code) })
        #expect(codes == ["C1": .quotaUsed, "C2": .tooSoon, "C3": .tooSoon])
    }

    @Test("a visit that was agreed meanwhile is a fact and in no plan; what the run wanted with it is forgotten")
    func agreed() throws {
        var run = RebaseRun()
        run.now.plan?.visits[0].status = .confirmed
        run.now.register.visits.append(RebaseRun.visit(1, on: "2026-12-05", .confirmed))
        let rebased = try #require(run.rebased)
        #expect(rebased.visits.map(\.id) == ["visit-2", "visit-3"])
        #expect(rebased.changes.map(\.visit) == ["visit-2", "visit-3"])
    }

    @Test("what the run cancels stays cancelled, unless a step was taken on it")
    func cancelled() throws {
        var run = RebaseRun()
        run.plan.visits.removeAll { $0.household == "H3" }
        run.plan.changes[2].kind = .cancelled
        #expect(try #require(run.rebased).changes.map(\.kind) == [.moved, .moved, .cancelled])
        #expect(try run.visits(of: "H3").isEmpty)
        run.now.plan?.visits[2].status = .requested
        #expect(try #require(run.rebased).changes.map(\.visit) == ["visit-1", "visit-2"])
        #expect(try run.visits(of: "H3").map(\.status) == [.requested])
    }

    @Test("a visit whose day has come is no part of a plan any more")
    func dayHasCome() throws {
        var run = RebaseRun()
        run.now.plan?.visits[0].status = .requested
        run.plan.today = day("2026-12-05")
        #expect(try run.visits(of: "H1").isEmpty)
        run.plan.today = day("2026-12-04")
        #expect(try run.visits(of: "H1").count == 1)
    }

    @Test("a closure drops the visits in it and no others")
    func closure() throws {
        var run = RebaseRun()
        run.plan.visits[1] = RebaseRun.visit(2, on: "2026-12-19")
        func left(_ first: String, _ last: String, template: Identifier<SessionTemplate>? = nil) throws -> [String] {
            run.now.register.closures = [
                Closure(id: "X", prison: "W1", template: template, days: DayRange(day(first), day(last)))
            ]
            return run.left
        }
        #expect(try left("2026-12-12", "2026-12-12") == ["H1", "H3"])
        #expect(run.renewed == ["H2"])
        #expect(try left("2026-12-13", "2026-12-19") == ["H2"])
        #expect(try left("2026-12-13", "2026-12-18") == [])
        #expect(try left("2026-12-12", "2026-12-12", template: "SAT") == ["H1", "H3"])
        #expect(try left("2026-12-12", "2026-12-12", template: "SUN") == [])
        run.now.register.closures[0].template = nil
        run.now.register.closures[0].prison = "W2"
        #expect(run.left.isEmpty && run.renewed.count == 3)
    }

    // MARK: Tables, seats and escorts

    @Test("a table that was taken meanwhile pushes the last of the new visits out, and only that one")
    func table() throws {
        var run = RebaseRun()
        run.now.register.visits.append(RebaseRun.other(1))
        #expect(run.renewed == ["H1", "H2"] && run.left == ["H3"])
        // Five persons need two tables.
        run.now.register.visits[0] = RebaseRun.other(4)
        #expect(run.renewed == ["H1"] && run.left == ["H2", "H3"])
        // In another session it takes nobody's.
        run.now.register.visits[0] = RebaseRun.other(4, on: "2026-12-19")
        #expect(run.renewed == ["H1", "H2", "H3"])
    }

    @Test("seats that were taken meanwhile push out as many as no longer fit")
    func seats() throws {
        var run = RebaseRun()
        for snapshot in [\RebaseRun.before, \RebaseRun.now] {
            run[keyPath: snapshot].register.templates[0].tables = 9
            run[keyPath: snapshot].register.templates[0].seats = 8
        }
        #expect(run.renewed.count == 3, "Six of eight persons.")
        run.now.register.visits.append(RebaseRun.other(1))
        #expect(run.renewed.count == 3, "Eight of eight.")
        run.now.register.visits[0] = RebaseRun.other(2)
        #expect(run.renewed == ["H1", "H2"])
    }

    private func escorted(_ visit: Visit, by escort: Identifier<Escort>, from begins: String, to ends: String) -> Visit
    {
        func way(_ from: Identifier<Place>, _ to: Identifier<Place>, _ depart: CivilTime) -> Journey {
            Journey(
                legs: [Journey.Leg(mode: .road, from: from, to: to, depart: depart, arrive: depart + 30)], cents: 0,
                isEstimated: true)
        }
        var visit = visit
        visit.companion = .escort(escort)
        visit.trip = Trip(
            outbound: way("NEAR", "CITY", CivilTime(visit.date, clock(begins))),
            homeward: way("CITY", "NEAR", CivilTime(visit.date, clock(ends)) - 30), nights: 0, cents: 0)
        return visit
    }

    @Test("an escort who was engaged meanwhile cannot be elsewhere at that time")
    func escort() throws {
        var run = RebaseRun()
        run.plan.visits[1] = escorted(run.plan.visits[1], by: "E1", from: "08:00", to: "13:00")
        func renewed(_ escort: Identifier<Escort>, _ begins: String, _ ends: String) -> [String] {
            run.now.register.visits = [escorted(RebaseRun.other(1), by: escort, from: begins, to: ends)]
            run.now.register.visits[0].session = "ELSEWHERE@2026-12-12"
            return run.renewed
        }
        #expect(renewed("E1", "12:59", "15:00") == ["H1", "H3"])
        #expect(renewed("E1", "06:00", "08:01") == ["H1", "H3"])
        #expect(renewed("E1", "13:00", "15:00") == ["H1", "H3"], "One journey a day.")
        for snapshot in [\RebaseRun.before, \RebaseRun.now] {
            run[keyPath: snapshot].register.parameters = [Parameter(name: "plan.escort_trips_per_day", value: "2")]
        }
        #expect(renewed("E1", "12:59", "15:00") == ["H1", "H3"])
        #expect(renewed("E1", "06:00", "08:01") == ["H1", "H3"])
        #expect(renewed("E1", "13:00", "15:00") == ["H1", "H2", "H3"])
        #expect(renewed("E1", "06:00", "08:00") == ["H1", "H2", "H3"])
        #expect(renewed("E2", "08:00", "13:00") == ["H1", "H2", "H3"])
        // Nobody knows for how long the other visit keeps the escort away: the whole day.
        run.now.register.visits[0].companion = .escort("E1")
        run.now.register.visits[0].trip = nil
        #expect(run.renewed == ["H1", "H3"])
    }

    /// The run whose new visits of H1 and H2 are made on one journey with one escort.
    private func shared() -> RebaseRun {
        var run = RebaseRun()
        for number in 0...1 {
            run.plan.visits[number] = escorted(run.plan.visits[number], by: "E1", from: "08:00", to: "13:00")
        }
        let meetings = run.plan.visits[0...1].map { visit in
            SharedTrip.Meeting(
                session: visit.session ?? "", prison: visit.prison, prisoner: visit.prisoner,
                children: visit.children, begins: CivilTime(visit.date, clock("10:00")),
                ends: CivilTime(visit.date, clock("10:30")))
        }
        for number in 0...1 { run.plan.visits[number].trip?.shared = SharedTrip(meetings: meetings) }
        return run
    }

    @Test("where a shared journey lost a visit, the other visits of it stay as they are too")
    func sharedJourney() throws {
        var run = shared()
        #expect(run.renewed == ["H1", "H2", "H3"])
        run.now.plan?.visits[0].status = .requested
        #expect(run.renewed == ["H3"] && run.left == ["H1", "H2"])
    }

    @Test("an agreed visit on the same journey is no reason that the escort were elsewhere")
    func agreedOnTheSameJourney() throws {
        var run = shared()
        var agreed = run.plan.visits.removeFirst()
        agreed.status = .confirmed
        for snapshot in [\RebaseRun.before, \RebaseRun.now] {
            run[keyPath: snapshot].register.visits = [agreed]
            run[keyPath: snapshot].plan?.visits.removeFirst()
        }
        #expect(run.rebased == run.plan.withChanges { $0.visit != agreed.id })
    }

    /// The run in which the visit of H1 is agreed, so far on a journey of its own, and the plan takes H2 along on it.
    private func retold() -> RebaseRun {
        var run = shared()
        run.plan.visits[0].status = .confirmed
        var agreed = run.plan.visits[0]
        agreed.trip = escorted(agreed, by: "E1", from: "08:30", to: "12:30").trip
        for snapshot in [\RebaseRun.before, \RebaseRun.now] {
            run[keyPath: snapshot].register.visits = [agreed]
            run[keyPath: snapshot].plan?.visits.removeFirst()
        }
        return run
    }

    @Test("whoever is taken along on the journey of an agreed visit is not thought to be elsewhere with its escort")
    func takenAlong() throws {
        var run = retold()
        run.now.register.households[2].phone = "1"
        #expect(run.renewed == ["H1", "H2"] && run.left == ["H3"])
    }

    @Test("the journey of an agreed visit is not told anew with a meeting that was left out")
    func agreedAlone() throws {
        var run = retold()
        run.now.register.households[1].phone = "1"
        #expect(run.renewed == ["H3"] && run.left == ["H2"])
        #expect(try run.visits(of: "H1").isEmpty, "As it is in the register.")
    }

    @Test("who travels now with a visit that stays as it is stays too, though the plan would part them")
    func parted() throws {
        var run = shared()
        let together = run.plan.visits
        run.plan.visits = RebaseRun().plan.visits
        for snapshot in [\RebaseRun.before, \RebaseRun.now] {
            for number in 0...1 {
                var visit = RebaseRun.visit(number + 1, on: "2026-12-12")
                visit.trip = together[number].trip
                run[keyPath: snapshot].plan?.visits[number] = visit
            }
        }
        for number in 0...1 { run.plan.visits[number] = RebaseRun.visit(number + 1, on: "2026-12-05") }
        #expect(run.renewed == ["H1", "H2", "H3"])
        run.now.register.households[0].phone = "1"
        #expect(run.renewed == ["H3"] && run.left == ["H1", "H2"])
    }

    @Test("whose account was put right keeps what is planned now")
    func account() throws {
        let run = RebaseRun()
        let rebased = try #require(PlanRebase(from: run.before, onto: run.now).rebased(run.plan, touching: ["M2"]))
        #expect(rebased.visits.map(\.date) == [day("2026-12-05"), day("2026-12-12"), day("2026-12-12")])
        #expect(rebased.visits.first?.prisoner == "M2")
    }
}

extension Plan {
    fileprivate func withChanges(_ holds: (Change) -> Bool) -> Plan {
        var plan = self
        plan.changes = changes.filter(holds)
        return plan
    }
}
