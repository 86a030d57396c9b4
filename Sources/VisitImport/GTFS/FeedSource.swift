import Foundation
import VisitFormats
import VisitModel

/// The bytes of a feed's files, from a folder or out of an archive, one file at a time: a feed is many times what a memory
/// should hold of it at once.
struct FeedSource {
    /// The archive or folder as the user named it.
    let path: String
    private(set) var faults: FaultLog
    private var archive: ZipArchive?
    private var entries: [FeedFile: ZipArchive.Entry] = [:]
    private var inFolder: Set<FeedFile> = []
    private var left = Self.mostBytes

    /// The most bytes of an archive: 128 MiB.
    private static let mostPackedBytes = 128 << 20
    /// The most bytes of one file of a feed: 192 MiB, the stop times of a large country's railways.
    private static let mostBytesOfFile = 192 << 20
    /// The most bytes of all files of one feed together: 512 MiB.
    private static let mostBytes = 512 << 20

    /// Opens the feed at `path`. What is wrong with it is in `faults`.
    init(_ path: String) throws(ImportError) {
        self.path = path
        faults = FaultLog(file: path)
        if try FileBytes.kind(of: path) == .folder {
            inFolder = Set(FeedFile.allCases.filter { FileManager.default.fileExists(atPath: "\(path)/\($0.name)") })
        } else {
            open(try FileBytes.read(path, atMost: Self.mostPackedBytes))
        }
    }

    /// Whether the feed has the file.
    func holds(_ file: FeedFile) -> Bool { inFolder.contains(file) || entries[file] != nil }

    /// The bytes of `file`; nil where the feed does not have it, or where it cannot be unpacked, which is in `faults` then.
    mutating func bytes(of file: FeedFile) throws(ImportError) -> [UInt8]? {
        if inFolder.contains(file) { return try FileBytes.read("\(path)/\(file.name)", atMost: Self.mostBytesOfFile) }
        guard let archive, let entry = entries[file] else { return nil }
        do {
            let content = try Inflation.bytes(of: entry, in: archive, limit: min(left, Self.mostBytesOfFile))
            left -= content.count
            return content
        } catch {
            faults.add(error, entry: entry.path)
            return nil
        }
    }

    /// Whether the folder holds a feed.
    static func isFeed(folder: String) -> Bool {
        [FeedFile.stopTimes, .trips].allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0.name)") }
    }

    /// The name by which findings and the store know a file of the feed: `hsr.zip/stops.txt`.
    func location(of file: FeedFile) -> String {
        path.hasSuffix("/") ? path + file.name : "\(path)/\(file.name)"
    }

    private mutating func open(_ bytes: [UInt8]) {
        do {
            let archive = try ZipArchive(bytes)
            for file in FeedFile.allCases { entries[file] = Self.entry(of: file, in: archive) }
            self.archive = archive
        } catch {
            faults.add(error)
        }
    }

    /// The entry with the file's name that lies in the fewest folders. Some archives hold all files in a folder, and
    /// some the hidden copies that a Mac leaves.
    private static func entry(of file: FeedFile, in archive: ZipArchive) -> ZipArchive.Entry? {
        archive.entries
            .filter { $0.name.lowercased() == file.name && !$0.path.contains("__MACOSX/") }
            .min { ($0.depth, $0.path) < ($1.depth, $1.path) }
    }
}

extension FaultLog {
    /// Adds what is wrong with an archive as a whole.
    mutating func add(_ fault: ZipArchive.Fault) {
        let sentence: BilingualText
        switch fault {
        case .notAnArchive(let bytes):
            sentence = BilingualText(
                en: "The file of \(bytes) bytes is no zip archive; expected a timetable feed (GTFS).",
                zh: "文件（\(bytes) 字节）不是 zip 压缩包；应为时刻表数据包（GTFS）。")
        case .tooManyEntries(let count):
            sentence = BilingualText(
                en: "The archive lists \(count) files; expected at most \(ZipArchive.mostEntries).",
                zh: "压缩包内列有 \(count) 个文件；最多 \(ZipArchive.mostEntries) 个。")
        case .tooLarge:
            sentence = BilingualText(
                en: "The archive says that it holds 65,535 files or 4 GiB or more; expected a timetable feed.",
                zh: "压缩包声称含有 65535 个以上文件或 4 GiB 以上内容；应为时刻表数据包。")
        case .damaged(let at):
            sentence = BilingualText(
                en: "The archive's directory is damaged at byte \(at).", zh: "压缩包目录在第 \(at) 字节处损坏。")
        }
        add(
            .error, .badArchive, sentence,
            advice: BilingualText(
                en: "Perhaps the download was cut short, or this is another kind of file.",
                zh: "也许下载不完整，或者这是另一种文件。"))
    }

    /// Adds what is wrong with one entry of an archive.
    mutating func add(_ fault: Inflation.Fault, entry: String) {
        let sentence: BilingualText
        switch fault {
        case .encrypted:
            sentence = BilingualText(en: "\(entry) needs a password.", zh: "\(entry) 已加密。")
        case .unknownMethod(let method):
            sentence = BilingualText(
                en: "\(entry) is packed by method \(method); expected 0 or 8.",
                zh: "\(entry) 的压缩方法为 \(method)；应为 0 或 8。")
        case .damaged: sentence = BilingualText(en: "\(entry) is damaged.", zh: "\(entry) 已损坏。")
        case .tooLarge(let limit):
            sentence = BilingualText(
                en: "\(entry) would unpack to more than \(limit) bytes.", zh: "\(entry) 解压后超过 \(limit) 字节。")
        case .suspicious(let bytes, let packed):
            sentence = BilingualText(
                en: "\(entry) grows from \(packed) to more than \(bytes) bytes, as no table does.",
                zh: "\(entry) 由 \(packed) 字节膨胀到 \(bytes) 字节以上，不像表格。")
        }
        add(
            .error, .badArchive, sentence,
            advice: BilingualText(en: "Perhaps get the archive again from its publisher.", zh: "也许可向发布方重新获取压缩包。"))
    }
}
