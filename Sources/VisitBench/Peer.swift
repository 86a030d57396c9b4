import Foundation

/// Another program that a figure is held against.
enum Peer {
    /// How many seconds the command takes as a whole process, from its start to its exit; nil where it is missing or
    /// fails.
    static func seconds(of command: [String]) -> Double? {
        let (seconds, status) = timed { BackgroundProcess(command)?.waitForEnd() }
        return status == 0 ? seconds : nil
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
