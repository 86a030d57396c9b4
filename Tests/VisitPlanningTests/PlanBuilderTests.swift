import Testing
import VisitModel

@testable import VisitPlanning

@Suite("From the solver's integers to the trade's words")
struct PlanBuilderTests {
    @Test("a visit carries who goes along, the journey, its length and form, the papers and the reasons")
    func visit() throws {
        let world = PlanningWorld.oneChild()
        let plan = try world.plan()
        let visit = try #require(plan.visits.first)
        #expect(visit.status == .proposed && visit.sequence == 0 && visit.changed == PlanningWorld.stamp)
        #expect(visit.id == Identifier("new H1|M1|C1|\(visit.session?.text ?? "")|0"))
        #expect(visit.household == "H1" && visit.prisoner == "M1" && visit.children == ["C1"])
        #expect(visit.prison == "W1" && visit.session == Identifier("SAT", on: visit.date))
        #expect(visit.start == clock("10:00") && visit.minutes == 30 && visit.mode == .table)
        #expect(visit.companion == .guardian("G-H1"))
        #expect(visit.documents.contains(.householdRegister) && visit.documents.contains(.residentIdentityCard))
        let trip = try #require(visit.trip)
        #expect(trip.outbound.legs.first?.from == "NEAR" && trip.outbound.legs.last?.to == "CITY")
        #expect(trip.homeward.legs.last?.to == "NEAR")
        #expect(trip.arrives <= CivilTime(visit.date, clock("09:30")), "Half an hour before, they must be there.")
        #expect(trip.homeward.departs >= CivilTime(visit.date, clock("10:30")))
        #expect(visit.reasons.first?.english.contains("first visit on record") == true)
        #expect(visit.reasons.contains { $0.english.contains("fits into one day") })
        #expect(visit.reasons.contains { $0.english.contains("in a calendar month") })
        #expect(plan.horizon == world.horizon && plan.today == world.today && plan.changes.isEmpty)
    }

    @Test("a visit is no longer than the rules allow, nor than the session lasts")
    func minutes() throws {
        var world = PlanningWorld.oneChild()
        let allowed = try #require(world.formation.parties.first?.entitlement(on: day("2026-12-05"))?.minutesPerVisit)
        try #require(allowed > 20)
        for (session, expected) in [(20, 20), (allowed.count, allowed.count), (allowed.count + 30, allowed.count)] {
            world.register.templates[0].minutes = Minutes(session)
            let visit = try #require(try world.plan().visits.first)
            #expect(visit.minutes == Minutes(expected))
        }
    }

    @Test("a visit takes the most open form that both the session offers and the rules allow")
    func mode() throws {
        var world = PlanningWorld.oneChild()
        for (offered, taken) in [
            ([.glass, .table], .glass), ([.video, .contact], .contact), ([.call, .table], .table),
            ([.holidayStay, .table], .holidayStay),
        ] as [([Mode], Mode)] {
            world.register.templates[0].modes = offered
            let visit = try #require(try world.plan().visits.first)
            #expect(visit.mode == taken, "\(offered)")
        }
        // Days together are for mothers alone.
        world.register.prisons[0].holds = .male
        world.register.prisoners[0].sex = .male
        world.register.bonds[0].relation = .father
        #expect(try #require(try world.plan().visits.first).mode == .table)
    }

    @Test("children who go together are told so, and so is whoever must miss school or stay away at night")
    func reasons() throws {
        var world = PlanningWorld.oneChild(at: "NORTH")
        world.addChild("C2", in: "H1", of: "M1")
        world.register.schoolCalendars = [
            SchoolCalendar(id: "S", stretches: [.init(.makeUp, DayRange(day("2026-11-01"), day("2026-12-31")))])
        ]
        for child in world.register.children.indices { world.register.children[child].schoolCalendar = "S" }
        world.register.visits = [world.visit("held", on: "2026-09-05", .held, children: ["C1", "C2"])]
        let visit = try #require(try world.plan().visits.first)
        let reasons = visit.reasons.map(\.english).joined(separator: "\n")
        #expect(reasons.contains("The 2 children of the household go together"))
        #expect(reasons.contains("The journey takes 2 school days"))
        #expect(reasons.contains("a night away from home"))
        #expect(reasons.contains("\(visit.date - day("2026-09-05")) days ago, longer than the 60 days"))
    }

    // MARK: Refusals

    @Test("every bond has a visit or one refusal, never both and never two", arguments: 0..<8)
    func everyBond(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var world = PlanningWorld(tables: 1)
        for number in 1...8 {
            world.addMother("M\(number)", consents: Int.random(in: 0..<6, using: &random) > 0)
            world.addFamily("H\(number)", withGuardian: Int.random(in: 0..<6, using: &random) > 0)
            for child in 1...Int.random(in: 1...4, using: &random) {
                world.addChild(
                    "C\(number)-\(child)", in: "H\(number)", of: "M\(number)",
                    contact: Int.random(in: 0..<5, using: &random) > 0 ? .allowed : .onHold)
            }
        }
        let plan = try world.plan()
        #expect(!plan.visits.isEmpty && !plan.refusals.isEmpty)
        for bond in world.register.bonds {
            let visits = plan.visits.count { $0.prisoner == bond.prisoner && $0.children.contains(bond.child) }
            let refusals = plan.refusals.count { $0.prisoner == bond.prisoner && $0.child == bond.child }
            #expect(visits > 0 ? refusals == 0 : refusals == 1, "\(bond.id): \(visits) and \(refusals)")
        }
        let order = plan.refusals.map { "\($0.child) \($0.prisoner)" }
        #expect(order == order.sorted())
    }

