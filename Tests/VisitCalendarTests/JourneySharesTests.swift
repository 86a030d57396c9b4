import Testing
import VisitModel

@testable import VisitCalendar

/// Two visits on one journey: what stands with which of them.
@Suite("Visits that share a journey")
struct JourneySharesTests {
    /// A mother in the morning and a father in the afternoon, on one journey from home at seven and back at six.
    private static func visits() throws -> [VisitDetail] {
        var (morning, afternoon) = (try World("v-a", at: "09:30").visit, try World("v-b", at: "15:00").visit)
        afternoon.prisoner = "P2"
        afternoon.prison = "W2"
        let date = morning.date
        func at(_ text: String) throws -> CivilTime { CivilTime(date, try #require(ClockTime(text))) }
        func leg(_ from: Identifier<Place>, _ to: Identifier<Place>, _ depart: String, _ arrive: String) throws
            -> Journey.Leg
        {
            .init(mode: .road, from: from, to: to, depart: try at(depart), arrive: try at(arrive))
        }
        let meetings = try [("P1", "W1", "09:30", "10:00"), ("P2", "W2", "15:00", "15:30")].map {
            prisoner, prison, a, b in
            SharedTrip.Meeting(
                session: Identifier("s-\(prison)"), prison: Identifier(prison), prisoner: Identifier(prisoner),
                children: ["C1", "C2"], begins: try at(a), ends: try at(b))
        }
        let there = try leg("mianyang", "chengdu", "07:00", "09:00")
        let between = try leg("chengdu", "deyang", "11:00", "12:30")
        let home = try leg("deyang", "mianyang", "16:00", "18:00")
        func trip(_ outbound: [Journey.Leg]) -> Trip {
            Trip(
                outbound: Journey(legs: outbound, cents: 9000, isEstimated: true),
                homeward: Journey(legs: [home], cents: 4000, isEstimated: true), nights: 0, cents: 13_000,
                shared: SharedTrip(meetings: meetings))
        }
        (morning.trip, afternoon.trip) = (trip([there]), trip([there, between]))
        return try [morning, afternoon].map { visit in
            var world = try World()
            world.visit = visit
            return world.detail
        }
    }

    @Test("the way there stands with the first, the way between with the second, the way home with the last")
    func shares() throws {
        let visits = try Self.visits()
        // Whatever order the calendar has them in.
        for order in [[0, 1], [1, 0]] {
            let given = order.map { visits[$0] }
            let shares = JourneyShares(given, shown: [0, 1])
            let position = { (visit: Int) in order.firstIndex(of: visit) ?? 0 }
            let first = shares.share(position(0), visits[0].visit.trip)
            #expect(first.begins && first.homeward == nil)
            #expect(first.outbound?.legs.map(\.to) == ["chengdu"])
            let second = shares.share(position(1), visits[1].visit.trip)
            #expect(!second.begins)
            #expect(second.outbound?.legs.map(\.to) == ["deyang"])
            #expect(second.homeward?.legs.map(\.to) == ["mianyang"])
        }
    }

    @Test("where a calendar shows one of them alone, it has the whole journey")
    func alone() throws {
        let visits = try Self.visits()
        let share = JourneyShares(visits, shown: [1]).share(1, visits[1].visit.trip)
        #expect(share.begins)
        #expect(share.outbound == visits[1].visit.trip?.outbound)
        #expect(share.homeward == visits[1].visit.trip?.homeward)
    }

    @Test("a visit that shares nothing has its own journey, and one without a journey none")
    func own() throws {
        let detail = try World().travelling().detail
        let share = JourneyShares([detail], shown: [0]).share(0, detail.visit.trip)
        #expect(share.begins && share.outbound == detail.visit.trip?.outbound)
        let none = JourneyShares([], shown: []).share(0, nil)
        #expect(none.outbound == nil && none.homeward == nil)
    }
}
