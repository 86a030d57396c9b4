import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitStore
import VisitTestSupport

@Suite("Journeys that several visits share")
struct SharedJourneyTests {
    /// The small world with a men's prison in the same city, which opens on Sundays at 10:00.
    private static func world(menOn weekday: Weekday = .sunday, at start: String = "10:00") -> SmallWorld {
        var world = SmallWorld(tables: 8)
        world.register.prisons.append(
            Prison(
                id: "M1", name: BilingualText(en: "Men's Prison", zh: "男子监狱"), jurisdiction: Jurisdiction("CN-AH"),
                holds: .male, place: "CITY", zone: "Asia/Shanghai"))
        world.register.templates.append(
            SessionTemplate(
                id: "MEN", prison: "M1",
                recurrence: .weekly(weekday, every: 1, anchor: SessionTemplate.defaultAnchor), start: clock(start),
                minutes: 30, tables: 8))
        // Far enough for a second journey to weigh more than a night.
        world.register.places.append(
            Place(
                id: "REMOTE", name: BilingualText(en: "Remote", zh: "偏远"),
                coordinate: Coordinate(latitude: 34.5, longitude: 117)))
        return world
    }

    private static func addFather(_ id: String, to world: inout SmallWorld) {
        world.register.prisoners.append(
            Prisoner(
                id: Identifier(id), name: "Father \(id) (invented)", sex: .male, prison: "M1",
                birthDate: day("1988-05-05"), grade: .ordinary, sentence: .fixedTerm))
    }

    private static func addBond(_ child: String, _ father: String, to world: inout SmallWorld) {
        world.register.bonds.append(
            Bond(
                id: Identifier("\(child)-\(father)"), child: Identifier(child), prisoner: Identifier(father),
                relation: .father))
    }

    private static func bothParents(
        menOn weekday: Weekday = .sunday, at start: String = "10:00", from place: Identifier<Place> = "REMOTE"
    ) -> SmallWorld {
        var world = world(menOn: weekday, at: start)
        world.addMother("M1")
        addFather("F1", to: &world)
        world.addFamily("H1", at: place)
        world.addChild("C1", in: "H1", of: "M1", born: day("2012-03-03"), last: day("2026-10-10"))
        addBond("C1", "F1", to: &world)
        return world
    }

    /// A home with so many escorts of four places each, and a child for each mother.
    private static func home(children: Int, escorts: Int) -> SmallWorld {
        var world = world(menOn: .saturday, at: "14:00")
        world.register.prisons[0].tablesPerAdult = 4
        world.register.households.append(
            Household(id: "HOME", name: "Invented home", kind: .charityHome, place: "NEAR"))
        for number in 1...escorts {
            world.register.escorts.append(
                Escort(
                    id: Identifier("E\(number)"), name: "Escort (invented)", home: "HOME",
                    available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: 4))
        }
        for number in 1...children {
            world.addMother("M\(number)")
            world.addChild("C\(number)", in: "HOME", of: "M\(number)")
        }
        return world
    }