    @Test("a bond whose only visit is agreed already is not refused")
    func agreedIsServed() throws {
        var world = PlanningWorld.oneChild()
        world.register.visits = [world.visit("agreed", on: "2026-12-05", .confirmed)]
        world.horizon = DayRange(from: world.horizon.first, days: 14)
        let plan = try world.plan()
        #expect(plan.visits.isEmpty && plan.refusals.isEmpty)
    }

    // MARK: Agreed visits and their journeys

    /// Mother on Saturday and father on Sunday, far from home: one journey for both. The mother's visit is agreed.
    private func agreedMother() throws -> (world: PlanningWorld, mother: Visit, father: Visit) {
        var world = PlanningWorld()
        world.addMensPrison(on: .sunday, at: "10:00")
        world.register.places.append(PlanningWorld.place("REMOTE", latitude: 34.5))
        world.addMother("M1")
        world.addFamily("H1", at: "REMOTE")
        world.addChild("C1", in: "H1", of: "M1", born: day("2012-03-03"), last: day("2026-10-10"))
        world.addFather("F1", of: "C1")
        let plan = try world.plan()
        var mother = try #require(plan.visits.first { $0.prisoner == "M1" })
        let father = try #require(plan.visits.first { $0.prisoner == "F1" && $0.date == mother.date + 1 })
        try #require(mother.trip?.shared != nil && mother.trip?.shared == father.trip?.shared)
        mother.status = .confirmed
        mother.sequence = 1
        world.register.visits.append(mother)
        world.published = plan
        world.published?.visits.removeAll { $0.id == mother.id }
        return (world, mother, father)
    }

    private func legs(_ visit: Visit) -> [Journey.Leg] {
        (visit.trip?.outbound.legs ?? []) + (visit.trip?.homeward.legs ?? [])
    }

    @Test("an agreed visit whose journey is as it was is no part of the plan's news")
    func unchangedJourney() throws {
        let (world, mother, father) = try agreedMother()
        let plan = try world.plan()
        #expect(!plan.visits.contains { $0.id == mother.id })
        #expect(plan.visits.first { $0.id == father.id }?.trip == father.trip)
        #expect(plan.changes.isEmpty)
    }

    @Test("where the other visit of a shared journey falls away, the agreed one is told its new times with SEQUENCE")
    func newTimes() throws {
        var (world, mother, _) = try agreedMother()
        world.register.bonds.removeAll { $0.prisoner == "F1" }
        let told = try #require(try world.plan().visits.first { $0.id == mother.id })
        #expect(told.status == .confirmed && told.date == mother.date && told.session == mother.session)
        #expect(told.trip?.shared == nil && told.trip?.isHome != mother.trip?.isHome)
        #expect(told.sequence == mother.sequence + 1)
        #expect(told.changed == PlanningWorld.stamp)
    }

    @Test("where only the fare of a shared journey changes, the agreed visit is told it without SEQUENCE")
    func newFare() throws {
        var (world, mother, _) = try agreedMother()
        world.set("travel.night.cents", "20000")
        let told = try #require(try world.plan().visits.first { $0.id == mother.id })
        #expect(legs(told) == legs(mother))
        #expect(told.trip?.cents != mother.trip?.cents)
        #expect(told.sequence == mother.sequence)
        #expect(told.changed == PlanningWorld.stamp)
    }

    @Test(
        "a journey never changes its time without SEQUENCE, whatever happens to the other visit",
        arguments: [
            "closed", "given up", "other weekday", "slower roads", "leaves later", "nothing", "agreed too", "on hold",
        ])
    func neverInSilence(change: String) throws {
        var (world, mother, father) = try agreedMother()
        switch change {
        case "closed":
            world.register.closures = [Closure(id: "X", prison: "M1", days: DayRange(father.date, father.date))]
        case "given up":
            world.register.givenUp = [
                GivenUp(session: father.session ?? "", prisoner: "F1", children: father.children)
            ]
        case "other weekday": world.register.guardians[0].weekdays = [.friday, .saturday]
        case "slower roads": world.set("travel.city.minutes", "45")
        case "leaves later": world.register.households[0].leavesAfter = clock("07:00")
        case "agreed too":
            world.published?.visits.removeAll { $0.id == father.id }
            world.register.visits.append(father)
            world.register.visits[world.register.visits.count - 1].status = .confirmed
        case "on hold": world.register.bonds[1].contact = .onHold
        default: break
        }
        let before = world.register.visits.filter { $0.status == .confirmed } + (world.published?.visits ?? [])
        var compared = 0
        for visit in try world.plan().visits {
            guard let old = before.first(where: { $0.id == visit.id }) else { continue }
            compared += 1
            let isSame =
                legs(visit).map { [$0.depart, $0.arrive] } == legs(old).map { [$0.depart, $0.arrive] }
                && visit.date == old.date
            #expect(isSame == (visit.sequence == old.sequence), "\(visit.id)")
        }
        #expect(compared > 0 || change == "agreed too")
        #expect(before.contains { $0.id == mother.id })
    }
}
