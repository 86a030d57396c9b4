import Testing
import VisitModel
import VisitTravel

@Suite("Fares")
struct FareTests {
    private func terms(_ adults: Int, _ ages: [Int], _ parameters: [String: String] = [:]) -> TravelTerms {
        TravelWorld.planner(parameters).terms(for: TravelParty(adults: adults, childAges: ages))
    }

    @Test("under 6 free, under 14 half, from 14 full")
    func tiers() {
        let terms = terms(2, [5, 6, 13, 14])
        #expect(terms.fullFares == 3)
        #expect(terms.halfFares == 2)
        #expect(terms.persons == 6)
        #expect(terms.youngest == 5)
    }

    @Test("one small child per adult is free, the next one pays half")
    func freePerAdult() {
        #expect(terms(1, [2, 4]).halfFares == 1)
        #expect(terms(2, [2, 4]).halfFares == 0)
        #expect(terms(1, [2, 4], ["travel.child.free_per_adult": "2"]).halfFares == 0)
        #expect(terms(0, [2]).halfFares == 1)
    }

    @Test("half an odd fare is rounded up")
    func rounding() throws {
        // 30 km at 30.1 cents are 903 cents; half of it is 452.
        let planner = TravelWorld.planner(["travel.road.cents_per_km": "30.1"])
        let option = try planner.trip(
            for: TravelWorld.family(8), from: "island", to: "capital", checkIn: TravelWorld.at(10),
            release: TravelWorld.at(11)
        ).get()
        #expect(option.trip.outbound.cents == Cents(903 + 452))
    }

    @Test(
        "the limits of a day go by the youngest child; adults alone have the widest",
        arguments: [
            ([3, 15], 360), ([5], 360), ([6, 17], 600), ([13], 600), ([14], 840), ([], 840),
        ])
    func dayLimits(ages: [Int], minutes: Int) {
        #expect(terms(1, ages).dayLimit == Minutes(minutes))
    }
}
