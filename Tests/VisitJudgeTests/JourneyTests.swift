import Testing
import VisitModel

@Suite("Whether the journey works")
struct JourneyTests {
    private static let saturday = JudgeWorld.saturday

    private static func time(_ text: String, on date: Day = JudgeWorld.saturday) -> CivilTime {
        CivilTime(date, clock(text))
    }

    /// The world with other legs there or back.
    private static func world(
        there: [Journey.Leg]? = nil, back: [Journey.Leg]? = nil, _ change: (inout JudgeWorld) -> Void = { _ in }
    ) -> JudgeWorld {
        var world = JudgeWorld()
        if let there { world.visits[0].trip?.outbound = Journey(legs: there, cents: 5000, isEstimated: true) }
        if let back { world.visits[0].trip?.homeward = Journey(legs: back, cents: 0, isEstimated: true) }
        change(&world)
        return world
    }

    private static func road(_ from: Identifier<Place>, _ to: Identifier<Place>, _ depart: String, _ arrive: String)
        -> Journey.Leg
    {
        JudgeWorld.leg(from, to, time(depart), time(arrive))
    }

    @Test("at the gate by check-in, and not a minute later")
    func late() {
        #expect(Self.world(there: [Self.road("NEAR", "CITY", "08:30", "09:30")]).said == [])
        let flags = Self.world(there: [Self.road("NEAR", "CITY", "08:30", "09:31")]).flags
        #expect(JudgeWorld.lines(flags) == ["V1 late"])
        #expect(flags.first?.fact("due") == "2026-12-05T09:30")
    }

    @Test("the party leaves and returns within the hours of its household, by the clocks at home")
    func homeHours() {
        #expect(Self.world { $0.register.households[0].leavesAfter = clock("08:30") }.said == [])
        let early = Self.world { $0.register.households[0].leavesAfter = clock("08:31") }
        #expect(early.said == ["V1 home-hours household H1"])
        #expect(Self.world { $0.register.households[0].returnsBefore = clock("11:30") }.said == [])
        let late = Self.world { $0.register.households[0].returnsBefore = clock("11:29") }
        #expect(late.said == ["V1 home-hours household H1"])
        let western = Self.world { world in
            world.register.places[1].zone = "Asia/Kolkata"
            world.register.households[0].leavesAfter = clock("06:01")
        }
        #expect(western.said == ["V1 home-hours household H1"], "Half past eight in Shanghai is six in Kolkata.")
    }

    @Test("who comes home at midnight comes at the end of the day, for a household that is back by then")
    func homeAtMidnight() {
        let home = JudgeWorld.leg("CITY", "NEAR", Self.time("23:00"), Self.time("00:00", on: Self.saturday + 1))
        let world = Self.world(back: [home]) { $0.register.households[0].returnsBefore = .endOfDay }
        #expect(!world.said.contains { $0.contains("home-hours") }, "\(world.said)")
        let early = Self.world(back: [home]) { $0.register.households[0].returnsBefore = clock("23:59") }
        #expect(early.said.contains("V1 home-hours household H1"))
        let minute = JudgeWorld.leg("CITY", "NEAR", Self.time("23:00"), Self.time("00:01", on: Self.saturday + 1))
        let late = Self.world(back: [minute]) { $0.register.households[0].returnsBefore = .endOfDay }
        #expect(late.said.contains("V1 home-hours household H1"))
    }

    @Test("each part begins where and not before the one before it ended")
    func chain() {
        let walk = JudgeWorld.leg("CITY", "CITY", Self.time("09:20"), Self.time("09:30"), mode: .walk)
        #expect(Self.world(there: [Self.road("NEAR", "CITY", "08:20", "09:20"), walk]).said == [])
        #expect(Self.world(there: [Self.road("NEAR", "CITY", "08:21", "09:21"), walk]).said == ["V1 journey-broken"])
        let elsewhere = JudgeWorld.leg("NEAR", "CITY", Self.time("08:20"), Self.time("09:20"))
        let stray = JudgeWorld.leg("FAR", "CITY", Self.time("09:20"), Self.time("09:30"), mode: .walk)
        let flags = Self.world(there: [elsewhere, stray]).flags
        #expect(flags.contains { $0.code == .journeyBroken && $0.fact("part") == "legs" })
    }

    @Test("it begins and ends at home, or where the escort works")
    func home() {
        let away = Self.world { $0.register.households[0].place = "CITY" }
        #expect(away.said == ["V1 journey-broken"])
        let escorted = Self.world { world in
            world.register.households[0].place = "CITY"
            world.addEscort("E1")
            world.visits[0].adults = [.escort("E1")]
        }
        #expect(escorted.said == [])
        let onward = Self.world(back: [JudgeWorld.leg("CITY", "CITY", Self.time("10:30"), Self.time("11:30"))])
        #expect(onward.said == ["V1 journey-broken"])
    }

    @Test("it leads to the gate, which is the video site where the session has one")
    func gate() {
        let moved = Self.world { $0.register.prisons[0].place = "FAR" }
        #expect(moved.said == ["V1 journey-broken"])
        let site = Self.world { world in
            world.register.prisons[0].place = "FAR"
            world.register.templates[0].site = "CITY"
        }
        #expect(site.said == [])
    }

    @Test("nobody is on the way home before the visit is over, and its day is a day of the journey")
    func meeting() {
        #expect(Self.world(back: [Self.road("CITY", "NEAR", "10:29", "11:29")]).said == ["V1 journey-broken"])
        let other = Self.world { $0.visits[0].trip = JudgeWorld.trip(on: Self.saturday + 1) }
        #expect(other.flags.contains { $0.code == .journeyBroken && $0.fact("part") == "day" })
    }

