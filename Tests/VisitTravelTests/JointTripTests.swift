import Testing
import VisitModel
import VisitTravel

@Suite("One journey to two visits")
struct JointTripTests {
    private func at(
        _ place: Identifier<Place>, _ hour: Int, day: Int = 0, minutes: Int = 60
    ) -> Appointment {
        Appointment(
            place: place, checkIn: TravelWorld.at(hour, day: day),
            release: TravelWorld.at(hour, day: day) + Minutes(minutes))
    }

    private func joint(
        _ party: TravelParty, from home: Identifier<Place> = "near", _ first: Appointment, _ second: Appointment,
        isOnePrison: Bool = false, _ parameters: [String: String] = [:]
    ) -> JointOption? {
        var finder = TripFinder(TravelWorld.planner(parameters))
        return finder.jointTrip(for: party, from: home, to: first, then: second, isOnePrison: isOnePrison)
    }

    @Test("on one day: there, across the city, and home")
    func oneDay() throws {
        let option = try #require(joint(TravelWorld.family(8), at("capital", 9), at("suburb", 13)))
        #expect(option.nights == 0)
        #expect(option.outbound.arrives == TravelWorld.at(9))
        let between = try #require(option.between)
        #expect(between.departs >= TravelWorld.at(10) && between.arrives <= TravelWorld.at(13))
        #expect(option.homeward.departs == TravelWorld.at(14))
        #expect(option.tickets == Tickets(full: 1, half: 1, free: 0))
        // The first visit's way home leads by the second, the second's way there by the first.
        #expect(option.first.leavesHome == option.second.leavesHome && option.first.isHome == option.second.isHome)
        #expect(option.first.arrives == TravelWorld.at(9) && option.second.arrives == between.arrives)
        #expect(option.first.cents == option.second.cents)
    }

    @Test("two sessions of one prison on one day have no way between")
    func onePrison() throws {
        let option = try #require(
            joint(TravelWorld.family(8), at("capital", 9), at("capital", 11), isOnePrison: true))
        #expect(option.between == nil)
        #expect(option.second.outbound == option.outbound)
    }

    @Test("on neighbouring days: a night between, and cheaper than two journeys that need a night each")
    func neighbouringDays() throws {
        // middle: 140 minutes each way; with days of 4 h 30 every visit alone takes a night.
        let limits = ["travel.max_hours.under_6": "4.5"]
        let party = TravelWorld.family(4)
        let (first, second) = (at("capital", 12), at("capital", 12, day: 1))
        let option = try #require(joint(party, from: "middle", first, second, limits))
        #expect(option.nights == 1)
        #expect(option.outbound.departs.day == TravelWorld.visitDay)
        #expect(option.homeward.arrives.day == TravelWorld.visitDay + 1)
        let planner = TravelWorld.planner(limits)
        let alone = try [first, second].map { visit in
            try planner.trip(
                for: party, from: "middle", to: visit.place, checkIn: visit.checkIn, release: visit.release
            )
            .get()
        }
        #expect(alone.map(\.trip.nights) == [1, 1])
        #expect(option.cost < alone[0].cost + alone[1].cost)
        #expect(option.money < alone[0].money + alone[1].money)
    }

    @Test("where the first does not end in time for the second there is none")
    func overlapping() {
        #expect(joint(TravelWorld.family(8), at("capital", 9), at("suburb", 10, minutes: 30)) == nil)
        #expect(joint(TravelWorld.family(8), at("capital", 13), at("suburb", 9)) == nil)
    }

    @Test("visits two days apart are two journeys")
    func twoDaysApart() {
        #expect(joint(TravelWorld.family(8), at("capital", 9), at("suburb", 9, day: 2)) == nil)
    }

    @Test("a journey that breaks the limits of the youngest is not offered")
    func limits() {
        let (first, second) = (at("capital", 19), at("capital", 8, day: 1, minutes: 15))
        #expect(joint(TravelWorld.family(15), from: "far", first, second) != nil)
        #expect(joint(TravelWorld.family(4), from: "far", first, second) == nil)
        #expect(
            joint(
                TravelWorld.family(15), from: "far", first, second, ["travel.max_nights.other": "0"]) == nil,
            "A night between is a night away.")
    }

    @Test("every leg begins where and not before the one before it ends", arguments: 0...1)
    func contiguous(day: Int) throws {
        let option = try #require(
            joint(TravelWorld.family(8), at("capital", 9), at("middle", day == 0 ? 15 : 12, day: day)))
        let legs = option.first.outbound.legs + option.first.homeward.legs
        for (leg, next) in zip(legs, legs.dropFirst()) {
            #expect(leg.to == next.from && leg.arrive <= next.depart)
        }
        #expect(legs.first?.from == "near" && legs.last?.to == "near")
        #expect(legs.contains { $0.to == "middle" })
    }
}
