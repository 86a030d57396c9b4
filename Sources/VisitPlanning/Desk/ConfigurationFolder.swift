import Foundation
import VisitModel

/// The folder that holds the rule packs, the example worlds and `visitd.yaml`.
public struct ConfigurationFolder: Hashable, Sendable {
    /// Its path.
    public let path: String

    /// The folder at `path`, or at the first of the usual places: `/etc/visitd`, `/usr/share/visitd`.
    ///
    /// - Throws: `DeskError.noConfiguration` where there is none.
    public init(_ path: String?) throws(DeskError) {
        let candidates = path.map { [$0] } ?? ["/etc/visitd", "/usr/share/visitd"]
        guard let found = candidates.first(where: { Self.isFolder($0 + "/rules") }) else { throw .noConfiguration }
        self.path = found
    }

    /// The folder of the rule packs.
    public var rules: String { path + "/rules" }

    /// The names of the example worlds.
    public var examples: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/example")) ?? []
        return names.filter { Self.isFolder("\(path)/example/\($0)") }.sorted()
    }

    /// The folder of the example world `name`.
    public func example(_ name: String) throws(DeskError) -> String {
        guard examples.contains(name) else { throw .noExample(name, known: examples) }
        return "\(path)/example/\(name)"
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
