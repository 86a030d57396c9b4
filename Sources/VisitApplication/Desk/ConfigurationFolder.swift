import Foundation
import VisitModel
import VisitReports
import VisitRules

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

    /// The folder of the public holidays, a file per country.
    var holidays: String { path + "/holidays" }

    /// The folder of the example worlds: beside the rules, or where a package keeps them.
    private var exampleFolder: String {
        let own = path + "/example"
        return Self.isFolder(own) ? own : "/usr/share/visitd/example"
    }

    /// The file of the settings.
    var settings: String { path + "/visitd.yaml" }

    /// The names of the example worlds.
    public var examples: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: exampleFolder)) ?? []
        return names.filter { Self.isFolder("\(exampleFolder)/\($0)") }.sorted()
    }

    /// The folder of the example world `name`.
    public func example(_ name: String) throws(DeskError) -> String {
        guard examples.contains(name) else { throw .noExample(name, known: examples) }
        return "\(exampleFolder)/\(name)"
    }

    /// The templates of pages that stand in `templates`, by name. Files of other names are no business of the program's.
    var templates: [ReportTemplates.Override] {
        TemplateName.allCases.compactMap { name in
            let file = "\(path)/templates/\(name.file)"
            guard FileManager.default.fileExists(atPath: file) else { return nil }
            let text = try? String(contentsOfFile: file, encoding: .utf8)
            return ReportTemplates.Override(name, file: file, text: text)
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

extension Desk {
    /// The text of a setting of `visitd.yaml`; nil where it is not set.
    ///
    /// - Throws: `DeskError.noConfiguration` where a configuration is named that is not there, `RuleError.unreadableSettings`.
    func setting(_ name: String) throws -> String? {
        // Where nobody names a configuration, there may be none; one that is named and is not there is a mistake.
        if configuration == nil, (try? ConfigurationFolder(nil)) == nil { return nil }
        return try SettingsFile.text(of: name, in: ConfigurationFolder(configuration).settings)
    }
}
