import Testing
import VisitModel
import VisitTravel

@testable import VisitPlanning

/// Four Saturdays are open: 28 November, 5, 12 and 19 December.
@Suite("Absences and bans in a plan")
struct AbsenceTests {
    private let saturdays = ["2026-11-28", "2026-12-05", "2026-12-12", "2026-12-19"].map { day($0) }

    /// The days on which the only party can be in a session.
    private func dates(_ world: PlanningWorld) throws -> [Day] {
        var survey = world.survey
        let party = try #require(world.formation.parties.first)
        return try survey.options(for: party).get().map { survey.sessions[$0.session].date }
    }

    private func on(_ day: Day) -> DayRange { DayRange(day, day) }

    // MARK: Absences

    @Test("a guardian who is absent on a day is not asked on it; another one is")
    func guardian() throws {
        var world = PlanningWorld.oneChild()
        let before = try dates(world)
        try #require(before.count > 2)
        world.addAbsence(of: .guardian("G-H1"), on(before[1]))
        #expect(try dates(world) == before.filter { $0 != before[1] })
        world.addGuardian("Z-UNCLE", in: "H1", .uncle)
        #expect(try dates(world) == before)
        world.addAbsence(of: .guardian("G-H1"), DayRange(saturdays[0], saturdays[3]))
        let visits = try world.plan().visits
        #expect(!visits.isEmpty && visits.allSatisfy { $0.companion == .guardian("Z-UNCLE") })
    }

    @Test("every day of a journey counts, and hours that the journey does not touch do not")
    func everyDay() throws {
        var world = PlanningWorld.oneChild(at: "NORTH")
        let before = try dates(world)
        var survey = world.survey
        let party = try #require(world.formation.parties.first)
        let trip = try #require(survey.trip(for: [party], adults: 1, to: survey.sessions[1])?.trip)
            .shifted(days: survey.sessions[1].date.number)
        try #require(trip.days.count > 1)
        let date = survey.sessions[1].date
        world.addAbsence(of: .guardian("G-H1"), on(trip.days.first))
        #expect(try dates(world) == before.filter { $0 != date })
        world.register.absences[0].hours = .some(ClockTime.midnight..<trip.leavesHome.clock)
        #expect(try dates(world) == before)
        world.register.absences[0].hours = .some(ClockTime.midnight..<clock("23:59"))
        #expect(try dates(world) == before.filter { $0 != date })
    }

    @Test("a child's absence takes the day from the party, also where it is only the way home")
    func child() throws {
        var world = PlanningWorld.oneChild()
        world.addChild("C2", in: "H1", of: "M1")
        let before = try dates(world)
        world.addAbsence(of: .child("C2"), on(before[0]))
        #expect(try dates(world) == Array(before.dropFirst()))
        world.register.absences[0].hours = clock("10:30")..<clock("23:00")
        #expect(try dates(world) == Array(before.dropFirst()), "The meeting ends at half past ten, the journey later.")
        world.register.absences[0].hours = clock("22:00")..<clock("23:00")
        #expect(try dates(world) == before)
    }

    @Test("a prisoner's absence takes the sessions that it overlaps")
    func prisoner() throws {
        var world = PlanningWorld.oneChild()
        let before = try dates(world)
        world.addAbsence(of: .prisoner("M1"), on(before[0]), "08:00", "10:01")
        #expect(try dates(world) == Array(before.dropFirst()))
        world.register.absences[0].hours = clock("08:00")..<clock("10:00")
        #expect(try dates(world) == before)
        world.register.absences[0].person = .prisoner("M2")
        world.register.absences[0].hours = nil
        #expect(try dates(world) == before)
    }

    @Test("where the child or the parent is absent at every session, the refusal says so")
    func awayThroughout() throws {
        for person in [Absence.Person.child("C1"), .prisoner("M1")] {
            var world = PlanningWorld.oneChild()
            world.addAbsence(of: person, world.horizon)
            let refusal = try #require(try world.plan().refusals.first)
            #expect(refusal.code == .noSession)
            #expect(refusal.sentence.english.contains("absent") && refusal.sentence.chinese.contains("不能到场"))
        }
    }

