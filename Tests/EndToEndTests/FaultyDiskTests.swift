import Foundation
import Testing
import VisitTestSupport

@Suite("A disk that fails at one call", .serialized)
struct FaultyDiskTests {
    private static let today = "2026-11-23"
    private static let compiler = OutsideTool("cc", probe: ["--version"])

    /// A store with a plan, and the library that makes the disk fail.
    private struct Ground {
        let folder: TemporaryFolder
        let library: String
        let store: String
        /// A visit that is proposed.
        let visit: String

        init(_ folder: TemporaryFolder) throws {
            self.folder = folder
            library = folder.path("disk.so")
            let source = Program.root + "/Tests/faults/disk.c"
            _ = try FaultyDiskTests.compiler.run(["-shared", "-fPIC", "-O1", source, "-o", library, "-ldl"])
            store = folder.path("world.db")
            let common = ["--store", store, "--today", FaultyDiskTests.today, "--json"]
            for arguments in [["init", "--example", "england"], ["plan", "--iterations", "20", "--threads", "1"]] {
                let outcome = try Program.visitctl.start(arguments + common, in: folder).end()
                #expect(outcome.status == 0, "\(outcome.output)")
            }
            let list = try Program.visitctl.start(["visit", "list", "--status", "proposed"] + common, in: folder).end()
            let visits = try #require(try list.document["visits"] as? [[String: Any]])
            visit = try #require(visits.first?["id"] as? String)
        }

        /// Runs a command on a copy of the store, with the disk failing at that call.
        ///
        /// - Returns: how it ended, and what the visit is afterwards.
        func run(_ arguments: [String], failing call: String, _ name: String) throws -> (Program.Outcome, String) {
            let copy = folder.path("\(name).db")
            try FileManager.default.copyItem(atPath: store, toPath: copy)
            let common = ["--store", copy, "--today", FaultyDiskTests.today, "--json"]
            let outcome = try Program.visitctl.start(
                arguments + common, in: folder,
                environment: ["LD_PRELOAD": library, "FAULTY_FILE": "/\(name).db", "FAULTY_CALL": call]
            ).end()
            let shown = try Program.visitctl.start(["visit", "show", visit] + common, in: folder).end()
            let document = try shown.document
            let visit = document["visit"] as? [String: Any] ?? document
            return (outcome, visit["status"] as? String ?? shown.output)
        }
    }

    /// The calls of a step that fail: with an error of the disk, with a full disk, for good.
    private static let calls =
        stride(from: 1, through: 105, by: 13).flatMap { ["read:\($0):5", "read:\($0 + 4):5:always"] }
        + stride(from: 1, through: 58, by: 5).flatMap { ["write:\($0):5", "write:\($0):28", "write:\($0):5:always"] }
        + (1...4).flatMap { ["sync:\($0):5", "sync:\($0):5:always"] }

    @Test(
        "a step says what is so: not done, done but, or not known",
        .enabled(if: compiler.isPresent, "\(compiler.missing)"))
    func outcomes() throws {
        try TemporaryFolder.use { folder in
            let ground = try Ground(folder)
            var seen: Set<String> = []
            for (index, call) in Self.calls.enumerated() {
                let (outcome, status) = try ground.run(
                    ["visit", "cancel", ground.visit, "--by", "household", "--reason", "x"], failing: call, "s\(index)")
                guard outcome.status != 0 else {
                    #expect(status == "cancelled", "\(call)")
                    continue
                }
                #expect(outcome.status == 74, "\(call): \(outcome.output)")
                let said = try outcome.document["outcome"] as? String
                seen.insert(said ?? "")
                switch said {
                case "not-done": #expect(status == "proposed", "\(call): \(outcome.output)")
                case "done-but": #expect(status == "cancelled", "\(call): \(outcome.output)")
                case "unknown": #expect(["proposed", "cancelled"].contains(status), "\(call)")
                default: Issue.record("\(call): \(outcome.output) \(outcome.complaint)")
                }
                #expect(!outcome.output.contains("nothing was changed"), "\(call)")
            }
            #expect(seen.isSuperset(of: ["not-done", "done-but"]))
        }
    }

