import Testing
import VisitModel
import VisitSolver

@testable import VisitPlanning

@Suite("A plan that follows on another")
struct PlanSuccessionTests {
    private let world = PlanningWorld()

    /// What the published plan holds: a visit that was asked for, last changed at second 1, told twice.
    private func before(_ id: Identifier<Visit> = "visit-1", on date: String = "2026-12-05") -> Visit {
        var visit = world.visit(id, on: date, .requested)
        visit.companion = .guardian("G1")
        visit.reasons = [BilingualText(en: "As it looked then.", zh: "当时的原因。")]
        visit.sequence = 2
        visit.changed = Instant(seconds: 1)
        visit.trip = Self.trip(on: day(date))
        return visit
    }

    private static func trip(on day: Day, leaving minute: Int = 450) -> Trip {
        func way(_ from: Identifier<Place>, _ to: Identifier<Place>, _ minute: Int) -> Journey {
            let begins = CivilTime(day, .midnight) + Minutes(minute)
            return Journey(
                legs: [Journey.Leg(mode: .road, from: from, to: to, depart: begins, arrive: begins + 60)], cents: 100,
                isEstimated: true)
        }
        return Trip(
            outbound: way("NEAR", "CITY", minute), homeward: way("CITY", "NEAR", 640), nights: 0, cents: 200)
    }

    /// The same visit as a run makes it: without identifier, proposed, with reasons of its own.
    private func made(_ visit: Visit) -> Visit {
        var made = visit
        made.id = ""
        made.status = .proposed
        made.sequence = 0
        made.changed = Instant(seconds: 0)
        made.reasons = [BilingualText(en: "As it looks now.", zh: "现在的原因。")]
        return made
    }

    private struct Outcome {
        let visits: [Visit]
        let changes: [Plan.Change]
    }

    private func settle(
        _ visits: [Visit], after published: [Visit]?, keeping kept: Set<Identifier<Visit>> = [],
        taken: Set<Identifier<Visit>> = []
    ) -> Outcome {
        var succession = PlanSuccession(
            published: published.map(world.plan(of:)), besides: kept, horizon: world.horizon
        ) { before, now in
            let words = "\(before.id) of \(before.date) became \(now.map { "\($0.date)" } ?? "nothing")"
            return BilingualText(en: words, zh: words)
        }
        var identifiers = VisitIdentifiers(taken: taken) { "new \($0)" }
        let settled = succession.settle(visits, at: PlanningWorld.stamp, naming: &identifiers)
        return Outcome(visits: settled, changes: succession.changes)
    }

    @Test("a visit that stays in its session keeps identifier, status, reasons, number and moment")
    func stays() {
        let before = before()
        let outcome = settle([made(before)], after: [before])
        #expect(outcome.visits == [before])
        #expect(outcome.changes.isEmpty)
    }

    @Test("where its time, length or journey has changed, its number rises by one")
    func rises() throws {
        var before = before()
        before.status = .proposed
        var (start, minutes, journey, prison) = (made(before), made(before), made(before), made(before))
        start.start = clock("10:30")
        minutes.minutes = 20
        journey.trip = Self.trip(on: before.date, leaving: 420)
        prison.prison = "W2"
        for next in [start, minutes, journey, prison] {
            let visit = try #require(settle([next], after: [before]).visits.first)
            #expect(visit.id == before.id && visit.status == .proposed)
            #expect(visit.sequence == before.sequence + 1)
            #expect(visit.changed == PlanningWorld.stamp)
        }
    }

    @Test("a session with other hours moves a proposal, and says so; what people have asked for stays at its time")
    func otherHours() {
        let asked = before()
        var proposed = asked
        proposed.status = .proposed
        var now = made(asked)
        now.start = clock("13:30")
        #expect(settle([now], after: [asked]).visits == [asked])
        let outcome = settle([now], after: [proposed])
        #expect(outcome.visits.map(\.start) == [clock("13:30")])
        #expect(outcome.changes.map(\.kind) == [.moved])
        #expect(outcome.changes.first?.reason.english.contains("13:30") == true)
    }

    @Test("where another adult goes along, it does not")
    func companion() throws {
        let before = before()
        var next = made(before)
        next.companion = .guardian("G2")
        let visit = try #require(settle([next], after: [before]).visits.first)
        #expect(visit.companion == .guardian("G2"))
        #expect(visit.sequence == before.sequence)
        #expect(visit.changed == PlanningWorld.stamp)
        #expect(visit.reasons == before.reasons)
    }

    @Test("another adult is a change with its reason and the adult before; an adult where nobody was named is none")
    func anotherAdult() throws {
        var before = before()
        var next = made(before)
        next.companion = .escort("E2")
        let change = try #require(settle([next], after: [before]).changes.first)
        #expect(change.kind == .adult && change.visit == before.id && change.adultBefore == .guardian("G1"))
        #expect(change.reason.english == "visit-1 of 2026-12-05 became 2026-12-05")
        before.companion = nil
        #expect(settle([next], after: [before]).changes.isEmpty)
    }

    @Test("a visit that moves keeps its identifier, is proposed anew, says why, and its number rises by one")
    func moves() throws {
        let before = before()
        let next = made(self.before(on: "2026-12-12"))
        let outcome = settle([next], after: [before])
        let visit = try #require(outcome.visits.first)
        #expect(outcome.visits.count == 1)
        #expect(visit.id == before.id && visit.date == day("2026-12-12"))
        #expect(visit.status == .proposed)
        #expect(visit.sequence == before.sequence + 1)
        #expect(visit.reasons == next.reasons)
        #expect(outcome.changes.map(\.kind) == [.moved])
        #expect(outcome.changes.map(\.dateBefore) == [before.date])
        #expect(outcome.changes.map(\.visit) == [before.id])
        #expect(outcome.changes.first?.reason.english == "visit-1 of 2026-12-05 became 2026-12-12")
    }

