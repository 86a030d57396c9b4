import Testing
import VisitModel

@testable import VisitTravel

/// What must hold of every timetable, tried on many made by chance.
@Suite("Scans, by property")
struct ScanPropertyTests {
    private static let boardings = 4

    private static func made(_ seed: UInt64) -> (world: TimetableWorld, network: Network, table: DayTable) {
        let world = TimetableWorld.random(seed: seed)
        let network = Network([world.timetable()], parameters: TravelParameters())
        return (world, network, DayTable(network, on: TimetableWorld.day, accessible: false))
    }

    private static func scan(_ network: Network, _ table: DayTable, to stop: Int, by deadline: Int) -> Scan {
        Scan(
            table, of: network, to: [.init(stop: stop, minutes: 5)], by: [deadline], boardings: boardings)
    }

    @Test("a scan finds exactly the departures that a search of everything finds", arguments: 0..<150)
    func exact(seed: Int) {
        let (_, network, table) = Self.made(UInt64(seed))
        let slow = ExactSearch(network, table)
        for deadline in [700, 1100, 1600] {
            let target = deadline % network.stops.count
            let expected = slow.departures(
                to: [.init(stop: target, minutes: 5)], by: deadline, boardings: Self.boardings)
            let scan = Self.scan(network, table, to: target, by: deadline)
            for count in 1...Self.boardings {
                var most: [Int?] = Array(repeating: nil, count: network.stops.count)
                // At most so many boardings: the best of all smaller numbers.
                for answers in expected.prefix(count) {
                    for stop in most.indices {
                        if let time = answers[stop] { most[stop] = max(most[stop] ?? .min, time) }
                    }
                }
                let found = network.stops.indices.map { scan.latest(from: $0, boardings: count) }
                #expect(found == most, "seed \(seed), by \(deadline), \(count) boardings")
            }
        }
    }

    @Test("home again is the mirror: exactly the earliest arrivals", arguments: 0..<80)
    func mirrored(seed: Int) {
        let (_, network, table) = Self.made(UInt64(seed))
        let mirrored = table.mirrored()
        for release in [500, 900] {
            let scan = Scan(
                mirrored, of: network, to: [.init(stop: 0, minutes: 5)], by: [-release], boardings: Self.boardings)
            for stop in network.stops.indices {
                for count in 1...Self.boardings {
                    guard let time = scan.latest(from: stop, boardings: count) else { continue }
                    // From the stop of release, by exactly that arrival, there is a departure that is not too early; by a
                    // minute less there is none.
                    let there = Self.latest(network, table, from: 0, to: stop, by: -time, count)
                    let sooner = Self.latest(network, table, from: 0, to: stop, by: -time - 1, count)
                    #expect(there.map { $0 >= release + 5 } ?? false, "seed \(seed)")
                    #expect(!(sooner.map { $0 >= release + 5 } ?? false), "seed \(seed)")
                }
            }
        }
    }

