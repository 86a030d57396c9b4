import Foundation
import VisitModel

/// A file that a command reads whole; `-` stands for standard input.
struct InputFile {
    private let path: String
    /// What a document has at most that says nothing of its own size: 64 MiB.
    private static let longest = 64 << 20

    init(_ path: String) {
        self.path = path
    }

    /// What the file holds.
    ///
    /// - Parameter limit: a longer file is refused before it fills the memory.
    func bytes(atMost limit: Int = Self.longest) throws(InputFailure) -> [UInt8] {
        if path == "-" { return try bytes(of: .standardInput, atMost: limit) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path) }
        if isFolder.boolValue { throw .isAFolder(path) }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .notReadable(path) }
        return try bytes(of: handle, atMost: limit)
    }

    private func bytes(of handle: FileHandle, atMost limit: Int) throws(InputFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var status = stat()
        if fstat(handle.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            guard status.st_size <= limit else { throw .tooLong(path, limit: limit) }
            bytes.reserveCapacity(Int(status.st_size))
        }
        do {
            while bytes.count <= limit, let more = try handle.read(upToCount: 1 << 20), !more.isEmpty { bytes += more }
        } catch {
            throw .notReadable(path)
        }
        if bytes.count > limit { throw .tooLong(path, limit: limit) }
        return bytes
    }
}

/// Why a file could not be read.
enum InputFailure: Failure, Hashable {
    case missing(String)
    case isAFolder(String)
    case notReadable(String)
    case tooLong(String, limit: Int)

    var kind: FailureKind {
        switch self {
        case .missing, .isAFolder: .noInput
        case .notReadable: .notAllowed
        case .tooLong: .badData
        }
    }

    var code: String {
        switch self {
        case .missing: "file-missing"
        case .isAFolder: "file-is-a-folder"
        case .notReadable: "file-not-readable"
        case .tooLong: "file-too-long"
        }
    }

    var sentence: BilingualText {
        switch self {
        case .missing(let path): BilingualText(en: "There is no file \(path).", zh: "文件 \(path) 不存在。")
        case .isAFolder(let path):
            BilingualText(en: "\(path) is a folder; a file was expected.", zh: "\(path) 是目录，此处应为文件。")
        case .notReadable(let path): BilingualText(en: "\(path) cannot be read.", zh: "无法读取 \(path)。")
        case .tooLong(let path, let limit):
            BilingualText(
                en: "\(path) is longer than \(limit) bytes, the most that can be read.",
                zh: "\(path) 超过可读取的上限 \(limit) 字节。")
        }
    }
}