    @Test(
        "an erasure that is written says so where the store's log cannot be emptied after it",
        .enabled(if: compiler.isPresent, "\(compiler.missing)"))
    func erasure() throws {
        try TemporaryFolder.use { folder in
            let ground = try Ground(folder)
            var seen: Set<String> = []
            for number in 1...5 {
                let name = "erasure\(number)"
                let call = "sync:\(number):5"
                let (outcome, _) = try ground.run(["erase", "--child", "EC4", "--yes"], failing: call, name)
                let asked = ["next", "--child", "EC4", "--json", "--today", Self.today]
                let next = try Program.visitctl.start(asked + ["--store", folder.path("\(name).db")], in: folder).end()
                let isErased = next.status != 0
                let said = outcome.status == 0 ? "done" : try outcome.document["outcome"] as? String
                seen.insert(said ?? "")
                switch said {
                case "not-done": #expect(!isErased, "\(call): \(outcome.output)")
                case "done", "done-but": #expect(isErased, "\(call): \(outcome.output)")
                case "unknown": break
                default: Issue.record("\(call): \(outcome.output) \(outcome.complaint)")
                }
            }
            #expect(seen.isSuperset(of: ["not-done", "done-but"]))
        }
    }

    @Test(
        "a restore says what is so, also where only what comes after it fails",
        .enabled(if: compiler.isPresent, "\(compiler.missing)"))
    func restore() throws {
        try TemporaryFolder.use { folder in
            let ground = try Ground(folder)
            let common = ["--today", Self.today, "--json"]
            let backup = folder.path("backup.db")
            let token = ["token", "create", "--role", "administrator", "--label", "made after the backup"]
            for arguments in [["backup", backup], token] {
                let outcome = try Program.visitctl.start(
                    arguments + common + ["--store", ground.store], in: folder
                ).end()
                #expect(outcome.status == 0, "\(outcome.output)")
            }
            var seen: Set<String> = []
            let calls = (1...24).flatMap { ["sync:\($0):5", "sync:\($0):5:always"] }
            for (index, call) in calls.enumerated() {
                let place = folder.path("restore\(index)")
                try FileManager.default.createDirectory(atPath: place + "/backups", withIntermediateDirectories: true)
                try FileManager.default.copyItem(atPath: ground.store, toPath: place + "/world.db")
                try FileManager.default.copyItem(atPath: backup, toPath: place + "/backups/backup.db")
                let store = ["--store", place + "/world.db"]
                let outcome = try Program.visitctl.start(
                    ["restore", place + "/backups/backup.db", "--replace"] + common + store, in: folder,
                    environment: [
                        "LD_PRELOAD": ground.library, "FAULTY_FILE": place + "/", "FAULTY_CALL": call,
                        "VISITD_BACKUPS": place + "/backups",
                    ]
                ).end()
                let list = try Program.visitctl.start(["token", "list"] + common + store, in: folder).end()
                let isRestored = try #require(try list.document["tokens"] as? [Any]).isEmpty
                guard outcome.status != 0 else {
                    #expect(isRestored, "\(call)")
                    continue
                }
                let said = try outcome.document["outcome"] as? String
                seen.insert(said ?? "")
                switch said {
                case "not-done": #expect(!isRestored, "\(call): \(outcome.output)")
                case "done-but": #expect(isRestored, "\(call): \(outcome.output)")
                case "unknown": break
                default: Issue.record("\(call): \(outcome.output) \(outcome.complaint)")
                }
            }
            #expect(seen.isSuperset(of: ["not-done", "done-but"]))
        }
    }

    @Test("one reading that fails is no damage", .enabled(if: compiler.isPresent, "\(compiler.missing)"))
    func reading() throws {
        try TemporaryFolder.use { folder in
            let ground = try Ground(folder)
            // Later the log is folded, and garbage that is read then is written: that is damage.
            for (index, number) in stride(from: 1, through: 40, by: 3).enumerated() {
                let (outcome, _) = try ground.run(
                    ["visit", "list"], failing: "read:\(number):0", "r\(index)")
                #expect(outcome.status != 65, "read \(number): \(outcome.output.prefix(300))")
                let (step, status) = try ground.run(
                    ["visit", "cancel", ground.visit, "--reason", "x"], failing: "read:\(number):0", "w\(index)")
                #expect(step.status != 65, "read \(number): \(step.output.prefix(300))")
                #expect(step.status != 0 || status == "cancelled", "read \(number)")
            }
            // What is damaged is damaged at the second look too.
            let broken = folder.path("broken.db")
            var bytes = try folder.read("world.db")
            for offset in stride(from: 8192, to: min(bytes.count, 400_000), by: 7) { bytes[offset] = 0xA5 }
            try folder.write(bytes, to: "broken.db")
            let outcome = try Program.visitctl.run(
                "visit", "list", "--json", "--store", broken, "--today", Self.today, in: folder)
            #expect(outcome.status == 65)
        }
    }
}
