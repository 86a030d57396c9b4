import Foundation
import VisitModel

/// Another program that a figure is held against.
enum Peer {
    /// How many seconds the command takes as a whole process, from its start to its exit; nil where it is missing or
    /// fails.
    static func seconds(of command: [String]) -> Double? {
        let (seconds, status) = timed { BackgroundProcess(command)?.waitForEnd() }
        return status == 0 ? seconds : nil
    }

    /// The statuses of visits that are still to take place, as a list in SQL, so that a peer is asked the same as we are.
    static var wordsAhead: String {
        Visit.Status.all(where: \.isAhead).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }
}

/// A folder for the length of a benchmark.
struct BenchFolder {
    /// Where it is.
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/visitbench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Removes it with all that it holds.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
