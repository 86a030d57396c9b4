import Testing
import VisitModel

@testable import VisitTravel

@Suite("Journeys by timetable")
struct JourneySearchTests {
    private typealias W = TimetableWorld

    /// Home station, a middle one, and the prison's town; a slow direct train and two quicker ones with a change.
    private static func line() -> (world: TimetableWorld, home: Int, middle: Int, end: Int) {
        var world = TimetableWorld()
        let home = world.stop("H", km: 0)
        let middle = world.stop("M", km: 100)
        let end = world.stop("E", km: 200)
        world.trip("D1", [(home, 360), (middle, 420), (end, 540)])
        world.trip("G1", [(home, 420), (middle, 450)])
        world.trip("G2", [(middle, 465), (end, 500)])
        world.trip("G3", [(end, 900), (middle, 940)])
        world.trip("G4", [(middle, 945), (home, 980)])
        world.trip("G5", [(middle, 960), (home, 990)])
        world.trip("D2", [(end, 1380), (home, 1560)])
        return (world, home, middle, end)
    }

    private static func search(_ world: TimetableWorld, _ settings: [String: String] = [:]) -> JourneySearch {
        let parameters = TravelParameters(
            settings.sorted { $0.key < $1.key }.map { Parameter(name: $0.key, value: $0.value) })
        return JourneySearch(Network([world.timetable()], parameters: parameters), parameters: parameters)
    }

    private static func told(_ journeys: [Journey]) -> [String] {
        journeys.map { journey in
            "\(journey.departs.clock)–\(journey.arrives.clock) \(journey.legs.compactMap(\.route).joined(separator: "+"))"
        }
    }

    @Test("the direct train, and the later one with a change")
    func pareto() {
        let (world, home, _, end) = Self.line()
        var search = Self.search(world)
        let journeys = search.arriving(
            from: world.place("home", at: home), to: world.place("gate", at: end), by: W.at(9))
        #expect(Self.told(journeys) == ["06:00–09:00 D1", "07:00–08:20 G1+G2"])
        #expect(journeys.map(\.boardings) == [1, 2])
        #expect(!journeys.contains { $0.isEstimated })
    }

