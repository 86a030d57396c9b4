import Foundation
import Testing
import VisitModel
import VisitReports
import VisitStore
import VisitTestSupport

@testable import VisitApplication

@Suite("What the operator is told of the audit log")
struct AuditConcernTests {
    private static func use(_ body: (Desk, _ backups: String, TemporaryFolder) throws -> Void) throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            let backups = folder.path("backups")
            try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
            let desk = try world.desk(in: folder)
            _ = try desk.plan(fourWeeks())
            try body(desk, backups, folder)
        }
    }

    private static let python = OutsideTool.python("sqlite3")

    /// Changes the file as another program would.
    private static func forge(_ desk: Desk, _ statements: String) throws {
        let script = "import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\ndb.executescript(sys.argv[2])\ndb.close()"
        _ = try python.run(["-c", script, desk.store, statements])
    }

    /// The same desk, later.
    private static func desk(_ desk: Desk, later seconds: Int) -> Desk {
        Desk(
            store: desk.store, configuration: SmallWorld.configuration, reach: .everything,
            now: { SmallWorld.instant + seconds }, newIdentifier: { "later-1" })
    }

    private static func codes(_ desk: Desk) throws -> [String] {
        try desk.doctor().filter { $0.severity == .error || $0.code == "audit-large" }.map(\.code)
    }

    private static let cut = """
        DROP TRIGGER auditEntryIsNeverDeleted;
        DELETE FROM auditEntry WHERE position = (SELECT max(position) FROM auditEntry);
        CREATE TRIGGER auditEntryIsNeverDeleted BEFORE DELETE ON auditEntry
          BEGIN SELECT RAISE (ABORT, 'an audit entry is never deleted'); END
        """

    @Test("lines that were cut off at the end are missed by every backup that has them", .enabled(if: python.isPresent))
    func cutTail() throws {
        try Self.use { desk, backups, _ in
            _ = try desk.createToken(role: .researcher, label: "", days: 30)
            let end = try #require(try StoreCopy.ChainEnd(desk.auditEnd()))
            _ = try desk.backUp(to: backups, today: SmallWorld.today)
            #expect(try Self.codes(desk) == [])
            try desk.requireAudit(toHold: end)
            try Self.forge(desk, Self.cut)
            // The chain of what is left holds.
            #expect(try Self.codes(desk) == ["audit-end-missing"])
            let told = try #require(try desk.doctor().first { $0.code == "audit-end-missing" })
            #expect(told.sentence.english.contains("visits-2026-11-23.db"))
            #expect(throws: AuditError.endMissing(end)) { try desk.requireAudit(toHold: end) }
        }
    }

    @Test("what a restore has replaced is not missed, and what is cut off after it is", .enabled(if: python.isPresent))
    func restored() throws {
        try Self.use { desk, backups, _ in
            let early = try desk.backUp(to: backups, today: SmallWorld.today).file
            _ = try desk.createToken(role: .researcher, label: "", days: 30)
            _ = try desk.createToken(role: .researcher, label: "", days: 30)
            _ = try desk.backUp(to: backups, today: SmallWorld.today + 1)
            _ = try desk.restore(from: early, replacing: true, today: SmallWorld.today)
            #expect(try Self.codes(desk) == [])
            let later = Self.desk(desk, later: 60)
            _ = try later.createToken(role: .researcher, label: "", days: 30)
            _ = try later.backUp(to: backups, today: SmallWorld.today + 2)
            try Self.forge(desk, Self.cut)
            #expect(try Self.codes(later) == ["audit-end-missing"])
        }
    }

    @Test("a visit that was changed from outside, and a trigger that was dropped", .enabled(if: python.isPresent))
    func forged() throws {
        try Self.use { desk, _, _ in
            let visit = try #require(try desk.visits(VisitQuery()).first?.visit)
            _ = try desk.take(.init(.confirm, by: .prison, reason: ""), on: [visit.id], today: SmallWorld.today)
            #expect(try Self.codes(desk) == [])
            try Self.forge(desk, "UPDATE visit SET date = date + 7 WHERE id = '\(visit.id)'")
            #expect(try Self.codes(desk) == ["audit-differs"])
            try Self.forge(
                desk, "UPDATE visit SET date = date - 7 WHERE id = '\(visit.id)'; DROP TRIGGER auditEntryIsNeverChanged"
            )
            #expect(try Self.codes(desk) == ["schema-changed"])
        }
    }

    @Test("a growth that no people cause, with who causes it and what to do")
    func growth() throws {
        try Self.use { desk, _, _ in
            let accesses = (0...Desk.mostAuditLines).map {
                AccessLogEntry(
                    actor: "token:t1", moment: SmallWorld.instant + $0 % 9, act: "child.read", subjects: ["child C1"])
            }
            try desk.note(accesses)
            let told = try desk.doctor().filter { $0.code == "audit-large" }
            #expect(told.count == 1 && told[0].severity == .warning)
            #expect(told[0].sentence.english.contains("\(accesses.count) by token:t1"))
            #expect(told[0].advice?.english.contains("requests-per-minute") == true)
            let later = Self.desk(desk, later: 2 * 86_400)
            #expect(try !later.doctor().contains { $0.code == "audit-large" })
        }
    }

    @Test("a child is told who has seen it, its household and its visits, through lists too, and of nobody else")
    func person() throws {
        try Self.use { desk, _, _ in
            let visit = try #require(try desk.visits(VisitQuery()).first?.visit.id)
            func sight(_ act: String, _ subjects: String...) -> AccessLogEntry {
                AccessLogEntry(actor: "token:t1", moment: SmallWorld.instant, act: act, subjects: subjects)
            }
            try desk.note([
                sight("child.read", "child C1", "child C9"), sight("household.read", "household H1", "household H9"),
                sight("visit.read", "visit \(visit)", "visit z9"), sight("child.read", "child C9", "child C10"),
            ])
            let reads = try desk.record(of: "C1").audit.filter { $0.act.hasSuffix(".read") }
            #expect(
                reads.reversed().map(\.facts) == [
                    ["seen=2", "child=C1"], ["seen=2", "household=H1"], ["seen=2", "visit=\(visit)"],
                ])
            #expect(try desk.auditEntries(ofChild: "C1", limit: 99).filter { $0.act.hasSuffix(".read") } == reads)
        }
    }
}
