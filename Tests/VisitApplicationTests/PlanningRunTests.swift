import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitStore
import VisitTestSupport

@Suite("The nightly run")
struct PlanningRunTests {
    @Test("a child who has waited gets a visit, with a journey there and back")
    func oneChild() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1", last: day("2026-10-10"))
            let desk = try world.desk(in: folder)

            let report = try desk.plan(fourWeeks())
            #expect(report.outcome == .published)
            #expect(report.childrenWithVisit == 1)
            let outlook = try #require(
                try desk.outlooks(OutlookSelection(children: ["C1"]), today: SmallWorld.today).first)
            let visit = try #require(outlook.next?.visit)
            #expect(visit.date.weekday == .saturday)
            #expect(visit.companion == .guardian("G-H1"))
            let trip = try #require(visit.trip)
            let begins = try #require(visit.begins)
            #expect(trip.arrives <= begins - 30)
            #expect(trip.homeward.departs >= begins + visit.minutes)
            #expect(!visit.reasons.isEmpty)
        }
    }

    @Test("run again on unchanged data, it publishes nothing")
    func unchanged() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            let desk = try world.desk(in: folder)

            let first = try desk.plan(fourWeeks())
            let second = try desk.plan(fourWeeks())
            #expect(second.outcome == .unchanged)
            #expect(second.plan == first.plan)
        }
    }

    @Test("a dry run shows the plan and publishes nothing")
    func dryRun() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            let desk = try world.desk(in: folder)

            var request = fourWeeks()
            request.isDryRun = true
            #expect(try desk.plan(request).plan.visits.count >= 1)
            #expect(try VisitStore(openingAt: desk.store, readOnly: true).view(for: .everything).plan() == nil)
        }
    }

    @Test("a run that is stopped publishes nothing")
    func stopped() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            let desk = try world.desk(in: folder)

            #expect(throws: PlanningError.stopped) { try desk.plan(fourWeeks(), isCancelled: { true }) }
            #expect(try VisitStore(openingAt: desk.store, readOnly: true).view(for: .everything).plan() == nil)
        }
    }

    @Test("households that share a mother share her visits of the month")
    func sharedMother() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            for number in 1...2 {
                world.addFamily("H\(number)")
                world.addChild("C\(number)", in: "H\(number)", of: "M1")
            }
            let desk = try world.desk(in: folder)
            var request = fourWeeks()
            request.weeks = 9

            let visits = try desk.plan(request).plan.visits
            let perMonth = Dictionary(grouping: visits, by: \.date.month).mapValues(\.count)
            #expect(perMonth.values.allSatisfy { $0 <= 1 }, "The rules give one visit in a calendar month: \(perMonth)")
            #expect(Set(visits.flatMap(\.children)) == ["C1", "C2"])
        }
    }

    @Test("three brothers and sisters and an adult are more than three visitors: two parties take turns")
    func siblingsInTurns() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            for number in 1...3 { world.addChild("C\(number)", in: "H1", of: "M1") }
            let desk = try world.desk(in: folder)
            var request = fourWeeks()
            request.weeks = 9

            let visits = try desk.plan(request).plan.visits
            #expect(visits.allSatisfy { $0.children.count <= 2 })
            #expect(Set(visits.flatMap(\.children)).count == 3)
        }
    }

    @Test("an agreed visit stays, takes its table and counts")
    func agreedVisit() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld(tables: 1)
            world.addMother("M1")
            world.addMother("M2")
            for number in 1...2 {
                world.addFamily("H\(number)")
                world.addChild("C\(number)", in: "H\(number)", of: "M\(number)")
            }
            world.register.visits.append(
                Visit(
                    id: "agreed", status: .confirmed, prisoner: "M1", household: "H1", children: ["C1"], prison: "W1",
                    session: "SAT@2026-12-05", date: day("2026-12-05"), start: clock("10:00"), minutes: 30))
            let desk = try world.desk(in: folder)

            let visits = try desk.plan(fourWeeks()).plan.visits
            #expect(!visits.contains { $0.date == day("2026-12-05") })
            #expect(!visits.contains { $0.children == ["C1"] && $0.date.month == Month(year: 2026, month: 12) })
            let outlook = try desk.outlooks(OutlookSelection(children: ["C1"]), today: SmallWorld.today).first
            #expect(outlook?.next != nil)
        }
    }

    @Test("a reason that has become untrue is said of a proposal no more")
    func untrueReason() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            let desk = try world.desk(in: folder)
            let first = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            #expect(first.reasons.contains(VisitReason.firstOnRecord))
            // Somebody enters a visit of last spring.
            world.register.visits.append(
                Visit(
                    id: "past", status: .held, prisoner: "M1", household: "H1", children: ["C1"], prison: "W1",
                    date: day("2026-04-04"), minutes: 30))
            try world.update(desk)
            _ = try desk.plan(fourWeeks())
            let stays = try desk.visit(first.id)
            #expect(stays.visit.status == .proposed && stays.flags.isEmpty)
            #expect(!stays.visit.reasons.isEmpty && !stays.visit.reasons.contains(VisitReason.firstOnRecord))
        }
    }

    @Test("an imported closure calls off the visit that it hits, and the next plan leaves the others where they are")
    func closure() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld(tables: 1)
            for number in 1...3 {
                world.addMother("M\(number)")
                world.addFamily("H\(number)")
                world.addChild("C\(number)", in: "H\(number)", of: "M\(number)", last: day("2026-10-0\(number)"))
            }
            let desk = try world.desk(in: folder)
            let before = try desk.plan(fourWeeks()).plan.visits.filter { $0.status == .proposed }
            let hit = try #require(before.first)
            world.register.closures = [
                Closure(id: "X", prison: "W1", days: DayRange(hit.date, hit.date), reason: "repair")
            ]
            try world.update(desk)
            let outcome = try desk.review(today: SmallWorld.today)
            #expect(outcome.ended.map(\.visit.id) == [hit.id] && outcome.ended.map(\.flag.code) == [.closed])
            #expect(try desk.visit(hit.id).visit.status == .cancelled)
            #expect(try desk.acts(of: hit.id).last?.by == .prison)

            let after = try desk.plan(fourWeeks()).plan
            for visit in before where visit.id != hit.id {
                #expect(after.visits.contains { $0.id == visit.id && $0.date == visit.date }, "\(visit.id) was moved.")
            }
            #expect(after.visits.allSatisfy { $0.status == .cancelled || $0.date != hit.date })
        }
    }

    @Test("an escort takes the children of a home along, no more than places on one journey")
    func escortTrip() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld(tables: 8)
            world.register.households.append(
                Household(id: "HOME", name: "Invented home", kind: .charityHome, place: "NEAR"))
            world.register.escorts.append(
                Escort(
                    id: "E1", name: "Escort (invented)", home: "HOME",
                    available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: 2))
            for number in 1...3 {
                world.addMother("M\(number)")
                world.addChild("C\(number)", in: "HOME", of: "M\(number)")
            }
            let desk = try world.desk(in: folder)

            let visits = try desk.plan(fourWeeks()).plan.visits
            #expect(Set(visits.flatMap(\.children)).count == 3)
            let perDay = Dictionary(grouping: visits, by: \.date).mapValues { $0.flatMap(\.children).count }
            #expect(perDay.values.allSatisfy { $0 <= 2 }, "One escort with two places went with \(perDay)")
            #expect(visits.allSatisfy { $0.companion == .escort("E1") })
        }
    }

    @Test("no sentence of a plan names a person")
    func privacy() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            world.addFamily("H2", withGuardian: false)
            world.addChild("C2", in: "H2", of: "M1")
            let desk = try world.desk(in: folder)

            let plan = try desk.plan(fourWeeks()).plan
            let sentences =
                plan.visits.flatMap(\.reasons) + plan.refusals.map(\.sentence) + plan.refusals.flatMap(\.wouldHelp)
                + plan.changes.map(\.reason)
            #expect(!sentences.isEmpty)
            for sentence in sentences {
                #expect(!sentence.english.contains("invented") && !sentence.chinese.contains("invented"))
            }
        }
    }
}
