import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning

/// Measures `visitctl next --child` as a whole process, from start to exit, on a planned store. The peer is a Python
/// process that reads only the row of the same child's next visit with its sqlite3 module.
struct NextBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Times visitctl next as a whole process on a planned store.")

    @Option(help: "How many children.")
    var children: Int = 100_000

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "How many times each command is run.")
    var runs: Int = 20

    @Option(help: ArgumentHelp("The configuration folder, for the rules.", valueName: "path"))
    var config: String = "Config"

    @Option(help: ArgumentHelp("The program to time. Otherwise visitctl beside this one.", valueName: "path"))
    var visitctl: String?

    func run() throws {
        let folder = try BenchFolder()
        defer { folder.remove() }
        let planned = try PlannedStore(children: children, seed: seed, config: config, in: folder)
        let (desk, planning, report) = (planned.desk, planned.seconds, planned.report)
        let facts: KeyValuePairs<String, JSON?> = [
            "children": .int(children), "seed": .int(Int(seed)), "withVisit": .int(report.childrenWithVisit),
            "gapPercent": .double((report.plan.certificate.gap * 10_000).rounded() / 100),
            "peer": "python3 sqlite3, the bare row of the visit",
        ]
        Figure(name: "plan.seconds", value: planning, unit: "s", facts: facts).write()
        let program = visitctl ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/visitctl"
        let (today, store) = (WorldBench.usualDay, desk.store)
        let ours = times { [program, "next", "--store", store, "--today", "\(today)", "--child", $0] }
        guard let ours else { throw ValidationError("\(program) next failed on the store that was just planned.") }
        let peer = times { ["python3", "-c", Self.peerScript, store, $0, "\(today.number)"] }
        Figure(name: "next.median", value: ours[ours.count / 2], unit: "ms", facts: facts).write()
        Figure(name: "next.slowest", value: ours[ours.count - 1], unit: "ms", facts: facts).write()
        if let peer {
            Figure(name: "next.peer.median", value: peer[peer.count / 2], unit: "ms", facts: facts).write()
        }
    }

    /// How many milliseconds the command takes for children from all over the world, the fastest first; nil where it
    /// is missing or fails.
    private func times(_ command: (_ child: String) -> [String]) -> [Double]? {
        let asked = [0, children / 3, children / 2, children - 1]
        var times: [Double] = []
        for round in 0..<runs {
            guard let seconds = Peer.seconds(of: command("C\(asked[round % asked.count])")) else { return nil }
            times.append(seconds * 1000)
        }
        return times.sorted()
    }

    private static let peerScript = """
        import sqlite3, sys
        row = sqlite3.connect(sys.argv[1]).execute(
            "select * from visitChild join visit on visit.id = visit where child = ? and date >= ? "
            "and status in (\(Peer.wordsAhead)) order by date limit 1", sys.argv[2:]).fetchone()
        sys.stdout.write(str(row))
        """
}
