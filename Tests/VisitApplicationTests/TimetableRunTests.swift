import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitStore
import VisitTestSupport

@Suite("Planning by timetable")
struct TimetableRunTests {
    /// A feed of one train there and one back a day, from the family's town to the prison's: 44 km.
    private static func writeFeed(in folder: TemporaryFolder, until last: String) throws -> String {
        let files = [
            "agency.txt":
                "agency_id,agency_name,agency_url,agency_timezone\nA,Invented,http://example.org,Asia/Shanghai\n",
            "stops.txt": "stop_id,stop_name,stop_lat,stop_lon\nN,Near station,31.4,117\nC,City station,31,117\n",
            "routes.txt": "route_id,route_short_name,route_type\nR,K1,2\n",
            "calendar.txt":
                "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nD,1,1,1,1,1,1,1,20261101,\(last)\n",
            "trips.txt": "route_id,service_id,trip_id,trip_short_name\nR,D,T1,K11\nR,D,T2,K12\n",
            "stop_times.txt":
                "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nT1,08:10:00,08:10:00,N,1\nT1,08:45:00,08:45:00,C,2\n"
                + "T2,11:20:00,11:20:00,C,1\nT2,11:55:00,11:55:00,N,2\n",
        ]
        for (name, text) in files { try folder.write(text, to: "feed/\(name)") }
        return folder.path("feed")
    }

    private static func world() -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1", last: day("2026-10-10"))
        return world
    }

    @Test("the journey of a visit follows the trains, and no part of it is an estimate")
    func trains() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            _ = try desk.importFiles([try Self.writeFeed(in: folder, until: "20270331")])
            let report = try desk.plan(fourWeeks())
            let visit = try #require(report.plan.visits.first, "\(report.warnings) \(report.plan.refusals)")
            let trip = try #require(visit.trip)
            #expect(trip.outbound.legs.map(\.route) == ["K11"])
            #expect(trip.outbound.legs.first?.fromName == "Near station")
            #expect(trip.homeward.legs.map(\.route) == ["K12"])
            #expect(trip.leavesHome == CivilTime(visit.date, clock("08:10")))
            #expect(!trip.isEstimated)
            #expect(!report.findings.contains { $0.code.hasPrefix("timetable") })
            // What was stored comes back as it was.
            let outlook = try #require(
                try desk.outlooks(OutlookSelection(children: ["C1"]), today: SmallWorld.today).first)
            #expect(outlook.next?.visit.trip == trip)
            let export = try desk.export(
                .text, of: .one(.household("H1")), to: folder.path("out"), today: SmallWorld.today, language: .english)
            let carried = String(decoding: try folder.read("out/\(export.written[0])"), as: UTF8.self)
            #expect(carried.contains("If K11 at Near station is missed: no other way on that day."))
            #expect(carried.contains("Times of trains and buses: timetable of Invented."))
        }
    }

    @Test("a timetable that ends within the plan's days is a warning, and later journeys are estimated")
    func ends() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            _ = try desk.importFiles([try Self.writeFeed(in: folder, until: "20261124")])
            let report = try desk.plan(fourWeeks())
            #expect(report.findings.contains { $0.code == "timetable-ends" && $0.subject == "timetable feed" })
            #expect(try desk.check(today: SmallWorld.today).contains { $0.code == "timetable-ends" })
            let visit = try #require(report.plan.visits.first)
            #expect(visit.trip?.isEstimated == true)
        }
    }

    @Test("asked for journeys, the trains are told, or on a day without trains an estimate")
    func journeys() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            _ = try desk.importFiles([try Self.writeFeed(in: folder, until: "20261231")])
            let found = try desk.journeys(
                from: "NEAR", to: "W1", on: day("2026-11-28"), arriveBy: clock("09:00"), returnAfter: clock("11:00"))
            #expect(found.timetablesOf == ["Invented"])
            let train = found.outbound.first { $0.boardings == 1 }
            #expect(train?.departs.clock == clock("08:10"))
            #expect(train?.arrives.clock == clock("08:45"))
            let later = try desk.journeys(
                from: "NEAR", to: "W1", on: day("2027-01-09"), arriveBy: clock("09:00"), returnAfter: clock("11:00"))
            #expect(later.outbound.allSatisfy { $0.isEstimated })
        }
    }
}
