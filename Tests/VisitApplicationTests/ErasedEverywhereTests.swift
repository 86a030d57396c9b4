import Foundation
import Testing
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore
import VisitTestSupport

@testable import VisitApplication

@Suite("What an erasure leaves, wherever it could stand")
struct ErasedEverywhereTests {
    private static let mark = "QZMARKQZ"

    /// Two children of two mothers in two families; of the first people wrote in every place that they have, and the
    /// night has published.
    private static func use(_ body: (Desk, TemporaryFolder) throws -> Void) throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            for number in 1...2 {
                world.addMother("M\(number)")
                world.addFamily("H\(number)")
                world.addChild("C\(number)", in: "H\(number)", of: "M\(number)", last: SmallWorld.today - 70)
            }
            world.register.children[0].name = "和小花"
            world.register.guardians[0].phone = "+86 138 0000 0001"
            world.register.parameters = [Parameter(name: "message.channel", value: "sms")]
            world.register.absences = [
                Absence(
                    id: "A1", person: .child("C1"), days: DayRange(SmallWorld.today, SmallWorld.today),
                    reason: "\(mark) 1"),
                Absence(
                    id: "A2", person: .guardian("G-H2"), days: DayRange(SmallWorld.today, SmallWorld.today),
                    reason: "\(mark) 2 looks after 和 小 花"),
                Absence(
                    id: "A3", person: .prisoner("M1"), days: DayRange(SmallWorld.today, SmallWorld.today),
                    reason: "\(mark) 3"),
            ]
            world.register.events = [
                PrisonerEvent(
                    id: "V1", prisoner: "M1", kind: .compellingReason, date: SmallWorld.today - 9, note: "\(mark) 4"),
                PrisonerEvent(
                    id: "V2", prisoner: "M2", kind: .compellingReason, date: SmallWorld.today - 9,
                    note: "\(mark) 5 as He Xiaohua"),
            ]
            let desk = try world.desk(in: folder)
            _ = try desk.night(fourWeeks(), output: folder.path("published"))
            let visits = try desk.visits(VisitQuery()).filter { $0.visit.status == .proposed }.map(\.visit)
            let own = try #require(visits.first { $0.children == ["C1"] })
            let other = try #require(visits.first { $0.children == ["C2"] })
            _ = try desk.take(.init(.confirm, by: .prison, reason: "\(mark) 6"), on: [own.id], today: SmallWorld.today)
            _ = try desk.take(
                .init(.request, by: .household, reason: "\(mark) 7 with 和小花"), on: [other.id], today: SmallWorld.today)
            _ = try desk.close(
                "W1", on: DayRange(SmallWorld.today + 40, SmallWorld.today + 50),
                reason: "\(mark) 8, call 138-0000-0001",
                today: SmallWorld.today)
            _ = try desk.createToken(role: .researcher, label: "\(mark) 9 和小花", days: 30)
            _ = try desk.adjustAccount(of: "M1", nil, by: 1, note: "\(mark) 10", today: SmallWorld.today)
            _ = try desk.adjustAccount(of: "M2", nil, by: 1, note: "\(mark) 11 c1", today: SmallWorld.today)
            _ = try desk.night(fourWeeks(), output: folder.path("published"))
            try body(desk, folder)
        }
    }

    /// The files below a folder that hold a text, besides those that are named.
    private static func holding(_ text: String, below folder: String) throws -> [String] {
        let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        return names.filter {
            FileManager.default.contents(atPath: "\(folder)/\($0)")?.range(of: Data(text.utf8)) != nil
        }
        .sorted()
    }

    @Test("is in no store, log, outbox, published file, export, answer or later backup")
    func gone() throws {
        try Self.use { desk, folder in
            let before = folder.path("before")
            _ = try desk.exportTables(to: before)
            #expect(try !Self.holding(Self.mark, below: before).isEmpty)
            #expect(try Self.holding("和小花", below: folder.path("published")).count > 1)
            let texts = try desk.record(of: "C1").texts
            #expect((1...11).allSatisfy { number in texts.contains { $0.text.contains("\(Self.mark) \(number)") } })
            try FileManager.default.removeItem(atPath: before)

            let report = try desk.erase("C1", output: folder.path("published"), today: SmallWorld.today)
            #expect(report.erasure.includesHousehold)
            #expect(
                report.erasure.namings.map(\.place) == [
                    "absence.reason", "closure.reason", "ledgerEntry.note", "prisonerEvent.note", "token.label",
                    "visitAct.reason",
                ])
            _ = try desk.exportTables(to: folder.path("raw"))
            _ = try desk.backUp(to: folder.path("copy.db"), today: SmallWorld.today)
            _ = try desk.night(fourWeeks(), output: folder.path("published"))
            for text in [Self.mark, "和小花", "138 0000 0001"] {
                #expect(try Self.holding(text, below: folder.path) == [], "\(text)")
            }
            #expect(
                try !"\(desk.outbox(all: true, limit: 99))\(desk.auditEntries(about: nil, limit: 999))".contains(
                    Self.mark))
            #expect(try desk.doctor().filter { $0.severity == .error } == [])
            // Of the other child all is there.
            #expect(try desk.record(of: "C2").child.name == "Child C2 (invented)")
        }
    }

    @Test(
        "tells what it could not reach: folders of backups that are gone, copies of before an upgrade, texts that stay")
    func unreached() throws {
        try Self.use { desk, folder in
            let gone = folder.path("medium")
            try FileManager.default.createDirectory(atPath: gone, withIntermediateDirectories: true)
            _ = try desk.backUp(to: gone, today: SmallWorld.today)
            try FileManager.default.removeItem(atPath: gone)
            try folder.write("和小花", to: "visits.db.before-schema-9")
            let report = try desk.erase("C1", today: SmallWorld.today)
            #expect(report.missingFolders == [BackupFolderList.absolute(gone)])
            #expect(report.copies == [folder.path("visits.db.before-schema-9")])
            let document = ErasureDocument(
                child: "C1", visitsAhead: 0, visitsKept: 0, includesHousehold: false,
                namings: [FoundText(place: "place.nameEnglish", row: "NEAR", text: "", stays: true)],
                missingFolders: report.missingFolders, copies: report.copies)
            for language in Language.allCases {
                let text = ErasureText(document, language: language).text
                #expect(
                    text.contains(gone) && text.contains("before-schema-9") && text.contains("place.nameEnglish (NEAR)")
                )
            }
        }
    }

    @Test("says that the child was erased where what comes after it fails")
    func followUpFailed() throws {
        try Self.use { desk, folder in
            let backups = folder.path("backups")
            try FileManager.default.createDirectory(
                atPath: backups + "/backups.json.unreadable/x", withIntermediateDirectories: true)
            BackupFolderList(of: desk.store).add(backups)
            try FileManager.default.createDirectory(
                atPath: backups + "/backups.json/x", withIntermediateDirectories: true)
            let failure = #expect(throws: FollowUpFailure.self) { try desk.erase("C1", today: SmallWorld.today) }
            #expect(failure?.code == "ending-not-noted" && failure?.outcome == .followUpFailed)
            #expect(failure?.sentence.english.hasPrefix("Erased in the store: C1.") == true)
            #expect(try desk.children().filter { !$0.child.name.isEmpty }.map(\.child.id) == ["C2"])
        }
    }

    @Test("a backup that is one file is noted beside it, so that a restore of it erases the child again")
    func singleFile() throws {
        try Self.use { desk, folder in
            let copy = folder.path("elsewhere/one.db")
            try FileManager.default.createDirectory(atPath: folder.path("elsewhere"), withIntermediateDirectories: true)
            _ = try desk.backUp(to: copy, today: SmallWorld.today)
            #expect(try BackupRecord(in: folder.path("elsewhere")).copies.keys.sorted() == ["one.db"])
            _ = try desk.erase("C1", today: SmallWorld.today)
            for ending in ["", "-wal", "-shm", ".backup-folders"] { unlink(desk.store + ending) }
            let made = try desk.restore(from: copy, replacing: false, today: SmallWorld.today)
            #expect((made.source, made.children) == ("digests", ["C1"]))
        }
    }
}
