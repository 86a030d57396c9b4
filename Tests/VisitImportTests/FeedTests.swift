import Testing
import VisitModel

@testable import VisitImport

@Suite("Timetable feeds")
struct FeedTests {
    private func timetable() throws -> Timetable {
        let reading = try FeedWorld.read()
        #expect(reading.findings.isEmpty, "\(reading.findings.map(\.sentence.english))")
        return try #require(reading.batch?.timetables.first)
    }

    @Test("a feed gives stops with their stations, lines, and who publishes it for which days")
    func facts() throws {
        let timetable = try timetable()
        #expect(timetable.id == "feed")
        #expect(timetable.publisher == "Invented")
        #expect(timetable.zone == "Asia/Shanghai")
        #expect(timetable.validity.description == "2026-03-01…2026-03-31")
        #expect(timetable.stops.map(\.name) == ["Old Town, Central", "Old Town 1", "Old Town 2", "Middle", "End"])
        #expect(timetable.stops.map(\.station) == [nil, 0, 0, nil, nil])
        #expect(timetable.stops.map(\.platform) == [nil, "1", "2", nil, nil])
        #expect(timetable.stops.map(\.isAccessible) == [nil, true, false, nil, nil])
        #expect(timetable.lines.map(\.name) == ["K1", "Shuttle"])
        #expect(timetable.lines.map(\.mode) == [.rail, .bus])
        #expect(timetable.lines.map(\.fare) == [nil, 250])
        #expect(timetable.currency == "CNY")
        #expect(timetable.links.map(\.minutes) == [5, nil])
    }

    @Test("times pass midnight, departures are rounded down and arrivals up, and what is left out is filled in")
    func times() throws {
        let timetable = try timetable()
        let trip = try #require(timetable.trips.first)
        #expect(trip.number == "K11")
        #expect(trip.isAccessible == true)
        let calls = timetable.calls[trip.calls]
        // 23:30, 24:00, 24:30 and a minute each.
        #expect(calls.map { Int($0.departs) } == [1410, 1440, 1470])
        #expect(calls.map { Int($0.arrives) } == [1411, 1441, 1471])
        #expect(calls.map(\.boards) == [true, true, false])
    }

    @Test("a service runs on its weekdays, besides on single days, and not on others")
    func services() throws {
        let timetable = try timetable()
        let weekdays = timetable.services[timetable.trips[0].service]
        let running = DayRange(Day("2026-03-01") ?? Day(number: 0), Day("2026-03-09") ?? Day(number: 0))
            .filter { weekdays[$0] }.map(\.description)
        #expect(running == ["2026-03-02", "2026-03-03", "2026-03-05", "2026-03-06", "2026-03-09"])
        #expect(timetable.services[timetable.trips[1].service].span?.description == "2026-03-07")
    }

    @Test("a trip that runs every half hour is written out, and its times are approximate")
    func frequencies() throws {
        let timetable = try timetable()
        let buses = timetable.trips.filter { timetable.lines[$0.line].mode == .bus }
        #expect(buses.map(\.id) == ["F@6:00", "F@6:30", "F@7:00"])
        #expect(buses.allSatisfy { $0.isApproximate })
        let arrivals = buses.map { Int(timetable.calls[$0.calls.upperBound - 1].arrives) }
        #expect(arrivals == [380, 410, 440])
    }

