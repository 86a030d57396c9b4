import Foundation
import VisitModel

/// A file that a command reads whole; `-` stands for standard input.
struct InputFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// What the file holds.
    func bytes() throws(InputFailure) -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path) }
        if isFolder.boolValue { throw .isAFolder(path) }
        guard let data = FileManager.default.contents(atPath: path) else { throw .notReadable(path) }
        return Array(data)
    }
}

/// Why a file could not be read.
enum InputFailure: Failure, Hashable {
    case missing(String)
    case isAFolder(String)
    case notReadable(String)

    var kind: FailureKind {
        switch self {
        case .missing, .isAFolder: .noInput
        case .notReadable: .notAllowed
        }
    }

    var code: String {
        switch self {
        case .missing: "file-missing"
        case .isAFolder: "file-is-a-folder"
        case .notReadable: "file-not-readable"
        }
    }

    var sentence: BilingualText {
        switch self {
        case .missing(let path): BilingualText(en: "There is no file \(path).", zh: "文件 \(path) 不存在。")
        case .isAFolder(let path):
            BilingualText(en: "\(path) is a folder; a file was expected.", zh: "\(path) 是目录，此处应为文件。")
        case .notReadable(let path): BilingualText(en: "\(path) cannot be read.", zh: "无法读取 \(path)。")
        }
    }
}
