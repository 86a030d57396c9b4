import GRDB
import Testing
import VisitModel

@testable import VisitStore

@Suite("Timetables in the store")
struct TimetableTests {
    private static let monday = Day(number: 20_514)

    /// Two stops of one station and one far away, a line each way, and everything that can be left out once there and
    /// once not.
    static func timetable(_ id: Identifier<Timetable> = "rail") throws -> Timetable {
        var days = ServiceDays(within: DayRange(from: monday, days: 100))
        (days[monday], days[monday + 70]) = (true, true)
        let point = try #require(Coordinate(latitude: -30.026, longitude: 110.5))
        return Timetable(
            id: id, publisher: "虚构铁路", zone: "Asia/Shanghai", validity: DayRange(from: monday, days: 90),
            currency: "CNY",
            stops: [
                .init(id: "S", name: "Old Town", coordinate: point),
                .init(id: "S1", name: "老城", coordinate: point, station: 0, platform: "1", isAccessible: false),
                .init(id: "E", name: "End", coordinate: point, isAccessible: true),
            ],
            lines: [.init(name: "K1", mode: .rail, fare: 250), .init(name: "Shuttle", mode: .bus)],
            services: [days],
            trips: [
                .init(id: "T1", number: "K11", line: 0, service: 0, calls: 0..<2, isAccessible: true),
                .init(id: "T2", line: 1, service: 0, calls: 2..<4, isApproximate: true),
            ],
            calls: [
                .init(stop: 1, arrives: 0, departs: 1430), .init(stop: 2, arrives: 1500, departs: 1499, boards: false),
                .init(stop: 2, arrives: 3, departs: 4, alights: false), .init(stop: 0, arrives: 400, departs: 400),
            ],
            links: [.init(from: 0, to: 2, minutes: 7), .init(from: 1, to: 1, minutes: nil)])
    }

    private func batch(_ timetables: [Timetable]) -> ImportBatch {
        ImportBatch(register: Register(), timetables: timetables, sources: [])
    }

    @Test("a timetable comes back as it was stored, and storing it again writes nothing")
    func roundTrip() throws {
        try World.withStore { store, _ in
            let timetable = try Self.timetable()
            let first = try store.store(batch([timetable]), at: World.moment)
            #expect(first.tables == [.init(name: "timetables", added: ["rail"], changed: [], unchanged: 0)])
            let revision = try store.dataRevision()
            #expect(try store.timetables() == [timetable])
            #expect(try store.view(for: .everything).snapshot().timetables == [timetable])
            #expect(try store.store(batch([timetable]), at: World.moment).isEmpty)
            #expect(try store.dataRevision() == revision)
        }
    }

    @Test("a newer feed of the same name takes the place of the older one")
    func replaced() throws {
        try World.withStore { store, _ in
            var timetable = try Self.timetable()
            _ = try store.store(batch([timetable, try Self.timetable("tram")]), at: World.moment)
            timetable.trips.removeLast()
            timetable.validity = DayRange(from: Self.monday, days: 30)
            let summary = try store.store(batch([timetable]), at: World.moment)
            #expect(summary.tables.first?.changed == [.init(id: "rail", fields: ["lastDay", "content"])])
            #expect(try store.timetables() == [timetable, try Self.timetable("tram")])
        }
    }

    @Test("damaged bytes are reported and never read past their end", arguments: 0..<60)
    func damaged(seed: Int) throws {
        var writer = TimetableWriter()
        let timetable = try Self.timetable()
        writer.write(timetable)
        var bytes = writer.bytes
        var random = SeededRandom(seed: UInt64(seed))
        if seed % 2 == 0 {
            bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        } else {
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        var reader = TimetableReader(bytes)
        let read = reader.read(
            id: timetable.id, publisher: timetable.publisher, zone: timetable.zone, timetable.validity,
            timetable.currency)
        if seed % 2 == 0 {
            #expect(read == nil)
        } else if let read {
            #expect(read.trips.allSatisfy { $0.calls.upperBound <= read.calls.count })
        }
    }
}
