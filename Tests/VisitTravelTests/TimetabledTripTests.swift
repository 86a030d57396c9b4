import Testing
import VisitModel

@testable import VisitTravel

@Suite("Trips by timetable")
struct TimetabledTripTests {
    private typealias W = TimetableWorld

    /// 300 km by train: there at 07:00–09:00 and 17:00–19:00, back at 16:00–18:00 and 09:30–11:30.
    private static func finder(_ settings: [String: String] = [:], _ change: (inout TimetableWorld) -> Void = { _ in })
        -> TripFinder
    {
        var world = TimetableWorld()
        let (home, end) = (world.stop("H", km: 0), world.stop("E", km: 300))
        world.trip("G1", [(home, 420), (end, 540)])
        world.trip("G3", [(home, 1020), (end, 1140)])
        world.trip("G2", [(end, 960), (home, 1080)])
        world.trip("G4", [(end, 570), (home, 690)])
        change(&world)
        let parameters = TravelParameters(
            settings.sorted { $0.key < $1.key }.map { Parameter(name: $0.key, value: $0.value) })
        let planner = TravelPlanner(
            places: [world.place("home", at: home), world.place("gate", at: end)], distances: [],
            parameters: parameters)
        return TripFinder(planner, timetables: [world.timetable()])
    }

    private static func trip(
        _ finder: TripFinder, _ party: TravelParty = TravelParty(adults: 1, childAges: [8]), from begins: CivilTime,
        minutes: Minutes = 60, day: Int = 0
    ) -> Result<TravelOption, TravelRefusal> {
        var finder = finder
        return finder.trip(for: party, from: "home", to: "gate", checkIn: begins - 30, release: begins + minutes)
    }

    @Test("there and back on one day where trains allow it")
    func sameDay() throws {
        let option = try Self.trip(Self.finder(), from: W.at(14)).get()
        #expect(option.trip.nights == 0)
        #expect(option.trip.leavesHome == W.at(7))
        #expect(option.trip.isHome == W.at(18))
        #expect(option.trip.outbound.legs.map(\.trip) == ["G1"])
        #expect(!option.trip.isEstimated)
        // 300 km at 0.46 each way; the child pays half.
        #expect(abs(option.money.count - 2 * (13_800 + 6900)) < 100)
    }

    @Test("a session before the first train needs a night before it")
    func nightBefore() throws {
        let option = try Self.trip(Self.finder(), from: W.at(9)).get()
        #expect(option.trip.nights == 1)
        #expect(option.trip.leavesHome == W.at(17, day: -1))
        #expect(option.trip.isHome == W.at(18))
    }

    @Test("after the last train one stays a night and goes home in the morning")
    func nightAfter() throws {
        let option = try Self.trip(Self.finder(), from: W.at(15, 30)).get()
        #expect(option.trip.nights == 1)
        #expect(option.trip.leavesHome == W.at(7))
        #expect(option.trip.isHome == W.at(11, 30, day: 1))
    }

    @Test("where the operator allows no night, the refusal says so")
    func noNights() {
        let finder = Self.finder(["travel.max_nights.under_14": "0"])
        guard case .failure(let refusal) = Self.trip(finder, from: W.at(9)) else {
            Issue.record("The trip takes a night.")
            return
        }
        #expect(refusal.limit == .nights(needed: 1, allowed: 0))
        #expect(refusal.sentence.english.contains("1 more than the 0"))
        #expect(!refusal.wouldHelp.isEmpty)
    }

    @Test("a child of four does not change trains as often as the only way asks, and the refusal says by how much")
    func boardings() {
        let finder = Self.finder(["travel.max_boardings.under_6": "1"]) { world in
            for index in (0..<world.tripCount).reversed() { world = world.without(trip: index) }
            let middle = world.stop("M", km: 150)
            world.trip("A", [(0, 420), (middle, 480)])
            world.trip("B", [(middle, 500), (1, 560)])
            world.trip("C", [(1, 960), (middle, 1020)])
            world.trip("D", [(middle, 1040), (0, 1100)])
        }
        guard case .failure(let refusal) = Self.trip(finder, TravelParty(adults: 1, childAges: [4]), from: W.at(14))
        else {
            Issue.record("Two trains are one too many.")
            return
        }
        #expect(refusal.limit == .boardings(needed: 2, allowed: 1))
        #expect(refusal.facts.contains(Refusal.Fact("needed", "2")))
    }

    @Test("beyond the timetable's days the trip is estimated and says so")
    func beyond() throws {
        var finder = Self.finder()
        let begins = CivilTime(W.day + 60, .midnight) + 14 * 60
        let option = try finder.trip(
            for: TravelParty(adults: 1, childAges: [8]), from: "home", to: "gate", checkIn: begins - 30,
            release: begins + 60
        ).get()
        #expect(option.trip.isEstimated)
        #expect(finder.kind(of: W.day) == finder.kind(of: W.day + 3))
        #expect(finder.kind(of: W.day) != finder.kind(of: W.day + 60))
    }

    @Test("two days of one kind give the same trip but for the date")
    func kinds() throws {
        var finder = Self.finder()
        let party = TravelParty(adults: 1, childAges: [8])
        let first = try finder.trip(
            for: party, from: "home", to: "gate", checkIn: W.at(13), release: W.at(15)
        ).get()
        let later = try finder.trip(
            for: party, from: "home", to: "gate", checkIn: W.at(13, day: 4), release: W.at(15, day: 4)
        ).get()
        #expect(later.trip.leavesHome - first.trip.leavesHome == Minutes(4 * 1440))
        #expect(later.cost == first.cost)
    }

    @Test("who misses a train is told the next way on, or that there is none on that day")
    func missed() throws {
        var finder = Self.finder { world in world.trip("G1b", [(0, 480), (1, 600)]) }
        let found = try finder.journeys(
            from: "home", to: "gate", date: W.day, arriveBy: W.at(9).clock, returnAfter: W.at(14).clock)
        let morning = finder.afterMissing(try #require(found.outbound.first), to: "gate")
        #expect(morning.map(\.route) == ["G1"])
        #expect(morning.map(\.stop) == ["H"])
        #expect(morning.first?.next?.legs.map(\.route) == ["G1b"])
        #expect(morning.first?.next?.arrives == W.at(10))
        let evening = finder.afterMissing(try #require(found.homeward.first), to: "home")
        #expect(evening.map(\.route) == ["G2"])
        #expect(evening.first?.next == nil)
    }

    @Test("a train that is hours too early loses to the road where that is short")
    func road() throws {
        var world = TimetableWorld()
        let (home, end) = (world.stop("H", km: 0), world.stop("E", km: 40))
        world.trip("early", [(home, 390), (end, 420)])
        world.trip("late", [(end, 1200), (home, 1230)])
        let planner = TravelPlanner(
            places: [world.place("home", at: home), world.place("gate", at: end)], distances: [],
            parameters: TravelParameters())
        let finder = TripFinder(planner, timetables: [world.timetable()])
        let noon = try Self.trip(finder, from: W.at(14)).get()
        #expect(noon.trip.outbound.boardings == 0)
        #expect(noon.trip.isEstimated)
        let morning = try Self.trip(finder, from: W.at(7, 30), minutes: 12 * 60).get()
        #expect(morning.trip.outbound.legs.compactMap(\.trip) == ["early"])
    }
}
