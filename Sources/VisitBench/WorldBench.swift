import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning

/// Writes a made-up world to import.
struct WorldBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "world", abstract: "Writes a made-up world of any size as files to import.",
        discussion: "Cities are real, everybody and every prison is invented. The same seed gives the same bytes.")

    @Option(help: "How many children.")
    var children: Int = 1000

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The day on which the world is as it is.", valueName: "YYYY-MM-DD"))
    var today: Day?

    @Option(name: .customShort("o"), help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output: String

    func validate() throws {
        if !(1...2_000_000).contains(children) {
            throw ValidationError("A world has 1 to 2,000,000 children, not \(children).")
        }
    }

    func run() throws {
        let made = try Self.write(children: children, seed: seed, today: today ?? Self.usualDay, to: output)
        Figure(
            name: "world.rows", value: Double(made), unit: "rows",
            facts: ["children": .int(children), "seed": .int(Int(seed)), "folder": .string(output)]
        ).write()
    }

    /// The day of worlds that name none.
    static let usualDay = Day(number: 20_780)  // 2026-11-23

    /// Writes the files and returns how many rows they have.
    static func write(children: Int, seed: UInt64, today: Day, to folder: String) throws -> Int {
        let world = SyntheticWorld(children: children, seed: seed, today: today)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var rows = 0
        for file in world.files {
            try (file.heading + "\n" + file.text).write(
                toFile: folder + "/" + file.name, atomically: true, encoding: .utf8)
            rows += file.rows
        }
        return rows
    }
}
