import Foundation

/// Compares what a test made with a file that a person has read and found good.
///
/// Goldens stand in the folder `Golden` beside the test's own file. They change only when the tests run with
/// `VISIT_RECORD=1`; then look at the difference before it is committed.
public enum Golden {
    /// Compares `text` byte for byte with the golden `name` beside the calling test.
    ///
    /// - Throws: `GoldenMismatch`, whose description shows the lines that differ.
    public static func compare(_ text: String, with name: String, beside test: String = #filePath) throws {
        try compare(Array(text.utf8), with: name, beside: test)
    }

    /// Compares `bytes` with the golden `name` beside the calling test; for formats in which a line's end matters.
    ///
    /// - Throws: `GoldenMismatch`, whose description shows the lines that differ.
    public static func compare(_ bytes: [UInt8], with name: String, beside test: String = #filePath) throws {
        let file = URL(filePath: test).deletingLastPathComponent().appending(path: "Golden").appending(path: name)
        if ProcessInfo.processInfo.environment["VISIT_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            return
        }
        guard let expected = try? Data(contentsOf: file) else {
            throw GoldenMismatch(name: name, difference: ["there is no such golden; VISIT_RECORD=1 writes it"])
        }
        guard Array(expected) != bytes else { return }
        throw GoldenMismatch(name: name, difference: LineDifference.lines(from: Array(expected), to: bytes))
    }
}

/// What a test made differs from its golden.
public struct GoldenMismatch: Error, CustomStringConvertible {
    /// The golden.
    public let name: String
    /// The lines that differ: `-` as the golden has them, `+` as the test made them.
    public let difference: [String]

    /// The name of the golden and the lines that differ.
    public var description: String {
        (["differs from the golden \(name):"] + difference).joined(separator: "\n")
    }
}