    @Test("where every adult is absent all the time, the refusal says that, and an escort goes where there is one")
    func nobodyThere() throws {
        var world = PlanningWorld.oneChild()
        world.addAbsence(of: .guardian("G-H1"), world.horizon)
        let refusal = try #require(try world.plan().refusals.first)
        #expect(refusal.code == .noCompanion)
        #expect(refusal.sentence.english.contains("absent, or banned") && refusal.sentence.chinese.contains("不便"))
        world.addHome("HOME", escorts: ["E1"])
        world.register.households[0].escortsFrom = "HOME"
        let visits = try world.plan().visits
        #expect(!visits.isEmpty && visits.allSatisfy { $0.companion == .escort("E1") })
        // Still asked about the one who would go, not about some escort.
        world.register.households[0].escortsFrom = nil
        var choice = world.choice()
        #expect(choice.companion(of: world.register.bonds[0], on: saturdays[0]).facts.relation == .grandmother)
    }

    // MARK: Bans

    @Test("a suspension that names one grandmother lets the plan take another adult")
    func namedSuspension() throws {
        var world = PlanningWorld.oneChild()
        world.addSuspension(.guardian("G-H1"), on: "2026-11-01")
        let refusal = try #require(try world.plan().refusals.first)
        #expect(refusal.code == .noCompanion)
        world.addGuardian("Z-UNCLE", in: "H1", .uncle)
        let visits = try world.plan().visits
        #expect(!visits.isEmpty && visits.allSatisfy { $0.companion == .guardian("Z-UNCLE") })
    }

    @Test("a suspension that names nobody keeps everybody away, as the judge says; the rules hear of it too")
    func namelessSuspension() throws {
        var world = PlanningWorld.oneChild()
        world.addGuardian("Z-UNCLE", in: "H1", .uncle)
        world.addSuspension(nil, on: "2026-11-20")
        #expect(try world.plan().refusals.map(\.code) == [.noCompanion])
        #expect(world.facts.contactCase(for: world.register.bonds[0], on: saturdays[0])?.events.count == 1)
    }

    @Test("a ban ends on the last day that is recorded, and holds for its prisoner alone")
    func ends() throws {
        var world = PlanningWorld.oneChild()
        let before = try dates(world)
        world.addSuspension(.guardian("G-H1"), on: "2026-11-01", until: "\(before[1])")
        #expect(try dates(world) == Array(before.dropFirst(2)))
        world.register.events[0].until = before[1] - 1
        #expect(try dates(world) == Array(before.dropFirst(1)))
        world.addMother("M2")
        world.register.events[0].prisoner = "M2"
        #expect(try dates(world) == before)
    }

    @Test("what is about one visitor is in the question to the rules only where that person is asked about")
    func question() throws {
        var world = PlanningWorld.oneChild()
        world.addGuardian("Z-UNCLE", in: "H1", .uncle)
        world.addSuspension(.guardian("G-H1"), on: "2026-11-20", until: "2026-12-31")
        let bond = world.register.bonds[0]
        func events(_ named: Visit.Companion?) -> Int? {
            var choice = world.choice()
            let companion = choice.companion(of: bond, on: saturdays[0], named: named)
            return world.facts.contactCase(for: bond, on: saturdays[0], companion: companion)?.events.count
        }
        #expect(events(.guardian("G-H1")) == 1)
        #expect(events(.guardian("Z-UNCLE")) == 0)
        #expect(events(.escort("G-H1")) == 0)
        #expect(events(nil) == 0)
        #expect(world.facts.contactCase(for: bond, on: saturdays[0])?.events.isEmpty == true)
        var choice = world.choice()
        #expect(choice.companion(of: bond, on: saturdays[0]).facts.relation == .uncle)
        #expect(choice.companion(of: bond, on: saturdays[0], named: .guardian("G-H1")).facts.relation == .grandmother)
        // Asked again, the answers about one adult are not those about the other.
        #expect(choice.companion(of: bond, on: saturdays[0]).facts.relation == .uncle)
    }

