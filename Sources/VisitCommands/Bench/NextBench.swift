import ArgumentParser
import Foundation
import VisitModel
import VisitPlanning

/// Measures `visitctl next --child` as a whole process, from start to exit, on a planned store, beside the sqlite3
/// shell asking for the child's row.
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
        _ = try WorldBench.write(
            children: children, seed: seed, today: WorldBench.usualDay, to: folder.path + "/world")
        let desk = Desk(store: folder.path + "/visits.db", configuration: config)
        try desk.create()
        _ = try desk.importFiles([folder.path + "/world"])
        let (planning, report) = try timed {
            try desk.plan(PlanRequest(today: WorldBench.usualDay, iterations: 200))
        }
        let facts: KeyValuePairs<String, JSON?> = [
            "children": .int(children), "seed": .int(Int(seed)), "withVisit": .int(report.childrenWithVisit),
            "gapPercent": .double((report.plan.certificate.gap * 10_000).rounded() / 100),
        ]
        Figure(name: "plan.seconds", value: planning, unit: "s", facts: facts).write()
        let program = visitctl ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/visitctl"
        let children = [0, self.children / 3, self.children / 2, self.children - 1]
        var times: [Double] = []
        for round in 0..<runs {
            let command = [
                program, "next", "--store", desk.store, "--today", "\(WorldBench.usualDay)", "--child",
                "C\(children[round % children.count])",
            ]
            guard let seconds = Peer.seconds(of: command) else {
                throw ValidationError("\(program) next failed on the store that was just planned.")
            }
            times.append(seconds * 1000)
        }
        times.sort()
        Figure(name: "next.median", value: times[times.count / 2], unit: "ms", facts: facts).write()
        Figure(name: "next.slowest", value: times[times.count - 1], unit: "ms", facts: facts).write()
    }
}
