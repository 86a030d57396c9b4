import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning

/// Measures the daemon under wrk on a planned store: alone, and while a planning run is going on; beside a small Python
/// service that looks the bare row up.
struct ServiceBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service", abstract: "Loads the daemon with wrk, alone and during a planning run.",
        discussion: "Load and daemon share the machine's cores; every request but the feeds' carries a token.")

    @Option(help: "How many children.")
    var children: Int = 100_000

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "How many seconds each load lasts.")
    var seconds: Int = 10

    @Option(help: "How many connections there are at a time.")
    var connections: Int = 32

    @Option(help: ArgumentHelp("The configuration folder, for the rules.", valueName: "path"))
    var config: String = "Config"

    @Option(help: ArgumentHelp("The folder of visitd and visitctl. Otherwise this program's own.", valueName: "path"))
    var programs: String?

    private var folderOfPrograms: String {
        programs ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    }

    func run() throws {
        guard Peer.seconds(of: ["wrk", "--version"]) != nil || FileManager.default.fileExists(atPath: "/usr/bin/wrk")
        else { throw ValidationError("wrk is missing. Perhaps apt-get install wrk.") }
        let folder = try BenchFolder()
        defer { folder.remove() }
        let planned = try PlannedStore(children: children, seed: seed, config: config, in: folder)
        let asking = try Asking(planned.desk, children: children)
        let port = 20_000 + Int(ProcessInfo.processInfo.processIdentifier) % 10_000
        let daemon = try start(on: port, planned.desk, folder)
        defer { daemon.end() }
        Self.load(asking, port, self, folder, "", peer: nil)
        try whilePlanning(planned.desk) { Self.load(asking, port, self, folder, ".planning", peer: nil) }
        if let memory = daemon.memory { figure("memory.after-load", memory, "MiB") }
        guard
            let peer = BackgroundProcess(
                ServicePeer.command(store: planned.desk.store, port: port + 1, today: WorldBench.usualDay.number))
        else { return }
        defer { peer.end() }
        sleep(1)
        Self.load(asking, port + 1, self, folder, ".peer", peer: ServicePeer.name)
    }

    /// Starts the daemon, and tells how long it took to be ready and how much memory it holds idle.
    private func start(on port: Int, _ desk: Desk, _ folder: BenchFolder) throws -> BackgroundProcess {
        guard let notice = ReadyNotice(path: folder.path + "/n") else {
            throw ValidationError("No socket can be made in \(folder.path).")
        }
        let (seconds, daemon) = try timed {
            let daemon = BackgroundProcess(
                [
                    folderOfPrograms + "/visitd", "serve", "--store", desk.store, "--config", config, "--socket",
                    folder.path + "/s", "--listen", "127.0.0.1:\(port)", "--today", "\(WorldBench.usualDay)",
                    "--requests-per-minute", "1000000",
                ], environment: notice.environment)
            guard let daemon, notice.wait() else {
                throw ValidationError("visitd does not start; expected it in \(folderOfPrograms).")
            }
            return daemon
        }
        figure("start", seconds, "s")
        sleep(3)
        if let memory = daemon.memory { figure("memory.idle", memory, "MiB") }
        return daemon
    }

    /// Does `work` while the run of the next night goes on, with the priority that the unit gives it.
    private func whilePlanning(_ desk: Desk, _ work: () -> Void) throws {
        let run = BackgroundProcess([
            "nice", "-n", "10", folderOfPrograms + "/visitctl", "plan", "--store", desk.store, "--config", config,
            "--today", "\(WorldBench.usualDay + 1)", "--quiet",
        ])
        guard let run else { throw ValidationError("visitctl does not start; expected it in \(folderOfPrograms).") }
        defer { if run.isRunning { run.end() } }
        sleep(1)
        work()
        if !run.isRunning { figure("planning.ended-early", 1, "runs") }
    }

    /// What is asked for.
    private struct Asking {
        /// Lua that asks for the next visit of a child from all over the world.
        let next: String
        /// Lua that asks for a calendar that the client has.
        let feed: String

        init(_ desk: Desk, children: Int) throws {
            let (_, token) = try desk.createToken(role: .administrator, label: "bench", days: 1)
            next = """
                headers["Authorization"] = "Bearer \(token)"
                  path = "/v1/next?child=C" .. math.random(0, \(children - 1))
                """
            let households = try desk.households(page: Page(limit: 20)).map(\.household.id)
            var tags: [String] = []
            for household in households {
                let scope = Feed.Scope.household(household)
                let (_, token) = try desk.createFeed(
                    scope: scope, showsNames: false, language: .english, today: WorldBench.usualDay)
                let calendar = try desk.calendar(token: token, today: WorldBench.usualDay)
                tags.append("{'/feeds/\(token).ics', '\"\(calendar?.entityTag ?? "")\"'}")
            }
            feed = """
                feeds = feeds or {\(tags.joined(separator: ", "))}
                  local one = feeds[math.random(#feeds)]
                  path = one[1]
                  headers["If-None-Match"] = one[2]
                """
        }
    }

    private static func load(
        _ asking: Asking, _ port: Int, _ bench: ServiceBench, _ folder: BenchFolder, _ mark: String, peer: String?
    ) {
        for (name, requests, status) in [("next", asking.next, 200), ("feed304", asking.feed, 304)] {
            guard
                let load = ServiceLoad.measure(
                    port, requests: requests, status: status, seconds: bench.seconds,
                    connections: bench.connections, in: folder.path)
            else { continue }
            bench.figure("\(name)\(mark)", load.rate, "answers/s", errors: load.errors, peer: peer)
            bench.figure("\(name)\(mark).p99", load.p99, "ms", errors: load.errors, peer: peer)
        }
    }

    private func figure(
        _ name: String, _ value: Double, _ unit: String, errors: Int? = nil, peer: String? = nil
    ) {
        Figure(
            name: "service.\(name)", value: value, unit: unit,
            facts: [
                "children": .int(children), "seed": .int(Int(seed)),
                "connections": errors.map { _ in .int(connections) },
                "seconds": errors.map { _ in .int(seconds) }, "errors": errors.map { .int($0) },
                "program": peer.map { .string($0) },
            ]
        ).write()
    }
}