    @Test("a way by road takes the measured time, or one that its length allows")
    func road() {
        // 44.5 km along the great circle, 57.8 km by road, 46 minutes at 75 km/h.
        #expect(Self.world(there: [Self.road("NEAR", "CITY", "08:44", "09:30")]).said == [])
        #expect(
            Self.world(there: [Self.road("NEAR", "CITY", "08:45", "09:30")]).said == ["V1 leg-untrue leg NEAR CITY"])
        let measured = Self.world {
            $0.register.distances = [Distance(from: "CITY", to: "NEAR", metres: 60_000, minutes: 61)]
        }
        let flags = measured.flags
        #expect(JudgeWorld.lines(flags) == ["V1 leg-untrue leg CITY NEAR", "V1 leg-untrue leg NEAR CITY"])
        #expect(flags.first?.fact("least") == "61")
        let unknown = Self.world { $0.register.places[1].coordinate = nil }
        #expect(unknown.said == [], "Nobody knows how far it is.")
    }

    /// A train at 08:40 that is there at 09:20, on Saturdays.
    private static var timetable: Timetable {
        let validity = DayRange(day("2026-12-01"), day("2026-12-31"))
        var service = ServiceDays(within: validity)
        service[saturday] = true
        return Timetable(
            id: "rail", publisher: "invented", zone: "Asia/Shanghai", validity: validity,
            stops: [
                .init(id: "A", name: "A", coordinate: point(31.4)), .init(id: "B", name: "B", coordinate: point(31)),
            ], lines: [.init(name: "K", mode: .rail)], services: [service],
            trips: [.init(id: "K1", line: 0, service: 0, calls: 0..<2)],
            calls: [.init(stop: 0, arrives: 515, departs: 520), .init(stop: 1, arrives: 560, departs: 565)])
    }

    private static func point(_ latitude: Double) -> Coordinate {
        guard let point = Coordinate(latitude: latitude, longitude: 117) else { preconditionFailure("no point") }
        return point
    }

    private static func byTrain(_ trip: String = "K1", _ depart: String = "08:40", _ arrive: String = "09:20")
        -> JudgeWorld
    {
        var ride = JudgeWorld.leg("rail/A", "rail/B", time(depart), time(arrive), mode: .rail)
        ride.trip = trip
        let legs = [
            JudgeWorld.leg("NEAR", "rail/A", time("08:20"), time("08:30")), ride,
            JudgeWorld.leg("rail/B", "CITY", time("09:20"), time("09:30"), mode: .walk),
        ]
        return world(there: legs) { $0.timetables = [timetable] }
    }

    @Test("a ride is in the timetable, at these times, on that day")
    func ride() {
        #expect(Self.byTrain().said == [])
        #expect(Self.byTrain("K1", "08:41").said == ["V1 leg-untrue leg rail/A rail/B"])
        #expect(Self.byTrain("K2").said == ["V1 leg-untrue leg rail/A rail/B"])
        var world = Self.byTrain()
        world.timetables[0].services[0][Self.saturday] = false
        #expect(world.said == ["V1 leg-untrue leg rail/A rail/B"])
        world = Self.byTrain()
        world.timetables[0].calls[0].boards = false
        #expect(world.said == ["V1 leg-untrue leg rail/A rail/B"])
        world.timetables = []
        #expect(world.said == ["V1 leg-untrue leg rail/A rail/B"], "The timetable is not in the store any more.")
    }

    @Test("times of a timetable in another zone are compared as instants")
    func rideInAnotherZone() {
        var world = Self.byTrain()
        world.timetables[0].zone = "Asia/Tokyo"
        #expect(world.said == ["V1 leg-untrue leg rail/A rail/B"])
        world.timetables[0].calls = [
            .init(stop: 0, arrives: 575, departs: 580), .init(stop: 1, arrives: 620, departs: 625),
        ]
        #expect(world.said == [], "Twenty to nine in Shanghai is twenty to ten in Tokyo.")
    }

    @Test("the visits of one journey share its times and its cost, and are its meetings")
    func torn() {
        var world = JudgeWorld()
        world.register.parameters = [Parameter(name: "prison.tables_per_adult", value: "2")]
        world.addEscort("E1")
        world.addFamily("2")
        world.visits = ["1", "2"].map { world.visit("V\($0)", of: $0, companion: .escort("E1")) }
        let meetings = world.visits.map { visit in
            SharedTrip.Meeting(
                session: "SAT@2026-12-05", prison: "W1", prisoner: visit.prisoner, children: visit.children,
                begins: Self.time("10:00"), ends: Self.time("10:30"))
        }
        for position in world.visits.indices { world.visits[position].trip?.shared = SharedTrip(meetings: meetings) }
        #expect(world.said == [])
        world.visits[1].trip?.cents = 5001
        #expect(world.said == ["V2 journey-torn"])
        world.visits[1].trip?.cents = 5000
        world.visits[1].trip?.homeward.legs[0].arrive = Self.time("11:40")
        #expect(world.said == ["V2 journey-torn"])
        world.visits[1].trip?.homeward.legs[0].arrive = Self.time("11:30")
        world.visits[1].session = nil
        #expect(world.said == ["V2 journey-torn"])
        for position in world.visits.indices { world.visits[position].trip?.shared = nil }
        world.visits[1].session = world.visits[0].session
        world.visits[1].trip?.cents = 5001
        #expect(!world.said.contains("V2 journey-torn"), "Each is made on a journey of its own.")
    }
}
