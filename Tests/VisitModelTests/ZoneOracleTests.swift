import Foundation
import Testing
import VisitModel
import VisitTestSupport

/// Zones against Python's zoneinfo, which reads the same files with other code.
@Suite("Zones, judged by Python's zoneinfo")
struct ZoneOracleTests {
    static let python = OutsideTool.python("zoneinfo")

    /// Every day of these zones is asked for; of the others, every 31st.
    static let closelyWatched = ["Asia/Shanghai", "America/Detroit", "Europe/London", "Pacific/Apia"]

    /// Zones with many laws (London), a day left out (Apia), half-hour saving time (Lord_Howe), saving time in winter
    /// (Dublin), a change at −2 o'clock (Nuuk), rules suspended for Ramadan (Casablanca), years with four changes (Cairo).
    static let zones =
        closelyWatched + [
            "Australia/Lord_Howe", "Europe/Dublin", "America/Nuuk", "Africa/Casablanca", "Africa/Cairo",
            "America/Sao_Paulo", "Asia/Urumqi", "Asia/Tehran", "Etc/GMT+8", "UTC",
        ]

    /// A minute of every day of 1900–2100 (of every 31st day for zones not closely watched), the hour wandering.
    private static func minutes(_ zone: String) -> [Int] {
        let step = closelyWatched.contains(zone) ? 1 : 31
        let days = stride(from: begin.utcDay.number, to: end.utcDay.number, by: step)
        return days.map { $0 * 1440 + ($0 &* 577 % 1440 + 1440) % 1440 }
    }

    /// Prints, for every moment on standard input, what Python's clock shows there.
    private static let readings = """
        import sys
        from datetime import datetime, timedelta, timezone
        from zoneinfo import ZoneInfo
        zone, epoch = ZoneInfo(sys.argv[1]), datetime(1970, 1, 1, tzinfo=timezone.utc)
        for line in sys.stdin:
            t = (epoch + timedelta(seconds=int(line))).astimezone(zone)
            print(line.strip(), t.strftime("%Y-%m-%dT%H:%M"), int(t.utcoffset().total_seconds()),
                int(bool(t.dst())), t.tzname())
        """

    /// Prints, for every wall-clock minute on standard input, the moments by either reading (`fold`).
    private static let resolutions = """
        import sys
        from datetime import datetime, timedelta
        from zoneinfo import ZoneInfo
        zone, epoch = ZoneInfo(sys.argv[1]), datetime(1970, 1, 1)
        for line in sys.stdin:
            m = int(line)
            t = (epoch + timedelta(minutes=m)).replace(tzinfo=zone)
            print(m, *(m * 60 - int(t.replace(fold=f).utcoffset().total_seconds()) for f in (0, 1)))
        """

    private static let begin = Instant(utc: CivilTime(Month(year: 1900, month: 1).firstDay, .midnight))
    private static let end = Instant(utc: CivilTime(Month(year: 2101, month: 1).firstDay, .midnight))

    @Test(
        "every change of the clocks ±1 s and every day of 1900–2100 read the same",
        .enabled(if: python.isPresent, "\(python.missing)"), arguments: zones)
    func readings(name: String) throws {
        let zone = try Zone(named: name)
        let changes = zone.transitions(from: Self.begin, to: Self.end).flatMap { change in
            [-1, 0, 1].map { change.instant.seconds + $0 }
        }
        let days = Self.minutes(name).map { $0 * 60 + 59 }
        let ours = (changes + days).map { seconds in
            let reading = zone.civil(at: Instant(seconds: seconds))
            return "\(seconds) \(reading.time) \(reading.offsetSeconds) \(reading.isDaylightSaving ? 1 : 0) "
                + reading.abbreviation
        }
        let input = (changes + days).map(String.init).joined(separator: "\n")
        let theirs = try Self.python.run(["-c", Self.readings, name], input: input).split(separator: "\n").map(
            String.init)
        expectSame(ours, theirs)
    }

    @Test(
        "every minute near a change, and every day, resolves to the same moments",
        .enabled(if: python.isPresent, "\(python.missing)"), arguments: zones)
    func resolutions(name: String) throws {
        let zone = try Zone(named: name)
        let changes = zone.transitions(from: Self.begin, to: Self.end).flatMap { change in
            let middle = (change.instant.seconds + change.before.offsetSeconds) / 60
            return [-1500, -121, -61, -60, -59, -31, -30, -1, 0, 1, 29, 30, 31, 59, 60, 61, 121, 1439, 1500].map {
                middle + $0
            }
        }
        let days = Self.minutes(name)
        let ours = (changes + days).map { minute in
            let (first, second) =
                switch zone.resolve(CivilTime(minuteNumber: minute)) {
                case .once(let instant): (instant, instant)
                case .twice(let earlier, let later): (earlier, later)
                case .skipped(let before, let after): (before, after)
                }
            return "\(minute) \(first.seconds) \(second.seconds)"
        }
        let input = (changes + days).map(String.init).joined(separator: "\n")
        let theirs = try Self.python.run(["-c", Self.resolutions, name], input: input).split(separator: "\n")
            .map(String.init)
        expectSame(ours, theirs)
    }

    @Test(
        "the changes of the clocks themselves are those that Python finds",
        .enabled(if: python.isPresent, "\(python.missing)"), arguments: zones)
    func changes(name: String) throws {
        let script = """
            import sys
            from datetime import datetime, timedelta, timezone
            from zoneinfo import ZoneInfo
            zone, epoch = ZoneInfo(sys.argv[1]), datetime(1970, 1, 1, tzinfo=timezone.utc)
            def at(s):
                t = (epoch + timedelta(seconds=s)).astimezone(zone)
                return t.utcoffset(), t.tzname(), bool(t.dst())
            begin, end = int(sys.argv[2]), int(sys.argv[3])
            before = at(begin)
            for low in range(begin, end, 86400):
                high = low + 86400
                after = at(high)
                if before != after:
                    while high - low > 1:
                        middle = (low + high) // 2
                        low, high = (middle, high) if at(middle) == before else (low, middle)
                    print(high)
                before = after
            """
        let begin = Self.begin.seconds
        let end = Self.end.seconds
        let theirs = try Self.python.run(["-c", script, name, "\(begin)", "\(end)"], input: "").split(separator: "\n")
        let ours = try Zone(named: name).transitions(from: Instant(seconds: begin + 1), to: Instant(seconds: end + 1))
        expectSame(ours.map { "\($0.instant.seconds)" }, theirs.map(String.init))
    }

    /// Compares line by line; shows the first few that differ, and not all of a hundred thousand.
    private func expectSame(_ ours: [String], _ theirs: [String]) {
        #expect(ours.count == theirs.count)
        let differing = zip(ours, theirs).filter { $0 != $1 }
        #expect(differing.isEmpty, "\(differing.count) differ, as \(differing.prefix(3))")
    }
}
