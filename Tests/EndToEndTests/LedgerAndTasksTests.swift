import Foundation
import Testing
import VisitTestSupport

@Suite("Rules, ledger and tasks on the command line")
struct LedgerAndTasksTests {
    private static let ledger = """
        {"format": "visitd-ledger/1", "start": "2026-01-01", "days": 60,
         "policy": {"visitOrders": {"every": 14, "amount": 2, "accumulateAfter": 28, "cap": 26},
                    "privilegeOrders": {"every": 28, "amount": 1, "expireAfter": 28}},
         "events": [{"date": "2026-01-05", "type": "booked", "visit": "V1"}]}
        """

    @Test("a ledger is replayed day by day")
    func replay() throws {
        try TemporaryFolder.use { folder in
            let file = try folder.write(Array(Self.ledger.utf8), to: "ledger.json")
            let run = try Program.visitctl.run("ledger", "replay", file, "--json", in: folder)
            #expect(run.status == 0)
            #expect(try run.document["format"] as? String == "visitd-ledger/1")
            let days = try #require(try run.document["days"] as? [[String: Any]])
            #expect(days.count == 60)
            #expect(days.first?["available"] as? Int == 2 && days.first?["privilege"] as? Int == 1)
            #expect(days[4]["privilege"] as? Int == 0)
            let text = try Program.visitctl.run("ledger", "replay", file, "--lang", "zh", in: folder)
            #expect(text.output.contains("累积"))
        }
    }

    @Test(
        "what is wrong with a ledger is said with its path, and the exit code is 65",
        arguments: [
            ("{", "$"), ("[]", "$"), ("{\"format\": \"visitd-ledger/1\"}", "$.start"),
            ("{\"format\": \"visitd-ledger/2\", \"start\": \"2026-01-01\", \"days\": 1}", "$.format"),
        ])
    func faults(text: String, path: String) throws {
        try TemporaryFolder.use { folder in
            let file = try folder.write(Array(text.utf8), to: "ledger.json")
            let run = try Program.visitctl.run("ledger", "replay", file, "--json", in: folder)
            #expect(run.status == 65)
            let findings = try #require(try run.document["findings"] as? [[String: Any]])
            #expect(findings.contains { $0["subject"] as? String == path })
        }
    }

    @Test("a ledger file that is not there, and a correction without sense, are refused by their own exit codes")
    func refusals() throws {
        try TemporaryFolder.use { folder in
            #expect(try Program.visitctl.run("ledger", "replay", "none.json", in: folder).status == 66)
            let adjust = ["ledger", "adjust", "--prisoner", "P1", "--reason", "x", "--by"]
            #expect(try Program.visitctl.start(adjust + ["0"], in: folder).end().status == 64)
            let unit = try Program.visitctl.start(adjust + ["1", "--unit", "orders"], in: folder).end()
            #expect(unit.status == 64 && unit.complaint.contains("visit-order"))
            #expect(try Program.visitctl.run("tasks", "--within=-1", in: folder).status == 64)
            let store = folder.path("none.db")
            #expect(try Program.visitctl.run("tasks", "--store", store, in: folder).status == 66)
            #expect(try Program.visitctl.run("ledger", "--prisoner", "P1", "--store", store, in: folder).status == 66)
        }
    }

    @Test("a case gives the same bytes in two processes, in both languages", arguments: ["en", "zh"])
    func sameBytes(language: String) throws {
        try TemporaryFolder.use { folder in
            let cases = Program.root + "/Tests/VisitRulesTests/Golden/Cases"
            for name in ["cn-father-in-solitary", "mi-father-breaches", "eaw-father-standard"] {
                let arguments = ["rules", "evaluate", "\(cases)/\(name).json", "--json", "--lang", language]
                let first = try Program.visitctl.start(arguments, in: folder).end()
                let second = try Program.visitctl.start(arguments, in: folder).end()
                #expect(first.status == 0 && first.output == second.output && first.output.count > 1000)
            }
        }
    }

    @Test("the accounts and tasks of an example world are told in both languages, the same twice")
    func exampleWorld() throws {
        try TemporaryFolder.use { folder in
            let store = ["--store", folder.path("v.db"), "--today", "2026-11-23"]
            let made = try Program.visitctl.start(["init", "--example", "england"] + store, in: folder).end()
            #expect(made.status == 0, "\(made.complaint)")
            let night = try Program.visitctl.start(["ledger", "night", "--json"] + store, in: folder).end()
            #expect(night.status == 0)
            let again = try Program.visitctl.start(["ledger", "night", "--json"] + store, in: folder).end()
            #expect(try again.document["lines"] as? Int == 0)
            let account = try Program.visitctl.start(["ledger", "--prisoner", "EP1", "--json"] + store, in: folder)
                .end()
            let balance = try #require(try account.document["balance"] as? [String: Any])
            #expect(balance["accumulated"] as? Int ?? 0 > 3)
            let tasks = try Program.visitctl.start(["tasks", "--json"] + store, in: folder).end()
            #expect(tasks.status == 0)
            #expect(try tasks.document["format"] as? String == "visitd-tasks/1")
            let unknown = try Program.visitctl.start(["ledger", "--prisoner", "P99"] + store, in: folder).end()
            #expect(unknown.status == 66)
        }
    }
}
