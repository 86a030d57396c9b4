import Foundation

/// Another program that a figure is held against.
enum Peer {
    /// How many seconds the command takes as a whole process; nil where it is missing or fails.
    static func seconds(of command: [String]) -> Double? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (seconds, ran) = timed {
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }
        return ran ? seconds : nil
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
