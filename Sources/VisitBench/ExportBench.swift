import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning

/// Measures writing all calendars of a planned store into a folder, and the night after, when nothing has changed; beside
/// `cp -R` of the same files, which is what the disk alone takes.
struct ExportBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes all calendars of a planned store, and again where nothing changed.")

    @Option(help: "How many children.")
    var children: Int = 100_000

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The configuration folder, for the rules.", valueName: "path"))
    var config: String = "Config"

    func run() throws {
        let folder = try BenchFolder()
        defer { folder.remove() }
        let desk = try PlannedStore(children: children, seed: seed, config: config, in: folder).desk
        let calendars = folder.path + "/calendars"
        let (first, written) = try timed { try export(desk, to: calendars) }
        let (second, unchanged) = try timed { try export(desk, to: calendars) }
        guard unchanged.written.isEmpty, unchanged.unchanged == written.written.count else {
            throw ValidationError("The second export wrote \(unchanged.written.count) files of an unchanged store.")
        }
        let peer = Peer.seconds(of: ["cp", "-R", calendars, folder.path + "/copy"])
        let facts: KeyValuePairs<String, JSON?> = [
            "children": .int(children), "seed": .int(Int(seed)), "files": .int(written.written.count),
            "peer": "cp -R of the same files", "peerSeconds": peer.map { .double($0) },
        ]
        Figure(name: "export.first", value: first, unit: "s", facts: facts).write()
        Figure(name: "export.unchanged", value: second, unit: "s", facts: facts).write()
    }

    private func export(_ desk: Desk, to folder: String) throws -> Desk.ExportReport {
        try desk.export(
            .ics, of: .all(Desk.ExportSelection.usualKinds), to: folder, today: WorldBench.usualDay, language: nil)
    }
}