    @Test("an explanation names the ban or the absence of each adult, in both languages")
    func explanation() throws {
        var world = PlanningWorld.oneChild()
        world.addGuardian("A-AUNT", in: "H1", .aunt)
        world.addGuardian("Z-UNCLE", in: "H1", .uncle)
        world.addSuspension(.guardian("A-AUNT"), on: "2026-11-20")
        world.addSuspension(.guardian("G-H1"), on: "2026-11-21", until: "2026-12-31")
        world.addAbsence(of: .guardian("Z-UNCLE"), on(saturdays[1]), "12:00", "13:00")
        var choice = world.choice()
        let obstacles = choice.adults(for: world.register.bonds[0], on: saturdays[1]).map(\.obstacle)
        #expect(
            obstacles == [
                .banned(since: day("2026-11-20"), until: nil),
                .banned(since: day("2026-11-21"), until: day("2026-12-31")), .absent(on(saturdays[1])),
            ])
        #expect(
            obstacles.compactMap { $0?.sentence.english } == [
                "This adult is banned as a visitor since 2026-11-20; no end is on record.",
                "This adult is banned as a visitor from 2026-11-21 to 2026-12-31.",
                "This adult cannot that day: absent 2026-12-05.",
            ])
        #expect(
            obstacles.compactMap { $0?.sentence.chinese } == [
                "自 2026-11-20 起被暂停会见该服刑人员的资格，未登记截止日期。", "自 2026-11-21 至 2026-12-31 被暂停会见该服刑人员的资格。",
                "当天不便陪同（不便日期：2026-12-05）。",
            ])
    }

    @Test("a ban without a last day is worth a note, for nobody is asked until one is on record")
    func openBan() throws {
        var world = PlanningWorld.oneChild()
        world.addSuspension(.guardian("G-H1"), on: "2026-11-01", until: "2026-12-31")
        world.addSuspension(nil, on: "2026-11-01")
        func findings() -> [Finding] {
            DataCheck(world.register, today: world.today).findings.filter { $0.code == "ban-without-end" }
        }
        #expect(findings().isEmpty)
        world.addSuspension(.guardian("G-H1"), on: "2026-11-02")
        let finding = try #require(findings().first)
        #expect(findings().count == 1)
        #expect((finding.severity, finding.subject) == (.note, "prisoner event S2"))
        #expect(finding.sentence.chinese.contains("S2") && finding.advice != nil)
    }

    @Test("of a home's escorts the one who is not banned goes")
    func escorts() throws {
        var world = PlanningWorld()
        world.addMother("M1")
        world.addHome("HOME", escorts: ["E1", "E2"])
        world.addChild("C1", in: "HOME", of: "M1")
        world.addSuspension(.escort("E1"), on: "2026-11-01")
        let visits = try world.plan().visits
        #expect(!visits.isEmpty && visits.allSatisfy { $0.companion == .escort("E2") })
        world.addSuspension(.escort("E2"), on: "2026-11-01")
        #expect(try world.plan().refusals.map(\.code) == [.noCompanion])
    }

    // MARK: Moving by hand

    @Test("a visit that is moved takes an adult who is there and not banned, or is refused")
    func moving() throws {
        var world = PlanningWorld.oneChild()
        var visit = world.visit("V1", on: "2026-12-05", .confirmed)
        visit.companion = .guardian("G-H1")
        world.register.visits = [visit]
        func companion() throws -> Visit.Companion? {
            let check = MoveCheck(
                visit, world.snapshot, horizon: world.horizon, book: PlanningWorld.book, today: world.today)
            let session = try check.session(on: saturdays[2], at: nil)
            return try check.placement(in: session, ledger: []).companion
        }
        #expect(try companion() == .guardian("G-H1"))
        world.addAbsence(of: .guardian("G-H1"), on(saturdays[2]), "07:00", "12:00")
        #expect(throws: MoveRefusal.self) { try companion() }
        world.addGuardian("Z-UNCLE", in: "H1", .uncle)
        #expect(try companion() == .guardian("Z-UNCLE"))
        world.register.absences = []
        world.addSuspension(.guardian("G-H1"), on: "2026-11-01", until: "2026-12-12")
        #expect(try companion() == .guardian("Z-UNCLE"))
    }
}
