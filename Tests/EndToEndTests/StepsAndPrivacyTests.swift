import Foundation
import Testing
import VisitTestSupport

@Suite("Visits, closures, tokens, the audit log and privacy on the command line")
struct StepsAndPrivacyTests {
    private static let today = "2026-11-23"

    /// A store with the English world, planned for that day. All its people are invented.
    private static func withStore(_ body: (TemporaryFolder, String) throws -> Void) throws {
        try TemporaryFolder.use { folder in
            let store = folder.path("visits.db")
            #expect(try run(["init", "--example", "england"], store, folder).status == 0)
            #expect(try run(["plan", "--seed", "1", "--iterations", "100", "--quiet"], store, folder).status == 0)
            try body(folder, store)
        }
    }

    private static func run(
        _ arguments: [String], _ store: String, _ folder: TemporaryFolder
    ) throws -> Program.Outcome {
        let words = arguments + ["--store", store, "--today", today]
        return try Program.visitctl.start(words, in: folder).end()
    }

    /// The next visit of `child`, as `visitd-next/1` has it.
    private static func next(
        _ child: String, _ store: String, _ folder: TemporaryFolder
    ) throws -> (id: String, date: String) {
        let document = try run(["next", "--child", child, "--json"], store, folder).document
        let results = try #require(document["results"] as? [[String: Any]])
        let visit = try #require(results.compactMap { $0["visit"] as? [String: Any] }.first)
        return (try #require(visit["id"] as? String), try #require(visit["date"] as? String))
    }

    @Test("a visit goes through its life, with who decided and why, and is shown with it")
    func life() throws {
        try Self.withStore { folder, store in
            let visit = try Self.next("EC3", store, folder)
            let asked = try Self.run(["visit", "request", visit.id, "--by", "household"], store, folder)
            #expect(asked.status == 0 && asked.output.contains("requested"))
            let agreed = try Self.run(["visit", "confirm", visit.id, "--by", "prison", "--json"], store, folder)
            let document = try agreed.document
            #expect(document["format"] as? String == "visitd-visit/1")
            #expect((document["visit"] as? [String: Any])?["status"] as? String == "confirmed")
            let early = try Self.run(["visit", "held", visit.id], store, folder)
            #expect(early.status == 76 && early.complaint.contains(visit.date))
            let silent = try Self.run(["visit", "cancel", visit.id], store, folder)
            #expect(silent.status == 64 && silent.complaint.contains("reason"))
            let off = try Self.run(
                ["visit", "cancel", visit.id, "--by", "child", "--reason", "a match"], store, folder)
            #expect(off.status == 0)
            let shown = try Self.run(["visit", "show", visit.id], store, folder)
            #expect(shown.output.contains("cancelled") && shown.output.contains("(by the child): a match"))
            #expect(try Self.run(["visit", "confirm", "nothing-9"], store, folder).status == 66)
        }
    }

    @Test("a visit can end as the program tells people to write it down", arguments: ["turned-away", "cut-short"])
    func outcomes(step: String) throws {
        try Self.withStore { folder, store in
            let visit = try Self.next("EC3", store, folder)
            func take(_ more: String...) throws -> Program.Outcome {
                let words = ["visit", step, visit.id, "--store", store, "--today", visit.date]
                return try Program.visitctl.start(words + more, in: folder).end()
            }
            let silent = try take()
            #expect(silent.status == 64 && silent.complaint.contains("reason"))
            let told = try take("--by", "prison", "--reason", "a paper", "--json")
            #expect((try told.document["visit"] as? [String: Any])?["status"] as? String == step, "\(told.complaint)")
        }
    }

    @Test("what a household called off is not proposed again; where it moved a visit, the visit stays")
    func calm() throws {
        try Self.withStore { folder, store in
            let first = try Self.next("EC3", store, folder)
            _ = try Self.run(["visit", "cancel", first.id, "--reason", "a match"], store, folder)
            #expect(try Self.run(["plan", "--iterations", "100", "--quiet"], store, folder).status == 0)
            let second = try Self.next("EC3", store, folder)
            #expect(second.id != first.id && second.date != first.date)
            let late = try Self.run(
                ["visit", "move", second.id, "--to", "2027-06-05", "--reason", "a wedding"], store, folder)
            #expect(late.status == 76 && late.complaint.contains("28 days ahead at most"), "\(late.complaint)")
            // Saturdays on which the child has another visit are refused.
            let day = try #require(
                try ["2026-12-05", "2026-12-12", "2026-12-19"].first { day in
                    try Self.run(["visit", "move", second.id, "--to", day, "--reason", "a wedding"], store, folder)
                        .status == 0
                })
            #expect(try Self.run(["plan", "--iterations", "100", "--quiet"], store, folder).status == 0)
            let shown = try Self.run(["visit", "show", second.id], store, folder)
            #expect(shown.output.contains("requested, \(day)"), "\(shown.output)")
        }
    }

