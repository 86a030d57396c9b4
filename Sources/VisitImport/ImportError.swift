import VisitModel

/// An import that could not be done at all. What is wrong inside the files is a finding instead.
public enum ImportError: Failure, Hashable {
    /// No path was given.
    case nothingNamed
    /// There is nothing at the path.
    case missing(path: String)
    /// The path may not be read; `reason` is the system's word for why.
    case unreadable(path: String, reason: String)
    /// The path is neither a file nor a folder.
    case notAFile(path: String)
    /// A folder without a CSV file; `others` are files in it that are not read and may hold data.
    case nothingToImport(folder: String, others: [String])
    /// The file has more bytes than an import takes.
    case tooLarge(path: String, bytes: Int, limit: Int)
    /// The disk failed while the file was read.
    case readFailed(path: String, reason: String)
    /// The system's C library does not know the encoding.
    case encodingUnavailable(TextEncoding)
    /// A template would have overwritten a file.
    case templateExists(path: String)
    /// A template could not be written.
    case cannotWrite(path: String, reason: String)

    /// What sort of failure it is.
    public var kind: FailureKind {
        switch self {
        case .nothingNamed: .usage
        case .missing, .unreadable, .notAFile, .nothingToImport: .noInput
        case .tooLarge: .badData
        case .readFailed: .inputOutput
        case .encodingUnavailable: .badConfiguration
        case .templateExists, .cannotWrite: .cannotCreate
        }
    }

    /// A stable word for it.
    public var code: String {
        switch self {
        case .nothingNamed: "nothing-named"
        case .missing: "path-missing"
        case .unreadable: "path-unreadable"
        case .notAFile: "not-a-file"
        case .nothingToImport: "nothing-to-import"
        case .tooLarge: "file-too-large"
        case .readFailed: "read-failed"
        case .encodingUnavailable: "encoding-unavailable"
        case .templateExists: "template-exists"
        case .cannotWrite: "cannot-write"
        }
    }

    /// What could not be done and why.
    public var sentence: BilingualText {
        switch self {
        case .nothingNamed:
            BilingualText(en: "No file or folder was named; expected at least one.", zh: "没有指定文件或文件夹；至少应有一个。")
        case .missing(let path):
            BilingualText(en: "There is nothing at \(path); expected a file or folder.", zh: "\(path) 不存在；应为文件或文件夹。")
        case .unreadable(let path, let reason):
            BilingualText(en: "\(path) cannot be read: \(reason).", zh: "无法读取 \(path)：\(reason)。")
        case .notAFile(let path):
            BilingualText(
                en: "\(path) is neither a file nor a folder; expected one of the two.",
                zh: "\(path) 既不是文件也不是文件夹；应为二者之一。")
        case .nothingToImport(let folder, let others):
            BilingualText(
                en: "The folder \(folder) holds no table, calendar or timetable; expected at least one, such as "
                    + "children.csv."
                    + (others.isEmpty ? "" : " Not read: \(others.joined(separator: ", "))."),
                zh: "文件夹 \(folder) 中没有表格、日历或时刻表；至少应有一个，如“儿童.csv”。"
                    + (others.isEmpty ? "" : "未读取：\(others.joined(separator: "、"))。"))
        case .tooLarge(let path, let bytes, let limit):
            BilingualText(
                en: "\(path) has \(bytes) bytes; expected at most \(limit).",
                zh: "\(path) 有 \(bytes) 字节；最多 \(limit) 字节。")
        case .readFailed(let path, let reason):
            BilingualText(en: "Reading \(path) failed: \(reason).", zh: "读取 \(path) 失败：\(reason)。")
        case .encodingUnavailable(let encoding):
            BilingualText(
                en: "This system cannot convert \(encoding.name); expected its C library to know it.",
                zh: "本系统不能转换 \(encoding.name)；其 C 库应支持该编码。")
        case .templateExists(let path):
            BilingualText(en: "\(path) exists already and is left as it is.", zh: "\(path) 已存在，未改动。")
        case .cannotWrite(let path, let reason):
            BilingualText(en: "\(path) cannot be written: \(reason).", zh: "无法写入 \(path)：\(reason)。")
        }
    }

    /// What to do about it, if there is something.
    public var advice: BilingualText? {
        switch self {
        case .missing:
            BilingualText(en: "Perhaps the path is misspelt.", zh: "也许路径写错了。")
        case .unreadable:
            BilingualText(en: "Perhaps the file belongs to another user.", zh: "也许文件属于其他用户。")
        case .nothingToImport:
            BilingualText(
                en: "Perhaps the tables are still workbooks; save each as CSV UTF-8.",
                zh: "也许表格还是工作簿；请逐一另存为“CSV UTF-8”。")
        case .tooLarge:
            BilingualText(en: "Perhaps the file can be split in two.", zh: "也许可以把文件拆成两个。")
        case .encodingUnavailable:
            BilingualText(
                en: "Perhaps save the file as CSV UTF-8, or install the system's gconv modules.",
                zh: "也许可另存为“CSV UTF-8”，或安装系统的 gconv 模块。")
        case .templateExists:
            BilingualText(en: "Perhaps name an empty folder.", zh: "也许应指定一个空文件夹。")
        default: nil
        }
    }
}
