import Foundation
import VisitTestSupport

/// One of the programs as it was built beside these tests, run as a process of its own.
struct Program {
    /// What a run left behind.
    struct Outcome {
        let status: Int32
        let output: String
        let complaint: String

        /// The output as a JSON object.
        var document: [String: Any] {
            get throws {
                let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
                return value as? [String: Any] ?? [:]
            }
        }
    }

    static let visitctl = Program("visitctl")
    static let visitbench = Program("visitbench")

    /// The project's folder.
    static let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path

    private let path: String

    private init(_ name: String) {
        // The tests run from the folder of products.
        path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name).path
    }

    /// Starts the program; its output goes to files in `folder`.
    func start(_ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]) throws -> Running
    {
        let run = UInt32.random(in: 0...UInt32.max)
        let output = try folder.write([], to: "runs/\(run).output")
        let complaint = try folder.write([], to: "runs/\(run).complaint")
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        var variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        variables["VISITD_CONFIG"] = variables["VISITD_CONFIG"] ?? Self.root + "/Config"
        variables["LC_ALL"] = "C.UTF-8"
        process.environment = variables
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: complaint))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return Running(process: process, output: output, complaint: complaint)
    }

    /// Runs the program to its end.
    func run(_ arguments: String..., in folder: TemporaryFolder, environment: [String: String] = [:]) throws -> Outcome
    {
        try start(arguments, in: folder, environment: environment).end()
    }
}

/// A program that runs.
struct Running {
    let process: Process
    let output: String
    let complaint: String

    /// What it has written to standard error so far.
    var complaintSoFar: String { (try? String(contentsOfFile: complaint, encoding: .utf8)) ?? "" }

    /// Waits for its end.
    func end() throws -> Program.Outcome {
        process.waitUntilExit()
        return Program.Outcome(
            status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            complaint: complaintSoFar)
    }
}
