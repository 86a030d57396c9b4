import Foundation
import Synchronization
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore
import VisitTestSupport

@Suite("What the operator is told")
struct UpkeepConcernTests {
    private static func desk(_ store: String, on day: Day, isDayGiven: Bool = false) -> Desk {
        Desk(
            store: store, configuration: SmallWorld.configuration, reach: .everything,
            isDayGiven: { isDayGiven }, now: { Instant(utc: CivilTime(day, clock("12:00"))) })
    }

    private static func world() -> SmallWorld {
        var world = SmallWorld()
        world.addMother("MA")
        world.addFamily("FA")
        world.addChild("CA", in: "FA", of: "MA", last: SmallWorld.today - 70)
        world.register.parameters = [Parameter(name: "message.channel", value: "sms")]
        return world
    }

    @Test("of a store of real people: an old plan, an old backup, messages that wait, and what mends each")
    func old() throws {
        try TemporaryFolder.use { folder in
            let (today, path) = (SmallWorld.today, try Self.world().desk(in: folder).store)
            let calm = Self.desk(path, on: today)
            _ = try calm.night(fourWeeks(), output: folder.path("published"))
            #expect(try calm.doctor().map(\.code) == [])
            let upkeep = try calm.status(today: today).upkeep
            #expect(upkeep.isSimulated == false && upkeep.lastPlan == today && upkeep.lastWrite == today)
            #expect(upkeep.night?.day == today && upkeep.night?.fault == nil)
            #expect(upkeep.waitingMessages > 0 && upkeep.backedUp == nil && (upkeep.freeBytes ?? 0) > 0)

            let later = Self.desk(path, on: today + 5)
            let told = try later.doctor()
            #expect(told.map(\.code).sorted() == ["backup-old", "outbox-stuck", "plan-old"])
            #expect(told.allSatisfy { $0.severity == .warning && $0.advice != nil })
            #expect(try later.status(today: today + 5).concerns.map(\.code) == told.map(\.code))
            _ = try later.backUp(to: folder.path("copy.db"), today: today + 5)
            _ = try later.plan(fourWeeks(from: today + 5))
            #expect(try later.doctor().map(\.code) == ["outbox-stuck"])
        }
    }

    @Test("a night that failed, by its code, until one goes well; and a clock that is wrong")
    func failedNight() throws {
        try TemporaryFolder.use { folder in
            let (today, path) = (SmallWorld.today, try Self.world().desk(in: folder).store)
            let desk = Self.desk(path, on: today)
            try folder.write("a file", to: "published/calendars")
            #expect(throws: FollowUpFailure.self) { try desk.night(fourWeeks(), output: folder.path("published")) }
            let told = try desk.doctor()
            #expect(told.map(\.code) == ["night-failed"] && told[0].sentence.english.contains("cannot-write"))
            _ = try desk.night(fourWeeks(), output: folder.path("elsewhere"))
            #expect(try desk.doctor() == [])

            let wrong = Self.desk(path, on: today + 365)
            #expect(throws: DeskError.self) {
                try wrong.night(fourWeeks(from: today + 365), output: folder.path("elsewhere"))
            }
            let codes = try wrong.doctor().map(\.code)
            #expect(codes.contains("day-far-from-last-write") && codes.contains("night-failed"))
            #expect(try wrong.concerns().map(\.code) == ["day-far-from-last-write"])
            #expect(try desk.upkeep(today: today).dayRefusal == nil)
        }
    }

    @Test("nothing of a simulated store, whose days are nobody's")
    func simulated() throws {
        try TemporaryFolder.use { folder in
            let (today, path) = (SmallWorld.today, try Self.world().desk(in: folder).store)
            _ = try Self.desk(path, on: today, isDayGiven: true).plan(fourWeeks())
            #expect(try Self.desk(path, on: today + 500).doctor() == [])
        }
    }
}
