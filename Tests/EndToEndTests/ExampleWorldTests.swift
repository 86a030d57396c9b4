import Foundation
import Testing
import VisitTestSupport

@Suite("The example worlds, from the command line", .serialized)
struct ExampleWorldTests {
    private static let today = ["--today", "2026-11-23"]

    @Test(
        "a world is loaded, planned and answered: at least 95 % of the children have a visit, the others a reason",
        arguments: ["china", "michigan", "england"])
    func planAndAsk(world: String) throws {
        try TemporaryFolder.use { folder in
            let store = ["--store", folder.path("visits.db")]
            func visitctl(_ arguments: [String]) throws -> Program.Outcome {
                try Program.visitctl.start(arguments + store + Self.today, in: folder).end()
            }
            let loaded = try visitctl(["init", "--example", world])
            #expect(loaded.status == 0, "\(loaded.complaint)")
            let planned = try visitctl(["plan", "--iterations", "200", "--quiet"])
            #expect(planned.status == 0, "\(planned.complaint)")

            let next = try visitctl(["next", "--all", "--json"]).document
            #expect(next["format"] as? String == "visitd-next/1")
            let results = try #require(next["results"] as? [[String: Any]])
            var withVisit: Set<String> = []
            var all: Set<String> = []
            for result in results {
                let child = try #require(result["child"] as? String)
                all.insert(child)
                if result["visit"] is [String: Any] {
                    withVisit.insert(child)
                } else {
                    let refusal = try #require(result["refusal"] as? [String: Any], "\(child) has neither")
                    #expect((refusal["sentence"] as? String)?.isEmpty == false)
                }
            }
            #expect(withVisit.count * 100 >= all.count * 95, "\(withVisit.count) of \(all.count)")

            let before = try Self.digest(of: folder.path("visits.db"))
            let again = try visitctl(["plan", "--iterations", "200", "--quiet"])
            #expect(again.status == 0)
            #expect(try Self.digest(of: folder.path("visits.db")) == before, "Planning again changed the store.")
        }
    }

    @Test("a guardian asks in Chinese and is answered in sentences")
    func chinese() throws {
        try TemporaryFolder.use { folder in
            let common = ["--store", folder.path("visits.db")] + Self.today
            #expect(try Program.visitctl.start(["init", "--example", "china"] + common, in: folder).end().status == 0)
            #expect(
                try Program.visitctl.start(["plan", "--iterations", "100", "--quiet"] + common, in: folder).end().status
                    == 0)
            let answer = try Program.visitctl.start(
                ["next", "--child", "C001", "--lang", "zh"] + common, in: folder
            ).end()
            #expect(answer.status == 0)
            #expect(answer.output.contains("年") && answer.output.contains("会见"), "\(answer.output)")
        }
    }

    @Test(
        "calendars of the world are read by an outside library, and writing them again writes nothing",
        .enabled(if: Self.icalendar.isPresent, "\(Self.icalendar.missing)"))
    func calendars() throws {
        try TemporaryFolder.use { folder in
            let common = ["--store", folder.path("visits.db")] + Self.today
            _ = try Program.visitctl.start(["init", "--example", "michigan"] + common, in: folder).end()
            _ = try Program.visitctl.start(["plan", "--iterations", "100", "--quiet"] + common, in: folder).end()
            let export = ["export", "ics", "--all", "-o", folder.path("calendars")] + common
            #expect(try Program.visitctl.start(export, in: folder).end().status == 0)
            let times = try Self.icalendar.run(["-c", Self.readingScript, folder.path("calendars")])
            let lines = times.split(separator: "\n")
            #expect(lines.count > 20)

            // The calendar's local times are the planned ones.
            let document = try Program.visitctl.start(["next", "--all", "--json"] + common, in: folder).end().document
            let visits = try #require(document["results"] as? [[String: Any]]).compactMap {
                $0["visit"] as? [String: Any]
            }
            #expect(visits.count > 20)
            for visit in visits {
                let line = "\(visit["id"] ?? "") \(visit["date"] ?? "")T\(visit["start"] ?? "") \(visit["zone"] ?? "")"
                #expect(lines.contains { $0 == line }, "\(line) is in no calendar")
            }
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("calendars")).sorted()
            let inodes = try files.map { try Self.inode(folder.path("calendars/\($0)")) }
            #expect(try Program.visitctl.start(export, in: folder).end().status == 0)
            #expect(try files.map { try Self.inode(folder.path("calendars/\($0)")) } == inodes)
        }
    }

    private static let icalendar = OutsideTool.python("icalendar")

    /// Prints UID, local start and zone of every event.
    private static let readingScript = """
        import glob, sys
        from icalendar import Calendar
        for path in sorted(glob.glob(sys.argv[1] + '/*.ics')):
            for event in Calendar.from_ical(open(path, 'rb').read()).walk('VEVENT'):
                start = event['DTSTART'].dt
                print(str(event['UID']).split('@')[0], start.strftime('%Y-%m-%dT%H:%M'), event['DTSTART'].params.get('TZID', ''))
        """

    private static func digest(of path: String) throws -> Int {
        try Data(contentsOf: URL(filePath: path)).reduce(into: 5381) { $0 = ($0 &* 33) ^ Int($1) }
    }

    private static func inode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
    }
}
