import Foundation
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitStore
import VisitTestSupport

@Suite("Upkeep")
struct UpkeepTests {
    private func world() -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        return world
    }

    @Test("a doctor finds nothing wrong with a sound store")
    func sound() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            _ = try desk.plan(fourWeeks())
            #expect(try desk.doctor().filter { $0.severity == .error }.isEmpty)
        }
    }

    @Test("a doctor notices a clock that was set back, and a zone that the system lacks")
    func clockAndZone() throws {
        try TemporaryFolder.use { folder in
            var world = world()
            let desk = try world.desk(in: folder)
            _ = try desk.plan(fourWeeks())
            world.register.prisons[0].zone = "Asia/Nowhere"
            try world.update(desk)
            let earlier = Desk(
                store: desk.store, configuration: SmallWorld.configuration,
                reach: .everything, now: { Instant(seconds: SmallWorld.instant.seconds - 3600) })
            let codes = try earlier.doctor().map(\.code)
            #expect(codes.contains("clock-behind"))
            #expect(codes.contains("zone-missing"))
            #expect(try earlier.concerns().map(\.code) == ["clock-behind", "zone-missing"])
        }
    }

    @Test("by a clock that is days behind the store no run takes away what is published")
    func clockFarBehind() throws {
        try TemporaryFolder.use { folder in
            let simulated = try world().desk(in: folder)
            let desk = Desk(
                store: simulated.store, configuration: SmallWorld.configuration, reach: .everything,
                isDayGiven: { false }, now: { SmallWorld.instant })
            let published = try desk.plan(fourWeeks()).plan
            let dead = Instant(seconds: 0)
            let earlier = Desk(
                store: desk.store, configuration: SmallWorld.configuration, reach: .everything,
                isDayGiven: { false }, now: { dead })
            let epoch = day("1970-01-01")
            let refusal = DayRefusal.beforeLastPlan(epoch, plan: SmallWorld.today)
            #expect(throws: DeskError.dayRefused(refusal, isGiven: false)) {
                try earlier.plan(fourWeeks(from: epoch))
            }
            #expect(try VisitStore(openingAt: desk.store, readOnly: true).view(for: .everything).plan() == published)
        }
    }
}
