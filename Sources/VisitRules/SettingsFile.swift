import Foundation
import Yams

/// The file `visitd.yaml` of a configuration folder, as commands read it that need one of its settings. The daemon reads
/// and checks all of it (`visitd serve`).
public enum SettingsFile {
    /// The text of the setting `name`, as it stands there; nil where there is no file, or it does not give the setting.
    ///
    /// - Throws: `RuleError.unreadableSettings` where the file is no YAML.
    public static func text(of name: String, in path: String) throws(RuleError) -> String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw .unreadableSettings(path: path)
        }
        guard let value = node?.mapping?[name]?.scalar?.string, !value.isEmpty else { return nil }
        return value
    }
}
