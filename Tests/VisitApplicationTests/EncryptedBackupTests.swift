import Foundation
import Testing
import VisitModel
import VisitReports
import VisitStore
import VisitTestSupport

@testable import VisitApplication

@Suite("An encrypted backup")
struct EncryptedBackupTests {
    static let age = OutsideTool("age-keygen")

    /// A pair of keys: the public one, and the file of the private one.
    private static func keys(in folder: TemporaryFolder, _ name: String) throws -> (recipient: String, identity: String)
    {
        let identity = try folder.write(try age.run([]), to: name)
        return (try age.run(["-y", identity]).trimmingCharacters(in: .whitespacesAndNewlines), identity)
    }

    private func desk(in folder: TemporaryFolder) throws -> Desk {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        try FileManager.default.createDirectory(
            atPath: folder.path("backups"), withIntermediateDirectories: true)
        return try world.desk(in: folder)
    }

    /// Whether any file below the folder, but the store, holds the name of the child.
    private func isReadable(in folder: TemporaryFolder) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            guard !name.hasPrefix("visits.db"), let data = FileManager.default.contents(atPath: folder.path(name))
            else { return false }
            return data.range(of: Data("Child C1 (invented)".utf8)) != nil
        }
    }

    @Test(
        "is read by who has the identity alone, is checked by decrypting it, and is restored from",
        .enabled(if: age.isPresent, "\(age.missing)"))
    func encrypted() throws {
        try TemporaryFolder.use { folder in
            let desk = try desk(in: folder)
            let (recipient, identity) = try Self.keys(in: folder, "key.txt")
            let (_, stranger) = try Self.keys(in: folder, "other.txt")
            let backups = folder.path("backups")
            let unchecked = try desk.backUp(
                to: backups, encryption: .init(recipients: [recipient]), today: SmallWorld.today - 1)
            #expect(unchecked.check == .openedBeforeEncryption)
            let made = try desk.backUp(
                to: backups, keep: 2, encryption: .init(recipients: [recipient], identity: identity),
                today: SmallWorld.today)
            #expect(made.file == "\(backups)/visits-2026-11-23.db.age")
            #expect((made.check, made.isEncrypted) == (.decrypted, true))
            #expect(AgeProgram.hasEncrypted(made.file) && !AgeProgram.hasEncrypted(desk.store))
            #expect(try isReadable(in: folder) == [])

            _ = try desk.plan(fourWeeks())
            #expect(throws: BackupError.identityMissing(path: made.file)) {
                try desk.restore(from: made.file, replacing: true, today: SmallWorld.today)
            }
            #expect(throws: BackupError.identityNotReadable(path: folder.path("none"))) {
                try desk.restore(
                    from: made.file, identity: folder.path("none"), replacing: true, today: SmallWorld.today)
            }
            let refused = #expect(throws: BackupError.self) {
                try desk.restore(from: made.file, identity: stranger, replacing: true, today: SmallWorld.today)
            }
            #expect(refused?.code == "decryption-failed")
            #expect(try desk.status(today: SmallWorld.today).plan != nil)
            _ = try desk.restore(from: made.file, identity: identity, replacing: true, today: SmallWorld.today)
            #expect(try desk.status(today: SmallWorld.today).plan == nil)
            #expect(try isReadable(in: folder) == [])
        }
    }

    @Test(
        "counts among those that are kept by what the record beside it says it holds",
        .enabled(if: age.isPresent, "\(age.missing)"))
    func kept() throws {
        try TemporaryFolder.use { folder in
            let desk = try desk(in: folder)
            let (recipient, _) = try Self.keys(in: folder, "key.txt")
            var removed: [[String]] = []
            for number in [40, 0, 1] {
                let made = try desk.backUp(
                    to: folder.path("backups"), keep: 2, encryption: .init(recipients: [recipient]),
                    today: SmallWorld.today + number)
                removed.append(made.removed)
                _ = try desk.createToken(role: .researcher, label: "", days: 1)
            }
            #expect(removed == [[], [], ["visits-2027-01-02.db.age"]])
        }
    }

    @Test("is not made at all where it cannot be encrypted", .enabled(if: age.isPresent, "\(age.missing)"))
    func refused() throws {
        try TemporaryFolder.use { folder in
            let desk = try desk(in: folder)
            let refused = #expect(throws: BackupError.self) {
                try desk.backUp(
                    to: folder.path("backups"), encryption: .init(recipients: ["age1nobody"]),
                    today: SmallWorld.today)
            }
            #expect(refused?.code == "encryption-failed")
            #expect(refused?.sentence.english.contains("age1nobody") == true)
            #expect(try isReadable(in: folder) == [])
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("backups"))
            #expect(left == [".backups.lock"])
            #expect(throws: BackupError.ageMissing) { try AgeProgram(environment: ["PATH": "/none:/nowhere"]) }
        }
    }

    @Test(
        "leaves nothing readable after the next run, whenever one was killed",
        .enabled(if: age.isPresent, "\(age.missing)"), arguments: [3_000, 12_000, 28_000, 60_000])
    func killed(microseconds: Int) async throws {
        try await TemporaryFolder.use { folder in
            let desk = try desk(in: folder)
            let (recipient, _) = try Self.keys(in: folder, "key.txt")
            let backups = folder.path("backups")
            await #expect(processExitsWith: .signal(SIGALRM)) {
                [
                    store = desk.store as String, backups = backups as String, recipient = recipient as String,
                    microseconds = microseconds as Int
                ] in
                let desk = Desk(
                    store: store, configuration: SmallWorld.configuration, reach: .everything,
                    now: { SmallWorld.instant })
                var alarm = itimerval()
                alarm.it_value.tv_usec = __suseconds_t(microseconds)
                setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &alarm, nil)
                for number in 0... {
                    _ = try desk.backUp(
                        to: backups, keep: 2, encryption: .init(recipients: [recipient]),
                        today: SmallWorld.today + number)
                }
            }
            // Also where the next one is not encrypted.
            _ = try desk.backUp(to: folder.path("last.db"), encryption: .init(), today: SmallWorld.today)
            _ = try desk.backUp(
                to: backups, encryption: .init(recipients: [recipient]), today: SmallWorld.today - 1)
            #expect(try isReadable(in: folder) == ["last.db"])
            for place in [folder.path, backups] {
                let names = try FileManager.default.contentsOfDirectory(atPath: place)
                #expect(!names.contains { $0.contains("draft") }, "\(names)")
            }
        }
    }

    @Test("is encrypted to whom visitd.yaml names, and a list there, which could be passed over, is refused")
    func settings() throws {
        try TemporaryFolder.use { folder in
            try FileManager.default.createDirectory(
                atPath: folder.path("rules"), withIntermediateDirectories: true)
            let desk = Desk(store: folder.path("visits.db"), configuration: folder.path, reach: .everything)
            #expect(try desk.backupEncryption().recipients == [])
            try folder.write(
                "backup-recipients: \"age1a, ssh-ed25519 AAAA b\"\nbackup-identity: /key\n", to: "visitd.yaml")
            #expect(try desk.backupEncryption().recipients == ["age1a", "ssh-ed25519 AAAA b"])
            #expect(try desk.backupEncryption().identity == "/key")
            try folder.write("backup-recipients: [age1a]\n", to: "visitd.yaml")
            #expect(throws: (any Error).self) { try desk.backupEncryption() }
        }
    }
}
