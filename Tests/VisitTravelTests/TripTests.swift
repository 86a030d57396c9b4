import Testing
import VisitModel
import VisitTravel

@Suite("A trip to a visit")
struct TripTests {
    let planner = TravelWorld.planner()

    private func option(
        _ party: TravelParty, from home: Identifier<Place>, checkIn: CivilTime, release: CivilTime,
        by planner: TravelPlanner? = nil
    ) throws -> TravelOption {
        try (planner ?? self.planner)
            .trip(for: party, from: home, to: "capital", checkIn: checkIn, release: release).get()
    }

    @Test("a near visit is made on one day: at the gate on time, home after it")
    func sameDay() throws {
        let option = try option(
            TravelWorld.family(8), from: "near", checkIn: TravelWorld.at(9, 30), release: TravelWorld.at(10, 30))
        #expect(option.trip.leavesHome == TravelWorld.at(7, 20))
        #expect(option.trip.arrives == TravelWorld.at(9, 30))
        #expect(option.trip.isHome == TravelWorld.at(13, 10))
        #expect(option.trip.nights == 0)
        #expect(option.cost == 130 + 160)
        // An adult 27.00 and 36.00, a child half of each.
        #expect(option.money == Cents(2700 + 1350 + 3600 + 1800))
        #expect(option.trip.outbound.legs.map(\.mode) == [.walk, .road, .walk])
    }

    @Test("within one city only the local leg counts")
    func sameCity() throws {
        let option = try option(
            TravelWorld.family(3), from: "capital", checkIn: TravelWorld.at(9), release: TravelWorld.at(9, 30))
        #expect(option.trip.leavesHome == TravelWorld.at(8, 30))
        #expect(option.trip.isHome == TravelWorld.at(10))
        #expect(option.cost == 60)
        #expect(option.trip.outbound.legs.count == 1)
        #expect(option.money == Cents(400))
    }

    @Test("an early session is reached with a night before it, from as late as the household's evening allows")
    func nightBefore() throws {
        // far: 763 minutes each way, 15 h between 06:00 and 21:00; the limit of a child of 15 is 14 h a day.
        let option = try option(
            TravelWorld.family(15), from: "far", checkIn: TravelWorld.at(8), release: TravelWorld.at(8, 15))
        #expect(option.trip.nights == 1)
        #expect(option.trip.leavesHome == TravelWorld.at(8, 17, day: -1))
        #expect(option.trip.outbound.legs.map(\.mode) == [.walk, .rail, .walk, .road])
        #expect(option.trip.outbound.legs[2].arrive == TravelWorld.at(21, day: -1))
        #expect(option.trip.outbound.legs[3].depart == TravelWorld.at(7, 30))
        #expect(option.trip.isHome == TravelWorld.at(20, 58))
        #expect(option.trip.travelMinutes == Minutes(763 + 30 + 763))
        #expect(option.cost == 763 + 30 + 763 + 240)
        // Two persons, one night; an adult and a child of 15 pay in full, twice by rail and once in the city.
        #expect(option.money == Cents(4 * 66_495 + 2 * 200 + 2 * 15_000))
    }

    @Test("a late session is left with a night after it, and home is reached on the next day")
    func nightAfter() throws {
        let option = try option(
            TravelWorld.family(15), from: "far", checkIn: TravelWorld.at(19), release: TravelWorld.at(20))
        #expect(option.trip.nights == 1)
        #expect(option.trip.leavesHome == TravelWorld.at(6, 17))
        #expect(option.trip.homeward.legs.first?.arrive == TravelWorld.at(20, 30))
        #expect(option.trip.homeward.legs[1].depart == TravelWorld.at(6, day: 1))
        #expect(option.trip.isHome == TravelWorld.at(18, 43, day: 1))
    }

    @Test("where one night is not enough there are two")
    func bothNights() throws {
        let option = try option(
            TravelWorld.family(15), from: "far", checkIn: TravelWorld.at(12), release: TravelWorld.at(13))
        #expect(option.trip.nights == 2)
        #expect(option.trip.leavesHome.day == TravelWorld.visitDay - 1)
        #expect(option.trip.isHome.day == TravelWorld.visitDay + 1)
        #expect(option.cost == 2 * (763 + 30 + 240))
    }

    @Test("where either night would do, the one with the shorter absence is taken")
    func cheaperEnd() throws {
        // middle: 140 minutes each way; the limit of an infant's day is made 4 h 30, less than both ways together.
        let planner = TravelWorld.planner(["travel.max_hours.under_6": "4.5"])
        let early = try option(
            TravelWorld.family(2), from: "middle", checkIn: TravelWorld.at(9), release: TravelWorld.at(10), by: planner)
        #expect(early.trip.leavesHome.day == TravelWorld.visitDay - 1)
        let late = try option(
            TravelWorld.family(2), from: "middle", checkIn: TravelWorld.at(17), release: TravelWorld.at(18), by: planner
        )
        #expect(late.trip.leavesHome.day == TravelWorld.visitDay)
        #expect(late.trip.isHome.day == TravelWorld.visitDay + 1)
        #expect(early.cost == late.cost)
    }
}