    @Test("a closure cancels what it hits and finds other dates at once, or leaves that to the night")
    func closure() throws {
        try Self.withStore { folder, store in
            let visit = try Self.next("EC3", store, folder)
            let words = ["close", "--prison", "GB-LEEDS", "--from", visit.date, "--reason", "inspection"]
            let closed = try Self.run(words + ["--iterations", "100", "--json"], store, folder)
            #expect(closed.status == 0)
            let document = try closed.document
            #expect(document["format"] as? String == "visitd-closure/1")
            #expect((document["cancelled"] as? [String])?.contains(visit.id) == true)
            #expect(try Self.next("EC3", store, folder).date != visit.date)
            let backwards = try Self.run(
                ["close", "--prison", "GB-LEEDS", "--from", "2026-12-02", "--to", "2026-12-01", "--reason", "x"],
                store, folder)
            #expect(backwards.status == 64)
            let nowhere = try Self.run(
                ["close", "--prison", "GB-NONE1", "--from", "2026-12-02", "--reason", "x", "--no-plan"], store, folder)
            #expect(nowhere.status == 66 && nowhere.complaint.contains("GB-NONE1"))
        }
    }

    @Test("a closure of one session says so, and one of a day on which it is not held is refused with the next day")
    func closureOfOneSession() throws {
        try Self.withStore { folder, store in
            func close(_ date: String, _ more: String...) throws -> Program.Outcome {
                try Self.run(
                    ["close", "--prison", "GB-LEEDS", "--from", date, "--reason", "works", "--no-plan"] + more, store,
                    folder)
            }
            let friday = try close("2026-12-11", "--session", "GB-LEEDS-SAT-0930")
            #expect(friday.status == 65 && friday.complaint.contains("it is next on 2026-12-12"))
            let saturday = try close("2026-12-12", "--session", "GB-LEEDS-SAT-0930")
            #expect(saturday.status == 0)
            #expect(saturday.output.contains("The session GB-LEEDS-SAT-0930 of GB-LEEDS is not held on 2026-12-12"))
            let again = try close("2026-12-12", "--session", "GB-LEEDS-SAT-0930", "--lang", "zh")
            #expect(again.status == 65 && again.complaint.contains("已包含同样内容"))
            let monday = try close("2026-12-14")
            #expect(monday.status == 0 && monday.complaint.contains("nothing falls out"))
        }
    }

    @Test("a token is shown once, listed without its secret, and ends when it is revoked")
    func tokens() throws {
        try Self.withStore { folder, store in
            let created = try Self.run(
                ["token", "create", "--role", "prison", "--prison", "GB-LEEDS", "--json"], store, folder
            ).document
            let secret = try #require(created["token"] as? String)
            let id = try #require(created["id"] as? String)
            let listed = try Self.run(["token", "list"], store, folder)
            #expect(listed.output.contains(id) && !listed.output.contains(secret))
            #expect(try Self.run(["token", "revoke", id], store, folder).status == 0)
            #expect(try Self.run(["token", "list", "--json"], store, folder).output.contains("\"revoked\": \"20"))
            for words in [
                ["--role", "king"], ["--role", "caseworker"], ["--role", "researcher", "--prison", "GB-LEEDS"],
                ["--role", "researcher", "--days", "0"],
            ] {
                #expect(try Self.run(["token", "create"] + words, store, folder).status == 64)
            }
            let nowhere = ["token", "create", "--role", "prison", "--prison", "GB-NONE1"]
            #expect(try Self.run(nowhere, store, folder).status == 66)
        }
    }

