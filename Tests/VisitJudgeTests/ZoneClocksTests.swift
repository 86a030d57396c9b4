import Testing
import VisitModel

@testable import VisitJudge

@Suite("Clocks that are looked up once")
struct ZoneClocksTests {
    @Test(
        "they show what the zone itself shows, at every hour of a year, also when clocks are moved",
        arguments: ["Asia/Shanghai", "Europe/London", "America/Detroit", "Australia/Lord_Howe", "Pacific/Apia"])
    func sameAsZone(name: String) throws {
        let zone = try Zone(named: name)
        let clocks = ZoneClocks(names: [name], days: DayRange(day("2026-01-10"), day("2026-12-20")))
        let hours = (0..<365 * 24).map { CivilTime(day("2026-01-01"), .midnight) + Minutes($0 * 60) }
        let wrong = hours.filter { clocks.instant($0, in: name) != zone.instant($0) }
        #expect(wrong == [])
    }

    @Test("a name that is no zone's is told, and counts as universal time")
    func unreadable() {
        let clocks = ZoneClocks(names: ["Asia/Nowhere", "UTC"], days: nil)
        let noon = CivilTime(day("2026-12-05"), clock("12:00"))
        #expect(clocks.unreadable == ["Asia/Nowhere"])
        #expect(clocks.instant(noon, in: "Asia/Nowhere") == Instant(utc: noon))
        #expect(clocks.civil(Instant(utc: noon), in: "Asia/Nowhere") == noon)
    }
}
