import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore
import VisitTestSupport

@Suite("Moving visits and calling them off")
struct VisitStepTests {
    /// A grandmother's grandchild with a planned visit; the prison opens on Saturdays, with one table.
    private static func world(tables: Int = 1) -> SmallWorld {
        var world = SmallWorld(tables: tables)
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1", last: day("2026-10-10"))
        return world
    }

    /// The visits that are to take place, by date.
    private static func ahead(_ desk: Desk) throws -> [Visit] {
        try desk.visits(VisitQuery(first: SmallWorld.today, statuses: [.proposed, .requested, .confirmed])).map(\.visit)
    }

    private static func move(_ visit: Visit, to date: Day, _ desk: Desk) throws -> Visit {
        let step = Desk.Step(.move, by: .household, reason: "a wedding")
        return try desk.move(visit.id, to: date, start: nil, step, today: SmallWorld.today).visit
    }

    private static func cancel(_ visit: Visit, _ desk: Desk) throws {
        let step = Desk.Step(.cancel, by: .household, reason: "an examination")
        _ = try desk.take(step, on: [visit.id], today: SmallWorld.today)
    }

    @Test("a visit that is moved has the journey, the adult and the papers of its new day")
    func moved() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            let moved = try Self.move(visit, to: visit.date + 7, desk)
            #expect((moved.id, moved.date, moved.status) == (visit.id, visit.date + 7, .requested))
            #expect(moved.companion == .guardian("G-H1") && !moved.documents.isEmpty)
            let trip = try #require(moved.trip)
            #expect(trip.leavesHome.day == moved.date && trip.arrives <= CivilTime(moved.date, clock("09:30")))
        }
    }

    @Test("a day that is over is none to move a visit to, and says so")
    func movedToThePast() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            let day = SmallWorld.today - 2
            #expect(throws: MoveRefusal.past(day, today: SmallWorld.today)) { try Self.move(visit, to: day, desk) }
            #expect(MoveRefusal.past(day, today: SmallWorld.today).sentence.english.contains("2026-11-21 is past"))
        }
    }

    @Test(
        "an escort of a visit that is only proposed goes along to the one that people move, and the proposal is flagged"
    )
    func proposalGivesWay() throws {
        var world = SmallWorld()
        world.register.templates.append(
            SessionTemplate(
                id: "LATER", prison: "W1",
                recurrence: .weekly(.saturday, every: 1, anchor: SessionTemplate.defaultAnchor), start: clock("10:15"),
                minutes: 30, tables: 4))
        for number in 1...2 {
            world.addMother("M\(number)")
            world.addFamily("H\(number)", withGuardian: false)
            world.addChild("C\(number)", in: "H\(number)", of: "M\(number)", last: day("2026-10-10"))
            world.register.households[number - 1].escortsFrom = "H1"
        }
        world.register.escorts = [
            Escort(
                id: "E1", name: "Escort (invented)", home: "H1",
                available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: 4)
        ]
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            let moving = try #require(visits.first { $0.prisoner == "M1" })
            let proposal = try #require(visits.first { $0.prisoner == "M2" && $0.date.month == moving.date.month })
            let start = proposal.start == clock("10:00") ? clock("10:15") : clock("10:00")
            let step = Desk.Step(.move, by: .household, reason: "a wedding")
            let moved = try desk.move(moving.id, to: proposal.date, start: start, step, today: SmallWorld.today)
            #expect(moved.visit.companion == .escort("E1") && moved.visit.status == .requested)
            let flagged = try desk.visits(VisitQuery(first: SmallWorld.today, isFlagged: true))
            #expect(flagged.map(\.visit.id) == [proposal.id])
        }
    }

    @Test("a visit that people have moved stays where they put it, and does not go back")
    func staysMoved() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            _ = try Self.move(visit, to: day("2026-12-12"), desk)
            _ = try desk.plan(fourWeeks())
            let after = try Self.ahead(desk)
            #expect(after.contains { $0.id == visit.id && $0.date == day("2026-12-12") && $0.status == .requested })
            #expect(!after.contains { $0.session == visit.session })
        }
    }

    @Test("a visit that was agreed when a plan was made, and is moved then, stays where people put it")
    func movedAfterAgreement() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            let steps = [Desk.Step(.request), Desk.Step(.confirm, by: .prison)]
            for step in steps { _ = try desk.take(step, on: [visit.id], today: SmallWorld.today) }
            _ = try desk.plan(fourWeeks(from: SmallWorld.today + 1))
            let moved = try Self.move(visit, to: day("2026-12-12"), desk)
            #expect(moved.status == .requested)
            for days in 1...2 {
                let plan = try desk.plan(fourWeeks(from: SmallWorld.today + days)).plan
                #expect(plan.visits.filter { $0.session == moved.session && $0.status.isAhead }.map(\.id) == [visit.id])
            }
            let after = try #require(try Self.ahead(desk).first { $0.id == visit.id })
            #expect(after.status == .requested && after.date == day("2026-12-12"))
        }
    }

    @Test("a session that was called off for a child is not proposed to it again, whoever called it off")
    func calledOff() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            _ = try desk.plan(fourWeeks())
            var givenUp: Set<Identifier<Session>> = []
            for _ in 1...2 {
                let visit = try #require(try Self.ahead(desk).first)
                try Self.cancel(visit, desk)
                givenUp.insert(try #require(visit.session))
                _ = try desk.plan(fourWeeks())
                #expect(try Self.ahead(desk).allSatisfy { !givenUp.contains($0.session ?? "") })
            }
            #expect(givenUp.count == 2)
        }
    }

    private static func decline(
        _ visit: Visit, _ desk: Desk, what: Desk.Declines? = nil, child: Identifier<Child>? = nil
    ) throws {
        let step = Desk.Step(.cancel, by: .child, reason: "does not want to", declines: what, child: child)
        _ = try desk.take(step, on: [visit.id], today: SmallWorld.today)
    }

    @Test("a child's no is one to the person until somebody has asked again, which becomes a task")
    func childsNo() throws {
        try TemporaryFolder.use { folder in
            let world = Self.world()
            let desk = try world.desk(in: folder)
            try Self.decline(try #require(try desk.plan(fourWeeks()).plan.visits.first), desk)
            let again = SmallWorld.today + 28
            #expect(try Self.ahead(desk).isEmpty, "What was still proposed went with the plan, or is flagged.")
            let plan = try desk.plan(fourWeeks()).plan
            #expect(plan.visits.isEmpty)
            let refusal = try #require(plan.refusals.first)
            #expect(refusal.code == .declinedByChild && refusal.facts == [Refusal.Fact("review", "\(again)")])
            func due(_ today: Day) throws -> [Bond] {
                try desk.tasks(within: 0, prisoner: nil, household: nil, today: today).decisions
            }
            #expect(try due(again - 1).isEmpty)
            #expect(try due(again).map(\.child) == ["C1"])
            // The answer, as an import of bonds.csv writes it.
            try world.update(desk)
            #expect(try due(again).isEmpty)
            #expect(try !desk.plan(fourWeeks()).plan.visits.isEmpty)
        }
    }

    @Test("a file that is older than a child's no does not lift it; one that says when the child was asked again does")
    func noStandsOverOldFile() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            try Self.decline(try #require(try desk.plan(fourWeeks()).plan.visits.first), desk)
            func imported(_ contact: String, _ reviewOn: String, isDryRun: Bool = false) throws -> Desk.ImportReport {
                let path = try folder.write(
                    "id,child,prisoner,relation,contact,review_on\nC1-M1,C1,M1,mother,\(contact),\(reviewOn)\n",
                    to: "bonds.csv")
                return try desk.importFiles([path], isDryRun: isDryRun, today: SmallWorld.today)
            }
            for (contact, day) in [("allowed", ""), ("on-hold", ""), ("allowed", "2026-11-22")] {
                for isDryRun in [true, false] {
                    let report = try imported(contact, day, isDryRun: isDryRun)
                    #expect(report.summary.isEmpty && report.summary.lifted.isEmpty, "\(contact) \(day)")
                    #expect(report.findings.map(\.code) == ["standing-no"])
                    let told = try #require(report.findings.first)
                    #expect(told.sentence.english.contains("no of 2026-11-23 to the bond C1-M1"))
                    #expect(told.advice?.chinese.contains("review_on") == true)
                }
            }
            #expect(try desk.plan(fourWeeks()).plan.visits.isEmpty)
            let lifted = try imported("allowed", "2026-11-23")
            #expect(lifted.findings.isEmpty && lifted.summary.lifted.map(\.column) == ["contact"])
            #expect(try !desk.plan(fourWeeks()).plan.visits.isEmpty)
        }
    }

    @Test("a child's no to a date is one to that date alone")
    func noToDate() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            try Self.decline(visit, desk, what: .date)
            let next = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            #expect(next.date != visit.date)
            let move = Desk.Step(.move, by: .organisation, reason: "it suits the escort")
            #expect(throws: MoveRefusal.declined(visit.date)) {
                try desk.move(next.id, to: visit.date, start: nil, move, today: SmallWorld.today)
            }
        }
    }

    @Test("a child's no to a date is one to the whole day, that of others to the session alone")
    func noToWholeDay() throws {
        for party in [VisitAct.Party.child, .household] {
            try TemporaryFolder.use { folder in
                var world = Self.world()
                world.register.templates[0].recurrence = .once(day("2026-12-05"))
                var afternoon = world.register.templates[0]
                (afternoon.id, afternoon.start) = ("AFTERNOON", clock("14:00"))
                world.register.templates.append(afternoon)
                let desk = try world.desk(in: folder)
                let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
                let step = Desk.Step(
                    .cancel, by: party, reason: "a performance", declines: party == .child ? .date : nil)
                _ = try desk.take(step, on: [visit.id], today: SmallWorld.today)
                _ = try desk.plan(fourWeeks())
                let sessions = try Self.ahead(desk).map(\.session)
                #expect(sessions.isEmpty == (party == .child), "\(party): \(sessions)")
                #expect(!sessions.contains(visit.session))
            }
        }
    }

    @Test("one child's no leaves the others their visits, and a decision of others against contact as it is")
    func oneOfSeveral() throws {
        try TemporaryFolder.use { folder in
            var world = Self.world()
            world.addChild("C2", in: "H1", of: "M1", last: day("2026-10-10"))
            let desk = try world.desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first { $0.children == ["C1", "C2"] })
            #expect(throws: StoreError.noSuch(.child, asked: "C9", nearest: [])) {
                try Self.decline(visit, desk, child: "C9")
            }
            #expect(try desk.visit(visit.id).visit == visit, "Nothing is done where a part of it cannot be.")
            try Self.decline(visit, desk, child: "C2")
            #expect(try desk.plan(fourWeeks()).plan.visits.map(\.children) == [["C1"]])
        }
    }

    @Test("what a child declines is said of a child's no alone")
    func noOfOthers() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            #expect(throws: DeskError.notChildsNo(.cancel)) {
                _ = try desk.take(
                    Desk.Step(.cancel, by: .household, reason: "ill", declines: .date), on: [visit.id],
                    today: SmallWorld.today)
            }
        }
    }

    @Test("what the prison has agreed to for one day is asked for on another, unless the prison moves it")
    func movedAfterAnotherPlan() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            func confirm() throws {
                _ = try desk.take(Desk.Step(.confirm, by: .prison), on: [visit.id], today: SmallWorld.today)
            }
            try confirm()
            #expect(try Self.move(visit, to: visit.date + 7, desk).status == .requested)
            try confirm()
            let byPrison = Desk.Step(.move, by: .prison, reason: "an inspection")
            let moved = try desk.move(visit.id, to: visit.date, start: nil, byPrison, today: SmallWorld.today)
            #expect(moved.visit.status == .confirmed && moved.visit.date == visit.date)
        }
    }

    @Test("a session that a closure took away can be proposed again when the closure is lifted")
    func closureLifted() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let first = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            let report = try desk.close(
                "W1", on: DayRange(first.date, first.date), reason: "flood", today: SmallWorld.today)
            #expect(report.cancelled.map(\.id) == [first.id])
            _ = try desk.plan(fourWeeks())
            #expect(try !Self.ahead(desk).contains { $0.date == first.date })
            var lifted = report.closure
            lifted.days = DayRange(day("2026-01-01"), day("2026-01-01"))
            let store = try VisitStore(openingAt: desk.store)
            var batch = Register()
            batch.closures = [lifted]
            _ = try store.store(ImportBatch(register: batch, sources: []), at: SmallWorld.instant)
            // The other Saturdays are given up, so that the first is what is left.
            for visit in try Self.ahead(desk) { try Self.cancel(visit, desk) }
            _ = try desk.plan(fourWeeks())
            #expect(try Self.ahead(desk).contains { $0.date == first.date })
        }
    }

    @Test("a move that booking does not allow is refused, and nothing is changed")
    func booking() throws {
        try TemporaryFolder.use { folder in
            var world = Self.world()
            world.register.prisons[0].bookingWindow = 7...30
            world.register.closures = [
                Closure(id: "X", prison: "W1", days: DayRange(day("2026-12-05"), day("2026-12-05")), reason: "repair")
            ]
            let desk = try world.desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            for (date, refusal) in [
                ("2026-11-28", MoveRefusal.tooLate("SAT@2026-11-28", ahead: 5, least: 7)),
                ("2026-12-26", .tooEarly("SAT@2026-12-26", ahead: 33, most: 30)),
                ("2026-12-05", .closed("W1", day("2026-12-05"), closure: "X")),
            ] {
                #expect(throws: refusal) { try Self.move(visit, to: day(date), desk) }
            }
            #expect(throws: PlanningError.noSession("W1", day("2026-12-06"), nil, known: [])) {
                try Self.move(visit, to: day("2026-12-06"), desk)
            }
            #expect(try Self.ahead(desk).first == visit)
        }
    }

    @Test("a move into a month whose visits are used is refused, with the visits of the household that use them")
    func quotaUsed() throws {
        try TemporaryFolder.use { folder in
            var world = Self.world(tables: 4)
            world.register.parameters = [Parameter(name: "plan.visits_per_month", value: "1")]
            let desk = try world.desk(in: folder)
            var request = fourWeeks()
            request.weeks = 8
            let planned = try desk.plan(request).plan.visits
            let (first, last) = (try #require(planned.first), try #require(planned.last))
            let weeks = [last.date + 7, last.date - 7]
            let sameMonth = try #require(weeks.first { $0.civil.month == last.date.civil.month })
            let refusal = #expect(throws: MoveRefusal.self) { try Self.move(first, to: sameMonth, desk) }
            guard case .quotaUsed("M1", let days, let allowed, let visits, let own)? = refusal else {
                Issue.record("Expected the quota to be used, found \(String(describing: refusal)).")
                return
            }
            #expect(days.contains(last.date) && visits >= allowed && own.contains(last.id))
        }
    }

    @Test("a move to a day on which nobody can go along, or on which the child may not come, is refused")
    func peopleOrRules() throws {
        try TemporaryFolder.use { folder in
            var world = Self.world()
            let sunday = SessionTemplate(
                id: "SUN", prison: "W1",
                recurrence: .weekly(.sunday, every: 1, anchor: SessionTemplate.defaultAnchor), start: clock("10:00"),
                minutes: 30, tables: 4)
            world.register.templates.append(sunday)
            world.register.guardians[0].weekdays = [.saturday]
            let desk = try world.desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            #expect(throws: MoveRefusal.noCompanion(day("2026-12-06"))) {
                try Self.move(visit, to: day("2026-12-06"), desk)
            }
            world.register.bonds[0].contact = .onHold
            try world.update(desk)
            let refusal = #expect(throws: MoveRefusal.self) { try Self.move(visit, to: day("2026-12-12"), desk) }
            #expect(refusal?.code == "contact-on-hold")
        }
    }

    @Test("a move into a session that is full, or in which the child is already, is refused")
    func taken() throws {
        try TemporaryFolder.use { folder in
            var world = Self.world(tables: 1)
            world.addMother("M2")
            world.addFamily("H2")
            world.addChild("C2", in: "H2", of: "M2", last: day("2026-10-10"))
            let desk = try world.desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            let first = try #require(visits.first { $0.children == ["C1"] })
            let other = try #require(visits.first { $0.children == ["C2"] })
            let session = try #require(other.session)
            #expect(throws: StoreError.sessionFull(session, tables: 1, taken: 1)) {
                try Self.move(first, to: other.date, desk)
            }
        }
    }
}