    @Test("a change takes its minutes: the train five minutes later is missed")
    func change() {
        let (world, home, _, end) = Self.line()
        let (from, to) = (world.place("gate", at: end), world.place("home", at: home))
        var search = Self.search(world)
        #expect(
            Self.told(search.leaving(from: from, to: to, after: W.at(14))) == ["23:00–02:00 D2", "15:00–16:30 G3+G5"])
        var hasty = Self.search(world, ["travel.change_minutes": "5"])
        #expect(
            Self.told(hasty.leaving(from: from, to: to, after: W.at(14))) == ["23:00–02:00 D2", "15:00–16:20 G3+G4"])
    }

    @Test("a train that runs past midnight is found from the day on which it set out, and from the next")
    func midnight() {
        let (world, home, _, end) = Self.line()
        var search = Self.search(world)
        let journeys = search.arriving(
            from: world.place("gate", at: end), to: world.place("home", at: home), by: W.at(2, 30))
        #expect(Self.told(journeys) == ["23:00–02:00 D2"])
        #expect(journeys.first?.departs == W.at(23, day: -1))
    }

    @Test("after the last train there is none; before the first one neither")
    func lastTrain() {
        let (world, home, _, end) = Self.line()
        var search = Self.search(world)
        let (a, b) = (world.place("home", at: home), world.place("gate", at: end))
        #expect(search.leaving(from: b, to: a, after: W.at(23, 1)).isEmpty)
        #expect(search.arriving(from: a, to: b, by: W.at(8, 19)).isEmpty)
        #expect(!search.arriving(from: a, to: b, by: W.at(8, 20)).isEmpty)
    }

    @Test("a line that comes by a stop twice is boarded at the later time")
    func loop() {
        var world = TimetableWorld()
        let (a, b, c) = (world.stop("A", km: 0), world.stop("B", km: 10), world.stop("C", km: 20))
        world.trip("L", [(a, 480), (b, 500), (a, 520), (c, 560)])
        var search = Self.search(world)
        let journeys = search.arriving(from: world.place("home", at: a), to: world.place("gate", at: c), by: W.at(10))
        #expect(Self.told(journeys) == ["08:40–09:20 L"])
    }

    @Test("two stations of one city are joined by a way across it, marked as an estimate")
    func twoStations() throws {
        var world = TimetableWorld()
        let (home, north) = (world.stop("H", km: 0), world.stop("North", km: 300))
        let (south, end) = (world.stop("South", km: 312), world.stop("E", km: 400))
        world.trip("G1", [(home, 420), (north, 500)])
        world.trip("G2", [(south, 560), (end, 600)])
        world.trip("G3", [(south, 580), (end, 620)])
        var search = Self.search(world)
        let journeys = search.arriving(
            from: world.place("home", at: home), to: world.place("gate", at: end), by: W.at(12))
        // 12 km × 1.3 at 25 km/h are 38 minutes, and 30 besides: 09:28. The train at 09:20 is gone.
        let journey = try #require(journeys.first)
        #expect(Self.told(journeys) == ["07:00–10:20 G1+G3"])
        #expect(journey.legs.map(\.mode) == [.rail, .road, .rail])
        #expect(journey.legs.map(\.isEstimated) == [false, true, false])
        #expect(journey.isEstimated)
    }

    @Test("where the feed forbids a change nobody changes")
    func forbidden() {
        var (world, home, middle, end) = Self.line()
        world.link(middle, middle, nil)
        var search = Self.search(world)
        let journeys = search.arriving(
            from: world.place("home", at: home), to: world.place("gate", at: end), by: W.at(9))
        #expect(Self.told(journeys) == ["06:00–09:00 D1"])
    }

    @Test("the ways to the first stop and from the last are part of the journey")
    func access() throws {
        let (world, home, _, end) = Self.line()
        var search = Self.search(world)
        let journeys = search.arriving(
            from: world.place("home", at: home, beyond: 0.5), to: world.place("gate", at: end, beyond: 10),
            by: W.at(10))
        let journey = try #require(journeys.last)
        #expect(journey.legs.map(\.mode) == [.walk, .rail, .rail, .road])
        #expect(journey.legs.first?.from == "home")
        #expect(journey.legs.last?.to == "gate")
        // 650 m at 4 km/h; 13 km at 30 km/h and 20 minutes besides.
        #expect(journey.departs == W.at(6, 50))
        #expect(journey.arrives == W.at(9, 6))
        for (leg, next) in zip(journey.legs, journey.legs.dropFirst()) {
            #expect(leg.arrive <= next.depart)
            #expect(leg.to == next.from)
        }
    }

    @Test("a trip that takes no wheelchair is not offered to one, and one of unknown build is")
    func wheelchair() {
        var world = TimetableWorld()
        let (a, b) = (world.stop("A", km: 0), world.stop("B", km: 50))
        world.trip("old", [(a, 500, 500), (b, 550, 550)], isAccessible: false)
        world.trip("unknown", [(a, 480, 480), (b, 530, 530)])
        var search = Self.search(world)
        let (home, gate) = (world.place("home", at: a), world.place("gate", at: b))
        #expect(Self.told(search.arriving(from: home, to: gate, by: W.at(10))) == ["08:20–09:10 old"])
        #expect(
            Self.told(search.arriving(from: home, to: gate, by: W.at(10), accessible: true))
                == ["08:00–08:50 unknown"])
    }

    @Test("a line's own fare is taken, otherwise one by length, and by the line's name where the operator has one")
    func fares() {
        var world = TimetableWorld()
        let (a, b, c) = (world.stop("A", km: 0), world.stop("B", km: 100), world.stop("C", km: 110))
        world.trip("G1", [(a, 480), (b, 520)])
        world.trip("12", [(b, 540), (c, 560)], line: 1)
        let (home, gate) = (world.place("home", at: a), world.place("gate", at: c))
        var search = Self.search(world)
        // 100 km at 0.46, and the bus for 2.00.
        let usual = search.arriving(from: home, to: gate, by: W.at(10)).first?.cents.count ?? 0
        #expect(abs(usual - 4800) <= 20)
        var cheap = Self.search(world, ["travel.fare.G": "30"])
        let other = cheap.arriving(from: home, to: gate, by: W.at(10)).first?.cents.count ?? 0
        #expect(abs(other - 3200) <= 20)
    }

    @Test("two feeds are one network")
    func merged() {
        var (a, b) = (TimetableWorld(), TimetableWorld())
        let (home, change) = (a.stop("H", km: 0), a.stop("X", km: 100))
        a.trip("G1", [(home, 480), (change, 520)])
        let (near, end) = (b.stop("X2", km: 100.2), b.stop("E", km: 180))
        b.trip("B1", [(near, 560), (end, 600)], line: 1)
        let network = Network([a.timetable("rail"), b.timetable("bus")], parameters: TravelParameters())
        var search = JourneySearch(network, parameters: TravelParameters())
        let journeys = search.arriving(from: a.place("home", at: home), to: b.place("gate", at: end), by: W.at(11))
        #expect(Self.told(journeys) == ["08:00–10:00 G1+B1"])
        #expect(journeys.first?.legs.map(\.mode) == [.rail, .walk, .bus])
        #expect(journeys.first?.legs.map(\.to) == ["rail/X", "bus/X2", "bus/E"])
    }

    @Test("outside its days a timetable says nothing, and days with the same trains are told to be alike")
    func days() {
        let (world, home, _, end) = Self.line()
        var search = Self.search(world)
        let beyond = CivilTime(W.day + 60, .endOfDay) - 600
        #expect(
            search.arriving(from: world.place("home", at: home), to: world.place("gate", at: end), by: beyond).isEmpty)
        #expect(search.pattern(of: W.day) == search.pattern(of: W.day + 5))
        #expect(search.pattern(of: W.day + 60) == nil)
    }
}
