import Synchronization
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore
import VisitTestSupport

@Suite("A wrong clock, or one wrong digit")
struct WrongClockTests {
    /// A machine whose clock a test sets.
    private final class Clock: Sendable {
        private let held: Mutex<Day>

        init(_ day: Day) { held = Mutex(day) }

        var day: Day {
            get { held.withLock { $0 } }
            set { held.withLock { $0 = newValue } }
        }

        var moment: Instant { Instant(utc: CivilTime(day, clock("12:00"))) }
    }

    private static let today = SmallWorld.today

    /// Two families whose mothers' visits rest on visit orders, with something to plan for a year.
    private static func world() -> SmallWorld {
        var world = SmallWorld()
        world.register.prisons[0].jurisdiction = Jurisdiction("GB-EAW")
        for name in ["A", "B"] {
            world.addMother("M\(name)")
            world.addFamily("F\(name)")
            world.addChild("C\(name)", in: "F\(name)", of: "M\(name)", last: today - 70)
        }
        for index in world.register.prisoners.indices {
            world.register.prisoners[index].sentence = .fixedTerm
            world.register.prisoners[index].grade = .standard
            world.register.prisoners[index].admitted = today - 80
        }
        world.register.parameters = [Parameter(name: "message.channel", value: "sms")]
        return world
    }

    /// A desk over a store of real people: its first day was read from the clock.
    private static func desk(
        in folder: TemporaryFolder, _ clock: Clock, isDayGiven: Bool = false
    ) throws -> Desk {
        let plain = try world().desk(in: folder)
        let desk = Desk(
            store: plain.store, configuration: SmallWorld.configuration, reach: .everything,
            isDayGiven: { isDayGiven }, now: { clock.moment })
        _ = try desk.plan(fourWeeks(from: clock.day))
        return desk
    }

    /// The same desk, where somebody says what day it is.
    private static func given(_ desk: Desk, _ clock: Clock, allowsDay: Bool = false) -> Desk {
        var given = Desk(
            store: desk.store, configuration: SmallWorld.configuration, reach: .everything, now: { clock.moment })
        given.allowsDay = allowsDay
        return given
    }

    private static func revision(_ desk: Desk) throws -> Int { try desk.revision() }

