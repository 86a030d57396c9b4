import Foundation
import Synchronization
import Testing
import VisitModel
import VisitReports
import VisitStore
import VisitTestSupport

@testable import VisitApplication

@Suite("A folder of backups")
struct BackupFolderTests {
    /// A desk, and the folder that its backups go to.
    private func use(_ body: (Desk, String, TemporaryFolder) throws -> Void) throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            let desk = try world.desk(in: folder)
            let backups = folder.path("backups")
            try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
            try body(desk, backups, folder)
        }
    }

    /// Changes something in the store, so that the next backup holds more than the last.
    private func write(_ desk: Desk) throws {
        _ = try desk.createToken(role: .researcher, label: "", days: 1)
    }

    /// The names of the backups in the folder.
    private func names(_ backups: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: backups)
            .filter { !$0.hasPrefix(".") && $0 != BackupRecord.fileName }.sorted()
    }

    @Test("keeps those that hold most; other files are left alone")
    func keep() throws {
        try use { desk, backups, folder in
            _ = try folder.write("a letter", to: "backups/visits-old.db")
            for number in 0..<4 {
                let made = try desk.backUp(to: backups, keep: 2, today: SmallWorld.today + number)
                #expect(made.file == "\(backups)/visits-\(SmallWorld.today + number).db")
                #expect(made.removed == (number < 2 ? [] : ["visits-\(SmallWorld.today + number - 2).db"]))
                #expect((made.check, made.isEncrypted, made.leftAlone) == (.opened, false, []))
                try write(desk)
            }
            #expect(try names(backups) == ["visits-2026-11-25.db", "visits-2026-11-26.db", "visits-old.db"])
        }
    }

    @Test("never loses what was just made to a clock that is slow, nor keeps a slot for one that was fast")
    func wrongClocks() throws {
        try use { desk, backups, _ in
            _ = try desk.backUp(to: backups, keep: 2, today: day("2099-01-01"))
            for number in 0..<2 {
                try write(desk)
                _ = try desk.backUp(to: backups, keep: 2, today: SmallWorld.today + number)
            }
            #expect(try names(backups) == ["visits-2026-11-23.db", "visits-2026-11-24.db"])
            try write(desk)
            let slow = try desk.backUp(to: backups, keep: 2, today: day("1970-01-01"))
            #expect(try names(backups) == ["visits-1970-01-01.db", "visits-2026-11-24.db"])
            #expect(slow.removed == ["visits-2026-11-23.db"])
            // Nothing was written since: the copies hold the same, and the one that was just made stays.
            _ = try desk.backUp(to: backups, keep: 1, today: day("1969-12-31"))
            #expect(try names(backups) == ["visits-1969-12-31.db"])
        }
    }

    @Test("replaces a copy of the same day by one that holds more, and never one that holds more or is another store's")
    func sameDay() throws {
        try use { desk, backups, folder in
            let early = try desk.backUp(to: folder.path("early.db"), today: SmallWorld.today)
            try write(desk)
            let file = try desk.backUp(to: backups, today: SmallWorld.today).file
            let before = try VisitStore.describeCopy(at: file).revision
            try write(desk)
            #expect(try desk.backUp(to: backups, today: SmallWorld.today).file == file)
            #expect(try VisitStore.describeCopy(at: file).revision > before)

            // The store is lost, and what takes its place holds less than the copy of this morning.
            for ending in ["", "-wal", "-shm"] { unlink(desk.store + ending) }
            try FileManager.default.copyItem(atPath: early.file, toPath: desk.store)
            let second = try desk.backUp(to: backups, today: SmallWorld.today).file
            #expect(second == "\(backups)/visits-2026-11-23.2.db")
            #expect(try VisitStore.describeCopy(at: file).revision > before)
        }
    }

    @Test("tells of files that are called like backups and are none of this store, and leaves them")
    func strangers() throws {
        try use { desk, backups, folder in
            let other = try VisitStore.create(at: folder.path("other.db"))
            try other.backUp(to: "\(backups)/visits-2026-01-01.db")
            try other.close()
            _ = try folder.write("no store at all", to: "backups/visits-2026-01-02.db")
            _ = try folder.write("age-encryption.org/v1\n", to: "backups/visits-2026-01-03.db.age")
            let made = try desk.backUp(to: backups, keep: 1, today: SmallWorld.today)
            #expect(
                made.leftAlone == ["visits-2026-01-01.db", "visits-2026-01-02.db", "visits-2026-01-03.db.age"])
            #expect(try names(backups).count == 4)
            for language in Language.allCases {
                #expect(BackupText(made, language: language).text.contains("visits-2026-01-02.db"))
            }
        }
    }

    @Test("takes two backups at once of one name: both end well, one after the other")
    func atOnce() throws {
        try use { (desk, backups, folder) throws in
            let faults = Mutex<[String]>([])
            let files = Mutex<[String]>([])
            let ended = DispatchGroup()
            let single = folder.path("single.db")
            for target in [backups, backups, backups, single, single] {
                ended.enter()
                Thread {
                    defer { ended.leave() }
                    do {
                        let file = try desk.backUp(to: target, today: SmallWorld.today).file
                        files.withLock { $0.append(file) }
                    } catch {
                        faults.withLock { $0.append("\(error)") }
                    }
                }.start()
            }
            ended.wait()
            #expect(files.withLock { $0 }.count { $0.hasPrefix(backups) } == 3)
            #expect(files.withLock { $0 }.count { $0 == single } == 1)
            // Of two to one file that is not there yet, the second says that the first was faster.
            #expect(faults.withLock { $0 } == [DeskError.exists(single).sentence.english])
            #expect(try names(backups) == ["visits-2026-11-23.db"])
        }
    }

    @Test("says so where another process does not end its backup")
    func elsewhere() throws {
        try use { _, backups, _ in
            let lock = try BackupFolder(backups).lock()
            #expect(throws: BackupError.madeElsewhere(folder: backups)) {
                try BackupFolder(backups).lock(timeout: 0.02)
            }
            withExtendedLifetime(lock) {}
        }
    }

    @Test("a file that exists is not replaced, and one that fails leaves nothing")
    func existing() throws {
        try use { desk, _, folder in
            let file = try folder.write("a letter", to: "letter.txt")
            #expect(throws: DeskError.exists(file)) { try desk.backUp(to: file, today: SmallWorld.today) }
            #expect(throws: DeskError.notAFolder(file)) {
                try desk.backUp(to: file, keep: 3, today: SmallWorld.today)
            }
            #expect(throws: BackupError.folderMissing(path: folder.path("copy.db"))) {
                try desk.backUp(to: folder.path("copy.db"), keep: 3, today: SmallWorld.today)
            }
            #expect(throws: StoreError.self) {
                try desk.backUp(to: folder.path("none/copy.db"), today: SmallWorld.today)
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(!names.contains { $0.contains("draft") || $0.contains("copy") })
        }
    }

    /// Everything in the folder that is neither a backup nor kept beside them.
    private func litter(_ backups: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: backups).filter { name in
            BackupFolder.Entry(name) == nil && name != BackupRecord.fileName && name != ".backups.lock"
        }
    }

    @Test(
        "has no litter after the next run, whenever a backup was killed, and leaves a living one's draft alone",
        arguments: [500, 2_000, 5_000, 11_000, 23_000, 47_000])
    func killed(microseconds: Int) async throws {
        try await TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            let desk = try world.desk(in: folder)
            let backups = folder.path("backups")
            try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
            await #expect(processExitsWith: .signal(SIGALRM)) {
                [store = desk.store as String, backups = backups as String, microseconds = microseconds as Int] in
                let desk = Desk(
                    store: store, configuration: SmallWorld.configuration, reach: .everything,
                    now: { SmallWorld.instant })
                // The alarm ends this process at once, whatever it is doing, as SIGKILL would.
                var alarm = itimerval()
                alarm.it_value.tv_usec = __suseconds_t(microseconds)
                setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &alarm, nil)
                for number in 0... {
                    _ = try desk.backUp(to: backups, keep: 3, today: SmallWorld.today + number)
                }
            }
            _ = try folder.write("half a copy", to: "backups/visits-2026-01-01.db.partial")
            _ = try desk.backUp(to: backups, keep: 3, today: SmallWorld.today - 1)
            #expect(try litter(backups) == [])
            for name in try names(backups) {
                _ = try VisitStore.describeCopy(at: "\(backups)/\(name)")
            }

            let living = try BackupDraft(
                of: VisitStore(openingAt: desk.store, readOnly: true), in: backups, Desk.BackupEncryption())
            _ = try desk.backUp(to: backups, keep: 3, today: SmallWorld.today - 2)
            #expect(try litter(backups).count == 1)
            #expect(try living.place(at: folder.path("backups/mine.db"), replacing: false))
            #expect(try litter(backups) == ["mine.db"])
        }
    }
}
