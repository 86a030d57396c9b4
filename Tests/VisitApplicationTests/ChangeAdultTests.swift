import Testing
import VisitModel
import VisitReports
import VisitStore
import VisitTestSupport

@testable import VisitApplication

@Suite("Another adult goes along")
struct ChangeAdultTests {
    private static let today = SmallWorld.today
    private static let substitution = Desk.Step(.companion, by: .organisation, reason: "ill")

    /// A charity's home with two children of one mother and a child of another, and three escorts.
    private static func world() -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.addMother("M2")
        world.addFamily("HOME", withGuardian: false)
        world.register.households[0].kind = .charityHome
        world.register.escorts = ["E1", "E2", "E3"].map { id in
            Escort(
                id: Identifier(id), name: "Escort \(id) (invented)", home: "HOME",
                available: DayRange(today, today + 100), maxChildren: 4)
        }
        world.addChild("C1", in: "HOME", of: "M1")
        world.addChild("C2", in: "HOME", of: "M1")
        world.addChild("C3", in: "HOME", of: "M2")
        return world
    }

    /// The next visit to that mother, confirmed.
    private static func confirmed(to mother: Identifier<Prisoner>, _ desk: Desk) throws -> Visit {
        let visits = try #require(try desk.reading().plan()).visits
        let visit = try #require(visits.first { $0.prisoner == mother && $0.status == .proposed })
        return try desk.take(Desk.Step(.confirm, by: .prison), on: [visit.id], today: today)[0].visit
    }

    /// From now on the third escort may lead one child; with such a one from the start the plan would make smaller parties.
    private static func limitThird(_ world: SmallWorld, _ desk: Desk) throws {
        var world = world
        world.register.escorts[world.register.escorts.count - 1].maxChildren = 1
        try world.update(desk)
    }

    private static func keepAway(_ escort: String, on day: Day, _ desk: Desk, _ folder: TemporaryFolder) throws {
        let rows = "kind,person,from,to,reason\nescort,\(escort),\(day),\(day),ill\n"
        _ = try desk.importFiles([try folder.write(rows, to: "absences.csv")], today: today)
    }

    private static func noted(_ desk: Desk, of visit: Visit) throws -> ReviewOutcome.Noted? {
        try desk.tasks(within: 30, prisoner: nil, household: nil, today: today).flagged.first {
            $0.visit.id == visit.id
        }
    }

    @Test("who falls ill is told with who can go instead, and the one who is named goes, for this plan and the next")
    func substitute() throws {
        try TemporaryFolder.use { folder in
            let world = Self.world()
            let desk = try world.desk(in: folder)
            _ = try desk.plan(fourWeeks())
            let visit = try Self.confirmed(to: "M1", desk)
            #expect(visit.companion == .escort("E1") && visit.children == ["C1", "C2"])
            try Self.limitThird(world, desk)
            #expect(try Self.noted(desk, of: visit) == nil)

            let rows = "kind,person,from,to,start,end\nescort,E2,\(visit.date),\(visit.date),22:00,23:00\n"
            _ = try desk.importFiles([try folder.write(rows, to: "hours/absences.csv")], today: Self.today)
            try Self.keepAway("E1", on: visit.date, desk, folder)
            let noted = try #require(try Self.noted(desk, of: visit))
            #expect(noted.flag.code == .adultAbsent && noted.substitutes == [.escort("E2")], "E3 leads one child.")
            let finding = try #require(try desk.check(today: Self.today).first { $0.visits == [visit.id] })
            let advice = try #require(finding.advice)
            let command = "visitctl visit companion \(visit.label) --escort E2"
            #expect(advice.english.contains(command) && advice.chinese.contains(command))

            let after = try desk.changeAdult(of: visit.id, to: .escort("E2"), Self.substitution, today: Self.today)
            #expect(after.map(\.visit.companion) == [.escort("E2")] && after[0].flags.isEmpty)
            #expect(after[0].visit.status == .confirmed && after[0].visit.sequence == visit.sequence)
            #expect(try desk.acts(of: visit.id).last?.kind == .companion)
            #expect(try Self.noted(desk, of: visit) == nil)
            _ = try desk.plan(fourWeeks())
            #expect(try desk.visit(visit.id).visit.companion == .escort("E2"))
        }
    }

    @Test("it is said where nobody else can go")
    func nobody() throws {
        var world = Self.world()
        world.register.escorts.removeAll { $0.id == "E2" }
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            _ = try desk.plan(fourWeeks())
            let visit = try Self.confirmed(to: "M1", desk)
            try Self.limitThird(world, desk)
            try Self.keepAway("E1", on: visit.date, desk, folder)
            let noted = try #require(try Self.noted(desk, of: visit))
            #expect(noted.substitutes == [])
            #expect(noted.advice.english.contains("Nobody else") && noted.advice.chinese.contains("均不能陪同"))
        }
    }

    @Test("where only requested visits hold others back, they are named; agreed ones are not")
    func heldBack() throws {
        try TemporaryFolder.use { folder in
            let world = Self.world()
            let desk = try world.desk(in: folder)
            _ = try desk.plan(fourWeeks())
            let visit = try Self.confirmed(to: "M1", desk)
            let planned = try #require(try desk.reading().plan()).visits
            let proposal = try #require(planned.first { $0.prisoner == "M2" && $0.session == visit.session })
            try #require(proposal.companion == .escort("E2"))
            let other = try desk.take(Desk.Step(.request), on: [proposal.id], today: Self.today)[0].visit
            try Self.limitThird(world, desk)
            try Self.keepAway("E1", on: visit.date, desk, folder)
            let noted = try #require(try Self.noted(desk, of: visit))
            #expect(noted.substitutes == [] && noted.heldBack == [.init(.escort("E2"), visits: [other.label])])
            #expect(noted.advice.english.contains("If another adult took \(other.label), escort E2 could go along."))
            #expect(noted.advice.chinese.contains("如由他人接手 \(other.label)"))

            _ = try desk.take(Desk.Step(.confirm, by: .prison), on: [other.id], today: Self.today)
            #expect(try #require(try Self.noted(desk, of: visit)).heldBack == [])
        }
    }

    @Test("an adult with whom it would not hold is refused by the check, and nothing is changed")
    func refused() throws {
        try TemporaryFolder.use { folder in
            let world = Self.world()
            let desk = try world.desk(in: folder)
            _ = try desk.plan(fourWeeks())
            let (visit, other) = (try Self.confirmed(to: "M1", desk), try Self.confirmed(to: "M2", desk))
            try Self.limitThird(world, desk)
            try #require(visit.session == other.session && other.companion == .escort("E2"))
            func refusal(_ adult: Visit.Companion) throws -> [VisitFlag.Code] {
                let failure = #expect(throws: StoreError.self) {
                    try desk.changeAdult(of: visit.id, to: adult, Self.substitution, today: Self.today)
                }
                guard case .doesNotHold(let label, let flags)? = failure else { return [] }
                #expect(label.text == visit.label)
                return flags.map(\.code)
            }
            #expect(try refusal(.escort("E3")) == [.escortOverfull])
            #expect(try refusal(.escort("E2")) == [.tablesOver], "E2 sits at the other table.")
            #expect(throws: StoreError.noSuch(.escort, asked: "E9", nearest: ["E2", "E3"])) {
                try desk.changeAdult(of: visit.id, to: .escort("E9"), Self.substitution, today: Self.today)
            }
            var elsewhere = world
            elsewhere.addFamily("OTHER", withGuardian: false)
            elsewhere.register.escorts.append(
                Escort(
                    id: "E7", name: "Escort E7 (invented)", home: "OTHER",
                    available: DayRange(Self.today, Self.today + 100), maxChildren: 4))
            try elsewhere.update(desk)
            #expect(try refusal(.escort("E7")) == [.twoHouseholds], "E7 works for another home.")
            #expect(try desk.visit(visit.id).visit == visit)
            #expect(try desk.acts(of: visit.id).map(\.kind) == [.confirm])
        }
    }

    @Test("a proposal that needs the adult gives way; of a proposal nobody says who goes along")
    func proposals() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            _ = try desk.plan(fourWeeks())
            let visit = try Self.confirmed(to: "M1", desk)
            let planned = try #require(try desk.reading().plan()).visits
            let proposal = try #require(planned.first { $0.session == visit.session && $0.status == .proposed })
            #expect(proposal.companion == .escort("E2"))
            #expect(throws: StoreError.notAgreed(visit: Identifier(proposal.label), status: .proposed)) {
                try desk.changeAdult(of: proposal.id, to: .escort("E3"), Self.substitution, today: Self.today)
            }
            _ = try desk.changeAdult(of: visit.id, to: .escort("E2"), Self.substitution, today: Self.today)
            #expect(try desk.visit(visit.id).flags.isEmpty)
            #expect(try desk.visit(proposal.id).flags.map(\.code) == [.tablesOver])
            _ = try desk.plan(fourWeeks())
            let again = try #require(try desk.reading().plan()).visits
            #expect(again.contains { $0.session == visit.session && $0.companion == .escort("E1") })
            #expect(try desk.check(today: Self.today).allSatisfy(\.visits.isEmpty))
        }
    }

    @Test("who leads one visit of a journey leads them all")
    func journey() throws {
        var world = Self.world()
        world.register.prisons[0].tablesPerAdult = 2
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            _ = try desk.plan(fourWeeks())
            let visit = try Self.confirmed(to: "M1", desk)
            let other = try Self.confirmed(to: "M2", desk)
            try #require(visit.trip?.shared != nil && other.companion == visit.companion)
            // A run does not tear what people have agreed, though something does not hold of it.
            try Self.keepAway("E1", on: visit.date, desk, folder)
            _ = try desk.plan(fourWeeks())
            for agreed in [visit, other] {
                let now = try desk.visit(agreed.id)
                #expect(now.visit.trip == agreed.trip && now.flags.map(\.code) == [.adultAbsent])
            }
            let after = try desk.changeAdult(of: other.id, to: .escort("E2"), Self.substitution, today: Self.today)
            #expect(after.map(\.visit.id) == [other.id, visit.id])
            #expect(try desk.visit(visit.id).visit.companion == .escort("E2"))
            #expect(try desk.visit(visit.id).flags.isEmpty && after.allSatisfy(\.flags.isEmpty))
        }
    }
}
