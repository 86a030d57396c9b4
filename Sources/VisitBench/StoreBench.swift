import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning

/// Measures importing a made-up world, beside Python's csv and sqlite3 modules doing the least that could be called the
/// same: parse the cells, insert the rows.
struct StoreBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Imports a made-up world, beside Python's csv and sqlite3 modules.")

    @Option(help: "How many children.")
    var children: Int = 100_000

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Flag(help: "Leave the store and the files where they are, and say where.")
    var keep = false

    func run() throws {
        let folder = try BenchFolder()
        defer { if !keep { folder.remove() } }
        let rows = try WorldBench.write(
            children: children, seed: seed, today: WorldBench.usualDay, to: folder.path + "/world")
        let desk = Desk(store: folder.path + "/visits.db", reach: .everything)
        try desk.create()
        let (first, _) = try timed { try desk.importFiles([folder.path + "/world"]) }
        let (again, report) = try timed { try desk.importFiles([folder.path + "/world"]) }
        precondition(report.summary.isEmpty, "Importing the same files again must change nothing.")
        let peer = Self.peerSeconds(world: folder.path + "/world", database: folder.path + "/peer.db")
        let facts: KeyValuePairs<String, JSON?> = [
            "children": .int(children), "rows": .int(rows), "seed": .int(Int(seed)),
            "peer": peer == nil ? "python3 is missing" : "python3 csv+sqlite3",
            "peerSeconds": peer.map { .double($0) }, "store": keep ? .string(desk.store) : nil,
        ]
        Figure(name: "import.first", value: Double(rows) / first, unit: "rows/s", facts: facts).write()
        Figure(name: "import.unchanged", value: Double(rows) / again, unit: "rows/s", facts: facts).write()
        if let peer {
            Figure(name: "import.first-to-peer", value: peer / first, unit: "times as fast", facts: facts).write()
        }
    }

    private static func peerSeconds(world: String, database: String) -> Double? {
        let script = """
            import csv, glob, os, sqlite3, sys
            db = sqlite3.connect(sys.argv[2])
            for path in sorted(glob.glob(sys.argv[1] + '/*.csv')):
                with open(path, newline='', encoding='utf-8') as file:
                    rows = csv.reader(file); head = next(rows); name = os.path.basename(path)[:-4]
                    db.execute(f"create table {name} ({','.join('c%d text' % i for i in range(len(head)))})")
                    db.executemany(f"insert into {name} values ({','.join('?' * len(head))})", rows)
            db.commit()
            """
        return Peer.seconds(of: ["python3", "-c", script, world, database])
    }
}
