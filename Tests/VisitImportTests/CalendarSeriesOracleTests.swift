import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Series of events with all that is done to them")
struct CalendarSeriesOracleTests {
    static let python = OutsideTool.python("icalendar", "dateutil")

    private static func compact(_ day: Day) -> String { day.description.replacing("-", with: "") }

    /// A made-up event of whole days that repeats, in several versions, with occurrences left out, moved and called off, and
    /// changed from one on.
    private static func anySeries(_ uid: String, _ random: inout SeededRandom) -> [[String]] {
        let start = Day(number: 20_800 + Int.random(in: 0..<60, using: &random))
        let interval = Int.random(in: 1...3, using: &random)
        func occurrence() -> Day { start + 7 * interval * Int.random(in: 0..<10, using: &random) }
        func sometimes() -> Bool { Int.random(in: 0..<3, using: &random) == 0 }
        var events: [[String]] = []
        for sequence in 0...Int.random(in: 0...2, using: &random) {
            let rule = "RRULE:FREQ=WEEKLY;INTERVAL=\(interval);COUNT=\(Int.random(in: 3...10, using: &random))"
            var event = ["UID:\(uid)", "SEQUENCE:\(sequence)", "DTSTART;VALUE=DATE:\(compact(start))", rule]
            if sometimes() { event.append("EXDATE;VALUE=DATE:\(compact(occurrence())),\(compact(occurrence()))") }
            if sometimes(), sometimes() { event.append("STATUS:CANCELLED") }
            events.append(event)
        }
        for sequence in 0..<Int.random(in: 0...4, using: &random) {
            let replaced = occurrence()
            let range = sometimes() ? ";RANGE=THISANDFUTURE" : ""
            var event = ["UID:\(uid)", "SEQUENCE:\(sequence)", "RECURRENCE-ID;VALUE=DATE\(range):\(compact(replaced))"]
            let moved = replaced + Int.random(in: -5...5, using: &random)
            event.append("DTSTART;VALUE=DATE:\(compact(moved))")
            if sometimes() { event.append("STATUS:CANCELLED") }
            if sometimes() { event.append("RRULE:FREQ=DAILY;COUNT=9") }
            events.append(event)
        }
        return events.shuffled(using: &random)
    }

    /// Lines folded as RFC 5545 allows, wherever that happens to be.
    private static func folded(_ line: String, _ random: inout SeededRandom) -> String {
        guard line.count > 12, Int.random(in: 0..<3, using: &random) == 0 else { return line }
        let place = line.index(line.startIndex, offsetBy: Int.random(in: 1..<line.count, using: &random))
        return line[..<place] + "\r\n " + line[place...]
    }

    @Test(
        "fall on the days on which another reader has them", .enabled(if: python.isPresent, "\(python.missing)"),
        arguments: [1, 2, 3] as [UInt64])
    func oracle(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let calendars = (0..<60).map { number -> String in
            let events = (0..<5).flatMap { Self.anySeries("\(number)-\($0)@invented.example", &random) }
            let lines = events.flatMap { ["BEGIN:VEVENT", "DTSTAMP:20261101T000000Z"] + $0 + ["END:VEVENT"] }
            return (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//invented//EN"] + lines + ["END:VCALENDAR"])
                .map { Self.folded($0, &random) }.joined(separator: "\r\n") + "\r\n"
        }
        let answers = try Self.python.run(["-c", Self.reader], input: calendars.joined(separator: "\0")).split(
            separator: "\n", omittingEmptySubsequences: false)
        var occurrences = 0
        for (calendar, answer) in zip(calendars, answers) {
            let reading = CalendarReading(Array(calendar.utf8)[...], file: "x.ics")
            #expect(!reading.faults.hasErrors)
            let series = EventSeries(reading.events, window: nil, local: nil)
            let days = reading.events.filter { !$0.isCancelled && series.isOnItsOwn($0) }
                .flatMap { event in series.occurrences(of: event).map { "\(event.identifier) \($0.days.first)" } }
            #expect(Set(days).sorted().joined(separator: ",") == answer, "\(calendar)")
            occurrences += days.count
        }
        #expect(answers.count > calendars.count && occurrences > 1000)
    }

    /// Reads calendars with the library icalendar, and their rules with dateutil.
    private static let reader = #"""
        import sys, datetime, collections
        import icalendar
        from dateutil.rrule import rrulestr
        def newest(events): return max(events, key=lambda e: int(e["SEQUENCE"]))
        def day(e, name): return e[name].dt
        for text in sys.stdin.buffer.read().split(b"\0"):
            series = collections.defaultdict(lambda: collections.defaultdict(list))
            for e in icalendar.Calendar.from_ical(text).walk("VEVENT"):
                series[str(e["UID"])][day(e, "RECURRENCE-ID") if "RECURRENCE-ID" in e else None].append(e)
            found = set()
            for uid, groups in series.items():
                valid = {key: newest(events) for key, events in groups.items()}
                master = valid.pop(None)
                lasting = {k: e for k, e in valid.items() if e["RECURRENCE-ID"].params.get("RANGE") == "THISANDFUTURE"}
                single = {k: e for k, e in valid.items() if k not in lasting}
                for e in single.values():
                    if e.get("STATUS") != "CANCELLED": found.add((uid, day(e, "DTSTART")))
                if master.get("STATUS") == "CANCELLED": continue
                out = {d.dt for d in master["EXDATE"].dts} if "EXDATE" in master else set()
                begin = datetime.datetime.combine(day(master, "DTSTART"), datetime.time())
                for moment in rrulestr(master["RRULE"].to_ical().decode(), dtstart=begin):
                    d = moment.date()
                    if d in out or d in single: continue
                    before = [k for k in lasting if k <= d]
                    if before:
                        change = lasting[max(before)]
                        if change.get("STATUS") == "CANCELLED": continue
                        d += day(change, "DTSTART") - max(before)
                    found.add((uid, d))
            print(",".join(sorted(f"{uid} {d}" for uid, d in found)))
        """#
}
