import Testing
import VisitModel
import VisitTravel

@Suite("A way between a home and a prison")
struct RouteTests {
    let planner = TravelWorld.planner()

    @Test("a row of the table is used, and the other direction's own row for the way back")
    func table() throws {
        let route = try planner.route(from: "near", to: "capital")
        #expect(route.metres == Metres(90_000))
        #expect(route.outboundMinutes == Minutes(90 + 40))
        #expect(route.homewardMinutes == Minutes(120 + 40))
        #expect(route.isEstimated)  // Its times are of an assumed speed.
    }

    @Test("a row holds in both directions where the other has none")
    func bothDirections() throws {
        let route = try planner.route(from: "capital", to: "island")
        #expect(route.metres == Metres(30_000))
        #expect(route.outboundMinutes == Minutes(75 + 40) && route.homewardMinutes == Minutes(75 + 40))
        #expect(!route.isEstimated)
    }

    @Test("without a row the great circle times the detour factor is taken, and said to be an estimate")
    func greatCircle() throws {
        let route = try planner.route(from: "far", to: "capital")
        #expect(route.metres.map { abs($0.count - 1_445_560) < 1000 } == true)
        #expect(route.isEstimated)
        // 1,446 km at 120 km/h are 723 minutes.
        #expect(route.outboundMinutes == Minutes(723 + 40))
    }

    @Test("a measured drive that is faster than the assumed train is believed")
    func fastDrive() throws {
        let route = try planner.route(from: "middle", to: "capital")
        #expect(route.outboundMinutes == 140)
        #expect(!route.isEstimated)
    }

    @Test(
        "within one city a journey takes the local minutes", arguments: ["capital", "suburb"] as [Identifier<Place>])
    func local(home: Identifier<Place>) throws {
        let route = try planner.route(from: home, to: "capital")
        #expect(route.outboundMinutes == 30)
        #expect(route.metres == nil)
    }

    @Test("an unknown place is refused by name, with the nearest one")
    func unknownPlace() {
        let error = #expect(throws: TravelError.self) { try planner.route(from: "capitol", to: "near") }
        #expect(error == .unknownPlace("capitol", nearest: "capital"))
        #expect(error?.kind == .noInput)
        #expect(error?.advice?.english == "Perhaps you mean capital.")
    }

    @Test("a place without a coordinate is refused, and the advice names both files")
    func noCoordinate() {
        let error = #expect(throws: TravelError.self) { try planner.route(from: "far", to: "nowhere") }
        #expect(error == .noCoordinate("nowhere", other: "far"))
        #expect(error?.kind == .badData)
        #expect(error?.advice?.english.contains("places.csv") == true)
        #expect(error?.advice?.english.contains("nowhere, far to distances.csv") == true)
    }

    @Test("places that nobody can reach are found")
    func findings() {
        #expect(planner.findings.map(\.subject) == ["place nowhere"])
        #expect(planner.findings.map(\.code) == ["place-without-coordinate"])
    }

    @Test("a day's journeys are those that arrive by and leave after, leg by leg")
    func journeys() throws {
        let day = try planner.journeys(
            from: "far", to: "capital", date: TravelWorld.visitDay, arriveBy: ClockTime("14:00"),
            returnAfter: ClockTime("15:30"))
        let there = try #require(day.outbound.first)
        #expect(there.arrives == TravelWorld.at(14))
        #expect(there.departs == TravelWorld.at(1, 17))
        #expect(there.legs.map(\.mode) == [.walk, .rail, .walk])
        #expect(there.legs.map(\.from) == ["far", "far", "capital"])
        #expect(there.cents == Cents(66_495))
        #expect(there.isEstimated)
        #expect(day.homeward.map(\.departs) == [TravelWorld.at(15, 30)])
    }

    @Test("without times the journey out leaves at the usual hour, and the way back begins after it")
    func journeysWithoutTimes() throws {
        let day = try planner.journeys(from: "far", to: "capital", date: TravelWorld.visitDay)
        #expect(day.outbound.map(\.departs) == [TravelWorld.at(6)])
        #expect(day.homeward.map(\.departs) == day.outbound.map(\.arrives))
        let near = try planner.journeys(from: "near", to: "capital", date: TravelWorld.visitDay)
        #expect(near.homeward.map(\.arrives) == [TravelWorld.at(21)])
    }
}