    @Test("stop times in any order give the same timetable")
    func order() throws {
        let text = try #require(FeedWorld.files["stop_times.txt"])
        var rows = text.split(separator: "\n").map(String.init)
        let heading = rows.removeFirst()
        let turned = try FeedWorld.read(["stop_times.txt": ([heading] + rows.reversed()).joined(separator: "\n")])
        let (turnedTimetable, plain) = (try #require(turned.batch?.timetables.first), try timetable())
        func shown(_ timetable: Timetable) -> [String] {
            timetable.trips.map { trip in
                "\(trip.id) \(timetable.calls[trip.calls].map { "\($0.stop) \($0.arrives) \($0.departs)" })"
            }.sorted()
        }
        #expect(shown(turnedTimetable) == shown(plain))
    }

    /// A change of one file, and where and what the finding is that it leads to.
    static let flaws: [(change: [String: String?], place: String, code: FaultCode)] = [
        (["stops.txt": nil], "feed", .missingFile),
        (["calendar.txt": nil, "calendar_dates.txt": nil], "feed", .missingFile),
        (["trips.txt": "route_id,trip_id\nR,T1\n"], "trips.txt:1", .missingHeading),
        (FeedWorld.replacing("E,3", with: "X,3", in: "stop_times.txt"), "stop_times.txt:4:4", .unknownReference),
        (FeedWorld.replacing("E,3", with: "S,3", in: "stop_times.txt"), "stop_times.txt:4:4", .unknownReference),
        (FeedWorld.replacing("T2,11:05", with: "T2,09:05", in: "stop_times.txt"), "stop_times.txt:6", .wrongOrder),
        (FeedWorld.replacing("T2,11:05:00", with: "T2,soon", in: "stop_times.txt"), "stop_times.txt:6:2", .invalidTime),
        (FeedWorld.replacing(",9,,", with: ",5,,", in: "stop_times.txt"), "stop_times.txt:6", .repeatedID),
        (FeedWorld.replacing("1,1,1,1,1,0,0", with: "0,0,0,0,0,0,0", in: "calendar.txt"), "calendar.txt:2", .noDays),
        (FeedWorld.replacing("20260302", with: "20260231", in: "calendar.txt"), "calendar.txt:2:9", .noSuchDay),
        (FeedWorld.replacing("20260302", with: "2 March", in: "calendar.txt"), "calendar.txt:2:9", .invalidDate),
        (FeedWorld.replacing("30.50,110.00", with: "0.0,0.0", in: "stops.txt"), "stops.txt:5:3", .unlikely),
        (FeedWorld.replacing("30.50,110.00", with: "110.00,30.50", in: "stops.txt"), "stops.txt:5:3", .outOfRange),
        (FeedWorld.replacing("R,WK", with: "Q,WK", in: "trips.txt"), "trips.txt:2:1", .unknownReference),
        (FeedWorld.replacing("1800", with: "0", in: "frequencies.txt"), "frequencies.txt:2:4", .outOfRange),
        (FeedWorld.replacing("Asia/Shanghai", with: "Asia/Nowhere", in: "agency.txt"), "agency.txt:2:4", .invalidZone),
    ]

    @Test("what is wrong is told by file and line, and nothing is imported", arguments: flaws.indices)
    func flaw(index: Int) throws {
        let (change, place, code) = Self.flaws[index]
        let reading = try FeedWorld.read(change)
        #expect(reading.batch == nil)
        let errors = reading.findings.filter { $0.severity == .error }
        let places = errors.map { "\($0.code) \($0.location?.description ?? "")" }
        #expect(
            errors.contains { $0.code == code.rawValue && $0.location?.description.hasSuffix("/" + place) ?? false },
            "\(places)")
        for finding in reading.findings {
            #expect(finding.advice?.english.hasPrefix("Perhaps") ?? false, "\(finding.sentence.english)")
        }
    }

    @Test("latitude and longitude that are exchanged in a feed where both could be either are found")
    func exchanged() throws {
        let text = "stop_id,stop_name,stop_lat,stop_lon\n"
        let stops = "S1,a,30,50\nS2,b,30.1,50\nM,c,50,30\nE,d,31,50\n"
        let reading = try FeedWorld.read(["stops.txt": text + stops, "transfers.txt": nil])
        // 50 N 30 E is 2,700 km from 30 N 50 E: far, but not far enough to be sure.
        #expect(!reading.findings.contains { $0.code == FaultCode.unlikely.rawValue })
        let far = try FeedWorld.read(["stops.txt": text + stops.replacing("50", with: "75"), "transfers.txt": nil])
        #expect(far.findings.contains { $0.code == FaultCode.unlikely.rawValue && $0.location?.line == 4 })
    }

    @Test("a leg that no vehicle can make is a warning, and the feed is imported all the same")
    func implausible() throws {
        let reading = try FeedWorld.read(
            FeedWorld.replacing("T2,11:05:00,11:05:00", with: "T2,10:05:00,10:05:00", in: "stop_times.txt"))
        #expect(reading.findings.map(\.code) == [FaultCode.implausibleLeg.rawValue])
        #expect(reading.findings.first?.severity == .warning)
        #expect(reading.findings.first?.location?.line == 6)
        #expect(reading.batch?.timetables.count == 1)
    }

    @Test("a trip of a service that no calendar holds is left out, with a warning")
    func strayTrip() throws {
        let reading = try FeedWorld.read(FeedWorld.replacing("R,SP", with: "R,GONE", in: "trips.txt"))
        #expect(reading.findings.map(\.code) == [FaultCode.noDays.rawValue])
        #expect(reading.batch?.timetables.first?.trips.map(\.id) == ["T1", "F@6:00", "F@6:30", "F@7:00"])
    }
}