    @Test("two visits to one prisoner that exchange months say so, and do not blame each other")
    func exchanged() {
        func visit(_ id: Identifier<Visit>, _ child: Identifier<Child>, on date: String) -> Visit {
            var visit = before(id, on: date)
            visit.children = [child]
            return visit
        }
        let world = PlanningWorld()
        var published = world.plan(of: [visit("one", "C1", on: "2026-12-05"), visit("two", "C2", on: "2027-01-09")])
        published.horizon = DayRange(from: PlanningWorld.today + 1, days: 84)
        var succession = PlanSuccession(published: published, horizon: published.horizon) { before, _ in
            BilingualText(en: "\(before.id) for itself", zh: "\(before.id)")
        }
        var identifiers = VisitIdentifiers(taken: []) { "new \($0)" }
        _ = succession.settle(
            [made(visit("", "C1", on: "2027-01-16")), made(visit("", "C2", on: "2026-12-12"))],
            at: PlanningWorld.stamp, naming: &identifiers)
        #expect(succession.changes.map(\.kind) == [.moved, .moved])
        #expect(succession.changes.map(\.dateBefore) == [day("2026-12-05"), day("2027-01-09")])
        #expect(succession.changes[0].reason.english.contains("from 2027-01-09 to 2026-12-12"))
        #expect(succession.changes[1].reason.chinese.contains("互换了月份"))
    }

    @Test("what is left over is cancelled, with the reason; what people keep is not")
    func leftovers() {
        let (one, other) = (before("one"), before("other", on: "2026-12-12"))
        let outcome = settle([], after: [one, other, before("kept", on: "2026-12-19")], keeping: ["kept"])
        #expect(outcome.visits.isEmpty)
        #expect(outcome.changes.map(\.visit) == ["one", "other"])
        #expect(outcome.changes.map(\.kind) == [.cancelled, .cancelled])
        #expect(outcome.changes.first?.reason.english == "one of 2026-12-05 became nothing")
    }

    @Test("a visit on a day to which the plan before did not reach says so, another one that there is room now")
    func reasonOfNew() {
        var beyond = before("far", on: "2026-12-26")
        beyond.household = "H2"
        var near = before("near", on: "2026-12-12")
        near.household = "H3"
        let changes = settle([made(beyond), made(near), made(before())], after: [before()]).changes
        #expect(Set(changes.map(\.kind)) == [.added])
        #expect(
            Set(changes.map(\.reason.english))
                == ["There is room for it now.", "The plan before reached to 2026-12-21 only."])
    }

    @Test("a new visit is named by what it is, begins at number 0, and is said to be added where a plan was before")
    func added() throws {
        let next = made(before())
        let first = settle([next], after: nil)
        let visit = try #require(first.visits.first)
        #expect(visit.id == "new H1|M1|C1|SAT@2026-12-05|0")
        #expect(visit.sequence == 0 && visit.status == .proposed && visit.changed == PlanningWorld.stamp)
        #expect(visit.reasons == next.reasons)
        #expect(first.changes.isEmpty, "A first plan is no change of anything.")

        var other = before("other")
        other.household = "H2"
        let second = settle([next, made(other)], after: [other])
        #expect(Set(second.visits.map(\.id)) == [visit.id, "other"])
        #expect(second.changes.map(\.kind) == [.added])
    }

    @Test("where the derived identifier is taken by a visit that was called off, the new one counts on")
    func taken() {
        let outcome = settle([made(before())], after: nil, taken: ["new H1|M1|C1|SAT@2026-12-05|0"])
        #expect(outcome.visits.map(\.id) == ["new H1|M1|C1|SAT@2026-12-05|1"])
    }

    @Test("other children, another prisoner or another household are other visits")
    func others() {
        let before = before()
        var (children, prisoner, household) = (made(before), made(before), made(before))
        children.children = ["C1", "C2"]
        prisoner.prisoner = "M2"
        household.household = "H2"
        for next in [children, prisoner, household] {
            let outcome = settle([next], after: [before])
            #expect(outcome.visits.allSatisfy { $0.id != before.id })
            #expect(Set(outcome.changes.map(\.kind)) == [.added, .cancelled])
        }
    }

    @Test("agreed visits and those before the horizon are not this plan's to cancel")
    func notItsOwn() {
        let (agreed, past) = (world.visit("agreed", on: "2026-12-05", .confirmed), before("past", on: "2026-11-14"))
        let outcome = settle([], after: [agreed, past])
        #expect(outcome.changes.isEmpty && outcome.visits.isEmpty)
    }

    @Test("several visits of one party: those that stay stay, and the free identifiers go to those that move")
    func several() {
        let dates = ["2026-11-28", "2026-12-05", "2026-12-12"]
        let published = dates.enumerated().map { before("visit-\($0)", on: $1) }
        let next = ["2026-12-05", "2026-12-12", "2026-12-19"].map { made(before(on: $0)) }
        let outcome = settle(next, after: published)
        #expect(Set(outcome.visits.map(\.id)) == ["visit-0", "visit-1", "visit-2"])
        #expect(outcome.changes.map(\.visit) == ["visit-0"])
        #expect(outcome.visits.first { $0.id == "visit-0" }?.date == day("2026-12-19"))
        #expect(outcome.visits.first { $0.id == "visit-1" } == published[1])
    }
}