    @Test("is refused by every act that writes on a day, and nothing is changed")
    func refusedEverywhere() throws {
        try TemporaryFolder.use { folder in
            let clock = Clock(Self.today)
            let desk = try Self.desk(in: folder, clock)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            let file = try folder.write("name,value\nplan.weeks,5\n", to: "parameters.csv")
            let revision = try Self.revision(desk)
            let ahead = Self.today + 365
            let acts: [(String, (Desk) throws -> Void)] = [
                ("plan", { _ = try $0.plan(fourWeeks(from: ahead)) }),
                ("night", { _ = try $0.night(fourWeeks(from: ahead), output: folder.path("published")) }),
                ("ledger night", { _ = try $0.updateLedgers(today: ahead) }),
                ("adjust", { _ = try $0.adjustAccount(of: "MA", nil, by: 1, note: "x", today: ahead) }),
                ("import", { _ = try $0.importFiles([file], today: ahead) }),
                ("step", { _ = try $0.take(Desk.Step(.request), on: [visit.id], today: ahead) }),
                (
                    "move",
                    { _ = try $0.move(visit.id, to: ahead, start: nil, Desk.Step(.move, reason: "x"), today: ahead) }
                ),
                (
                    "close",
                    { _ = try $0.close("W1", on: DayRange(ahead + 4, ahead + 4), reason: "x", today: ahead) }
                ),
                ("messages", { _ = try $0.postMessages(today: ahead) }),
                ("delivery", { _ = try $0.deliverMessages(by: [:], limit: 1, today: ahead) }),
                (
                    "feed",
                    {
                        _ = try $0.createFeed(
                            scope: .prison("W1"), showsNames: false, language: .english, today: ahead)
                    }
                ),
            ]
            for (name, act) in acts {
                // One digit wrong, and then the machine's clock itself.
                #expect(
                    throws: DeskError.dayRefused(.farFromClock(ahead, clock: Self.today), isGiven: true), "\(name)"
                ) { try act(Self.given(desk, clock)) }
                clock.day = ahead
                let refusal = DayRefusal.farFromLastWrite(ahead, lastWrite: Self.today)
                #expect(throws: DeskError.dayRefused(refusal, isGiven: false), "\(name)") { try act(desk) }
                clock.day = Self.today
            }
            let before = Self.today - 365
            #expect(throws: DeskError.dayRefused(.beforeLastPlan(before, plan: Self.today), isGiven: true)) {
                try Self.given(desk, clock).plan(fourWeeks(from: before))
            }
            #expect(try Self.revision(desk) == revision)
            // What a file would do may be asked on any day.
            #expect(try desk.importFiles([file], isDryRun: true, today: ahead).isDryRun)
            #expect(try Self.revision(desk) == revision)
        }
    }

    @Test("has limits: seven days from the clock, thirty-five from the last write, the day of the last plan")
    func limits() throws {
        try TemporaryFolder.use { folder in
            let clock = Clock(Self.today)
            let desk = try Self.desk(in: folder, clock)
            let given = Self.given(desk, clock)
            _ = try given.updateLedgers(today: Self.today + 7)
            #expect(throws: DeskError.dayRefused(.farFromClock(Self.today + 8, clock: Self.today), isGiven: true)) {
                try given.updateLedgers(today: Self.today + 8)
            }
            let written = Self.today + 7
            clock.day = written + 36
            #expect(throws: DeskError.dayRefused(.farFromLastWrite(clock.day, lastWrite: written), isGiven: false)) {
                try desk.updateLedgers(today: clock.day)
            }
            clock.day = written + 35
            _ = try desk.plan(fourWeeks(from: clock.day))
            let plan = clock.day
            clock.day = plan - 1
            #expect(throws: DeskError.dayRefused(.beforeLastPlan(plan - 1, plan: plan), isGiven: false)) {
                try desk.updateLedgers(today: plan - 1)
            }
        }
    }

    @Test("that somebody confirms is taken, and the audit log has it")
    func confirmed() throws {
        try TemporaryFolder.use { folder in
            let clock = Clock(Self.today)
            let desk = try Self.desk(in: folder, clock)
            let ahead = Self.today + 20
            _ = try Self.given(desk, clock, allowsDay: true).updateLedgers(today: ahead)
            let entries = try VisitStore(openingAt: desk.store, readOnly: true).view(for: .everything)
                .auditEntries(limit: 10)
            let line = try #require(entries.first { $0.act == "day.allow" })
            #expect(line.subject == "day \(ahead)" && line.facts == ["refused=day-far-from-clock"])
        }
    }

    @Test("does no harm in a simulated store, whose first day somebody gave: it takes any")
    func simulated() throws {
        try TemporaryFolder.use { folder in
            let clock = Clock(Self.today)
            let desk = try Self.desk(in: folder, clock, isDayGiven: true)
            _ = try desk.plan(fourWeeks(from: Self.today + 900))
            _ = try desk.updateLedgers(today: Self.today - 300)
            // By the machine's clock as well.
            let daemon = Desk(
                store: desk.store, configuration: SmallWorld.configuration, reach: .everything,
                isDayGiven: { false }, now: { clock.moment })
            _ = try daemon.plan(fourWeeks())
            #expect(try VisitStore(openingAt: desk.store, readOnly: true).upkeep().isSimulated == true)
        }
    }

    /// What a plan gives people, without the numbers of visits and the moments of changes.
    private static func meetings(_ plan: Plan) -> [String] {
        plan.visits.filter { $0.status == .proposed }.map { visit in
            "\(visit.id) \(visit.date) \(visit.session.map(\.text) ?? "") \(visit.children) \(visit.prisoner)"
        }
    }

    private static func accounts(_ desk: Desk, _ today: Day) throws -> [String] {
        try ["MA", "MB"].map { id in
            let account = try desk.account(of: Identifier(id), today: today)
            return "\(account.balance) \(account.nextIssue.map(\.description) ?? "")"
        }
    }

    @Test("a night a year ahead is taken back: accounts, plan and days are what they would have been")
    func wayBack() throws {
        try TemporaryFolder.use { folder in
            let tomorrow = Self.today + 1
            let calm = try TemporaryFolder.use { other in
                let clock = Clock(Self.today)
                let desk = try Self.desk(in: other, clock)
                clock.day = tomorrow
                let plan = try desk.plan(fourWeeks(from: tomorrow)).plan
                return (Self.meetings(plan).count, try Self.accounts(desk, tomorrow), plan.horizon)
            }
            let clock = Clock(Self.today)
            let desk = try Self.desk(in: folder, clock)
            let first = try desk.plan(fourWeeks()).plan
            // What somebody puts right by hand stays.
            clock.day = Self.today + 365
            var careless = desk
            careless.allowsDay = true
            _ = try careless.night(fourWeeks(from: clock.day), output: folder.path("published"))
            #expect(try desk.account(of: "MA", today: clock.day).entries.count > 20)
            clock.day = tomorrow
            #expect(throws: DeskError.self) { try desk.plan(fourWeeks(from: tomorrow)) }

            let revision = try Self.revision(desk)
            let preview = try desk.revert(to: Self.today, note: "clock", today: tomorrow, isDryRun: true)
            #expect(preview.done.plans == [2] && preview.done.lines > 20 && preview.accounts == 2)
            #expect(try Self.revision(desk) == revision)
            let report = try desk.revert(to: Self.today, note: "clock", today: tomorrow)
            #expect(report.done.plans == preview.done.plans && report.done.lines == preview.done.lines)
            #expect(report.done.cancelled.map(\.id) == preview.done.cancelled.map(\.id))
            let after = try Self.revision(desk)
            #expect(try desk.revert(to: Self.today, note: "clock", today: tomorrow).done.isEmpty)
            #expect(try Self.revision(desk) == after)
            let audit = try VisitStore(openingAt: desk.store, readOnly: true).view(for: .everything)
                .auditEntries(limit: 5)
            #expect(audit.contains { $0.act == "ledger.revert" && $0.subject == "day \(Self.today)" })

            // The plan of before is the published one again, with its proposals.
            let current = try #require(
                try VisitStore(openingAt: desk.store, readOnly: true).view(for: .everything).plan())
            #expect(current.number == 1 && Self.meetings(current) == Self.meetings(first))
            #expect(try Self.accounts(desk, tomorrow) == calm.1)
            let next = try desk.plan(fourWeeks(from: tomorrow)).plan
            #expect(next.number == 3 && next.horizon == calm.2)
            #expect(Set(Self.meetings(next)).isSuperset(of: Self.meetings(first)))
            #expect(Self.meetings(next).count == calm.0)
            #expect(try desk.doctor().filter { $0.severity == .error } == [])
        }
    }

    @Test("going back keeps what people put right by hand, before and after the wrong night")
    func handwork() throws {
        try TemporaryFolder.use { folder in
            let clock = Clock(Self.today)
            let desk = try Self.desk(in: folder, clock)
            let before = try desk.account(of: "MA", today: Self.today).balance
            _ = try desk.adjustAccount(of: "MA", nil, by: 2, note: "by letter", today: Self.today)
            var careless = desk
            careless.allowsDay = true
            // So many days ahead that the account does not reach its cap.
            _ = try careless.updateLedgers(today: Self.today + 60)
            _ = try careless.adjustAccount(of: "MA", nil, by: 1, note: "by telephone", today: Self.today)
            _ = try desk.revert(to: Self.today, note: "clock", today: Self.today)
            let account = try desk.account(of: "MA", today: Self.today)
            #expect(account.balance.visitsOpen == before.visitsOpen + 3)
            #expect(account.entries.contains { $0.note == "by telephone" && $0.kind == .reverted } == false)
            #expect(account.entries.last?.note == "by telephone")
        }
    }

    @Test("a way back that is far from the clock must be confirmed too")
    func farWayBack() throws {
        try TemporaryFolder.use { folder in
            let clock = Clock(Self.today)
            let desk = try Self.desk(in: folder, clock)
            let far = Self.today - 365
            #expect(throws: DeskError.dayRefused(.farFromClock(far, clock: Self.today), isGiven: false)) {
                try desk.revert(to: far, note: "", today: Self.today)
            }
            #expect(throws: DeskError.badRange("\(Self.today + 1)")) {
                try desk.revert(to: Self.today + 1, note: "", today: Self.today)
            }
        }
    }
}
