import Foundation
import VisitModel

/// The file `visitd.yaml` of the configuration folder.
enum ConfigurationFile {
    /// The file's name.
    static let name = "visitd.yaml"

    /// What the file in `folder` says; nil where there is no such file.
    ///
    /// - Parameter isRequired: whether the folder was named by somebody and must exist.
    /// - Throws: a faulty configuration where the folder or the file cannot be read.
    static func source(in folder: String, isRequired: Bool) throws(ServiceError) -> ConfigurationSource? {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
        guard exists, isFolder.boolValue else {
            guard isRequired else { return nil }
            throw fault(
                "no-configuration-folder", SourceLocation(file: folder),
                BilingualText(
                    en: "\(folder) is no folder; expected the configuration folder.", zh: "\(folder) 不是文件夹；应为配置文件夹。"))
        }
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else {
            throw fault(
                "unreadable-file", SourceLocation(file: path),
                BilingualText(
                    en: "\(path) cannot be read; expected a file of UTF-8 text.", zh: "无法读取 \(path)；应为 UTF-8 文本文件。"))
        }
        do {
            return try ConfigurationSource(file: path, text: text)
        } catch {
            throw fault(
                "not-yaml", SourceLocation(file: path),
                BilingualText(
                    en: "\(path) is no YAML mapping of keys to values: \(error.reason)",
                    zh: "\(path) 不是“键: 值”形式的 YAML：\(error.reason)"))
        }
    }

    private static func fault(_ code: String, _ location: SourceLocation, _ sentence: BilingualText) -> ServiceError {
        .faultyConfiguration([
            Finding(.error, code: code, subject: "configuration", at: location, sentence: sentence)
        ])
    }
}
