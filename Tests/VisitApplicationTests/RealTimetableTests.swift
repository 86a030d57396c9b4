import Foundation
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitStore
import VisitTestSupport
import VisitTravel

@Suite("The high-speed timetable of 2016")
struct RealTimetableTests {
    /// A public feed that is not part of the repository: `gtfs_cn_hsr_2016.zip` in the folder named by `VISITD_FEEDS`.
    private static let feed: String = {
        let folder = ProcessInfo.processInfo.environment["VISITD_FEEDS"] ?? ""
        return "\(folder)/gtfs_cn_hsr_2016.zip"
    }()

    @Test(
        "its best journeys between two stations are those that a printed timetable gives",
        .enabled(if: FileManager.default.fileExists(atPath: feed), "VISITD_FEEDS names no folder with the feed"))
    func known() throws {
        try TemporaryFolder.use { folder in
            let desk = Desk(store: folder.path("visits.db"), reach: .everything)
            try desk.create()
            _ = try desk.importFiles([Self.feed])
            let timetables = try VisitStore(openingAt: desk.store, readOnly: true).timetables()
            let parameters = TravelParameters()
            var search = JourneySearch(Network(timetables, parameters: parameters), parameters: parameters)
            let beijing = try Self.station("北京西", in: timetables)
            let shijiazhuang = try Self.station("石家庄", in: timetables)
            let date = day("2016-02-29")

            let arriving = search.arriving(from: beijing, to: shijiazhuang, by: CivilTime(date, clock("09:30")))
            let latest = try #require(arriving.first)
            #expect(latest.boardings == 1)
            #expect(latest.departs == CivilTime(date, clock("07:57")))

            let leaving = search.leaving(from: beijing, to: shijiazhuang, after: CivilTime(date, clock("07:00")))
            #expect(leaving.first?.arrives == CivilTime(date, clock("08:19")))
        }
    }

    /// The place on which the station of that name stands.
    private static func station(_ name: String, in timetables: [Timetable]) throws -> Place {
        let stop = try #require(timetables.flatMap(\.stops).first { $0.name == name })
        return Place(
            id: Identifier(stop.id), name: BilingualText(en: stop.name, zh: stop.name), coordinate: stop.coordinate,
            precision: .site)
    }
}
