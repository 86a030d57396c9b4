import Foundation
import Synchronization
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore
import VisitTestSupport

@Suite("A night")
struct NightTests {
    /// Three families with a child each, visiting three mothers.
    private func world() -> SmallWorld {
        var world = SmallWorld()
        for name in ["A", "B", "C"] {
            world.addMother("M\(name)")
            world.addFamily("F\(name)")
            world.addChild("C\(name)", in: "F\(name)", of: "M\(name)", last: SmallWorld.today - 70)
        }
        return world
    }

    /// The files below a folder with what tells whether they were touched.
    private func files(below folder: String) throws -> [String: [String]] {
        let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let found = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
                let bits = String((found[.posixPermissions] as? Int ?? 0), radix: 8)
                return (name, [bits, "\(found[.modificationDate] ?? "")", "\(found[.systemFileNumber] ?? "")"])
            })
    }

    private func visits(_ desk: Desk) throws -> [Visit] {
        try desk.visits(VisitQuery(page: Page(limit: 1000))).map(\.visit)
    }

    @Test("plans, and writes calendars without names and reports with names apart; again, it changes no byte")
    func twice() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            let output = folder.path("published")
            let first = try desk.night(fourWeeks(), output: output)
            #expect(first.plan.outcome == .published)
            #expect(first.plan.childrenWithVisit == 3)
            let files = try files(below: output)
            #expect(files["calendars"]?.first == "750" || files["calendars"]?.first == "700")
            #expect(files["reports"]?.first == "700")
            #expect(files["calendars/household-FA.ics"] != nil)
            #expect(files["reports/household-FA.html"] != nil)
            for name in files.keys where name.hasPrefix("calendars/") {
                let text = try String(contentsOfFile: "\(output)/\(name)", encoding: .utf8)
                #expect(!text.contains("Child C"), "\(name) names a child.")
            }
            let revision = try desk.revision()

            let second = try desk.night(fourWeeks(), output: output)
            #expect(second.plan.outcome == .unchanged)
            #expect(second.files?.calendars.written == [] && second.files?.reports.written == [])
            #expect(try self.files(below: output) == files)
            #expect(try desk.revision() == revision)
        }
    }

    @Test("that ended after the plan and before the files is made whole by the next one")
    func interrupted() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            // What a run leaves that is killed after the plan was published.
            _ = try desk.plan(fourWeeks())
            let output = folder.path("published")
            let next = try desk.night(fourWeeks(), output: output)
            #expect(next.plan.outcome == .unchanged)
            let written = try #require(next.files?.calendars.written)
            #expect(written.contains("household-FA.ics"))
            // And one that is killed in the middle of the files.
            try FileManager.default.removeItem(atPath: "\(output)/calendars/household-FA.ics")
            try FileManager.default.removeItem(atPath: "\(output)/reports/household-FB.html")
            let last = try desk.night(fourWeeks(), output: output)
            #expect(last.files?.calendars.written == ["household-FA.ics"])
            #expect(last.files?.reports.written == ["household-FB.html"])
        }
    }

    @Test("tells nobody's messages twice, and queues those of the plan that it published")
    func messages() throws {
        try TemporaryFolder.use { folder in
            var world = world()
            world.register.parameters = [Parameter(name: "message.channel", value: "sms")]
            let desk = try world.desk(in: folder)
            let first = try desk.night(fourWeeks(), output: folder.path("published"))
            let count = try #require(first.messages)
            #expect(count > 0)
            #expect(try desk.night(fourWeeks(), output: folder.path("published")).messages == 0)
        }
    }

    /// Runs a night in the middle of which `step` is taken, once.
    private func night(
        _ desk: Desk, from day: Day, into output: String, while step: @escaping @Sendable () throws -> Void
    ) throws -> NightReport {
        let isDone = Mutex(false)
        return try desk.night(
            fourWeeks(from: day), output: output,
            progress: { progress in
                guard progress.stage == .solving else { return }
                let isFirst = isDone.withLock { done in
                    defer { done = true }
                    return !done
                }
                guard isFirst else { return }
                do { try step() } catch { Issue.record(error) }
            })
    }

    @Test("goes on when people call a visit off while it runs: theirs stays off, and the rest is published")
    func stepDuringRun() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            _ = try desk.night(fourWeeks(), output: folder.path("published"))
            let own = try #require(try visits(desk).first { $0.household == "FA" && $0.status == .proposed })
            let later = SmallWorld.today + 7
            let report = try night(desk, from: later, into: folder.path("published")) {
                _ = try desk.take(Desk.Step(.cancel, by: .household, reason: "a match"), on: [own.id], today: later)
            }
            #expect(report.plan.outcome == .published)
            let all = try visits(desk)
            let off = try #require(all.first { $0.id == own.id })
            #expect(off.status == .cancelled)
            #expect(!all.contains { $0.household == "FA" && $0.session == own.session && $0.status.isAhead })
            // The others have their visits in the weeks that have come into the horizon.
            let last = report.plan.plan.horizon.last
            for family in ["FB", "FC"] {
                #expect(all.contains { $0.household.text == family && $0.status == .proposed && $0.date > last - 28 })
            }
            // The next night looks at what was left out.
            #expect(try desk.night(fourWeeks(from: later), output: folder.path("published")).plan.outcome == .published)
        }
    }

    @Test("keeps an agreement that is made while it runs, with its table")
    func agreementDuringRun() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            _ = try desk.night(fourWeeks(), output: folder.path("published"))
            let own = try #require(try visits(desk).first { $0.household == "FB" && $0.status == .proposed })
            let later = SmallWorld.today + 1
            let report = try night(desk, from: later, into: folder.path("published")) {
                _ = try desk.take(Desk.Step(.confirm, by: .prison), on: [own.id], today: later)
            }
            #expect(report.plan.outcome == .published)
            let agreed = try #require(try visits(desk).first { $0.id == own.id })
            #expect(agreed.status == .confirmed && agreed.date == own.date)
        }
    }

    @Test("does not plan on the number in an account that is put right while it runs, and says so")
    func correctionDuringRun() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            let today = SmallWorld.today
            let report = try night(desk, from: today, into: folder.path("published")) {
                _ = try desk.adjustAccount(of: "MB", nil, by: -1, note: "booked by telephone", today: today)
            }
            #expect(report.plan.outcome == .published)
            #expect(report.plan.warnings.map(\.code) == ["plan-judged", "people-were-faster"])
            #expect(Set(report.plan.plan.visits.map(\.household)) == ["FA", "FC"])
            let next = try desk.night(fourWeeks(), output: folder.path("published"))
            #expect(next.plan.outcome == .published && next.plan.warnings.map(\.code) == ["plan-judged"])
        }
    }

    @Test("never writes over a visit that was moved to an earlier day and held there")
    func movedAndHeld() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.register.prisons[0].jurisdiction = Jurisdiction("US-MI")
            world.register.prisons[0].zone = "America/Detroit"
            world.register.parameters = [Parameter(name: "mi.visits_per_month", value: "8")]
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1", last: SmallWorld.today - 70)
            let (earlier, later) = (day("2026-12-05"), day("2026-12-12"))
            world.register.templates[0].recurrence = .once(later)
            let desk = try world.desk(in: folder)
            let first = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            world.register.templates[0].recurrence = .once(earlier)
            try world.update(desk)
            let moved = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            #expect(moved.id == first.id && moved.date == earlier)
            _ = try desk.take(Desk.Step(.confirm, by: .prison), on: [first.id], today: SmallWorld.today)
            _ = try desk.take(Desk.Step(.held), on: [first.id], today: earlier)

            world.register.templates[0].recurrence = .once(later)
            try world.update(desk)
            let visits = try desk.plan(fourWeeks(from: earlier + 1)).plan.visits
            #expect(visits.map(\.session) == [first.session])
            #expect(!visits.contains { $0.id == first.id })
            let held = try #require(try self.visits(desk).first { $0.id == first.id })
            #expect(held.status == .held && held.date == earlier)
        }
    }

    @Test("publishes nothing into a room that is closed while it runs")
    func closureDuringRun() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            let later = SmallWorld.today + 1
            let closed = DayRange(SmallWorld.today, SmallWorld.today + 14)
            _ = try night(desk, from: later, into: folder.path("published")) {
                _ = try desk.close("W1", on: closed, reason: "flu", today: later)
            }
            #expect(try !visits(desk).contains { $0.status.isAhead && closed.contains($0.date) })
        }
    }

    @Test("begins anew where the ground of all plans changes while it runs")
    func groundDuringRun() throws {
        try TemporaryFolder.use { folder in
            var world = world()
            let desk = try world.desk(in: folder)
            world.register.parameters = [Parameter(name: "plan.weeks", value: "3")]
            let changed = world
            let report = try night(desk, from: SmallWorld.today, into: folder.path("published")) {
                try changed.update(desk)
            }
            #expect(report.plan.outcome == .published)
            // What it was made from is what the store holds.
            #expect(try desk.night(fourWeeks(), output: folder.path("published")).plan.outcome == .unchanged)
        }
    }

    @Test("erasing a child sweeps the drafts of a first night that was killed")
    func draftsOfKilledNight() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            let output = folder.path("published")
            _ = try desk.plan(fourWeeks())
            try folder.write("CA travels", to: "published/calendars/.visitd-draft-1-1")
            _ = try desk.erase("CA", output: output, today: SmallWorld.today)
            #expect(try !files(below: output).keys.contains { $0.contains("visitd-draft") })
        }
    }

    @Test("keeps the mode of a folder that somebody has made for other things as well")
    func folderOfOthers() throws {
        try TemporaryFolder.use { folder in
            let output = folder.path("shared")
            try FileManager.default.createDirectory(
                atPath: output, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o1777])
            _ = try world().desk(in: folder).night(fourWeeks(), output: output)
            let mode = try FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] as? Int
            #expect(mode == 0o1777)
            #expect(try files(below: output)["reports"]?.first == "700")
        }
    }

    @Test("erasing a child takes what was published about it away too")
    func erasure() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            let output = folder.path("published")
            _ = try desk.night(fourWeeks(), output: output)
            _ = try desk.erase("CA", output: output, today: SmallWorld.today)
            let names = try files(below: output).keys
            #expect(!names.contains("reports/child-CA.html"))
            for name in names {
                let bytes = FileManager.default.contents(atPath: "\(output)/\(name)") ?? Data()
                #expect(!String(decoding: bytes, as: UTF8.self).contains("Child CA"), "\(name) names the child.")
            }
        }
    }

    @Test("an erasure that was stopped before its files were swept is finished by the next one")
    func erasureAgain() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            let output = folder.path("published")
            _ = try desk.night(fourWeeks(), output: output)
            _ = try desk.erase("CA", output: folder.path("elsewhere"), today: SmallWorld.today)
            #expect(try files(below: output).keys.contains("reports/child-CA.html"))
            #expect(throws: StoreError.self) { try desk.erase("CA", output: output, today: SmallWorld.today) }
            #expect(try !files(below: output).keys.contains("reports/child-CA.html"))
        }
    }

    @Test("that cannot write its files tells families all the same, and fails then")
    func noRoomForFiles() throws {
        try TemporaryFolder.use { folder in
            var world = world()
            world.register.parameters = [Parameter(name: "message.channel", value: "sms")]
            let desk = try world.desk(in: folder)
            try folder.write("a file", to: "published/calendars")
            let output = folder.path("published")
            let failure = #expect(throws: FollowUpFailure.self) { try desk.night(fourWeeks(), output: output) }
            #expect(failure?.cause as? DeskError == .cannotWrite(output + "/calendars"))
            #expect(failure?.kind == .cannotCreate && failure?.outcome == .followUpFailed)
            #expect(failure?.sentence.english.hasPrefix("Plan 1 is published.") == true)
            #expect(try VisitStore(openingAt: desk.store, readOnly: true).upkeep().night?.fault == "cannot-write")
            #expect(try !desk.outbox(all: true, limit: 1000).isEmpty)
        }
    }

    @Test("after which the calendars were taken away leaves no report about a child that is erased")
    func erasureWithoutCalendars() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            let output = folder.path("published")
            _ = try desk.night(fourWeeks(), output: output)
            try FileManager.default.removeItem(atPath: output + "/calendars")
            _ = try desk.erase("CA", output: output, today: SmallWorld.today)
            #expect(try !files(below: output).keys.contains("reports/child-CA.html"))
        }
    }

    @Test("keeps its language in the folder when a child is erased, whoever erases it")
    func languageOfFolder() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            func name(_ output: String) throws -> [Substring] {
                let text = String(
                    decoding: try folder.read("\(output)/calendars/prison-W1.ics"), as: UTF8.self)
                return text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("X-WR-CALNAME") }
            }
            _ = try desk.night(fourWeeks(), output: folder.path("english"))
            _ = try desk.night(fourWeeks(), output: folder.path("chinese"), language: .chinese)
            let chinese = try name("chinese")
            #expect(try name("english") != chinese)
            _ = try desk.erase("CA", output: folder.path("chinese"), today: SmallWorld.today)
            #expect(try name("chinese") == chinese)
        }
    }

    @Test("erasing a child with a configuration that is not there fails before anything is erased")
    func wrongConfiguration() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            let astray = Desk(
                store: desk.store, configuration: folder.path("none"), reach: .everything,
                now: { SmallWorld.instant })
            #expect(throws: DeskError.noConfiguration) { try astray.erase("CA", today: SmallWorld.today) }
            #expect(try desk.record(of: "CA").child.name == "Child CA (invented)")
        }
    }

    @Test("and all else that is about everybody is refused to whoever sees a part, and changes nothing")
    func narrowReach() throws {
        try TemporaryFolder.use { folder in
            let desk = try world().desk(in: folder)
            let output = folder.path("published")
            _ = try desk.night(fourWeeks(), output: output)
            let copy = try desk.backUp(to: folder.path("copy.db"), today: SmallWorld.today).file
            let revision = try desk.revision()
            let files = try files(below: output)
            for reach in [Reach.organisation("O1"), .prison("W1"), .household("FA"), .nothing] {
                let narrow = desk.acting(as: "token:1", within: reach)
                let acts: [() throws -> Void] = [
                    { _ = try narrow.plan(fourWeeks()) }, { _ = try narrow.night(fourWeeks(), output: output) },
                    { _ = try narrow.importFiles([folder.path("none")]) },
                    { _ = try narrow.erase("CA", output: output, today: SmallWorld.today) },
                    { _ = try narrow.restore(from: copy, replacing: true, today: SmallWorld.today) },
                ]
                for act in acts { #expect(throws: DeskError.notForPart) { try act() } }
            }
            #expect(try desk.revision() == revision)
            #expect(try self.files(below: output) == files)
            #expect(DeskError.notForPart.kind == .notAllowed)
        }
    }
}