    @Test("the sessions of a day, in one scan, are answered as each of them alone", arguments: 0..<80)
    func together(seed: Int) {
        let (_, network, there) = Self.made(UInt64(seed))
        for (table, deadlines) in [(there, [1600, 700, 1100, 1101]), (there.mirrored(), [-500, -900, -501])] {
            let scan = Scan(
                table, of: network, to: [.init(stop: 0, minutes: 5)], by: deadlines, boardings: Self.boardings)
            #expect(scan.deadlines == deadlines.sorted(by: >))
            for (lane, deadline) in scan.deadlines.enumerated() {
                let alone = Self.scan(network, table, to: 0, by: deadline)
                for stop in network.stops.indices {
                    for count in 1...Self.boardings {
                        #expect(
                            scan.latest(from: stop, boardings: count, lane: lane)
                                == alone.latest(from: stop, boardings: count), "seed \(seed), by \(deadline)")
                        guard alone.latest(from: stop, boardings: count) != nil else { continue }
                        #expect(
                            scan.rides(from: stop, boardings: count, lane: lane, in: table)
                                == alone.rides(from: stop, boardings: count, in: table), "seed \(seed)")
                    }
                }
            }
        }
    }

    private static func latest(
        _ network: Network, _ table: DayTable, from: Int, to: Int, by deadline: Int, _ count: Int
    ) -> Int? {
        Scan(table, of: network, to: [.init(stop: to, minutes: 0)], by: [deadline], boardings: boardings)
            .latest(from: from, boardings: count)
    }

    @Test("a later deadline never asks for an earlier departure, and a boarding more neither", arguments: 0..<60)
    func monotone(seed: Int) {
        let (_, network, table) = Self.made(UInt64(seed))
        var before: [Int] = Array(repeating: .min, count: network.stops.count * Self.boardings)
        for deadline in stride(from: 400, through: 1700, by: 100) {
            let scan = Self.scan(network, table, to: 0, by: deadline)
            for stop in network.stops.indices {
                var fewer = Int.min
                for count in 1...Self.boardings {
                    let time = scan.latest(from: stop, boardings: count) ?? .min
                    let place = stop * Self.boardings + count - 1
                    #expect(time >= before[place] && time >= fewer, "seed \(seed)")
                    (before[place], fewer) = (time, time)
                }
            }
        }
    }

    @Test("taking a trip away never makes a journey better", arguments: 0..<60)
    func fewerTrips(seed: Int) {
        let (world, network, table) = Self.made(UInt64(seed))
        let whole = Self.scan(network, table, to: 0, by: 1200)
        let poorer = Network(
            [world.without(trip: seed % world.tripCount).timetable()], parameters: TravelParameters())
        let scan = Self.scan(
            poorer, DayTable(poorer, on: TimetableWorld.day, accessible: false), to: 0, by: 1200)
        // Without its only train a stop is no station, and its links across the city go with it: never more.
        for stop in network.stops.indices {
            for count in 1...Self.boardings {
                let (a, b) = (whole.latest(from: stop, boardings: count), scan.latest(from: stop, boardings: count))
                #expect((b ?? .min) <= (a ?? .min), "seed \(seed)")
            }
        }
    }

    @Test(
        "the legs of a journey follow each other, exist in the timetable, and are as many as said", arguments: 0..<100)
    func legs(seed: Int) throws {
        let (world, network, table) = Self.made(UInt64(seed))
        let scan = Self.scan(network, table, to: 0, by: 1300)
        for stop in network.stops.indices {
            for count in 1...Self.boardings {
                guard let time = scan.latest(from: stop, boardings: count) else { continue }
                let rides = scan.rides(from: stop, boardings: count, in: table)
                let (first, last) = (try #require(rides.first), try #require(rides.last))
                #expect(rides.count <= count)
                #expect(table.connections[first.first].from == Int32(stop))
                #expect(Int(table.connections[first.first].departs) == time)
                #expect(table.connections[last.last].to == 0)
                #expect(Int(table.connections[last.last].arrives) <= 1300 - 5)
                for (ride, next) in zip(rides, rides.dropFirst()) {
                    let (off, on) = (table.connections[ride.last], table.connections[next.first])
                    let way =
                        off.to == on.from
                        ? Int(network.changeMinutes[Int(off.to)])
                        : network.outgoing[Int(off.to)].first { $0.stop == on.from }.map { Int($0.minutes) }
                    #expect(Int(on.departs) - Int(off.arrives) >= (try #require(way)), "seed \(seed)")
                }
                for ride in rides {
                    let run = table.runs[ride.run]
                    #expect((Int(run.first)..<Int(run.first + run.count)).contains(ride.first))
                    #expect((ride.first..<Int(run.first + run.count)).contains(ride.last))
                }
            }
        }
        #expect(world.tripCount > 0)
    }
}
