import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel

/// Measures importing one large table into the store of a small world, with the most memory that the process needs for it: near the
/// bound of a table that is where the program is largest.
struct ImportBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Imports one table near the bound of its rows, and tells time and memory.")

    /// The tables of which a large one can be made.
    enum Table: String, CaseIterable, ExpressibleByArgument {
        case children, absences, visits, costs

        var heading: String {
            switch self {
            case .children: "id,name,birth_date,household"
            case .absences: "id,kind,person,from,to,reason"
            case .visits: "id,prisoner,children,date,minutes,status"
            case .costs: "id,visit,amount,kind,receipt"
            }
        }
    }

    /// Whom and what the rows are about.
    private struct Made {
        let child, prisoner, household, visit: String
    }

    @Option(help: "Which table: \(Table.allCases.map(\.rawValue).joined(separator: ", ")).")
    var table: Table = .children

    @Option(help: "How many rows.")
    var rows: Int = 500_000

    @Option(help: "How many children the world has beside.")
    var children: Int = 1000

    @Option(
        help: ArgumentHelp(
            "The configuration folder, by whose rules the visits are looked at again.", valueName: "folder"))
    var config: String?

    func run() throws {
        let folder = try BenchFolder()
        defer { folder.remove() }
        let world = folder.path + "/world"
        _ = try WorldBench.write(children: children, seed: 1, today: WorldBench.usualDay, to: world)
        let bond = try Self.firstCells(of: world + "/bonds.csv")
        let made = Made(
            child: bond[1], prisoner: bond[2], household: try Self.firstCells(of: world + "/households.csv")[0],
            visit: try Self.firstCells(of: world + "/visits.csv")[0])
        let desk = Desk(store: folder.path + "/visits.db", configuration: config, reach: .everything)
        try desk.create()
        _ = try desk.importFiles([world])
        let file = "\(folder.path)/\(table.rawValue).csv"
        try write(to: file, about: made)
        let before = Figure.peakMebibytes
        let (first, _) = try timed { try desk.importFiles([file], today: WorldBench.usualDay) }
        let (again, report) = try timed { try desk.importFiles([file], today: WorldBench.usualDay) }
        precondition(report.summary.isEmpty, "Importing the same file again must change nothing.")
        let facts: KeyValuePairs<String, JSON?> = [
            "table": .string(table.rawValue), "rows": .int(rows), "before": .double(before.rounded()),
        ]
        Figure(name: "import.table", value: Double(rows) / first, unit: "rows/s", facts: facts).write()
        Figure(name: "import.table.unchanged", value: Double(rows) / again, unit: "rows/s", facts: facts).write()
        Figure(name: "import.table.memory", value: Figure.peakMebibytes, unit: "MiB", facts: facts).write()
    }

    /// The cells of the first row below the headings.
    private static func firstCells(of path: String) throws -> [String] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n", maxSplits: 2)
        return lines[1].split(separator: ",").map(String.init)
    }

    /// Writes the table in pieces, so that the making of it needs no memory of its own.
    private func write(to path: String, about made: Made) throws {
        guard FileManager.default.createFile(atPath: path, contents: Data((table.heading + "\n").utf8)),
            let file = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        defer { try? file.close() }
        try file.seekToEnd()
        for start in stride(from: 0, to: rows, by: 5000) {
            var text = ""
            for number in start..<min(start + 5000, rows) { text += row(number, made) }
            try file.write(contentsOf: Data(text.utf8))
        }
    }

    private func row(_ number: Int, _ made: Made) -> String {
        let day = WorldBench.usualDay - 1 - number % 3000
        switch table {
        case .children:
            return
                "L\(number),Invented Child \(number),\(WorldBench.usualDay - 1000 - number % 5000),\(made.household)\n"
        case .absences:
            let away = WorldBench.usualDay + number % 900
            return "L\(number),child,\(made.child),\(away),\(away),invented reason \(number)\n"
        case .visits: return "L\(number),\(made.prisoner),\(made.child),\(day),30,held\n"
        case .costs: return "L\(number),\(made.visit),\(number % 900).50,fare,R-\(number)\n"
        }
    }
}
