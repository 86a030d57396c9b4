import Foundation

/// A program that is not ours, asked by a test as an outside judge: python3 with a library, a calendar client.
///
/// A test that needs one is skipped where it is missing:
///
///     static let python = OutsideTool.python("zoneinfo")
///     @Test("…", .enabled(if: python.isPresent, "\(python.missing)"))
public struct OutsideTool: Sendable {
    /// The program's name as it is looked for on `PATH`.
    public let name: String
    /// Why the program cannot be asked; empty where it can.
    public let missing: String
    private let path: String

    /// Looks for the program `name` on `PATH`. Where `probe` is given, the program must also end well with these
    /// arguments; otherwise it counts as missing, for `reason`.
    public init(_ name: String, probe: [String]? = nil, reason: String? = nil) {
        self.name = name
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        path = found ?? ""
        if found == nil {
            missing = "\(name) is not on PATH"
        } else if let probe, (try? Self.run(path, probe, input: [], in: nil)) == nil {
            missing = reason ?? "\(name) \(probe.joined(separator: " ")) fails"
        } else {
            missing = ""
        }
    }

    /// Python 3 with these modules.
    public static func python(_ modules: String...) -> OutsideTool {
        let wanted = modules.joined(separator: ", ")
        return OutsideTool(
            "python3", probe: ["-c", modules.map { "import \($0)" }.joined(separator: "\n")],
            reason: "python3 has no module \(wanted)")
    }

    /// Whether the program can be asked.
    public var isPresent: Bool { missing.isEmpty }

    /// Runs the program with `input` on its standard input, and waits for its end.
    ///
    /// - Returns: what it wrote on its standard output.
    /// - Throws: `OutsideToolFailure` where the program ends with another status than 0.
    public func run(_ arguments: [String], input: String = "", in folder: String? = nil) throws -> String {
        String(decoding: try run(arguments, input: Array(input.utf8), in: folder), as: UTF8.self)
    }

    /// Runs the program with these bytes on its standard input, and waits for its end.
    ///
    /// - Returns: the bytes that it wrote on its standard output.
    /// - Throws: `OutsideToolFailure` where the program ends with another status than 0.
    public func run(_ arguments: [String], input: [UInt8], in folder: String? = nil) throws -> [UInt8] {
        guard isPresent else { throw OutsideToolFailure(name: name, status: 127, complaint: missing) }
        return try Self.run(path, arguments, input: input, in: folder)
    }

    /// Input and output go through files, so that neither side waits for the other whatever their size.
    private static func run(
        _ path: String, _ arguments: [String], input: [UInt8], in folder: String?
    ) throws -> [UInt8] {
        try TemporaryFolder.use { streams in
            let output = try streams.write([], to: "output")
            let complaint = try streams.write([], to: "complaint")
            let process = Process()
            process.executableURL = URL(filePath: path)
            process.arguments = arguments
            if let folder { process.currentDirectoryURL = URL(filePath: folder) }
            process.standardInput = try FileHandle(
                forReadingFrom: URL(filePath: try streams.write(input, to: "input")))
            process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
            process.standardError = try FileHandle(forWritingTo: URL(filePath: complaint))
            try process.run()
            process.waitUntilExit()
            guard process.terminationReason == .exit, process.terminationStatus == 0 else {
                throw OutsideToolFailure(
                    name: URL(filePath: path).lastPathComponent, status: Int(process.terminationStatus),
                    complaint: String(decoding: try streams.read("complaint"), as: UTF8.self))
            }
            return try streams.read("output")
        }
    }
}

/// An outside program ended badly.
public struct OutsideToolFailure: Error, CustomStringConvertible {
    /// The program.
    public let name: String
    /// Its exit status.
    public let status: Int
    /// What it wrote on its standard error.
    public let complaint: String

    /// The program, its status and its complaint.
    public var description: String { "\(name) ended with status \(status): \(complaint)" }
}