    @Test("the audit log tells who did what to which visit, and never why, and its chain holds")
    func audit() throws {
        try Self.withStore { folder, store in
            let visit = try Self.next("EC3", store, folder)
            _ = try Self.run(["visit", "confirm", visit.id], store, folder)
            _ = try Self.run(["visit", "cancel", visit.id, "--reason", "a private matter"], store, folder)
            let text = try Self.run(["audit", "--visit", visit.id], store, folder).output
            #expect(text.contains("local:\(getuid())") && text.contains("visit.confirm"))
            let all = try Self.run(["audit", "--json", "--limit", "100"], store, folder)
            #expect(try all.document["format"] as? String == "visitd-audit/1")
            #expect(all.output.contains("visit.cancel") && !all.output.contains("private"))
            for name in ["Birkby", "Ashdown"] { #expect(!all.output.contains(name)) }
            #expect(try Self.run(["doctor"], store, folder).status == 0)
            #expect(try Self.run(["audit", "--child", "EC3", "--visit", visit.id], store, folder).status == 64)
        }
    }

    @Test("a child is given all that is held on it, and is erased for good, with nothing lost of the others")
    func privacy() throws {
        try Self.withStore { folder, store in
            let file = folder.path("person.json")
            #expect(try Self.run(["person", "--child", "EC3", "-o", file], store, folder).status == 0)
            let held = try String(contentsOfFile: file, encoding: .utf8)
            for text in ["visitd-person/1", "Finn Birkby", "EP2", "EV3"] { #expect(held.contains(text), "\(text)") }
            #expect(!held.contains("Ashdown"))
            #expect(try Self.run(["erase", "--child", "EC3"], store, folder).status == 64)
            let erased = try Self.run(["erase", "--child", "EC3", "--yes", "--json"], store, folder)
            #expect(erased.status == 0)
            #expect(try erased.document["household"] as? Bool == true)
            #expect(try Self.run(["next", "--child", "EC3"], store, folder).status == 66)
            #expect(try Self.run(["person", "--child", "EC3"], store, folder).status == 66)
            let bytes = try Data(contentsOf: URL(filePath: store))
            for name in ["Finn Birkby", "Mara Birkby", "000-0002-0202"] {
                #expect(bytes.range(of: Data(name.utf8)) == nil, "\(name) is still in the file.")
            }
            #expect(bytes.range(of: Data("Perry Ashdown".utf8)) != nil)
            #expect(try Self.run(["doctor"], store, folder).status == 0)
            #expect(try Self.run(["plan", "--iterations", "50", "--quiet"], store, folder).status == 0)
        }
    }

    @Test("two records of a child are shown side by side, merged with --yes, and an import understands the old one")
    func merge() throws {
        try Self.withStore { folder, store in
            let twin = "id,name,birth_date,household\nEC9,Finn Birkby,2014-01-17,EH3\n"
            try folder.write(twin, to: "children.csv")
            #expect(try Self.run(["import", folder.path("children.csv")], store, folder).status == 0)
            let words = ["merge", "--child", "EC3", "EC9"]
            let shown = try Self.run(words, store, folder)
            #expect(shown.status == 0 && shown.output.contains("Nothing was changed. Say --yes"))
            #expect(shown.output.contains("They live in different households, EH2 and EH3"))
            let other = try Self.run(["merge", "--child", "EC3", "EC4", "--yes", "--json"], store, folder)
            #expect(other.status == 76)
            #expect(try other.document["code"] as? String == "cannot-merge")
            let merged = try Self.run(words + ["--yes", "--json"], store, folder)
            #expect(merged.status == 0)
            #expect(try merged.document["format"] as? String == "visitd-merge/1")
            #expect(try Self.run(words + ["--yes"], store, folder).status == 64)
            let again = try Self.run(["import", folder.path("children.csv")], store, folder)
            #expect(again.status == 0 && again.output.contains("which was merged into EC3: the row is not read"))
            #expect(try Self.next("EC9", store, folder).id == Self.next("EC3", store, folder).id)
            let log = try Self.run(["audit", "--child", "EC3"], store, folder)
            #expect(log.output.contains("merged=EC9") && !log.output.contains("Birkby"))
        }
    }
}
