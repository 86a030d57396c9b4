import Foundation
import Yams

/// The file `visitd.yaml` of a configuration folder, as commands read it that need one of its settings. The daemon reads
/// and checks all of it (`visitd serve`).
public enum SettingsFile {
    /// The text of the setting `name`, as it is there; nil where there is no file, or it does not give the setting.
    ///
    /// - Throws: `RuleError.unreadableSettings` where the file cannot be read, is no YAML, or has a list or a mapping there: a
    ///   setting that is passed over, such as whom backups are encrypted to, does harm.
    public static func text(of name: String, in path: String) throws(RuleError) -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let found: Node?
        do {
            found = try Yams.compose(yaml: String(contentsOfFile: path, encoding: .utf8))?.mapping?[name]
        } catch {
            throw .unreadableSettings(path: path)
        }
        guard let found else { return nil }
        guard let text = found.scalar?.string else { throw .unreadableSettings(path: path) }
        return text.isEmpty ? nil : text
    }
}
