import Testing
import VisitModel
import VisitTravel

/// A world of random places, and random parties and sessions in it.
private struct RandomJourney {
    let planner: TravelPlanner
    let party: TravelParty
    let checkIn: CivilTime
    let release: CivilTime

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let places = (["home", "prison"] as [Identifier<Place>]).map { id in
            Place(
                id: id, name: BilingualText(id.text),
                coordinate: Coordinate(
                    latitude: Double.random(in: 28...36, using: &random),
                    longitude: Double.random(in: 104...112, using: &random)))
        }
        let row = Distance(from: "home", to: "prison", metres: Metres(Int.random(in: 0...900_000, using: &random)))
        planner = TravelPlanner(
            places: places, distances: Bool.random(using: &random) ? [row] : [], parameters: TravelParameters())
        let ages = (0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 0...17, using: &random) }
        party = TravelParty(
            adults: Int.random(in: 1...2, using: &random), childAges: ages,
            needs: Int.random(in: 0..<5, using: &random) == 0 ? [.travelSickness] : [],
            leavesAfter: ClockTime(minutes: Int.random(in: 300...480, using: &random)) ?? .midnight,
            returnsBefore: ClockTime(minutes: Int.random(in: 1080...1440, using: &random)) ?? .endOfDay)
        checkIn = TravelWorld.at(Int.random(in: 7...16, using: &random), Int.random(in: 0...59, using: &random))
        release = checkIn + Minutes(Int.random(in: 30...150, using: &random))
    }

    func option(checkIn: CivilTime? = nil, party: TravelParty? = nil) -> TravelOption? {
        try? planner.trip(
            for: party ?? self.party, from: "home", to: "prison", checkIn: checkIn ?? self.checkIn,
            release: release + ((checkIn ?? self.checkIn) - self.checkIn)
        ).get()
    }
}

@Suite("What holds for every journey")
struct TravelPropertyTests {
    @Test("most of the made-up journeys can be made, and some cannot: else these tests would see little")
    func fullness() {
        let made = (0..<400).count { RandomJourney(seed: UInt64($0)).option() != nil }
        #expect((200..<400).contains(made))
    }

    @Test("a trip's legs are contiguous, arrive by check-in and leave after release", arguments: 0..<400)
    func contiguous(seed: Int) {
        let journey = RandomJourney(seed: UInt64(seed))
        guard let trip = journey.option()?.trip else { return }
        for one in [trip.outbound, trip.homeward] {
            for (a, b) in zip(one.legs, one.legs.dropFirst()) {
                #expect(a.to == b.from && a.arrive <= b.depart)
            }
            #expect(one.legs.allSatisfy { $0.depart <= $0.arrive })
        }
        #expect(trip.outbound.legs.first?.from == "home" && trip.outbound.legs.last?.to == "prison")
        #expect(trip.homeward.legs.first?.from == "prison" && trip.homeward.legs.last?.to == "home")
        #expect(trip.arrives == journey.checkIn)
        #expect(trip.homeward.departs >= journey.release)
        #expect(trip.isHome > trip.arrives)
    }

    @Test("the household's hours and the day's most travel are kept on every day", arguments: 0..<400)
    func limits(seed: Int) {
        let journey = RandomJourney(seed: UInt64(seed))
        guard let trip = journey.option()?.trip else { return }
        let terms = journey.planner.terms(for: journey.party)
        let legs = trip.outbound.legs + trip.homeward.legs
        for day in trip.leavesHome.day.number...trip.isHome.day.number {
            let day = Day(number: day)
            let ofDay = legs.filter { $0.depart.day == day }
            #expect(ofDay.reduce(0) { $0 + ($1.arrive - $1.depart).count } <= terms.dayLimit.count)
            #expect(ofDay.allSatisfy { $0.depart >= CivilTime(day, journey.party.leavesAfter) })
            #expect(ofDay.allSatisfy { $0.arrive <= CivilTime(day, journey.party.returnsBefore) })
        }
        let points = trip.travelMinutes.count + trip.nights * Int(journey.planner.parameters[.nightBurden])
        #expect(journey.option()?.cost == points)
    }

    @Test("a later session never means an earlier leaving of home", arguments: 0..<200)
    func laterDeadline(seed: Int) throws {
        let journey = RandomJourney(seed: UInt64(seed))
        var leaves: CivilTime?
        for later in stride(from: 0, through: 180, by: 7) {
            guard let option = journey.option(checkIn: journey.checkIn + Minutes(later)) else { continue }
            if let leaves {
                #expect(option.trip.leavesHome >= leaves, "seed \(seed), \(later) minutes later")
            }
            leaves = option.trip.leavesHome
        }
        let day = TravelWorld.visitDay
        let early = try journey.planner.journeys(
            from: "home", to: "prison", date: day, arriveBy: ClockTime("10:00"), returnAfter: ClockTime("12:00"))
        let late = try journey.planner.journeys(
            from: "home", to: "prison", date: day, arriveBy: ClockTime("10:01"), returnAfter: ClockTime("12:01"))
        #expect(zip(early.outbound, late.outbound).allSatisfy { $0.departs <= $1.departs })
        #expect(zip(early.homeward, late.homeward).allSatisfy { $0.arrives <= $1.arrives })
    }

    @Test("with the same release, a later check-in never means an earlier leaving of home", arguments: 0..<200)
    func laterCheckIn(seed: Int) throws {
        let journey = RandomJourney(seed: UInt64(seed))
        let route = try journey.planner.route(from: "home", to: "prison")
        let terms = journey.planner.terms(for: journey.party)
        var leaves: CivilTime?
        for later in 0..<30 {
            let schedule = try? route.schedule(
                for: terms, checkIn: journey.checkIn + Minutes(later), release: journey.checkIn + 30
            ).get()
            guard let schedule else { continue }
            if let leaves { #expect(schedule.leavesHome >= leaves, "seed \(seed), \(later) minutes later") }
            leaves = schedule.leavesHome
        }
    }

    @Test("a younger child never pays more, nor has a longer day", arguments: 0..<200)
    func youngerPaysNotMore(seed: Int) {
        let journey = RandomJourney(seed: UInt64(seed))
        for position in journey.party.childAges.indices where journey.party.childAges[position] > 0 {
            var younger = journey.party
            younger.childAges[position] -= 1
            let (before, after) = (journey.planner.terms(for: journey.party), journey.planner.terms(for: younger))
            #expect(2 * after.fullFares + after.halfFares <= 2 * before.fullFares + before.halfFares)
            #expect(after.dayLimit <= before.dayLimit)
        }
    }

    @Test(
        "what is refused has an excess, a sentence in both languages and something that would help", arguments: 0..<400)
    func refusals(seed: Int) {
        let journey = RandomJourney(seed: UInt64(seed))
        let result = journey.planner.trip(
            for: journey.party, from: "home", to: "prison", checkIn: journey.checkIn, release: journey.release)
        guard case .failure(let refusal) = result else { return }
        #expect(refusal.excess.map { $0 > .zero } == true, "seed \(seed)")
        #expect(!refusal.sentence.english.isEmpty && !refusal.sentence.chinese.isEmpty)
        #expect(!refusal.wouldHelp.isEmpty)
    }
}
