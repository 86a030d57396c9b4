import Foundation
import Testing
import VisitModel
import VisitTestSupport

@Suite("Zones")
struct ZoneTests {
    /// A zone's file of version 2 whose only facts are `rule` and what is observed before all changes.
    private static func file(rule: String, offset: Int32 = 0, version: UInt8 = UInt8(ascii: "2")) -> [UInt8] {
        func number(_ value: Int32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
        let heading = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        let counts = [0, 0, 0, 0, 1, 4].flatMap { number($0) }
        let block = heading + counts + number(offset) + [0, 0] + Array("LMT\0".utf8)
        return block + block + Array("\n\(rule)\n".utf8)
    }

    private func zone(_ bytes: [UInt8]) throws -> Zone {
        try TemporaryFolder.use { folder in
            try folder.write(bytes, to: "Test/Zone")
            return try Zone(named: "Test/Zone", in: folder.path)
        }
    }

    private func time(_ text: String) throws -> CivilTime {
        let fields = text.split(separator: "T")
        return CivilTime(try #require(Day(fields[0])), try #require(ClockTime(fields[1])))
    }

    /// The changes of a year as `at → offset in hours`.
    private func changes(_ rule: String, in year: Int) throws -> [String] {
        let from = Instant(utc: CivilTime(Month(year: year, month: 1).firstDay, .midnight))
        let to = Instant(utc: CivilTime(Month(year: year + 1, month: 1).firstDay, .midnight))
        return try zone(Self.file(rule: rule)).transitions(from: from, to: to).map {
            "\($0.instant) \(Double($0.after.offsetSeconds) / 3600)"
        }
    }

    @Test("China's clocks have gone eight hours ahead since 1991")
    func shanghai() throws {
        let zone = try Zone(named: "Asia/Shanghai")
        let reading = zone.civil(at: Instant(seconds: 1_790_000_000))
        #expect(reading.time.description == "2026-09-21T22:13")
        #expect(reading.offsetSeconds == 28_800)
        #expect(!reading.isDaylightSaving)
        #expect(reading.abbreviation == "CST")
        #expect(zone.transitions(from: Instant(seconds: 700_000_000), to: Instant(seconds: 4_000_000_000)).isEmpty)
    }

    @Test("a time that clocks show twice means the earlier moment; one that they skip, the offset before")
    func gapAndOverlap() throws {
        let zone = try Zone(named: "America/Detroit")
        let overlap = try time("2026-11-01T01:30")
        let (earlier, later) = (Instant(seconds: 1_793_511_000), Instant(seconds: 1_793_514_600))
        #expect(zone.resolve(overlap) == .twice(earlier: earlier, later: later))
        #expect(zone.instant(overlap) == earlier)
        let gap = try time("2026-03-08T02:30")
        let (before, after) = (Instant(seconds: 1_772_955_000), Instant(seconds: 1_772_951_400))
        #expect(zone.resolve(gap) == .skipped(before: before, after: after))
        #expect(zone.instant(gap) == before)
        #expect(zone.civil(at: before).time == gap + 60)
        #expect(zone.civil(at: after).time == gap - 60)
        #expect(zone.resolve(gap + 30) == .once(after + 1800))
    }

    @Test("Samoa had no 30 December 2011")
    func dayLeftOut() throws {
        let zone = try Zone(named: "Pacific/Apia")
        let missing = try time("2011-12-30T12:00")
        guard case .skipped(let before, let after) = zone.resolve(missing) else {
            Issue.record("\(zone.resolve(missing))")
            return
        }
        #expect(before - after == 86_400)
    }

    @Test("rules with the n-th weekday, hours before the day and after it")
    func weekdayRules() throws {
        #expect(
            try changes("EST5EDT,M3.2.0,M11.1.0", in: 2400)
                == ["2400-03-12T07:00:00Z -4.0", "2400-11-05T06:00:00Z -5.0"])
        #expect(
            try changes("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", in: 2026)
                == ["2026-03-29T01:00:00Z -1.0", "2026-10-25T01:00:00Z -2.0"])
        #expect(
            try changes("IST-2IDT,M3.4.4/26,M10.5.0", in: 2026) == [
                "2026-03-27T00:00:00Z 3.0", "2026-10-24T23:00:00Z 2.0",
            ])
    }

    @Test("rules with the n-th day of the year, with and without 29 February")
    func dayRules() throws {
        let julian = "AAA0BBB,J60/0,J300/0"
        #expect(try changes(julian, in: 2027).first == "2027-03-01T00:00:00Z 1.0")
        #expect(try changes(julian, in: 2028).first == "2028-03-01T00:00:00Z 1.0")
        let ordinal = "AAA0BBB,59/0,300/0"
        #expect(try changes(ordinal, in: 2027).first == "2027-03-01T00:00:00Z 1.0")
        #expect(try changes(ordinal, in: 2028).first == "2028-02-29T00:00:00Z 1.0")
    }

    @Test("a rule can say that daylight saving time lasts all year")
    func allYear() throws {
        #expect(try changes("EST5EDT,0/0,J365/25", in: 2030).isEmpty)
        let reading = try zone(Self.file(rule: "EST5EDT,0/0,J365/25")).civil(at: Instant(seconds: 2_000_000_000))
        #expect(reading.isDaylightSaving && reading.offsetSeconds == -14_400)
    }

    @Test("seasons are the other way round south of the equator")
    func south() throws {
        let zone = try zone(Self.file(rule: "AEST-10AEDT,M10.1.0,M4.1.0/3"))
        #expect(zone.civil(at: Instant(seconds: 1_767_225_600)).isDaylightSaving)
        #expect(!zone.civil(at: Instant(seconds: 1_780_272_000)).isDaylightSaving)
    }

    @Test(
        "a rule that POSIX does not know is damage",
        arguments: [
            "A0", "CST", "CST-25", "CST-8x", "<A>8", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.1.0,M11.1.0",
            "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J100", "EST5EDT,366,1",
            "EST5EDT,M3.2.0/168,M11.1.0", "EST5:60", "<EST5",
        ])
    func badRule(rule: String) throws {
        let error = #expect(throws: ZoneError.self) { try zone(Self.file(rule: rule)) }
        guard case .damaged(_, _, .rule(rule)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a file without a rule keeps what was observed last")
    func withoutRule() throws {
        #expect(try zone(Self.file(rule: "", offset: 3600)).civil(at: Instant(seconds: 0)).offsetSeconds == 3600)
    }

    @Test("a file that ends early is damage, wherever it ends")
    func truncated() throws {
        let whole = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/London"))
        for length in Array(stride(from: 0, to: whole.count, by: 97)) + [whole.count - 1] {
            let error = #expect(throws: ZoneError.self) { try zone(Array(whole.prefix(length))) }
            guard case .damaged(_, _, let fault) = error else {
                Issue.record("\(length): \(String(describing: error))")
                continue
            }
            #expect(fault == (length < 4 ? .notAZone : .truncated))
        }
    }

    @Test("a damaged file never stops the program", arguments: 0..<300)
    func damaged(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var bytes = Array(try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/America/Detroit")))
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let range = Bool.random(using: &random) ? 0..<min(100, bytes.count) : bytes.indices
            bytes[Int.random(in: range, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        do {
            let zone = try zone(bytes)
            let moment = Instant(seconds: 1_790_000_000)
            #expect(abs(zone.civil(at: moment).offsetSeconds) < 100_000)
        } catch let error as ZoneError {
            #expect(error.code == "zone-damaged")
        }
    }

    @Test(
        "a name that is none leads nowhere",
        arguments: [
            "", "..", "../zoneinfo/UTC", "Asia/../UTC", "/usr/share/zoneinfo/UTC", "Asia//Shanghai", "UTC/", "a b",
            "上海", ".",
        ])
    func badName(name: String) {
        #expect(throws: ZoneError.badName(name)) { try Zone(named: name) }
    }

    @Test("names that the system does not have, folders, and other files in its folder")
    func unknownName() throws {
        #expect(throws: ZoneError.unknown("Asia", folder: "/usr/share/zoneinfo")) { try Zone(named: "Asia") }
        #expect(throws: ZoneError.noDatabase(folder: "/no/such")) { try Zone(named: "UTC", in: "/no/such") }
        let error = #expect(throws: ZoneError.self) { try Zone(named: "asia/shanghai") }
        #expect(error?.kind == .badData)
        #expect(error?.sentence.english.contains("asia/shanghai") == true)
        #expect(error?.advice?.english.hasPrefix("Perhaps") == true)
        try TemporaryFolder.use { folder in
            try folder.write("# leap seconds", to: "leapseconds")
            let file = folder.path("leapseconds")
            #expect(throws: ZoneError.damaged("leapseconds", file: file, .notAZone)) {
                try Zone(named: "leapseconds", in: folder.path)
            }
        }
    }

    @Test("a file that counts leap seconds is refused")
    func leapSeconds() throws {
        var bytes = Self.file(rule: "UTC0")
        let second = 44 + 6 + 4
        bytes[second + 31] = 1
        bytes.insert(contentsOf: [UInt8](repeating: 0, count: 12), at: second + 44 + 6 + 4)
        let error = #expect(throws: ZoneError.self) { try zone(bytes) }
        guard case .damaged(_, _, .leapSeconds) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
