import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel
import VisitStore
import VisitTravel

/// Measures importing timetable feeds, searching a day of them for every station as the prison, and the same for the
/// timetable of a made-up nation.
struct TravelBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "travel", abstract: "Imports timetable feeds and searches them, beside the Python library gtfspy.")

    @Option(help: ArgumentHelp("A timetable feed (GTFS). May be repeated.", valueName: "path"))
    var feed: [String] = []

    @Option(
        help: ArgumentHelp(
            "The day that is searched. Otherwise the middle of the feed's days.", valueName: "YYYY-MM-DD"))
    var date: Day?

    @Option(help: "The most boardings.")
    var boardings: Int = 4

    @Option(help: "Rides a day of the made-up nation; 0 leaves it out.")
    var rides: Int = 1_000_000

    @Option(help: "Its places.")
    var places: Int = 3000

    @Option(help: "Its prisons.")
    var prisons: Int = 700

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    func run() throws {
        for path in feed { try measure(feed: path) }
        if rides > 0 { measureNation() }
    }

    private func measure(feed path: String) throws {
        let folder = try BenchFolder()
        defer { folder.remove() }
        let desk = Desk(store: folder.path + "/visits.db", reach: .everything)
        try desk.create()
        let (importing, _) = try timed { try desk.importFiles([path]) }
        let store = try VisitStore(openingAt: desk.store, readOnly: true)
        let (loading, timetables) = try timed { try store.timetables() }
        try store.close()
        let stopTimes = timetables.reduce(0) { $0 + $1.calls.count }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let facts: KeyValuePairs<String, JSON?> = ["feed": .string(name), "stopTimes": .int(stopTimes)]
        Figure(name: "travel.import", value: importing, unit: "s", facts: facts).write()
        Figure(name: "travel.load", value: loading * 1000, unit: "ms", facts: facts).write()
        guard let validity = timetables.first?.validity else { return }
        let day = date ?? validity.first + validity.count / 2
        let (joining, network) = timed { Network(timetables, parameters: TravelParameters()) }
        Figure(name: "travel.network", value: joining * 1000, unit: "ms", facts: facts).write()
        let scans = DayScans(network, on: day)
        scan(scans, targets: scans.served, of: name)
        peer(path, day: day)
    }

    /// Every target as the prison: one scan there, one home, for all origins; for one session a day, and for four.
    private func scan(_ scans: DayScans, targets: [Int], of name: String) {
        let begins = [9 * 60 + 30, 11 * 60, 13 * 60 + 30, 15 * 60].compactMap(ClockTime.init(minutes:))
        let ends = [15 * 60, 10 * 60 + 30, 12 * 60, 16 * 60].compactMap(ClockTime.init(minutes:))
        for sessions in [1, 4] {
            var reached = 0
            let (seconds, _) = timed {
                for target in targets {
                    reached += scans.origins(of: target, by: Array(begins.prefix(sessions)), boardings: boardings)
                    reached += scans.destinations(of: target, after: Array(ends.prefix(sessions)), boardings: boardings)
                }
            }
            Figure(
                name: "travel.scans", value: seconds, unit: "s",
                facts: [
                    "timetable": .string(name), "rides": .int(scans.rides), "prisons": .int(targets.count),
                    "sessions": .int(sessions), "boardings": .int(boardings), "pairs": .int(reached),
                ]
            ).write()
        }
    }

    private func measureNation() {
        let nation = SyntheticNation(places: places, rides: rides, seed: seed)
        let (joining, network) = timed { Network([nation.timetable], parameters: TravelParameters()) }
        let (sorting, scans) = timed { DayScans(network, on: WorldBench.usualDay) }
        let facts: KeyValuePairs<String, JSON?> = [
            "nation": .string("made up"), "places": .int(places), "seed": .int(Int(seed)),
        ]
        Figure(name: "travel.nation.build", value: joining + sorting, unit: "s", facts: facts).write()
        let step = max(1, places / max(1, prisons))
        let targets = stride(from: 0, to: places, by: step).prefix(prisons)
        scan(scans, targets: Array(targets), of: "made-up nation")
        Figure(name: "travel.nation.memory", value: Figure.peakMebibytes, unit: "MiB", facts: facts).write()
    }

    /// gtfspy answers for one target at a time and all departures of the day; its figure is told for one target.
    private func peer(_ path: String, day: Day) {
        let targets = 3
        guard let start = Peer.seconds(of: ["python3", "-c", Self.peerScript, path, "\(day)", "0"]),
            let whole = Peer.seconds(of: ["python3", "-c", Self.peerScript, path, "\(day)", "\(targets)"])
        else { return }
        Figure(
            name: "travel.peer", value: (whole - start) / Double(targets), unit: "s a target and direction",
            facts: ["peer": "gtfspy, all departures of the morning for one target, without ways on foot"]
        ).write()
    }

    private static let peerScript = """
        import csv, datetime, io, networkx, sys, zipfile
        networkx.Graph.node = property(lambda graph: graph._node)  # what gtfspy asks for, named so before networkx 2.4
        from gtfspy.routing.connection import Connection
        from gtfspy.routing.multi_objective_pseudo_connection_scan_profiler import MultiObjectivePseudoCSAProfiler
        feed, day = zipfile.ZipFile(sys.argv[1]), sys.argv[2].replace('-', '')
        def rows(name):
            return csv.DictReader(io.TextIOWrapper(feed.open(name), 'utf-8-sig')) if name in feed.namelist() else []
        weekday = datetime.date.fromisoformat(sys.argv[2]).strftime('%A').lower()
        runs = {r['service_id'] for r in rows('calendar.txt') if r[weekday] == '1' and r['start_date'] <= day <= r['end_date']}
        for r in rows('calendar_dates.txt'):
            if r['date'] == day: (runs.add if r['exception_type'] == '1' else runs.discard)(r['service_id'])
        trips = {r['trip_id'] for r in rows('trips.txt') if r['service_id'] in runs}
        def seconds(t): return sum(int(x) * f for x, f in zip(t.split(':'), (3600, 60, 1)))
        last, connections = None, []
        for r in rows('stop_times.txt'):
            if r['trip_id'] in trips and last and last['trip_id'] == r['trip_id'] and r['arrival_time'] and last['departure_time']:
                connections.append(Connection(last['stop_id'], r['stop_id'], seconds(last['departure_time']),
                    seconds(r['arrival_time']), r['trip_id'], int(r['stop_sequence'])))
            last = r
        connections = sorted(set(connections), key=lambda c: (-c.departure_time, -c.seq))
        for target in sorted({c.arrival_stop for c in connections})[:int(sys.argv[3])]:
            MultiObjectivePseudoCSAProfiler(connections, target, 0, 34200, 600).run()
        """
}
