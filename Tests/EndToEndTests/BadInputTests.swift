import Foundation
import Testing
import VisitTestSupport

@Suite("Bad input gets one clear sentence, the right exit code, and loses nothing", .serialized)
struct BadInputTests {
    /// A command line, with STORE for a store that holds the Michigan world, and what must come of it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let what: String
        let arguments: [String]
        let status: Int32
        let says: String

        var testDescription: String { what }
    }

    private static let mistakes: [Mistake] = [
        Mistake(what: "no command", arguments: ["frobnicate"], status: 64, says: "frobnicate"),
        Mistake(what: "next for nobody", arguments: ["next", "--store", "STORE"], status: 64, says: "--child"),
        Mistake(
            what: "a date that does not exist",
            arguments: ["next", "--all", "--store", "STORE", "--today", "2026-02-30"], status: 64, says: "2026-02-30"),
        Mistake(
            what: "an unknown child", arguments: ["next", "--child", "C999999", "--store", "STORE"], status: 66,
            says: "child"),
        Mistake(
            what: "an unknown prison",
            arguments: [
                "sessions", "--prison", "NOWHERE", "--from", "2026-12-01", "--to", "2026-12-31", "--store", "STORE",
            ],
            status: 66, says: "NOWHERE"),
        Mistake(
            what: "days that end before they begin",
            arguments: ["sessions", "--prison", "X", "--from", "2026-12-31", "--to", "2026-12-01", "--store", "STORE"],
            status: 64, says: "before"),
        Mistake(
            what: "a store that is not there", arguments: ["next", "--all", "--store", "MISSING"], status: 66,
            says: "MISSING"),
        Mistake(
            what: "a folder for a store", arguments: ["next", "--all", "--store", "FOLDER"], status: 66, says: "FOLDER"),
        Mistake(
            what: "a text file for a store", arguments: ["next", "--all", "--store", "TEXT"], status: 65, says: "TEXT"),
        Mistake(
            what: "a folder to import that is not there", arguments: ["import", "MISSING", "--store", "STORE"],
            status: 66, says: "MISSING"),
        Mistake(
            what: "an unknown example world", arguments: ["init", "--example", "atlantis", "--store", "NEW"],
            status: 66,
            says: "atlantis"),
        Mistake(
            what: "a configuration folder that is none",
            arguments: ["plan", "--store", "STORE", "--config", "FOLDER"], status: 78, says: "--config"),
        Mistake(
            what: "a plan of no weeks", arguments: ["plan", "--weeks", "0", "--store", "STORE"], status: 64,
            says: "weeks"),
        Mistake(
            what: "a case that is not there", arguments: ["rules", "evaluate", "MISSING"], status: 66, says: "MISSING"),
        Mistake(what: "a problem that is a folder", arguments: ["solve", "FOLDER"], status: 66, says: "FOLDER"),
        Mistake(what: "a problem that is no JSON", arguments: ["solve", "TEXT"], status: 65, says: "TEXT:1"),
    ]

    @Test("a mistake is named", arguments: mistakes)
    func mistake(_ mistake: Mistake) throws {
        try TemporaryFolder.use { folder in
            try folder.write("this is no store, no rule and no problem\n", to: "TEXT")
            try FileManager.default.createDirectory(atPath: folder.path("FOLDER"), withIntermediateDirectories: true)
            if mistake.arguments.contains("STORE") {
                let made = try Program.visitctl.run(
                    "init", "--example", "michigan", "--store", folder.path("STORE"), in: folder)
                #expect(made.status == 0, "\(made.complaint)")
            }
            let names = ["STORE", "MISSING", "FOLDER", "TEXT", "NEW"]
            let arguments = mistake.arguments.map { names.contains($0) ? folder.path($0) : $0 }
            let outcome = try Program.visitctl.start(arguments, in: folder).end()
            #expect(outcome.status == mistake.status, "\(outcome.complaint)")
            #expect(outcome.complaint.contains(mistake.says), "\(outcome.complaint)")
            #expect(outcome.output.isEmpty)
        }
    }

    @Test("with --json the failure is a document on standard output")
    func failureDocument() throws {
        try TemporaryFolder.use { folder in
            let outcome = try Program.visitctl.run(
                "next", "--all", "--json", "--store", folder.path("missing.db"), in: folder)
            #expect(outcome.status == 66)
            let document = try outcome.document
            #expect(document["format"] as? String == "visitd-error/1")
            #expect((document["sentence"] as? String)?.isEmpty == false)
        }
    }

    @Test("an empty store answers that there is nobody")
    func emptyStore() throws {
        try TemporaryFolder.use { folder in
            let store = folder.path("visits.db")
            #expect(try Program.visitctl.run("init", "--store", store, in: folder).status == 0)
            let next = try Program.visitctl.run("next", "--all", "--json", "--store", store, in: folder)
            #expect(next.status == 0)
            #expect((try next.document["results"] as? [Any])?.isEmpty == true)
            let plan = try Program.visitctl.run("plan", "--store", store, "--quiet", "--iterations", "10", in: folder)
            #expect(plan.status == 0, "\(plan.complaint)")
        }
    }

    @Test("ten thousand faults are all reported, and nothing is stored")
    func manyFaults() throws {
        try TemporaryFolder.use { folder in
            let store = folder.path("visits.db")
            _ = try Program.visitctl.run("init", "--store", store, in: folder)
            let rows = (1...10_000).map { "C\($0),Invented \($0),2019-02-30,H1" }.joined(separator: "\n")
            try folder.write("id,name,birth_date,household\n" + rows + "\n", to: "children.csv")
            let before = try Data(contentsOf: URL(filePath: store))
            let outcome = try Program.visitctl.run(
                "import", folder.path("children.csv"), "--store", store, "--json", in: folder)
            #expect(outcome.status == 65)
            let findings = try #require(try outcome.document["findings"] as? [[String: Any]])
            #expect(findings.count >= 10_000)
            #expect(findings.allSatisfy { $0["line"] is Int })
            #expect(try Data(contentsOf: URL(filePath: store)) == before)
        }
    }

    @Test("Ctrl-C in the middle of a run publishes nothing and says so")
    func interrupted() throws {
        try TemporaryFolder.use { folder in
            let store = folder.path("visits.db")
            _ = try Program.visitctl.run(
                "init", "--example", "china", "--store", store, "--today", "2026-11-23", in: folder)
            let run = try Program.visitctl.start(
                ["plan", "--store", store, "--today", "2026-11-23", "--time-limit", "120"], in: folder)
            let deadline = ContinuousClock.now + .seconds(120)
            while run.process.isRunning, !run.complaintSoFar.contains("choosing"), ContinuousClock.now < deadline {
                _ = poll(nil, 0, 20)
            }
            run.process.interrupt()
            let outcome = try run.end()
            #expect(outcome.status == 75, "\(outcome.complaint)")
            #expect(outcome.complaint.contains("nothing was published"))
            let status = try Program.visitctl.run("status", "--json", "--store", store, in: folder).document
            #expect(!(status["plan"] is [String: Any]))
        }
    }

    @Test("a run that holds the lock keeps a second one out")
    func secondRun() throws {
        try TemporaryFolder.use { folder in
            let store = folder.path("visits.db")
            _ = try Program.visitctl.run(
                "init", "--example", "china", "--store", store, "--today", "2026-11-23", in: folder)
            let first = try Program.visitctl.start(
                ["plan", "--store", store, "--today", "2026-11-23", "--time-limit", "120"], in: folder)
            let deadline = ContinuousClock.now + .seconds(120)
            while first.process.isRunning, !first.complaintSoFar.contains("choosing"), ContinuousClock.now < deadline {
                _ = poll(nil, 0, 20)
            }
            let second = try Program.visitctl.run("plan", "--store", store, "--today", "2026-11-23", in: folder)
            #expect(second.status == 75, "\(second.complaint)")
            first.process.interrupt()
            _ = try first.end()
        }
    }

    @Test("an import that is killed leaves the old state or the new one", arguments: [20, 80, 200, 400])
    func killedImport(milliseconds: Int32) throws {
        try TemporaryFolder.use { folder in
            let store = folder.path("visits.db")
            _ = try Program.visitctl.run("init", "--store", store, in: folder)
            #expect(
                try Program.visitbench.run("world", "--children", "3000", "-o", folder.path("world"), in: folder).status
                    == 0)
            let run = try Program.visitctl.start(["import", folder.path("world"), "--store", store], in: folder)
            _ = poll(nil, 0, milliseconds)
            kill(run.process.processIdentifier, SIGKILL)
            _ = try run.end()
            let next = try Program.visitctl.run("next", "--all", "--json", "--store", store, in: folder)
            #expect(next.status == 0, "\(next.complaint)")
            let count = (try next.document["results"] as? [Any])?.count ?? -1
            #expect(count == 0 || count == 3000, "\(count) bonds are neither the old state nor the new one")
        }
    }

    @Test("a pipe that is closed early is no error")
    func closedPipe() throws {
        try TemporaryFolder.use { folder in
            let store = folder.path("visits.db")
            _ = try Program.visitctl.run(
                "init", "--example", "china", "--store", store, "--today", "2026-11-23", in: folder)
            let shell = OutsideTool("bash")
            let visitctl = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/visitctl"
            let status = try shell.run(
                [
                    "-c",
                    "\(visitctl) next --all --store \(store) --today 2026-11-23 | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}",
                ])
            #expect(status == "0\n")
        }
    }
}
