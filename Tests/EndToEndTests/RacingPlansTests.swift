import Foundation
import Testing
import VisitTestSupport

@Suite("Plans that are begun at once")
struct RacingPlansTests {
    @Test("one is made, and the others say that it is: they never all give up")
    func race() throws {
        try TemporaryFolder.use { folder in
            let world = folder.path("world.db")
            let made = try Program.visitctl.run(
                "init", "--example", "england", "--store", world, "--today", "2026-11-23", in: folder)
            #expect(made.status == 0)
            for round in 0..<8 {
                let store = folder.path("\(round).db")
                try FileManager.default.copyItem(atPath: world, toPath: store)
                // Of two of them the path is another name of the store.
                let alias = folder.path("\(round)-alias.db")
                try FileManager.default.createSymbolicLink(atPath: alias, withDestinationPath: store)
                let plans = try [store, store, alias, alias].map { path in
                    try Program.visitctl.start(
                        [
                            "plan", "--store", path, "--today", "2026-11-23", "--iterations", "5", "--threads", "1",
                            "--json",
                        ], in: folder)
                }
                let outcomes = try plans.map { try $0.end() }
                #expect(outcomes.contains { $0.status == 0 }, "\(outcomes.map(\.status))")
                for outcome in outcomes where outcome.status != 0 {
                    #expect(outcome.status == 75)
                    #expect(try outcome.document["code"] as? String == "planning-elsewhere", "\(outcome.output)")
                }
                // Whoever comes later finds nothing to do.
                let plan = try Program.visitctl.run(
                    "status", "--json", "--store", store, "--today", "2026-11-23", in: folder)
                #expect((try plan.document["plan"] as? [String: Any])?["number"] as? Int == 1)
            }
        }
    }
}
