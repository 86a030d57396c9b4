import Foundation

/// A folder of a test's own, gone when the test is done with it.
public struct TemporaryFolder: Sendable {
    /// The folder's path, without a slash at the end.
    public let path: String

    /// Gives `body` an empty folder and removes it afterwards, however `body` ends.
    public static func use<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
        let folder = try make()
        defer { folder.remove() }
        return try body(folder)
    }

    /// Gives `body` an empty folder and removes it afterwards, however `body` ends.
    public static func use<Result>(
        isolation: isolated (any Actor)? = #isolation, _ body: (TemporaryFolder) async throws -> Result
    ) async throws -> Result {
        let folder = try make()
        defer { folder.remove() }
        return try await body(folder)
    }

    /// The path of the entry `name` in the folder, whether or not it exists.
    public func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and the folders on the way to it.
    ///
    /// - Returns: its path.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return path(name)
    }

    /// Writes a file of text (UTF-8), and the folders on the way to it.
    ///
    /// - Returns: its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// The bytes of a file in the folder.
    public func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path(name))))
    }

    private static func make() throws -> TemporaryFolder {
        // Without the slash at its end, so that a path of the folder is written as the program writes it.
        let parent = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
        var template = Array("\(parent)/visitd-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        return TemporaryFolder(path: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    private func remove() {
        // A folder that cannot be removed is the operating system's to clean; the test has its answer.
        try? FileManager.default.removeItem(atPath: path)
    }
}
