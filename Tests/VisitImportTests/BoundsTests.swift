import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Files that would fill the memory or never end")
struct BoundsTests {
    private func closures(_ events: [String]) throws -> Reading {
        try TemporaryFolder.use { folder in
            for (name, content) in World.sound { try folder.write(content, to: name) }
            let lines = ["BEGIN:VCALENDAR"] + events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT" } + ["END:VCALENDAR", ""]
            try folder.write(lines.joined(separator: "\n"), to: "closures-PR1.ics")
            let today = Day(number: 20_780)
            return try FileReader(known: Register(), horizon: DayRange(today - 365, today + 3 * 365))
                .read([folder.path])
        }
    }

    @Test("a row of more cells than any table has is one finding, in the heading and below it")
    func wideRows() throws {
        let commas = String(repeating: ",", count: 100_000)
        let below = try World.readAlone(["places.csv": "id,name\nPL1,x\n\(commas)\nPL2,y\n"])
        #expect(below.short == ["error too-many-cells places.csv:3"])
        let heading = try World.readAlone(["places.csv": "id,name\(commas)\nPL1,x\n"])
        #expect(heading.short == ["error too-many-cells places.csv:1"])
        let unnamed = try World.readAlone(["x.csv": commas])
        #expect(unnamed.batch == nil)
        var scanner = ByteScanner(Array(commas.utf8), delimiter: UInt8(ascii: ","))
        var cells: [ByteScanner.Cell] = []
        #expect(scanner.nextRow(into: &cells) == .faulty(.tooWide(line: 1)))
        #expect(scanner.nextRow(into: &cells) == .end)
    }

    @Test("a list of more entries than any cell has is one finding")
    func longLists() throws {
        func table(_ count: Int) -> [String: String] {
            let list = (1...count).map { "G\($0)" }.joined(separator: ";")
            return [
                "visits.csv": "id,prisoner,children,date,minutes,status,guardian\nV1,M1,C1,2026-09-05,30,held,\(list)\n"
            ]
        }
        #expect(try World.read(table(1001)).short == ["error out-of-range visits.csv:2:7"])
        let few = try World.read(table(1000)).findings
        #expect(few.count { $0.code == "unknown-reference" } == 998 && !few.contains { $0.code == "out-of-range" })
    }

    @Test("a quote that stays open costs one pass, however many lines it holds")
    func openQuote() throws {
        let lines = String(repeating: "\"\"\"\n", count: 20_000)
        let clock = ContinuousClock()
        let took = try clock.measure {
            _ = try World.readAlone(["places.csv": "id,name\nPL1,\"open\n" + lines + "a\"b\n"])
        }
        #expect(took < .seconds(20))
    }

    @Test("a calendar that comes to more days than four years of any calendar hold is refused")
    func manyOccurrences() throws {
        let events = (1...200).map { "UID:e\($0)\nDTSTART;VALUE=DATE:20261205\nRRULE:FREQ=DAILY\nSUMMARY:x" }
        let reading = try closures(events)
        #expect(reading.batch == nil)
        #expect(
            reading.short.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == ["error out-of-range"])
    }

    @Test("a rule that goes on for millennia is written out for the days ahead, and that is said")
    func farEnd() throws {
        let reading = try closures(["UID:e\nDTSTART;VALUE=DATE:20261205\nRRULE:FREQ=DAILY;UNTIL=99991231\nSUMMARY:x"])
        #expect(reading.batch?.register.closures.count == 1084)
        #expect(reading.findings.contains { $0.code == "written-out" && $0.severity == .note })
    }

    @Test("a rule that began long ago costs no more than a young one, and gives the same days")
    func oldRules() throws {
        for text in [
            "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR",
            "FREQ=YEARLY;INTERVAL=4",
        ] {
            let rule = try RecurrenceRule(text)
            let (start, first) = (try #require(Day("1949-10-01")), try #require(Day("2026-01-01")))
            let all = rule.days(from: start, until: nil, notAfter: first + 1000)
            #expect(
                rule.days(from: start, until: nil, notBefore: first, notAfter: first + 1000)
                    == all.filter { $0 >= first }, "\(text)")
        }
    }

    private static let event = "UID:e\nDTSTART;VALUE=DATE:20261205\n"

    private static func many(_ text: String, _ count: Int, _ separator: String) -> String {
        Array(repeating: text, count: count).joined(separator: separator)
    }

    private static let tooMuch: [String] = [
        event + "DTEND;VALUE=DATE:99991231", event + "EXDATE;VALUE=DATE:" + many("20261206", 10_001, ","),
        event + "RRULE:FREQ=DAILY;BYDAY=" + many("MO", 1000, ","), event + many("EXDATE:20261206", 1001, "\n"),
        many("BEGIN:VEVENT", 40, "\n"),
    ]

    @Test("what no calendar holds is refused", arguments: tooMuch)
    func refused(event: String) throws {
        let reading = try closures([event])
        #expect(reading.batch == nil && reading.findings.count <= 5)
    }

    @Test("a calendar larger than any is refused before it is read")
    func largeCalendar() throws {
        try TemporaryFolder.use { folder in
            let path = try folder.write("BEGIN:VCALENDAR\n", to: "closures-PR1.ics")
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.truncate(atOffset: UInt64(CalendarText.limit + 1))
            #expect(throws: ImportError.self) { try FileReader(known: Register()).read([path]) }
        }
    }
}