    @Test(
        "who was on one journey with a visit that is called off, or moved, is told of a journey without it",
        arguments: [true, false])
    func leftAlone(isMoved: Bool) throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.bothParents().desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            let mother = try #require(visits.first { $0.prisoner == "M1" && $0.trip?.shared != nil })
            let father = try #require(visits.first { $0.prisoner == "F1" && $0.trip?.shared == mother.trip?.shared })
            for kind in [VisitAct.Kind.request, .confirm] {
                _ = try desk.take(
                    Desk.Step(kind, by: .organisation, reason: ""), on: [mother.id, father.id], today: SmallWorld.today)
            }
            if isMoved {
                let step = Desk.Step(.move, by: .household, reason: "a wedding")
                _ = try desk.move(father.id, to: father.date + 7, start: nil, step, today: SmallWorld.today)
            } else {
                let step = Desk.Step(.cancel, by: .household, reason: "a wedding")
                _ = try desk.take(step, on: [father.id], today: SmallWorld.today)
            }
            let left = try #require(
                try desk.visits(VisitQuery(first: SmallWorld.today)).map(\.visit).first { $0.id == mother.id })
            #expect(left.status == .confirmed && left.sequence == mother.sequence + 2)
            #expect(left.trip != nil && left.trip?.shared == nil)
            #expect(left.trip?.outbound == mother.trip?.outbound)
            #expect(!left.reasons.contains { $0.english.contains("same journey") })
        }
    }

    /// A journey with an escort to meetings of these children, with those tickets: one way for 1.01, the other for 2.00,
    /// and a night for 0.50 each.
    private static func journey(of children: [Identifier<Child>], _ tickets: Tickets) -> Trip {
        let begins = CivilTime(day("2026-12-05"), clock("10:00"))
        func way(_ from: Identifier<Place>, _ to: Identifier<Place>, _ after: Minutes, _ fare: Int) -> Journey {
            let leg = Journey.Leg(mode: .road, from: from, to: to, depart: begins + after, arrive: begins + after + 60)
            let cents = fare * tickets.full + (fare + 1) / 2 * tickets.half
            return Journey(legs: [leg], cents: Cents(cents), isEstimated: false)
        }
        let (out, home) = (way("NEAR", "CITY", Minutes(-120), 101), way("CITY", "NEAR", 60, 200))
        return Trip(
            outbound: out, homeward: home, nights: 1, cents: out.cents + home.cents + Cents(50 * tickets.persons),
            tickets: tickets,
            shared: SharedTrip(
                meetings: children.enumerated().map { position, child in
                    SharedTrip.Meeting(
                        session: "SAT@2026-12-05", prison: "W1", prisoner: Identifier("M\(position)"),
                        children: [child], begins: begins, ends: begins + 30)
                }))
    }

    @Test("who is left on a journey pays for the seats that are left, and is never told of less than that")
    func seatsLeft() {
        func left(_ children: [Identifier<Child>], _ tickets: Tickets) -> Trip {
            Self.journey(of: children, tickets).without { $0.prisoner == "M0" }
        }
        let alike = left(["C1", "C2"], Tickets(full: 1, half: 2, free: 0))
        #expect(alike.shared == nil && alike.tickets == Tickets(full: 1, half: 1, free: 0))
        #expect((alike.outbound.cents, alike.homeward.cents, alike.cents) == (152, 300, 552))
        #expect(left(["C1", "C2", "C3"], Tickets(full: 1, half: 3, free: 0)).cents == 753)
        let unlike = left(["C1", "C2"], Tickets(full: 2, half: 0, free: 1))
        #expect(unlike.tickets == nil && unlike.cents == 702, "Perhaps who travels free stays at home.")
        let escorts = left(["C1", "C2"], Tickets(full: 2, half: 2, free: 0))
        #expect(escorts.tickets == nil && escorts.cents == 903, "Perhaps the second escort stays at home too.")
        let same = Tickets(full: 1, half: 1, free: 0)
        #expect(left(["C1", "C1"], same).cents == Self.journey(of: ["C1", "C1"], same).cents)
        #expect(left(["C1", "C1"], same).tickets == same)
        var unknown = Self.journey(of: ["C1", "C2"], same)
        unknown.tickets = nil
        #expect(unknown.without { $0.prisoner == "M0" }.cents == unknown.cents)
    }

    @Test("whose journey a called-off visit was on pays less without it, and the journey is still one")
    func paysLess() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.home(children: 3, escorts: 1).desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            let journeys = Dictionary(grouping: visits.filter { $0.trip?.shared != nil }) { $0.trip?.shared }.values
            let group = try #require(journeys.first { $0.count > 1 })
            let before = try #require(group[0].trip?.cents)
            for kind in [VisitAct.Kind.request, .confirm] {
                _ = try desk.take(
                    Desk.Step(kind, by: .organisation, reason: ""), on: group.map(\.id), today: SmallWorld.today)
            }
            let step = Desk.Step(.cancel, by: .household, reason: "a wedding")
            _ = try desk.take(step, on: [group[0].id], today: SmallWorld.today)
            let ids = Set(group.dropFirst().map(\.id))
            let left = try desk.visits(VisitQuery(first: SmallWorld.today)).map(\.visit).filter { ids.contains($0.id) }
            let costs = Set(left.compactMap(\.trip?.cents))
            #expect(left.count == ids.count && costs.count == 1)
            #expect(costs.allSatisfy { Cents.zero < $0 && $0 < before }, "\(costs) of \(before)")
            let flags = try desk.visits(VisitQuery(first: SmallWorld.today, isFlagged: true)).flatMap(\.flags)
            #expect(!flags.contains { $0.code == .journeyTorn })
        }
    }

    @Test("mother and father in one city are visited on two neighbouring days, on one journey with one cost")
    func neighbouringDays() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.bothParents().desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            let mother = try #require(visits.first { $0.prisoner == "M1" })
            let father = try #require(visits.first { $0.prisoner == "F1" })
            #expect(father.date - mother.date == 1)
            let (there, back) = (try #require(mother.trip), try #require(father.trip))
            #expect(there.shared != nil && there.shared == back.shared)
            #expect(there.shared?.meetings.map(\.prisoner) == ["M1", "F1"])
            #expect(there.cents == back.cents && there.nights == back.nights && there.nights >= 1)
            #expect(there.leavesHome == back.leavesHome && there.isHome == back.isHome)
            #expect(there.arrives.day == mother.date && back.arrives.day == father.date)
            #expect(mother.companion == father.companion)
            #expect(mother.reasons.contains { $0.english.contains("on the same journey") })
        }
    }

    @Test("where the sessions of one day never clash, both parents are visited on that day")
    func oneDay() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.bothParents(menOn: .saturday, at: "14:00", from: "NEAR").desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            let mother = try #require(visits.first { $0.prisoner == "M1" })
            let father = try #require(visits.first { $0.prisoner == "F1" })
            #expect(mother.date == father.date)
            let (there, back) = (try #require(mother.trip), try #require(father.trip))
            #expect(there.shared == back.shared && there.shared != nil && there.nights == 0)
            #expect(there.outbound.arrives <= CivilTime(mother.date, clock("09:30")))
            #expect(back.homeward.departs >= CivilTime(father.date, clock("14:30")))
        }
    }

    @Test("where sessions of one day clash, a household makes one visit a day")
    func clash() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.bothParents(menOn: .saturday, at: "10:15", from: "NEAR").desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            #expect(Set(visits.map(\.prisoner)) == ["M1", "F1"])
            #expect(Set(visits.map(\.date)).count == visits.count)
            #expect(visits.allSatisfy { $0.trip?.shared == nil })
        }
    }

    @Test("children of one home go to one session with one escort, one list of tickets and one cost")
    func group() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.home(children: 3, escorts: 2).desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            #expect(visits.count >= 3)
            let together = Dictionary(grouping: visits, by: \.session).values.filter { $0.count > 1 }
            let group = try #require(together.first, "Three children of one home never went together.")
            let trips = group.compactMap(\.trip)
            #expect(Set(trips).count == 1 && Set(group.map(\.companion)).count == 1)
            let trip = try #require(trips.first)
            #expect(trip.shared?.children == group.flatMap(\.children).sorted())
            #expect(trip.tickets?.persons == group.count + 1, "The children and their escort.")
        }
    }

    @Test(
        "that children travel together is among the reasons where they are of one organisation",
        arguments: ["one", "other"])
    func togetherOfOneOrganisation(organisation: String) throws {
        try TemporaryFolder.use { folder in
            var world = Self.home(children: 2, escorts: 1)
            for number in 1...2 {
                world.addFamily("FAMILY\(number)", withGuardian: false)
                world.register.households[number].escortsFrom = "HOME"
                world.register.children[number - 1].household = Identifier("FAMILY\(number)")
            }
            world.register.households[1].organisation = "one"
            world.register.households[2].organisation = Identifier(organisation)
            let visits = try world.desk(in: folder).plan(fourWeeks()).plan.visits
            let group = visits.filter { $0.trip?.shared != nil }
            #expect(Set(group.map(\.household)).count == 2)
            for visit in group {
                #expect(visit.reasons.contains { $0.english.contains("travel together") } == (organisation == "one"))
            }
        }
    }

    @Test("more children than one escort can take travel together with as many escorts as they need")
    func twoEscorts() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.home(children: 6, escorts: 2).desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            for group in Dictionary(grouping: visits, by: \.session).values {
                let escorts = Set(group.compactMap(\.companion))
                #expect(escorts.count == (group.count + 3) / 4)
                #expect(group.allSatisfy { $0.companion != nil })
                for escort in escorts {
                    #expect(group.filter { $0.companion == escort }.flatMap(\.children).count <= 4)
                }
                #expect(group.count == 1 || Set(group.compactMap(\.trip)).count == 1)
            }
        }
    }

    @Test("one escort takes two children of a home to two prisons of one city on one day")
    func twoPrisons() throws {
        try TemporaryFolder.use { folder in
            var world = Self.home(children: 1, escorts: 2)
            Self.addFather("F9", to: &world)
            world.register.children.append(
                Child(id: "C9", name: "Child C9 (invented)", birthDate: day("2013-01-01"), household: "HOME"))
            Self.addBond("C9", "F9", to: &world)
            let desk = try world.desk(in: folder)
            let visits = try desk.plan(fourWeeks()).plan.visits
            let mother = try #require(visits.first { $0.prisoner == "M1" })
            let father = try #require(visits.first { $0.prisoner == "F9" })
            #expect(mother.date == father.date)
            #expect(mother.companion == father.companion && mother.companion != nil)
            #expect(mother.trip?.shared?.children == ["C1", "C9"])
            #expect(mother.trip?.tickets?.persons == 3)
        }
    }

    @Test("an agreed visit keeps its date, and its journey is told anew when the other visit of it falls away")
    func agreed() throws {
        try TemporaryFolder.use { folder in
            var world = Self.bothParents()
            let desk = try world.desk(in: folder)
            let before = try desk.plan(fourWeeks()).plan.visits
            let mother = try #require(before.first { $0.prisoner == "M1" })
            let store = try VisitStore(openingAt: desk.store)
            try store.view(for: .everything).take(
                VisitAct(.confirm, moment: SmallWorld.instant), on: [mother.id], today: SmallWorld.today)
            try store.close()
            let again = try desk.plan(fourWeeks()).plan.visits
            let father = try #require(again.first { $0.prisoner == "F1" })
            #expect(father.trip?.shared?.meetings.map(\.prisoner) == ["M1", "F1"])

            world.register.bonds.removeAll { $0.prisoner == "F1" }
            world.register.closures = [
                Closure(id: "X", prison: "M1", days: DayRange(day("2026-11-01"), day("2027-11-01")), reason: "repair")
            ]
            try world.update(desk)
            _ = try desk.plan(fourWeeks())
            let reading = try VisitStore(openingAt: desk.store, readOnly: true)
            let kept = try reading.view(for: .everything).visitDetail(mother.id).visit
            #expect(kept.status == .confirmed && kept.date == mother.date)
            #expect(kept.trip?.shared == nil, "The father's visit is gone, and so is the way to it.")
        }
    }

    @Test("the same data give the same journeys again, and nothing is published")
    func stable() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.bothParents().desk(in: folder)
            let first = try desk.plan(fourWeeks())
            let second = try desk.plan(fourWeeks())
            #expect(second.outcome == .unchanged && second.plan == first.plan)
        }
    }

    @Test("itinerary and calendar show the shared journey once")
    func shownOnce() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.bothParents().desk(in: folder)
            _ = try desk.plan(fourWeeks())
            _ = try desk.export(
                .text, of: .one(.household("H1")), to: folder.path("out"), today: SmallWorld.today, language: .english)
            let itinerary = String(decoding: try folder.read("out/household-H1.txt"), as: UTF8.self)
            #expect(itinerary.components("Leave home") == itinerary.components("Home again"))
            #expect(itinerary.components("Time with") > itinerary.components("Leave home"))
            _ = try desk.export(
                .ics, of: .one(.household("H1")), to: folder.path("out"), today: SmallWorld.today, language: .english)
            let calendar = String(decoding: try folder.read("out/household-H1.ics"), as: UTF8.self)
            #expect(calendar.components("SUMMARY:On the way home") == itinerary.components("Home again"))
            #expect(calendar.contains("On the same journey: "))
        }
    }
}

extension String {
    /// How often `part` stands in it.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
