import Testing
import VisitApplication
import VisitModel
import VisitStore
import VisitTestSupport
import VisitTravel

/// A main line of eight stations with forty-eight trains, as a traveller reads it from the printed timetable: the train to
/// take is found by running a finger down the column. Stations are real, trains and times are made up.
@Suite("A main line's timetable")
struct PrintedTimetableTests {
    private static let stations = ["北京西", "涿州东", "高碑店东", "保定东", "定州东", "正定机场", "石家庄", "邯郸东"]
    /// Minutes from the first station.
    private static let minutes = [0, 24, 35, 51, 70, 86, 98, 151]
    /// Trains of working days have odd numbers; no train runs on the day of works.
    private static let works = "20260304"

    /// When train `number` leaves the first station, in minutes after midnight: none overtakes another.
    private static func start(_ number: Int) -> Int { 360 + number * 19 + number * 7 % 13 }

    private static func isOnWorkingDays(_ number: Int) -> Bool { number % 2 == 1 }

    private static func clock(minute: Int) -> ClockTime {
        guard let clock = ClockTime(minutes: minute) else { preconditionFailure("A train runs past midnight.") }
        return clock
    }

    private static func files() -> [String: String] {
        let stops = stations.enumerated().map { "S\($0),\($1),\(39.9 - Double($0) * 0.25),116.3" }
        let trips = (0..<48).map { "R,\(isOnWorkingDays($0) ? "W" : "D"),T\($0),G\(601 + $0 * 2)" }
        let times = (0..<48).flatMap { train in
            // Every third train passes the smallest stations without a stop.
            stations.indices.filter { !(train % 3 == 0 && [1, 2, 5].contains($0)) }.map { station in
                let time = clock(minute: start(train) + minutes[station])
                return "T\(train),\(time):00,\(time):00,S\(station),\(station + 1)"
            }
        }
        func table(_ heading: String, _ rows: [String]) -> String { ([heading] + rows).joined(separator: "\n") + "\n" }
        return [
            "agency.txt": table(
                "agency_id,agency_name,agency_url,agency_timezone", ["A,Invented,http://example.org,Asia/Shanghai"]),
            "stops.txt": table("stop_id,stop_name,stop_lat,stop_lon", stops),
            "routes.txt": table("route_id,route_short_name,route_type", ["R,G,2"]),
            "calendar.txt": table(
                "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
                ["D,1,1,1,1,1,1,1,20260201,20260331", "W,1,1,1,1,1,0,0,20260201,20260331"]),
            "calendar_dates.txt": table(
                "service_id,date,exception_type", ["D,\(works),2", "W,\(works),2"]),
            "trips.txt": table("route_id,service_id,trip_id,trip_short_name", trips),
            "stop_times.txt": table("trip_id,arrival_time,departure_time,stop_id,stop_sequence", times),
        ]
    }

    private static func timetables(in folder: TemporaryFolder) throws -> [Timetable] {
        for (name, text) in files() { try folder.write(text, to: "feed/\(name)") }
        let desk = Desk(store: folder.path("visits.db"), reach: .everything)
        try desk.create()
        _ = try desk.importFiles([folder.path("feed")])
        return try VisitStore(openingAt: desk.store, readOnly: true).timetables()
    }

    private static func search(_ timetables: [Timetable]) -> JourneySearch {
        let parameters = TravelParameters()
        return JourneySearch(Network(timetables, parameters: parameters), parameters: parameters)
    }

    /// The place on which the station of that name stands.
    private static func place(_ name: String, in timetables: [Timetable]) throws -> Place {
        let stop = try #require(timetables.flatMap(\.stops).first { $0.name == name })
        return Place(
            id: Identifier(stop.id), name: BilingualText(en: name, zh: name), coordinate: stop.coordinate,
            precision: .site)
    }

    @Test(
        "its best journeys between two stations are those that the printed timetable gives",
        arguments: ["2026-03-02", "2026-03-07"])
    func known(date: String) throws {
        try TemporaryFolder.use { folder in
            let timetables = try Self.timetables(in: folder)
            var search = Self.search(timetables)
            let (from, to) = (3, 6)
            let baoding = try Self.place(Self.stations[from], in: timetables)
            let shijiazhuang = try Self.place(Self.stations[to], in: timetables)
            let isWorkingDay = date == "2026-03-02"
            let trains = (0..<48).filter { isWorkingDay || !Self.isOnWorkingDays($0) }
            #expect(trains.count == (isWorkingDay ? 48 : 24))
            for minute in stride(from: 420, through: 1260, by: 13) {
                let time = CivilTime(day(date), Self.clock(minute: minute))
                let last = trains.last { Self.start($0) + Self.minutes[to] <= minute }
                let arriving = search.arriving(from: baoding, to: shijiazhuang, by: time)
                #expect(arriving.count == (last == nil ? 0 : 1), "by \(time)")
                #expect(arriving.first?.legs.compactMap(\.route) == last.map { ["G\(601 + $0 * 2)"] })
                #expect(arriving.first?.departs.clock.minutes == last.map { Self.start($0) + Self.minutes[from] })

                let next = try #require(trains.first { Self.start($0) + Self.minutes[from] >= minute })
                let leaving = search.leaving(from: baoding, to: shijiazhuang, after: time)
                #expect(leaving.map { $0.arrives.clock.minutes } == [Self.start(next) + Self.minutes[to]])
                #expect(leaving.first?.boardings == 1)
            }
        }
    }

    @Test("there is no journey on a day of works, and none against the direction of the trains")
    func none() throws {
        try TemporaryFolder.use { folder in
            let timetables = try Self.timetables(in: folder)
            var search = Self.search(timetables)
            let baoding = try Self.place("保定东", in: timetables)
            let shijiazhuang = try Self.place("石家庄", in: timetables)
            let noon = CivilTime(day("2026-03-04"), Self.clock(minute: 720))
            #expect(search.arriving(from: baoding, to: shijiazhuang, by: noon).isEmpty)
            let before = CivilTime(day("2026-03-03"), Self.clock(minute: 720))
            #expect(!search.arriving(from: baoding, to: shijiazhuang, by: before).isEmpty)
            #expect(search.arriving(from: shijiazhuang, to: baoding, by: before).isEmpty)
        }
    }
}
